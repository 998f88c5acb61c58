// Wallet folders as the existing tools lay them out:
// BASE/NAME/{coldkey,coldkeypub.txt,hotkeys/HOTKEY}.
#pragma once
#include "keys/keyfile.hpp"

namespace keys {

/// A wallet's place; nothing need exist there.
struct Wallet {
    Path folder;  // BASE/NAME

    Path coldkey() const { return folder / "coldkey"; }
    Path coldkeypub() const { return folder / "coldkeypub.txt"; }
    Path hotkey(std::string_view name) const { return folder / "hotkeys" / name; }
    Path hotkeypub(std::string_view name) const {
        return folder / "hotkeys" / (std::string(name) + "pub.txt");
    }
};

/// BT_WALLET_PATH or ~/.bittensor/wallets.
Path default_base();

/// "~/x" with the home folder in place of the tilde.
Path expand_home(std::string_view path);

/// Fails when the name cannot be that of a folder inside the base.
Outcome<Wallet> wallet_at(const Path& base, std::string_view name);
Outcome<> check_name(std::string_view name);  // of wallets and hotkeys

/// The pairs that sign, and the public parts, which need no password. The public file of a hotkey
/// is younger than the format: without one, the hotkey itself is read if it is plain.
Outcome<Key> load_coldkey(const Wallet&, const PasswordSource& = {});
Outcome<Key> load_hotkey(const Wallet&, std::string_view name, const PasswordSource& = {});
Outcome<Key> load_coldkeypub(const Wallet&);
Outcome<Key> load_hotkeypub(const Wallet&, std::string_view name);

/// Writes the secret file (encrypted when there is a password) and the public one.
Outcome<> save_coldkey(const Wallet&, const Key&, const std::optional<crypto::SecretText>& password,
                       Overwrite);
Outcome<> save_hotkey(const Wallet&, std::string_view name, const Key&,
                      const std::optional<crypto::SecretText>& password, Overwrite);

/// Names in order; files that are no keys are not told apart here.
std::vector<std::string> wallet_names(const Path& base);
std::vector<std::string> hotkey_names(const Wallet&);

}  // namespace keys
