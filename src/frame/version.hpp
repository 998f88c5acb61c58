// Which runtime this is, in the form clients sign and decode.
#pragma once
#include <algorithm>

#include "scale/type.hpp"

class State;

/// Text that Rust may borrow: a string in a wrapper of its own.
struct CowStr {
    std::string text{};
    UNNAMED(text)
    PATH("Cow")
    TYPE_PARAMS("T", std::string)
};
/// Each runtime API by the first 8 bytes of its name's blake2b hash, with its version.
using ApiId = std::array<u8, 8>;
struct CowApis {
    std::vector<std::pair<ApiId, u32>> apis{};
    UNNAMED(apis)
    PATH("Cow")
    using ApiVector = std::vector<std::pair<ApiId, u32>>;
    TYPE_PARAMS("T", ApiVector)
};
struct RuntimeVersion {
    CowStr spec_name{}, impl_name{};
    u32 authoring_version = 0, spec_version = 0, impl_version = 0;
    CowApis apis{};
    u32 transaction_version = 0;
    u8 system_version = 0;
    FIELDS(spec_name, impl_name, authoring_version, spec_version, impl_version, apis,
           transaction_version, system_version)
    PATH("sp_version::RuntimeVersion")
};

/// Whose rules this program has: runtimes by their spec version, oldest first.
inline constexpr u32 known_spec_versions[] = {425, 475};
inline constexpr u32 newest_spec_version = 475;
constexpr bool knows_spec_version(u32 v) {
    return std::find(std::begin(known_spec_versions), std::end(known_spec_versions), v) !=
           std::end(known_spec_versions);
}
inline constexpr u32 transaction_version = 1;                       // of the calls' encoding
inline constexpr std::string_view runtime_name = "node-subtensor";  // spec and implementation

RuntimeVersion runtime_version(u32 spec_version);  // runtime/version.cpp
RuntimeVersion runtime_version(const State&);      // the one in force
