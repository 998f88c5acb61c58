// What a place costs and where it goes.
#include "pallets/subtensor/coinbase/subnet_emissions.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/add_stake.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/swap/swap.hpp"

namespace subtensor {
namespace {

U64F64 num(u64 v) { return U64F64::saturating_from_num(v); }

/// 5% above the spot price, in rao per alpha.
Result<TaoBalance> collateral_purchase_limit_price(const State& s, NetUid netuid) {
    const TaoBalance limit{swap::current_alpha_price(s, netuid)
                               .saturating_mul(num(105))
                               .safe_div(num(100))
                               .saturating_mul(num(1'000'000'000))
                               .saturating_to_num<u64>()};
    ENSURE(limit.rao != 0, Error::InsufficientLiquidity);
    return limit;
}

u64 part_of(u64 whole, TaoBalance part, TaoBalance sum) {
    return sum.rao == 0 ? 0 : u64(u128{whole} * part.rao / sum.rao);
}

void refresh_drain(State& s, NetUid netuid, const AccountId& hotkey, const AccountId& coldkey) {
    auto state = storage.MinerCollateral.find(s, netuid, hotkey, coldkey);
    if (!state) return;
    state->drain_ratio = storage.CollateralDrainRatio.get(s, netuid);
    storage.MinerCollateral.set(s, netuid, hotkey, coldkey, *state);
}

/// The swap that pays for both parts: all or nothing.
Result<swap::BuyResult> buy(Context& cx, NetUid netuid, const AccountId& coldkey,
                            const RegistrationCharge& charge) {
    State& s = cx.state;
    auto limit_price = swap::max_price();
    if (charge.collateral.rao != 0) {
        ASSIGN(limit_price, collateral_purchase_limit_price(s, netuid));
        ASSIGN(const auto max_amount, get_max_amount_add(s, netuid, limit_price));
        ENSURE(charge.total() <= max_amount, Error::SlippageTooHigh);
    }
    ASSIGN(const auto paid, transfer_tao_to_subnet(cx, netuid, coldkey, charge.total()));
    ENSURE(paid == charge.total(), Error::NotEnoughBalanceToStake);
    ASSIGN(const auto r, swap_tao_for_alpha(s, netuid, paid, limit_price, false));
    ENSURE(saturating_add(r.amount_paid_in, r.fee_paid) == paid, Error::SlippageTooHigh);
    TRY(pay_author_from_tao(cx, netuid, r.fee_to_block_author));
    record_tao_inflow(s, netuid, r.amount_paid_in);
    return r;
}

struct Bought {
    TaoBalance tao{}, fee{};
    AlphaBalance alpha{};
};
Result<> lock_bought(Context& cx, NetUid netuid, const AccountId& hotkey, const AccountId& coldkey,
                     const Bought& bought) {
    State& s = cx.state;
    ENSURE(try_increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, netuid, bought.alpha),
           Error::InsufficientLiquidity);
    increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid, bought.alpha);
    add_staking_hotkey(s, coldkey, hotkey);
    cleanup_lock_if_zero(cx, coldkey, netuid);
    cx.emit(StakeAdded{coldkey, hotkey, bought.tao, bought.alpha, netuid, bought.fee.rao});
    ASSIGN(const auto total,
           credit_miner_collateral(s, netuid, hotkey, coldkey, bought.alpha, Drain::refresh));
    cx.emit(CollateralLocked{netuid, hotkey, bought.alpha, total});
    return {};
}

}  // namespace

RegistrationCharge registration_charge(const State& s, NetUid netuid, const AccountId& hotkey,
                                       const AccountId& coldkey, TaoBalance price) {
    const auto share = num(storage.CollateralLockShare.get(s, netuid)).safe_div(num(0xffff));
    const TaoBalance required{num(price.rao).saturating_mul(share).saturating_to_num<u64>()};
    RegistrationCharge charge{saturating_sub(price, required), {}};
    if (required.rao == 0) return charge;
    // At the moving price: the spot price can be driven up for a moment.
    const TaoBalance standing{num(get_miner_collateral_locked(s, netuid, hotkey, coldkey).rao)
                                  .saturating_mul(get_moving_alpha_price(s, netuid))
                                  .saturating_to_num<u64>()};
    charge.collateral = saturating_sub(required, standing);
    return charge;
}

Result<> pay_registration(Context& cx, NetUid netuid, const AccountId& hotkey,
                          const AccountId& coldkey, const RegistrationCharge& charge) {
    State& s = cx.state;
    Bought locked;
    if (charge.total().rao != 0) {
        ASSIGN(const auto r, buy(cx, netuid, coldkey, charge));
        const auto all = r.amount_paid_out;
        locked = {{part_of(charge.total().rao, charge.collateral, charge.total())},
                  r.fee_paid,
                  {part_of(all.rao, charge.collateral, charge.total())}};
        const auto burned = saturating_sub(all, locked.alpha);
        if (burned.rao != 0)
            storage.SubnetAlphaOut.change(
                s, netuid, [&](AlphaBalance& total) { total = saturating_sub(total, burned); });
    }
    if (locked.alpha.rao != 0) return lock_bought(cx, netuid, hotkey, coldkey, locked);
    refresh_drain(s, netuid, hotkey, coldkey);
    return {};
}

}  // namespace subtensor
