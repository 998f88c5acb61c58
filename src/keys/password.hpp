// Where the password of a key file comes from: given, environment, terminal.
#pragma once
#include <filesystem>

#include "base/outcome.hpp"
#include "crypto/secret.hpp"

namespace keys {

using Path = std::filesystem::path;

inline constexpr std::size_t max_password = 1024;

/// "BT_PW_" and the path, in capitals, with '/' and '.' as '_'.
std::string password_variable(const Path& keyfile);

/// The value of that variable: base64 of the password XORed with the variable's name. It hides
/// nothing from anyone who can read it.
std::string hide_password(std::string_view password, std::string_view variable);
std::optional<crypto::SecretText> unhide_password(std::string_view value,
                                                  std::string_view variable);

/// Whether a new password is good enough: at least 6 characters, 4 of them different.
Outcome<> check_new_password(std::string_view password);

struct PasswordSource {
    std::optional<crypto::SecretText> given = {};  // wins over all others
    bool may_ask = true;                           // at the terminal, when there is one
};

/// The password to open a key file with; fails when none of the sources has one.
Outcome<crypto::SecretText> password_for(const Path& keyfile, const PasswordSource&);

/// The password for a new key file, checked and, at a terminal, asked twice.
Outcome<crypto::SecretText> new_password_for(const Path& keyfile, const PasswordSource&);

}  // namespace keys
