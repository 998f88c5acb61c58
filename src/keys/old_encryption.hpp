// Key files of older tools, read only: Ansible Vault 1.1 and Fernet.
#pragma once
#include "crypto/secret.hpp"

namespace keys {

/// nullopt when the form, the password or the authentication code is wrong.
std::optional<crypto::SecretText> open_ansible(std::string_view file, std::string_view password);
std::optional<crypto::SecretText> open_fernet(std::string_view file, std::string_view password);

/// Fernet itself, under a key: 16 bytes to authenticate, 16 to decipher. Of any age.
std::optional<crypto::SecretText> open_fernet(std::string_view token,
                                              const crypto::Secret<32>& key);

}  // namespace keys
