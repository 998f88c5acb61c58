// What `myelin miner` and `myelin validator` have in common: flags, keys, the node, stopping.
#pragma once
#include <atomic>

#include "apps/onchain.hpp"
#include "base/args.hpp"

namespace apps {

struct Role {
    crypto::Sr25519Pair hotkey;
    std::optional<crypto::Sr25519Pair> coldkey;  // only when it is needed (to register)
    std::string node;
    NetUid netuid{};
};

/// --node, --netuid, --wallet, --hotkey, --wallet-path, --hotkey-uri, --coldkey-uri, --register.
std::vector<cli::Flag> role_flags();
Outcome<Role> read_role(const cli::Args&);

/// Registers the hotkey by paying the burn when it is not on the subnet yet. Fails without a
/// coldkey.
Outcome<u16> ensure_registered(Chain&, const Role&);

/// Set by SIGINT and SIGTERM.
const std::atomic<bool>& stop_requested();
void stop_on_signals();
/// Sleeps in short steps; false when a stop was requested.
bool sleep_unless_stopped(u32 ms);

/// "role: text" on standard output, at once.
void say(std::string_view role, const std::string& text);

}  // namespace apps
