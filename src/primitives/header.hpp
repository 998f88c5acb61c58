// A block's header and the digest in it, as Substrate writes them.
#pragma once
#include "primitives/account.hpp"

/// What consensus engines and the runtime leave in a header; 4 bytes name the engine.
using EngineId = std::array<u8, 4>;
namespace digest {
struct PreRuntime {
    EngineId engine{};
    Bytes data{};
    UNNAMED(engine, data)
};
struct Consensus {
    EngineId engine{};
    Bytes data{};
    UNNAMED(engine, data)
};
struct Seal {
    EngineId engine{};
    Bytes data{};
    UNNAMED(engine, data)
};
struct Other {
    Bytes data{};
    UNNAMED(data)
};
struct RuntimeEnvironmentUpdated {
    NO_FIELDS
};
}  // namespace digest
struct DigestItem : std::variant<digest::PreRuntime, digest::Consensus, digest::Seal, digest::Other,
                                 digest::RuntimeEnvironmentUpdated> {
    using variant::variant;
    static constexpr std::string_view alternatives =
        "PreRuntime, Consensus, Seal, Other, RuntimeEnvironmentUpdated";
    static constexpr std::array<u8, 5> indices{6, 4, 5, 0, 8};
    PATH("sp_runtime::generic::digest::DigestItem")
};

struct Digest {
    std::vector<DigestItem> logs{};
    FIELDS(logs)
    PATH("sp_runtime::generic::digest::Digest")
};

/// What blake2b-256 makes the block's hash of.
struct Header {
    H256 parent_hash{};
    scale::Compact<u32> number{};
    H256 state_root{}, extrinsics_root{};
    Digest digest{};
    FIELDS(parent_hash, number, state_root, extrinsics_root, digest)
    PATH("sp_runtime::generic::header::Header")
    TYPE_PARAMS("Number, Hash", u32, scale::NoType)
};
