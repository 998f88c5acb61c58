// Key files: a key's JSON, plain or encrypted, at a path.
#pragma once
#include "keys/encryption.hpp"
#include "keys/file.hpp"
#include "keys/key.hpp"
#include "keys/password.hpp"

namespace keys {

/// The password is asked for only when the file is encrypted. Errors name the file. A secret that
/// other users can read is loaded with a warning on standard error.
Outcome<Key> load_key(const Path&, const PasswordSource& = {});

/// Without a password the file is plain.
Outcome<> save_key(const Path&, const Key&, const std::optional<crypto::SecretText>& password,
                   Overwrite);
Outcome<> save_public(const Path&, const Key&, Overwrite);

}  // namespace keys
