// NaCl key files through libsodium.
#include "keys/encryption.hpp"

#include <sodium.h>

#include <algorithm>
#include <mutex>

#include "keys/old_encryption.hpp"

namespace keys {
namespace {

constexpr std::string_view nacl_mark = "$NACL";
constexpr std::string_view ansible_mark = "$ANSIBLE_VAULT";
constexpr std::string_view fernet_mark = "gAAAAA";

// The salt, passes and memory of bittensor-wallet.
constexpr u8 salt[crypto_pwhash_argon2i_SALTBYTES] = {
    0x13, 0x71, 0x83, 0xdf, 0xf1, 0x5a, 0x09, 0xbc, 0x9c, 0x90, 0xb5, 0x51, 0x87, 0x39, 0xe9, 0xb1};
constexpr unsigned long long passes = 8;
constexpr std::size_t memory_bytes = std::size_t{512} << 20;

constexpr std::size_t nonce_size = crypto_secretbox_NONCEBYTES;
constexpr std::size_t tag_size = crypto_secretbox_MACBYTES;

bool begins_with(BytesView file, std::string_view mark) {
    return file.size() >= mark.size() && std::equal(mark.begin(), mark.end(), file.begin());
}

const Failure refused{"wrong password, or the key file is damaged"};

}  // namespace

Encryption encryption_of(BytesView file) {
    if (begins_with(file, nacl_mark)) return Encryption::NaCl;
    if (begins_with(file, ansible_mark)) return Encryption::Ansible;
    if (begins_with(file, fernet_mark)) return Encryption::Fernet;
    return Encryption::None;
}

Outcome<BoxKey> box_key(std::string_view password) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    BoxKey key;
    if (crypto_pwhash_argon2i(key.data(), key.size(), password.data(), password.size(), salt,
                              passes, memory_bytes, crypto_pwhash_argon2i_ALG_ARGON2I13) != 0)
        return Failure{"key files with a password need 512 MiB of free memory"};
    return key;
}

Bytes seal(std::string_view plain, const BoxKey& key) {
    Bytes out(nacl_mark.size() + nonce_size + tag_size + plain.size());
    u8* const nonce = out.data() + nacl_mark.size();
    std::copy(nacl_mark.begin(), nacl_mark.end(), out.begin());
    randombytes_buf(nonce, nonce_size);
    crypto_secretbox_easy(nonce + nonce_size, view(plain).data(), plain.size(), nonce, key.data());
    return out;
}

Outcome<crypto::SecretText> open_sealed(BytesView file, const BoxKey& key) {
    if (file.size() < nacl_mark.size() + nonce_size + tag_size) return refused;
    const BytesView nonce = file.subspan(nacl_mark.size(), nonce_size);
    const BytesView box = file.subspan(nacl_mark.size() + nonce_size);
    crypto::SecretText plain(std::string(box.size() - tag_size, '\0'));
    if (crypto_secretbox_open_easy(reinterpret_cast<u8*>(plain.data()), box.data(), box.size(),
                                   nonce.data(), key.data()) != 0)
        return refused;
    return plain;
}

Outcome<Bytes> encrypt(std::string_view plain, std::string_view password) {
    const auto key = box_key(password);
    if (!key) return key.failure();
    return seal(plain, *key);
}

Outcome<crypto::SecretText> decrypt(BytesView file, std::string_view password) {
    const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
    switch (encryption_of(file)) {
        case Encryption::None: return crypto::SecretText(text);
        case Encryption::NaCl: {
            const auto key = box_key(password);
            if (!key) return key.failure();
            return open_sealed(file, *key);
        }
        case Encryption::Ansible:
        case Encryption::Fernet: {
            auto plain = encryption_of(file) == Encryption::Ansible ? open_ansible(text, password)
                                                                    : open_fernet(text, password);
            if (!plain) return refused;
            return *std::move(plain);
        }
    }
    return refused;
}

}  // namespace keys
