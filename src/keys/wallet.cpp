// Paths, listing and the two files of a key in a wallet folder.
#include "keys/wallet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace keys {
namespace {

constexpr std::size_t max_name = 200;  // leaves room for "pub.txt" and the sibling while writing
constexpr std::string_view public_ending = "pub.txt";

std::vector<std::string> names_in(const Path& folder, bool folders) {
    std::vector<std::string> out;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory(error) != folders || !check_name(name)) continue;
        if (!folders && (name.ends_with(public_ending) || name.ends_with(".tmp"))) continue;
        out.push_back(name);
    }
    std::sort(out.begin(), out.end());
    return out;
}

Outcome<> save_both(const Path& secret, const Path& open, const Key& key,
                    const std::optional<crypto::SecretText>& password, Overwrite overwrite) {
    for (const Path& path : {secret, open})
        if (overwrite == Overwrite::No && std::filesystem::exists(path))
            return exists_already(path);
    // The secret first: a public file whose secret was lost would look like a key.
    if (key.pair)
        if (const auto saved = save_key(secret, key, password, overwrite); !saved) return saved;
    return save_public(open, key, overwrite);
}

}  // namespace

Path default_base() {
    const char* const base = std::getenv("BT_WALLET_PATH");
    return expand_home(base && *base ? base : "~/.bittensor/wallets");
}

Path expand_home(std::string_view path) {
    const char* const home = std::getenv("HOME");
    if (!home || (path != "~" && !path.starts_with("~/"))) return path;
    return path == "~" ? Path(home) : Path(home) / path.substr(2);
}

Outcome<> check_name(std::string_view name) {
    const bool safe = !name.empty() && name.size() <= max_name && name[0] != '.' &&
                      name.find('/') == name.npos && name.find('\0') == name.npos;
    if (!safe)
        return Failure{
            fmt::format("'{}' cannot name a wallet or hotkey: it becomes the name of a file",
                        name.substr(0, max_name))};
    return {};
}

Outcome<Wallet> wallet_at(const Path& base, std::string_view name) {
    if (const auto good = check_name(name); !good) return good.failure();
    return Wallet{base / name};
}

Outcome<Key> load_coldkey(const Wallet& wallet, const PasswordSource& source) {
    return load_key(wallet.coldkey(), source);
}

Outcome<Key> load_hotkey(const Wallet& wallet, std::string_view name,
                         const PasswordSource& source) {
    if (const auto good = check_name(name); !good) return good.failure();
    return load_key(wallet.hotkey(name), source);
}

Outcome<Key> load_coldkeypub(const Wallet& wallet) { return load_key(wallet.coldkeypub()); }

Outcome<Key> load_hotkeypub(const Wallet& wallet, std::string_view name) {
    if (const auto good = check_name(name); !good) return good.failure();
    const bool written = std::filesystem::exists(wallet.hotkeypub(name));
    const PasswordSource never_ask{{}, false};
    return load_key(written ? wallet.hotkeypub(name) : wallet.hotkey(name), never_ask);
}

Outcome<> save_coldkey(const Wallet& wallet, const Key& key,
                       const std::optional<crypto::SecretText>& password, Overwrite overwrite) {
    return save_both(wallet.coldkey(), wallet.coldkeypub(), key, password, overwrite);
}

Outcome<> save_hotkey(const Wallet& wallet, std::string_view name, const Key& key,
                      const std::optional<crypto::SecretText>& password, Overwrite overwrite) {
    if (const auto good = check_name(name); !good) return good;
    return save_both(wallet.hotkey(name), wallet.hotkeypub(name), key, password, overwrite);
}

std::vector<std::string> wallet_names(const Path& base) { return names_in(base, true); }

std::vector<std::string> hotkey_names(const Wallet& wallet) {
    return names_in(wallet.folder / "hotkeys", false);
}

}  // namespace keys
