// Bytes as hex text and back.
#pragma once
#include "base/types.hpp"

std::string to_hex(BytesView);     // "0a1b", without 0x
std::string to_hex_0x(BytesView);  // "0x0a1b"

/// Accepts upper and lower case, with or without 0x; nullopt when the text is not hex.
std::optional<Bytes> from_hex(std::string_view);
