// Wiping that compilers cannot remove.
#include "crypto/secret.hpp"

#include <sodium.h>

namespace crypto {

void wipe(std::span<u8> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

}  // namespace crypto
