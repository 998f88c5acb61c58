// Staking TAO on a hotkey.
// Source: subtensor staking/add_stake.rs.
#include "pallets/subtensor/staking/add_stake.hpp"

#include "kernel/saturating.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {
namespace {

TaoBalance largest_input(const State& s, NetUid netuid) {
    return {kernel::sat_mul(storage.SubnetTAO.get(s, netuid).rao,
                            kernel::max_input_reserve_multiplier)};
}

}  // namespace

Result<> ensure_input_within_swap_limit(const State& s, NetUid netuid, TaoBalance amount) {
    if (!netuid.is_root() && storage.SubnetMechanism.get(s, netuid) == 1)
        ENSURE(amount <= largest_input(s, netuid), Error::InsufficientLiquidity);
    return {};
}

Result<TaoBalance> get_max_amount_add(const State& s, NetUid netuid, TaoBalance limit_price) {
    if (netuid.is_root() || storage.SubnetMechanism.get(s, netuid) == 0)
        return TaoBalance{limit_price >= 1_tao ? ~u64{0} : 0};
    ASSIGN(const auto r, swap::sim_swap_limit(s, netuid, largest_input(s, netuid), limit_price));
    return saturating_add(r.amount_paid_in, r.fee_paid);
}

Result<AlphaBalance> do_add_stake(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                                  NetUid netuid, TaoBalance amount) {
    TRY(ensure_input_within_swap_limit(cx.state, netuid, amount));
    TRY(validate_add_stake(cx, coldkey, hotkey, netuid, amount, amount, false));
    return stake_into_subnet(cx, hotkey, coldkey, netuid, amount, swap::max_price(), false);
}

Result<AlphaBalance> do_add_stake_limit(Context& cx, const AccountId& coldkey,
                                        const AccountId& hotkey, NetUid netuid, TaoBalance amount,
                                        TaoBalance limit_price, bool allow_partial) {
    State& s = cx.state;
    TRY(ensure_input_within_swap_limit(s, netuid, amount));
    ASSIGN(const auto max_amount, get_max_amount_add(s, netuid, limit_price));
    TRY(validate_add_stake(cx, coldkey, hotkey, netuid, amount, max_amount, allow_partial));
    if (get_owning_coldkey_for_hotkey(s, hotkey) != coldkey) maybe_become_delegate(s, hotkey);
    return stake_into_subnet(cx, hotkey, coldkey, netuid, std::min(amount, max_amount), limit_price,
                             false);
}

Result<> add_stake::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    TRY(do_add_stake(cx, coldkey, hotkey, netuid, amount_staked));
    return {};
}

Result<> add_stake_limit::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    TRY(do_add_stake_limit(cx, coldkey, hotkey, netuid, amount_staked, limit_price, allow_partial));
    return {};
}

}  // namespace subtensor
