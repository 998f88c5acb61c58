// Prices and weights of stake, and the pools' reserves.
#include "pallets/subtensor/staking/stake_utils.hpp"

#include "kernel/emission_shares.hpp"
#include "kernel/moving_price.hpp"
#include "kernel/stake_weight.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/set_children.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {

AlphaBalance get_alpha_issuance(const State& s, NetUid netuid) {
    return saturating_add(storage.SubnetAlphaIn.get(s, netuid),
                          storage.SubnetAlphaOut.get(s, netuid));
}

Result<> ensure_subtoken_enabled(const State& s, NetUid netuid) {
    ENSURE(storage.SubtokenEnabled.get(s, netuid), Error::SubtokenDisabled);
    return {};
}

U64F64 get_moving_alpha_price(const State& s, NetUid netuid) {
    return kernel::moving_alpha_price(netuid.is_root(), storage.SubnetMechanism.get(s, netuid),
                                      storage.SubnetMovingPrice.get(s, netuid));
}

/// Halves its distance from the spot price in 600 blocks; begins at it.
static void update_fast_moving_price(State& s, NetUid netuid) {
    constexpr U64F64 ln_2{u128(0xb17217f7d1cf7800u)};
    const auto rate = ln_2.safe_div(U64F64::saturating_from_num(600u));
    const auto spot = swap::current_alpha_price(s, netuid);
    auto price = storage.SubnetFastMovingPrice.find(s, netuid).value_or(spot);
    if (spot >= price)
        price = price.saturating_add(spot.saturating_sub(price).saturating_mul(rate));
    else
        price = price.saturating_sub(price.saturating_sub(spot).saturating_mul(rate));
    storage.SubnetFastMovingPrice.set(s, netuid, price);
}

void update_moving_price(Context& cx, NetUid netuid) {
    const State& s = cx.state;
    const auto next = kernel::next_moving_price(
        {.average = get_moving_alpha_price(s, netuid),
         .spot_price = swap::current_alpha_price(s, netuid),
         .moving_alpha = storage.SubnetMovingAlpha.get(s),
         .halving_blocks = storage.EMAPriceHalvingBlocks.get(s, netuid),
         .first_emission_block = storage.FirstEmissionBlockNumber.get(s, netuid).value_or(0),
         .current_block = cx.block});
    storage.SubnetMovingPrice.set(cx.state, netuid, next);
    if (since_475(s)) update_fast_moving_price(cx.state, netuid);
}

U64F64 get_median_subnet_alpha_price(const State& s) {
    std::vector<U64F64> prices;
    storage.NetworksAdded.each_under(s, [&](NetUid netuid, bool added) {
        if (added && !netuid.is_root()) {
            const U64F64 price = swap::current_alpha_price(s, netuid);
            if (price > U64F64{}) prices.push_back(price);
        }
        return true;
    });
    return kernel::median_price(std::move(prices));
}

U96F32 get_tao_weight(const State& s) { return kernel::u64_proportion(storage.TaoWeight.get(s)); }

U96F32 get_ck_burn(const State& s) { return kernel::u64_proportion(storage.CKBurn.get(s)); }

namespace {

/// What a hotkey lends to child keys and gets from parents on a subnet.
struct Loans {
    Loans(const State& s, const AccountId& hotkey, NetUid netuid) {
        for (const auto& [proportion, child] : get_children(s, hotkey, netuid))
            lent.push_back(proportion);
        parents = get_parents(s, hotkey, netuid);
    }
    /// The hotkey's stake on `stake_netuid` (this subnet or root) after the loans.
    u64 inherited(const State& s, const AccountId& hotkey, NetUid stake_netuid) const {
        const auto stake = [&](const AccountId& key) {
            return get_stake_for_hotkey_on_subnet(s, key, stake_netuid).rao;
        };
        std::vector<kernel::ParentStake> lenders;
        for (const auto& [proportion, parent] : parents)
            lenders.push_back({proportion, stake(parent)});
        return kernel::inherited_stake(stake(hotkey), lent, lenders);
    }
    std::vector<u64> lent;
    std::vector<std::pair<u64, AccountId>> parents;
};
StakeWeights stake_weights(const State& s, const AccountId& hotkey, NetUid netuid,
                           U96F32 tao_weight) {
    const auto [alpha, tao] = get_inherited_for_hotkey_on_subnet(s, hotkey, netuid);
    return {kernel::stake_weight(alpha.rao, tao.rao, tao_weight),
            I64F64::saturating_from_num(alpha.rao), I64F64::saturating_from_num(tao.rao)};
}

}  // namespace

StakeWeights get_stake_weights_for_hotkey_on_subnet(const State& s, const AccountId& hotkey,
                                                    NetUid netuid) {
    return stake_weights(s, hotkey, netuid, get_tao_weight(s));
}

NetworkStakeWeights get_stake_weights_for_network(const State& s, NetUid netuid) {
    const U96F32 tao_weight = get_tao_weight(s);
    const u16 n = storage.SubnetworkN.get(s, netuid);
    NetworkStakeWeights out{std::vector<I64F64>(n), std::vector<I64F64>(n), std::vector<I64F64>(n)};
    for (const auto& [uid, hotkey] : storage.Keys.under(s, netuid)) {
        if (uid >= n) continue;
        const auto w = stake_weights(s, hotkey, netuid, tao_weight);
        out.total[uid] = w.total;
        out.alpha[uid] = w.alpha;
        out.tao[uid] = w.tao;
    }
    return out;
}

InheritedStake get_inherited_for_hotkey_on_subnet(const State& s, const AccountId& hotkey,
                                                  NetUid netuid) {
    const Loans loans(s, hotkey, netuid);
    const u64 alpha = netuid.is_root() ? get_stake_for_hotkey_on_subnet(s, hotkey, netuid).rao
                                       : loans.inherited(s, hotkey, netuid);
    return {{alpha}, {loans.inherited(s, hotkey, root_netuid)}};
}

Result<> ensure_staking_hotkeys_can_grow(const State& s, const AccountId& coldkey,
                                         const AccountId& hotkey) {
    const auto hotkeys = storage.StakingHotkeys.get(s, coldkey);
    ENSURE(hotkeys.size() < max_staking_hotkeys ||
               std::find(hotkeys.begin(), hotkeys.end(), hotkey) != hotkeys.end(),
           Error::TooManyStakingHotkeys);
    return {};
}

void add_staking_hotkey(State& s, const AccountId& coldkey, const AccountId& hotkey) {
    auto hotkeys = storage.StakingHotkeys.get(s, coldkey);
    if (std::find(hotkeys.begin(), hotkeys.end(), hotkey) != hotkeys.end()) return;
    hotkeys.push_back(hotkey);
    storage.StakingHotkeys.set(s, coldkey, hotkeys);
}

void increase_provided_tao_reserve(State& s, NetUid netuid, TaoBalance tao) {
    if (tao.rao == 0) return;
    storage.SubnetTAO.change(s, netuid, [&](TaoBalance& t) { t = saturating_add(t, tao); });
}
void decrease_provided_tao_reserve(State& s, NetUid netuid, TaoBalance tao) {
    if (tao.rao == 0) return;
    storage.SubnetTAO.change(s, netuid, [&](TaoBalance& t) { t = saturating_sub(t, tao); });
}
void increase_provided_alpha_reserve(State& s, NetUid netuid, AlphaBalance alpha) {
    if (alpha.rao == 0) return;
    storage.SubnetAlphaIn.change(s, netuid, [&](AlphaBalance& t) { t = saturating_add(t, alpha); });
}
void decrease_provided_alpha_reserve(State& s, NetUid netuid, AlphaBalance alpha) {
    if (alpha.rao == 0) return;
    storage.SubnetAlphaIn.change(s, netuid, [&](AlphaBalance& t) { t = saturating_sub(t, alpha); });
}

}  // namespace subtensor
