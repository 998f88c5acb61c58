// Any bytes as a key file: JSON, an opened box, Ansible text, an exported account.
#include <cstdlib>

#include "keys/encryption.hpp"
#include "keys/key.hpp"
#include "keys/old_encryption.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const BytesView bytes(data, size);
    if (const auto key = keys::key_from_json(text)) {
        const auto again = keys::key_from_json(keys::key_to_json(*key));
        if (!again || again->public_key != key->public_key) std::abort();
    }
    (void)keys::open_sealed(bytes, keys::BoxKey()).ok();
    (void)keys::open_fernet(text, keys::BoxKey()).has_value();
    // Each of these costs ten thousand rounds of hashing once its outer form is right.
    if (keys::encryption_of(bytes) == keys::Encryption::Ansible)
        (void)keys::open_ansible(text, "password").has_value();
    return 0;
}
