// Accounts exported by polkadot.js and browser wallets, read only (JSON version 3, scrypt).
#pragma once
#include "keys/key.hpp"

namespace keys {

Outcome<Key> key_from_polkadot_json(std::string_view json, std::string_view password);

}  // namespace keys
