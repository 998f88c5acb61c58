// What a runtime's code says about itself. This program runs no code: it has the rules of the
// runtimes it knows, and code is how a chain asks for them.
#pragma once
#include <optional>
#include <string>

#include "base/types.hpp"

namespace frame_system {

/// Code that unpacks to more is refused (sp-maybe-compressed-blob, CODE_BLOB_BOMB_LIMIT).
inline constexpr std::size_t max_code_bytes = 50 * 1024 * 1024;
/// Where code lies in the state.
inline constexpr std::string_view code_key = ":code";

struct CodeVersion {
    std::string spec_name{};
    u32 spec_version = 0;
};
/// From the custom section `runtime_version` that Substrate's build writes into each runtime's
/// WebAssembly; packed code (zstd, behind Substrate's mark) is unpacked. None: it has no such
/// section or is no such code.
std::optional<CodeVersion> version_of_code(BytesView code);

}  // namespace frame_system
