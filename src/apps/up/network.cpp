// Starting a network: processes, wallets, subnet, registrations, stake, roles.
#include "apps/up/network.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <future>

#include "apps/role.hpp"
#include "crypto/secret_uri.hpp"
#include "pallets/admin_utils/calls.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/utility/calls.hpp"

namespace up {
namespace {

namespace admin = admin_utils;
using apps::act;
using apps::call_bytes;

constexpr u64 rao = 1'000'000'000;
constexpr u64 pocket_tao = 200;   // for burns and fees, on top of what is staked
constexpr u64 owner_tao = 2'000;  // the lock of a new subnet is 1,000 TAO
constexpr auto stop_patience = std::chrono::seconds(5);

template <class C>
AnyCall sudo_call(const C& call) {
    return AnyCall::of(sudo::sudo{AnyCall::of(call)});
}

/// Runs all at once, each on its own connection; the first failure, with its name.
Outcome<> in_parallel(
    const std::string& url,
    const std::vector<std::pair<std::string, std::function<Outcome<>(client::Chain&)>>>& steps) {
    std::vector<std::future<Outcome<>>> running;
    for (const auto& [name, step] : steps)
        running.push_back(std::async(std::launch::async, [&url, &step = step]() -> Outcome<> {
            auto chain = client::Chain::open(url);
            if (!chain) return chain.failure();
            return step(**chain);
        }));
    Outcome<> result;
    for (std::size_t i = 0; i < running.size(); ++i) {
        const auto done = running[i].get();
        if (!done && result) result = Failure{steps[i].first + ": " + done.message()};
    }
    return result;
}

Outcome<> act_only(client::Chain& chain, const Bytes& call, const crypto::Sr25519Pair& signer) {
    const auto done = act(chain, call, signer);
    if (!done) return done.failure();
    return {};
}

crypto::Sr25519Pair alice() { return *crypto::sr25519_from_uri("//Alice"); }

}  // namespace

Outcome<std::unique_ptr<Network>> Network::start(
    const Scenario& scenario, const Options& options,
    const std::function<void(const std::string&)>& progress) {
    std::unique_ptr<Network> network(new Network(scenario, options));
    if (auto done = network->run_steps(progress); !done) return done.failure();
    return network;
}

Outcome<> Network::run_steps(const std::function<void(const std::string&)>& progress) {
    struct Step {
        const char* title;
        Outcome<> (Network::*run)();
    };
    static constexpr Step steps[] = {
        {"wallets", &Network::make_wallets},
        {"the chain", &Network::start_node},
        {"TAO for everybody and the network's settings", &Network::prepare_chain},
        {"a subnet", &Network::create_subnet},
        {"registrations", &Network::register_members},
        {"stake", &Network::stake},
        {"miners and validators", &Network::launch_roles},
    };
    for (const auto& step : steps) {
        if (apps::stop_requested()) return Failure{"stopped"};
        progress(step.title);
        if (auto done = (this->*step.run)(); !done)
            return Failure{std::string(step.title) + ": " + done.message()};
    }
    return {};
}

Network::~Network() {
    for (auto& process : processes_) process.child.terminate();
    const auto deadline = process::Clock::now() + stop_patience;
    for (auto& process : processes_)
        if (!process.child.wait_until(deadline)) process.child.kill();
}

Outcome<> Network::make_wallets() {
    std::error_code error;
    std::filesystem::create_directories(options_.folder + "/logs", error);
    if (error) return Failure{"cannot create " + options_.folder + ": " + error.message()};
    std::vector<std::string> names{scenario_.owner};
    for (const auto& v : scenario_.validators) {
        names.push_back(v.name);
        for (const auto& d : v.delegators) names.push_back(d.name);
        std::filesystem::remove(options_.folder + "/" + v.name + ".scores.json",
                                error);  // of an earlier chain
    }
    for (const auto& m : scenario_.miners) names.push_back(m.name);
    for (const auto& name : names) {
        auto wallet = keys::wallet_at(wallets_path(), name);
        if (!wallet) return wallet.failure();
        for (const bool hot : {false, true}) {
            auto key = hot ? keys::load_hotkey(*wallet, "default") : keys::load_coldkey(*wallet);
            if (!key) {
                key = keys::key_from_phrase(crypto::generate_phrase());
                if (!key) return key.failure();
                auto saved =
                    hot ? keys::save_hotkey(*wallet, "default", *key, {}, keys::Overwrite::No)
                        : keys::save_coldkey(*wallet, *key, {}, keys::Overwrite::No);
                if (!saved) return saved;
            }
            if (!key->pair) return Failure{"wallet " + name + " holds no secret"};
            (hot ? keys_[name].hotkey : keys_[name].coldkey) = *key->pair;
        }
    }
    return {};
}

Outcome<> Network::launch(const std::string& name, std::vector<std::string> words) {
    words.insert(words.begin(), process::own_program());
    std::error_code error;
    std::filesystem::remove(log_path(name), error);
    auto child = start_process(name, words);
    if (!child) return child.failure();
    processes_.push_back({name, std::move(words), *std::move(child)});
    return {};
}

Outcome<process::Child> Network::start_process(const std::string& name,
                                               const std::vector<std::string>& words) const {
    return process::Child::start({.words = words, .log_path = log_path(name), .own_group = true});
}

Outcome<> Network::start_node() {
    if (client::Socket::connect("127.0.0.1", options_.port, client::Ms(1000)))
        return Failure{fmt::format(
            "port {} is in use; choose another --port, or stop the program that holds it",
            options_.port)};
    std::vector<std::string> words{"node", "--rpc-port", std::to_string(options_.port)};
    words.insert(words.end(), scenario_.node.begin(), scenario_.node.end());
    if (auto done = launch("node", std::move(words)); !done) return done;
    auto chain = client::Chain::open(url());
    if (!chain) return chain.failure();
    chain_ = *std::move(chain);
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        if (const auto ready = chain_->wait_ready(client::Ms(100)); ready) return {};
        if (auto well = tend(); !well) return well.failure();
        if (!apps::sleep_unless_stopped(100)) return Failure{"stopped"};
    }
    return Failure{"the node does not answer on port " + std::to_string(options_.port)};
}

Outcome<> Network::prepare_chain() {
    std::map<std::string, u64> purse_tao{{scenario_.owner, owner_tao}};
    for (const auto& v : scenario_.validators) {
        purse_tao[v.name] = v.stake_tao + pocket_tao;
        for (const auto& d : v.delegators) purse_tao[d.name] = d.stake_tao + pocket_tao;
    }
    for (const auto& m : scenario_.miners) purse_tao[m.name] = pocket_tao;
    utility::batch_all all;
    for (const auto& [name, tao] : purse_tao)
        all.calls.push_back(AnyCall::of(balances::transfer_keep_alive{
            MultiAddress(apps::account_of(keys_.at(name).coldkey)), {TaoBalance{tao * rao}}}));
    all.calls.push_back(sudo_call(admin::sudo_set_admin_freeze_window{0}));
    all.calls.push_back(sudo_call(admin::sudo_set_network_rate_limit{0}));
    all.calls.push_back(sudo_call(admin::sudo_set_tx_rate_limit{0}));
    all.calls.push_back(sudo_call(admin::sudo_set_start_call_delay{0}));
    return act_only(*chain_, call_bytes(all), alice());
}

Outcome<> Network::create_subnet() {
    const auto& owner = keys_.at(scenario_.owner);
    const auto hotkey = apps::account_of(owner.hotkey);
    if (auto done =
            act_only(*chain_, call_bytes(subtensor::register_network{hotkey}), owner.coldkey);
        !done)
        return done;
    const auto owners = chain_->storage_under(subtensor::storage.SubnetOwnerHotkey.prefix());
    if (!owners) return owners.failure();
    const Bytes wanted = scale::encoded(hotkey);
    for (const auto& [key, value] : *owners) {
        if (value != wanted) continue;
        scale::Reader in(BytesView(key).last(2));
        scale::decode(in, netuid_);
    }
    if (netuid_.id == 0) return Failure{"the new subnet is not there"};
    const u16 room = static_cast<u16>(scenario_.validators.size() + scenario_.miners.size() + 8);
    utility::batch_all all;
    all.calls = {
        sudo_call(admin::sudo_set_subnet_emission_enabled{netuid_, true}),
        sudo_call(admin::sudo_set_tempo{netuid_, scenario_.tempo}),
        sudo_call(admin::sudo_set_commit_reveal_weights_enabled{netuid_, false}),
        sudo_call(admin::sudo_set_weights_set_rate_limit{netuid_, 0}),
        sudo_call(admin::sudo_set_min_allowed_weights{netuid_, 1}),
        sudo_call(admin::sudo_set_serving_rate_limit{netuid_, 0}),
        sudo_call(admin::sudo_set_max_registrations_per_block{netuid_, room}),
        sudo_call(admin::sudo_set_target_registrations_per_interval{netuid_, room}),
    };
    const auto start = [&](client::Chain& chain) {
        return act_only(chain, call_bytes(subtensor::start_call{netuid_}), owner.coldkey);
    };
    const auto configure = [&](client::Chain& chain) {
        return act_only(chain, call_bytes(all), alice());
    };
    return in_parallel(url(), {{"start_call", start}, {"settings", configure}});
}

Outcome<> Network::register_members() {
    for (const auto& v : scenario_.validators)
        members_.push_back(
            {v.name, Kind::validator, "", 0, {}, options_.folder + "/" + v.name + ".scores.json"});
    for (const auto& m : scenario_.miners)
        members_.push_back({m.name, Kind::miner, m.behaviour, 0, {}, ""});
    std::vector<std::pair<std::string, std::function<Outcome<>(client::Chain&)>>> steps;
    for (auto& member : members_)
        steps.emplace_back(member.name, [this, &member](client::Chain& chain) -> Outcome<> {
            const auto& keys = keys_.at(member.name);
            apps::Role role{keys.hotkey, keys.coldkey, url(), netuid_};
            const auto uid = apps::ensure_registered(chain, role);
            if (!uid) return uid.failure();
            member.uid = *uid;
            member.hotkey = apps::account_of(keys.hotkey);
            return {};
        });
    return in_parallel(url(), steps);
}

/// One after the other, in the scenario's order: each purchase moves the price for the next.
Outcome<> Network::stake() {
    const auto add = [&](const std::string& who, const std::string& validator,
                         u64 tao) -> Outcome<> {
        const subtensor::add_stake call{apps::account_of(keys_.at(validator).hotkey), netuid_,
                                        TaoBalance{tao * rao}};
        if (auto done = act_only(*chain_, call_bytes(call), keys_.at(who).coldkey); !done)
            return Failure{who + ": " + done.message()};
        return {};
    };
    for (const auto& v : scenario_.validators) {
        if (v.stake_tao > 0)
            if (auto done = add(v.name, v.name, v.stake_tao); !done) return done;
        for (const auto& d : v.delegators)
            if (auto done = add(d.name, v.name, d.stake_tao); !done) return done;
    }
    return {};
}

std::vector<std::string> Network::role_words(const char* role, const std::string& name) const {
    return {role,
            "--task",
            scenario_.task,
            "--node",
            url(),
            "--netuid",
            std::to_string(netuid_.id),
            "--wallet-path",
            wallets_path(),
            "--wallet",
            name,
            "--hotkey",
            "default"};
}

Outcome<> Network::launch_roles() {
    u16 port = options_.first_miner_port;
    for (const auto& m : scenario_.miners) {
        auto words = role_words("miner", m.name);
        words.insert(words.end(), {"--behaviour", m.behaviour, "--port", std::to_string(port++),
                                   "--listen", "127.0.0.2", "--ip", "127.0.0.2"});
        if (auto done = launch(m.name, std::move(words)); !done) return done;
    }
    for (const auto& member : members_) {
        if (member.kind != Kind::validator) continue;
        auto words = role_words("validator", member.name);
        words.insert(words.end(),
                     {"--tokens", std::to_string(scenario_.tokens), "--pause-ms",
                      std::to_string(scenario_.pause_ms), "--timeout-ms",
                      std::to_string(scenario_.timeout_ms), "--state", member.scores_path});
        if (auto done = launch(member.name, std::move(words)); !done) return done;
    }
    return {};
}

Outcome<std::vector<std::string>> Network::tend() {
    constexpr int most_restarts = 5;
    std::vector<std::string> notes;
    for (auto& process : processes_) {
        const auto status = process.child.ended();
        if (!status) continue;
        const auto what = fmt::format("{} ended by itself (status {})", process.name, *status);
        // The node's chain may be in memory only; without it there is nothing to go on with.
        if (process.name == "node" || process.restarts == most_restarts)
            return Failure{what + "; see " + log_path(process.name)};
        auto child = start_process(process.name, process.words);
        if (!child) return child.failure();
        process.child = *std::move(child);
        ++process.restarts;
        notes.push_back(what + "; started again");
    }
    return notes;
}

}  // namespace up
