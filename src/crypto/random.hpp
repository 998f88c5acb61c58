// Bytes that nobody can foresee.
#pragma once
#include "base/types.hpp"

namespace crypto {

/// From the operating system.
void random_bytes(std::span<u8>);

}  // namespace crypto
