// Flags, keys and signals of the roles.
#include "apps/role.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdlib>
#include <thread>

#include "crypto/secret_uri.hpp"
#include "keys/wallet.hpp"
#include "pallets/subtensor/calls.hpp"

namespace apps {
namespace {

std::atomic<bool> stop_flag = false;

Outcome<crypto::Sr25519Pair> pair_of(const Outcome<keys::Key>& key) {
    if (!key) return key.failure();
    if (!key->pair) return Failure{"this key file holds no secret; it cannot sign"};
    return *key->pair;
}

}  // namespace

std::vector<cli::Flag> role_flags() {
    return {
        cli::text("node", "URL", "the chain's WebSocket", "ws://127.0.0.1:9944"),
        cli::number("netuid", "N", "the subnet", 2, 65'535),
        cli::text("wallet", "NAME", "the wallet's name", "default"),
        cli::text("hotkey", "NAME", "the hotkey's name", "default"),
        cli::text("wallet-path", "DIR", "folder of all wallets (default: as the other tools)"),
        cli::text("hotkey-uri", "URI", "a development key instead of a wallet, such as //Bob"),
        cli::text("coldkey-uri", "URI", "the same for the coldkey"),
        cli::toggle("register", "register the hotkey on the subnet if needed (pays the burn)"),
    };
}

Outcome<Role> read_role(const cli::Args& args) {
    Role role;
    role.node = args.text("node");
    role.netuid = {static_cast<u16>(args.number("netuid"))};
    const auto base = args.find("wallet-path");
    auto wallet = keys::wallet_at(base ? keys::expand_home(*base) : keys::default_base(),
                                  args.text("wallet"));
    if (!wallet) return wallet.failure();
    const auto uri = args.find("hotkey-uri");
    auto hotkey = uri ? crypto::sr25519_from_uri(*uri)
                      : pair_of(keys::load_hotkey(*wallet, args.text("hotkey")));
    if (!hotkey) return hotkey.failure();
    role.hotkey = *hotkey;
    if (args.on("register")) {
        const auto cold_uri = args.find("coldkey-uri");
        auto coldkey =
            cold_uri ? crypto::sr25519_from_uri(*cold_uri) : pair_of(keys::load_coldkey(*wallet));
        if (!coldkey) return coldkey.failure();
        role.coldkey = *coldkey;
    }
    return role;
}

Outcome<u16> ensure_registered(Chain& chain, const Role& role) {
    const auto hotkey = account_of(role.hotkey);
    auto uid = uid_of(chain, role.netuid, hotkey);
    if (!uid) return uid.failure();
    if (*uid) return **uid;
    if (!role.coldkey)
        return Failure{fmt::format("hotkey {} is not registered on subnet {}; add --register",
                                   address_of(hotkey), role.netuid.id)};
    const auto done =
        act(chain, call_bytes(subtensor::burned_register{role.netuid, hotkey}), *role.coldkey);
    if (!done) return done.failure();
    uid = uid_of(chain, role.netuid, hotkey);
    if (!uid) return uid.failure();
    if (!*uid) return Failure{"the registration did not take effect"};
    return **uid;
}

const std::atomic<bool>& stop_requested() { return stop_flag; }

void stop_on_signals() {
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { stop_flag = true; });
}

bool sleep_unless_stopped(u32 ms) {
    constexpr u32 step = 50;
    for (u32 slept = 0; slept < ms && !stop_flag; slept += step)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(step, ms - slept)));
    return !stop_flag;
}

void say(std::string_view role, const std::string& text) {
    fmt::print("{}: {}\n", role, text);
    std::fflush(stdout);
}

}  // namespace apps
