// Blocks as bytes.
#include "chain/block.hpp"

#include "crypto/hash.hpp"
#include "trie/root.hpp"

namespace chain {

Hash hash_of(const Header& header) { return crypto::blake2_256(scale::encoded(header)); }

Hash extrinsics_root(std::span<const Bytes> extrinsics) { return trie::ordered_root(extrinsics); }

store::Block make_block(const Header& header, std::span<const Bytes> extrinsics) {
    store::Block block;
    block.number = header.number.value;
    block.header = scale::encoded(header);
    block.hash = crypto::blake2_256(block.header);
    scale::put_compact(block.body, extrinsics.size());
    for (const auto& xt : extrinsics) block.body.insert(block.body.end(), xt.begin(), xt.end());
    return block;
}

Header header_of(const store::Block& block) {
    const auto header = scale::decoded<Header>(block.header);
    ASSERT(header);
    return *header;
}

std::vector<Bytes> extrinsics_of(const store::Block& block) {
    const auto bodies = scale::decoded<std::vector<Bytes>>(block.body);
    ASSERT(bodies);
    std::vector<Bytes> out;
    out.reserve(bodies->size());
    for (const auto& body : *bodies) out.push_back(scale::encoded(body));
    return out;
}

}  // namespace chain
