// Encryption of key files: NaCl as today's tools write it; two older formats can be read.
#pragma once
#include "base/outcome.hpp"
#include "crypto/secret.hpp"

namespace keys {

enum class Encryption { None, NaCl, Ansible, Fernet };

/// By the first bytes, as other tools decide it.
Encryption encryption_of(BytesView file);

using BoxKey = crypto::Secret<32>;

/// Argon2i with a salt that all users share: equal passwords give equal keys. That weakness is part
/// of the format. Takes seconds and 512 MiB; only one runs at a time in a process. Fails when
/// memory is short.
Outcome<BoxKey> box_key(std::string_view password);

/// "$NACL", nonce, secretbox.
Bytes seal(std::string_view plain, const BoxKey&);
Outcome<crypto::SecretText> open_sealed(BytesView file, const BoxKey&);

/// seal() under a password's key.
Outcome<Bytes> encrypt(std::string_view plain, std::string_view password);

/// Any of the formats; plain text comes back as it is. A wrong password and a damaged file give the
/// same message.
Outcome<crypto::SecretText> decrypt(BytesView file, std::string_view password);

}  // namespace keys
