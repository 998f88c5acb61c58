// The owner of a hotkey locks more collateral, or sets the floor it keeps.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/add_stake.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

Result<> check_subnet(const State& s, NetUid netuid) {
    ENSURE(!netuid.is_root(), Error::RegistrationNotPermittedOnRootSubnet);
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    return {};
}
Result<> check_hotkey(const State& s, const AccountId& coldkey, const AccountId& hotkey) {
    ENSURE(hotkey_account_exists(s, hotkey), Error::HotKeyAccountNotExists);
    ENSURE(coldkey_owns_hotkey(s, coldkey, hotkey), Error::NonAssociatedColdKey);
    return {};
}

/// TAO for alpha that is not staked yet, at the moving price.
Result<TaoBalance> price_of(const State& s, NetUid netuid, AlphaBalance alpha) {
    if (alpha.rao == 0) return TaoBalance{};
    const auto price = get_moving_alpha_price(s, netuid);
    ENSURE(price > U64F64{}, Error::InsufficientLiquidity);
    return TaoBalance{
        U64F64::saturating_from_num(alpha.rao).saturating_mul(price).saturating_to_num<u64>()};
}

Result<> check_purchase(const Context& cx, const AccountId& coldkey, const add_collateral& call,
                        TaoBalance tao) {
    const State& s = cx.state;
    TRY(ensure_input_within_swap_limit(s, call.netuid, tao));
    TRY(validate_add_stake(cx, coldkey, call.hotkey, call.netuid, tao, tao, false));
    ENSURE(get_keep_alive_balance(s, coldkey) >= tao, Error::NotEnoughBalanceToStake);
    return {};
}

Result<AlphaBalance> buy_and_lock(Context& cx, const AccountId& coldkey, const add_collateral& call,
                                  TaoBalance tao) {
    State& s = cx.state;
    ASSIGN(const auto max_amount, get_max_amount_add(s, call.netuid, call.limit_price));
    ENSURE(tao <= max_amount, Error::SlippageTooHigh);
    ASSIGN(const auto bought,
           stake_into_subnet(cx, call.hotkey, coldkey, call.netuid, tao, call.limit_price, false));
    TRY(credit_miner_collateral(s, call.netuid, call.hotkey, coldkey, bought, Drain::keep));
    return bought;
}

}  // namespace

Result<> add_collateral::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    TRY(check_subnet(s, netuid));
    TRY(ensure_subtoken_enabled(s, netuid));
    TRY(check_hotkey(s, coldkey, hotkey));
    ENSURE(alpha.rao != 0, Error::AmountTooLow);
    // Stake that is there is locked first; only what lacks is bought.
    const auto staked =
        saturating_sub(get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid),
                       get_miner_collateral_locked(s, netuid, hotkey, coldkey));
    auto added = std::min(staked, alpha);
    ASSIGN(const auto tao, price_of(s, netuid, saturating_sub(alpha, added)));
    if (tao.rao != 0) TRY(check_purchase(cx, coldkey, *this, tao));
    if (added.rao != 0)
        TRY(credit_miner_collateral(s, netuid, hotkey, coldkey, added, Drain::keep));
    if (tao.rao != 0) {
        ASSIGN(const auto bought, buy_and_lock(cx, coldkey, *this, tao));
        added = saturating_add(added, bought);
    }
    ENSURE(added.rao != 0, Error::AmountTooLow);
    cx.emit(CollateralLocked{netuid, hotkey, added,
                             get_miner_collateral_locked(s, netuid, hotkey, coldkey)});
    return {};
}

Result<> set_min_collateral::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    TRY(check_subnet(s, netuid));
    TRY(check_hotkey(s, coldkey, hotkey));
    auto state = storage.MinerCollateral.find(s, netuid, hotkey, coldkey);
    if (!state && min_locked.rao != 0) {
        TRY(index_coldkey_collateral_hotkey(s, netuid, coldkey, hotkey));
        state = MinerCollateralState{{}, storage.CollateralDrainRatio.get(s, netuid), {}, {}};
    }
    if (state && state->locked.rao == 0 && min_locked.rao == 0) {
        storage.MinerCollateral.erase(s, netuid, hotkey, coldkey);
        deindex_coldkey_collateral_hotkey(s, netuid, coldkey, hotkey);
    } else if (state) {
        state->min_locked = min_locked;
        storage.MinerCollateral.set(s, netuid, hotkey, coldkey, *state);
    }
    cx.emit(MinCollateralSet{netuid, hotkey, min_locked});
    return {};
}

}  // namespace subtensor
