// Code as Substrate's build leaves it, as far as anybody here looks at it.
#pragma once
#include "scale/codec.hpp"

inline constexpr u8 wasm_magic[] = {0, 'a', 's', 'm', 1, 0, 0, 0};

/// WebAssembly with an empty section of types and the section that names the runtime.
inline Bytes runtime_code(u32 spec_version, std::string_view spec_name = "node-subtensor",
                          std::string_view section_name = "runtime_version") {
    Bytes section{u8(section_name.size())};
    section.insert(section.end(), section_name.begin(), section_name.end());
    scale::encode(section, std::string(spec_name));
    scale::encode(section, std::string("node-subtensor"));
    for (const u32 number : {1u, spec_version, 1u}) scale::encode(section, number);
    scale::encode(section, Bytes{});  // no APIs
    scale::encode(section, u32{1});
    section.push_back(1);
    Bytes out(std::begin(wasm_magic), std::end(wasm_magic));
    out.insert(out.end(), {1, 1, 0, 0, u8(section.size())});  // sizes below 128 are one byte
    out.insert(out.end(), section.begin(), section.end());
    return out;
}
