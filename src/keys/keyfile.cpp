// Loading and saving key files.
#include "keys/keyfile.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace keys {

Outcome<Key> load_key(const Path& path, const PasswordSource& source) {
    const auto file = read_file(path);
    if (!file) return file.failure();
    crypto::SecretText password;
    if (encryption_of(*file) != Encryption::None) {
        const auto found = password_for(path, source);
        if (!found) return found.failure();
        password = *found;
    }
    const auto plain = decrypt(*file, password);
    if (!plain) return Failure{path.string() + ": " + plain.message()};
    auto key = key_from_json(*plain);
    if (!key) return Failure{path.string() + ": " + key.message()};
    if (key->pair && readable_by_others(path))
        fmt::print(stderr, "warning: other users can read the key in {}; chmod 600 mends that\n",
                   path.string());
    return key;
}

Outcome<> save_key(const Path& path, const Key& key,
                   const std::optional<crypto::SecretText>& password, Overwrite overwrite) {
    const crypto::SecretText json = key_to_json(key);
    if (!password) return write_file(path, view(json), overwrite);
    // Before the slow encryption; write_file() checks again when it places the file.
    if (overwrite == Overwrite::No && std::filesystem::exists(path)) return exists_already(path);
    const auto sealed = encrypt(json, *password);
    if (!sealed) return sealed.failure();
    return write_file(path, *sealed, overwrite);
}

Outcome<> save_public(const Path& path, const Key& key, Overwrite overwrite) {
    return write_file(path, view(public_json(key)), overwrite);
}

}  // namespace keys
