// Blocks as bytes: headers and bodies, their hashes and roots.
#pragma once
#include "primitives/header.hpp"
#include "store/store.hpp"

namespace chain {

/// blake2b-256 of the encoded header.
Hash hash_of(const Header&);
/// Extrinsics come with their length in front, as on the wire.
Hash extrinsics_root(std::span<const Bytes> extrinsics);

store::Block make_block(const Header&, std::span<const Bytes> extrinsics);
/// ASSERTs that the store gives back what make_block() made.
Header header_of(const store::Block&);
std::vector<Bytes> extrinsics_of(const store::Block&);

}  // namespace chain
