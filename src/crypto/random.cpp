// Random bytes of libsodium.
#include "crypto/random.hpp"

#include <sodium.h>

#include "base/assert.hpp"

namespace crypto {

void random_bytes(std::span<u8> out) {
    ASSERT(sodium_init() >= 0);
    randombytes_buf(out.data(), out.size());
}

}  // namespace crypto
