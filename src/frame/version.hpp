// Which runtime this is, in the form clients sign and decode.
#pragma once
#include "scale/type.hpp"

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

const RuntimeVersion& runtime_version();  // runtime/version.cpp
