// Burning and recycling staked alpha.
// Source: subtensor staking/recycle_alpha.rs.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/alpha.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/add_stake.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

/// Takes up to the amount off the coldkey's stake; how much it was.
Result<AlphaBalance> take_stake(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                                NetUid netuid, AlphaBalance amount) {
    State& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    ENSURE(!netuid.is_root(), Error::CannotBurnOrRecycleOnRootSubnet);
    TRY(ensure_subtoken_enabled(s, netuid));
    ENSURE(hotkey_account_exists(s, hotkey), Error::HotKeyAccountNotExists);
    amount =
        std::min(amount, get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid));
    ENSURE(storage.SubnetAlphaOut.get(s, netuid) >= amount, Error::InsufficientLiquidity);
    TRY(ensure_available_to_unstake(s, coldkey, netuid, amount, cx.block));
    TRY(ensure_hotkey_covers_collateral(s, coldkey, hotkey, netuid, amount));
    decrease_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid, amount);
    return amount;
}
Result<> do_burn_alpha(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                       AlphaBalance amount, NetUid netuid) {
    ASSIGN(const auto taken, take_stake(cx, coldkey, hotkey, netuid, amount));
    burn_subnet_alpha(cx.state, netuid, taken);
    cx.emit(AlphaBurned{coldkey, hotkey, taken, netuid});
    return {};
}

}  // namespace

Result<> recycle_alpha::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ASSIGN(const auto taken, take_stake(cx, coldkey, hotkey, netuid, amount));
    recycle_subnet_alpha(cx.state, netuid, taken);
    cx.emit(AlphaRecycled{coldkey, hotkey, taken, netuid});
    return {};
}

Result<> burn_alpha::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return do_burn_alpha(cx, coldkey, hotkey, amount, netuid);
}

Result<> add_stake_burn::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return transactional(cx, [&]() -> Result<> {
        ASSIGN(const auto alpha,
               limit ? do_add_stake_limit(cx, coldkey, hotkey, netuid, amount, *limit, false)
                     : do_add_stake(cx, coldkey, hotkey, netuid, amount));
        TRY(do_burn_alpha(cx, coldkey, hotkey, alpha, netuid));
        cx.emit(AddStakeBurn{netuid, hotkey, amount, alpha});
        return {};
    });
}

}  // namespace subtensor
