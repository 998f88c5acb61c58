// Whatever people do, in whatever order: no rao is lost or made, every neuron has its place.
#include <set>

#include "pallets/admin_utils/calls.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "runtime/invariants/invariants.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

/// splitmix64
struct Random {
    u64 state;
    u64 next() {
        u64 z = state += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }
    u64 below(u64 n) { return next() % n; }
    bool one_in(u64 n) { return below(n) == 0; }
    template <class T>
    const T& of(const std::vector<T>& list) {
        return list[below(list.size())];
    }
    /// From 1 to 10^13, small ones as likely as great ones.
    u64 amount() {
        u64 scale = 1;
        for (u64 i = below(13); i > 0; --i) scale *= 10;
        return scale + below(9 * scale);
    }
};

class Walk : public Network, public testing::WithParamInterface<u64> {
protected:
    Walk() {
        for (int i = 0; i < 6; ++i) coldkeys.push_back(rich("coldkey " + std::to_string(i)));
        for (int i = 0; i < 12; ++i) hotkeys.push_back(env.account("hotkey " + std::to_string(i)));
        open_subnet(coldkeys[0], hotkeys[0]);
        storage.SubtokenEnabled.set(env.state, root_netuid, true);
        for (NetUid netuid : {subnet, NetUid{3}}) {
            env(Origin::root(), admin_utils::sudo_set_tempo{netuid, 20});
            env(Origin::root(), admin_utils::sudo_set_max_allowed_uids{netuid, 64});
            storage.MaxAllowedUids.set(env.state, netuid, 6);
            storage.ImmunityPeriod.set(env.state, netuid, 10);
            env(Origin::root(), admin_utils::sudo_set_commit_reveal_weights_enabled{netuid, false});
            env(Origin::root(), admin_utils::sudo_set_weights_set_rate_limit{netuid, 0});
        }
        if (crowded) {
            storage.SubnetLimit.set(env.state, 3);
            storage.NetworkImmunityPeriod.set(env.state, 40);
            // Genesis leaves the pool of its subnet uncovered.
            const auto account = *get_subnet_account_id(env.state, {1});
            (void)balances::mint_into(env.cx, account, storage.SubnetTAO.get(env.state, {1}));
            env(Origin::root(), admin_utils::sudo_set_network_rate_limit{0});
        }
        for (std::size_t i = 1; i < hotkeys.size(); ++i)
            env(coldkeys[i % coldkeys.size()], try_associate_hotkey{hotkeys[i]});
        start = std::make_unique<Invariants>(env.state);
    }
    template <class C>
    void attempt(const Origin& who, const C& call, std::string_view name) {
        ++tried[std::string(name)];
        if (env.attempt(who, call)) ++done[std::string(name)];
        check(name);
    }
    void check(std::string_view after) {
        const auto broken = start->broken(env.state, env.cx.events);
        env.cx.events.clear();
        if (!broken.empty()) {
            ADD_FAILURE() << "block " << env.cx.block << ", after " << after << ":\n" << broken;
            stopped = true;
        }
    }
    void blocks(u64 n) {
        for (u64 i = 0; i < n && !stopped; ++i) {
            env.cx.author = random.one_in(2) ? std::optional(coldkeys[5]) : std::nullopt;
            env.run_to(env.cx.block + 1);
            check("the block step");
        }
    }
    NetUid netuid() { return {u16(random.below(4))}; }
    const AccountId& hotkey() { return random.of(hotkeys); }
    AlphaBalance alpha() { return {random.amount()}; }
    /// Somebody's stake: mostly a real one, so that most calls about it can succeed.
    struct Position {
        AccountId hotkey;
        Origin coldkey;
        NetUid netuid;
    };
    Position position() {
        const auto all = storage.AlphaV2.keys_under(env.state);
        if (all.empty() || random.one_in(5)) return {hotkey(), coldkey(), netuid()};
        const auto& [hot, cold, net] = random.of(all);
        return {hot, Origin::signed_by(cold), net};
    }
    TaoBalance tao() { return {random.amount()}; }
    Origin coldkey() { return Origin::signed_by(random.of(coldkeys)); }

    void stakes();
    void moves();
    void places();
    void rules();

    Random random{GetParam()};
    const bool crowded = GetParam() >= 5;  // new subnets take the places of old ones
    std::vector<AccountId> coldkeys, hotkeys;
    std::map<std::string, u32> tried, done;
    std::unique_ptr<Invariants> start;
    bool stopped = false;
};

void Walk::stakes() {
    const auto p = position();
    switch (random.below(8)) {
        case 0:
        case 1: return attempt(coldkey(), add_stake{hotkey(), netuid(), tao()}, "add_stake");
        case 2:
            return attempt(p.coldkey, remove_stake{p.hotkey, p.netuid, alpha()}, "remove_stake");
        case 3:
            return attempt(coldkey(),
                           add_stake_limit{hotkey(), netuid(), tao(), tao(), random.one_in(2)},
                           "add_stake_limit");
        case 4:
            return attempt(p.coldkey, remove_stake_full_limit{p.hotkey, p.netuid, std::nullopt},
                           "remove_stake_full_limit");
        case 5: return attempt(p.coldkey, unstake_all{p.hotkey}, "unstake_all");
        case 6: return attempt(p.coldkey, unstake_all_alpha{p.hotkey}, "unstake_all_alpha");
        default:
            return attempt(coldkey(), add_stake_burn{hotkey(), netuid(), tao(), std::nullopt},
                           "add_stake_burn");
    }
}

void Walk::moves() {
    const auto p = position();
    switch (random.below(7)) {
        case 0:
            return attempt(p.coldkey, move_stake{p.hotkey, hotkey(), p.netuid, netuid(), alpha()},
                           "move_stake");
        case 1:
            return attempt(p.coldkey, swap_stake{p.hotkey, p.netuid, netuid(), alpha()},
                           "swap_stake");
        case 2:
            return attempt(
                p.coldkey,
                transfer_stake{random.of(coldkeys), p.hotkey, p.netuid, netuid(), alpha()},
                "transfer_stake");
        case 3:
            return attempt(coldkey(), balances::transfer_keep_alive{random.of(coldkeys), {tao()}},
                           "transfer_keep_alive");
        case 4:
            return attempt(p.coldkey, recycle_alpha{p.hotkey, alpha(), p.netuid}, "recycle_alpha");
        case 5: return attempt(p.coldkey, burn_alpha{p.hotkey, alpha(), p.netuid}, "burn_alpha");
        default: return attempt(coldkey(), claim_root{{subnet, {3}}}, "claim_root");
    }
}

void Walk::places() {
    const AccountId& hot = hotkey();
    const auto its_owner = Origin::signed_by(storage.Owner.get(env.state, hot));
    switch (random.below(8)) {
        case 0:
        case 1: return attempt(its_owner, burned_register{netuid(), hot}, "burned_register");
        case 2: return attempt(its_owner, root_register{hot}, "root_register");
        case 3:
            return attempt(its_owner, register_limit{netuid(), hot, random.amount()},
                           "register_limit");
        case 4:
            return attempt(its_owner, set_children{hot, netuid(), {{random.next() >> 1, hotkey()}}},
                           "set_children");
        case 5: {
            const NetUid on{u16(2 + random.below(2))};
            const u16 uid = u16(random.below(4)), target = u16(random.below(4));
            return attempt(Origin::signed_by(storage.Keys.get(env.state, on, uid)),
                           set_weights{on, {target}, {1}, 0}, "set_weights");
        }
        case 6:
            return attempt(its_owner, decrease_take{hot, {u16(random.below(12'000))}},
                           "decrease_take");
        default:
            return attempt(coldkey(), set_coldkey_auto_stake_hotkey{netuid(), hotkey()},
                           "set_coldkey_auto_stake_hotkey");
    }
}

void Walk::rules() {
    const auto root = Origin::root();
    const bool on = random.one_in(2);
    switch (random.below(7)) {
        case 0:
            return attempt(root, admin_utils::sudo_set_subnet_emission_enabled{netuid(), on},
                           "sudo_set_subnet_emission_enabled");
        case 1:
            return attempt(root, admin_utils::sudo_set_owner_cut_enabled{netuid(), on},
                           "sudo_set_owner_cut_enabled");
        case 2:
            return attempt(root, admin_utils::sudo_set_ck_burn{random.next()}, "sudo_set_ck_burn");
        case 3:
            return attempt(root,
                           admin_utils::sudo_set_recycle_or_burn{
                               netuid(), on ? RecycleOrBurnEnum::Recycle : RecycleOrBurnEnum::Burn},
                           "sudo_set_recycle_or_burn");
        case 4:
            return attempt(root, admin_utils::sudo_set_tempo{netuid(), u16(5 + random.below(30))},
                           "sudo_set_tempo");
        case 5:
            return attempt(
                root, admin_utils::sudo_set_nominator_min_required_stake{random.below(2'000'000)},
                "sudo_set_nominator_min_required_stake");
        default:
            if (!crowded && !random.one_in(4)) return;
            if (crowded && random.one_in(3))
                return attempt(root, root_dissolve_network{netuid()}, "root_dissolve_network");
            return attempt(coldkey(), register_network{hotkey()}, "register_network");
    }
}

TEST_P(Walk, keeps_every_rao_and_every_place) {
    for (int step = 0; step < 1500 && !stopped; ++step) {
        switch (random.below(10)) {
            case 0:
            case 1:
            case 2: stakes(); break;
            case 3:
            case 4: moves(); break;
            case 5:
            case 6: places(); break;
            case 7: rules(); break;
            default: blocks(1 + random.below(6));
        }
    }
    // A walk on which nothing succeeds would prove nothing.
    EXPECT_GT(env.cx.block, 500u);
    std::vector<std::string> wanted{"add_stake", "remove_stake", "burned_register"};
    wanted.emplace_back(crowded ? "register_network" : "set_weights");
    for (const auto& call : wanted)
        EXPECT_GT(done[call], 0u) << call << " never succeeded in " << tried[call];
}
INSTANTIATE_TEST_SUITE_P(seeds, Walk, testing::Range(u64{1}, u64{8}));

/// The rules do notice when they are broken.
class Broken : public Network {
protected:
    void expect(std::string_view sign) {
        EXPECT_NE(start.broken(env.state, {}).find(sign), std::string::npos)
            << "found: " << start.broken(env.state, {});
    }
    Invariants start{env.state};
};

TEST_F(Broken, nothing_is_reported_where_nothing_is_wrong) {
    EXPECT_EQ(start.broken(env.state, {}), "");
}
TEST_F(Broken, tao_from_nowhere_is_seen) {
    storage.TotalIssuance.set(env.state, saturating_add(issued(), TaoBalance{1}));
    expect("issuance that no account holds");
}
TEST_F(Broken, a_pool_that_its_account_does_not_cover_is_seen) {
    storage.SubnetTAO.change(env.state, subnet, [](TaoBalance& t) { ++t.rao; });
    expect("subnet 2: its account lacks 1 rao");
}
TEST_F(Broken, alpha_that_was_never_issued_is_seen) {
    storage.TotalHotkeyAlpha.set(env.state, owner_hotkey, subnet, 1_alpha);
    expect("alpha-rao held or waiting");
    storage.TotalHotkeyAlpha.set(env.state, owner_hotkey, root_netuid, 1_alpha);
    expect("SubnetAlphaOut of root");
}
TEST_F(Broken, a_gap_between_places_is_seen) {
    join(alice, alices_hotkey);
    storage.Keys.erase(env.state, subnet, 0);
    expect("subnet 2: Keys, SubnetworkN");
    storage.Uids.set(env.state, subnet, alices_hotkey, 5);
    expect("is not its hotkey's");
}

}  // namespace
}  // namespace subtensor
