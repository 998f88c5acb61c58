// Moving stake between hotkeys, coldkeys and subnets.
// Source: subtensor staking/move_stake.rs.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/add_stake.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/remove_stake.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {
namespace {

U64F64 num(u64 v) { return U64F64::saturating_from_num(v); }
constexpr AlphaBalance unlimited{~u64{0}};

/// Alpha of one pool that can go to another before the ratio of their prices passes the limit, by
/// the formula for equal weights: (a2*t1 - limit*a1*t2) / (limit*(t1+t2)).
Result<AlphaBalance> max_between_pools(const State& s, NetUid from, NetUid to,
                                       TaoBalance limit_price) {
    const u64 t1 = storage.SubnetTAO.get(s, from).rao, t2 = storage.SubnetTAO.get(s, to).rao;
    const u64 a1 = storage.SubnetAlphaIn.get(s, from).rao;
    const u64 a2 = storage.SubnetAlphaIn.get(s, to).rao;
    if (t1 == 0 || t2 == 0 || a1 == 0 || a2 == 0) return AlphaBalance{};
    const U64F64 limit = num(limit_price.rao).safe_div(num(1'000'000'000));
    const U64F64 current =
        swap::current_alpha_price(s, from).safe_div(swap::current_alpha_price(s, to));
    if (limit > current) return AlphaBalance{};
    if (limit_price.rao == 0) return unlimited;
    const U64F64 sum = num(t2).saturating_add(num(t1));
    const U64F64 part1 = num(t1).safe_div(sum), part2 = num(t2).safe_div(sum);
    return AlphaBalance{num(a2)
                            .saturating_mul(part1)
                            .safe_div(limit)
                            .saturating_sub(num(a1).saturating_mul(part2))
                            .saturating_to_num<u64>()};
}

/// Alpha that can be moved before origin's price in destination's alpha falls under the limit.
Result<AlphaBalance> get_max_amount_move(const State& s, NetUid from, NetUid to,
                                         TaoBalance limit_price) {
    const auto stable = [&](NetUid netuid) {
        return netuid.is_root() || storage.SubnetMechanism.get(s, netuid) == 0;
    };
    const auto pooled = [&](NetUid netuid) { return storage.SubnetMechanism.get(s, netuid) == 1; };
    if (stable(from) && stable(to)) return limit_price > 1_tao ? AlphaBalance{} : unlimited;
    if (stable(from) && pooled(to)) {
        if (limit_price.rao == 0) return unlimited;
        const U64F64 tao = num(1'000'000'000);
        const TaoBalance destination_price{
            tao.safe_div(num(limit_price.rao)).saturating_mul(tao).saturating_to_num<u64>()};
        ASSIGN(const auto max_amount, get_max_amount_add(s, to, destination_price));
        return AlphaBalance{max_amount.rao};
    }
    if (stable(to) && pooled(from)) return get_max_amount_remove(s, from, limit_price);
    return max_between_pools(s, from, to, limit_price);
}

/// Out of one pool, over to the other coldkey and into the other pool; the TAO in between.
Result<TaoBalance> move_through_pools(Context& cx, const StakeTransition& move,
                                      AlphaBalance alpha) {
    State& s = cx.state;
    // One fee for both swaps: root has none, so then the destination takes it.
    const bool drop_fee_origin = move.origin_netuid.is_root();
    TRY(ensure_root_stake_unlocked(cx, move.origin_netuid, move.origin_coldkey,
                                   move.origin_hotkey));
    ASSIGN(const auto tao,
           unstake_from_subnet(cx, move.origin_hotkey, move.origin_coldkey, move.origin_coldkey,
                               move.origin_netuid, alpha, swap::min_price(), drop_fee_origin));
    if (move.origin_coldkey != move.destination_coldkey)
        TRY(transfer_tao(cx, move.origin_coldkey, move.destination_coldkey, tao));
    // Too little to stake stays with the coldkey as TAO.
    if (tao < constants.InitialMinStake) return tao;
    if (get_owning_coldkey_for_hotkey(s, move.destination_hotkey) != move.destination_coldkey)
        maybe_become_delegate(s, move.destination_hotkey);
    TRY(stake_into_subnet(cx, move.destination_hotkey, move.destination_coldkey,
                          move.destination_netuid, tao, swap::max_price(), !drop_fee_origin));
    return tao;
}

Result<TaoBalance> transition_stake_internal(Context& cx, StakeTransition move) {
    const State& s = cx.state;
    // A fee paid in alpha may have taken part of what was asked for.
    move.alpha_amount = std::min(
        move.alpha_amount, get_stake_for_hotkey_and_coldkey_on_subnet(
                               s, move.origin_hotkey, move.origin_coldkey, move.origin_netuid));
    AlphaBalance max_amount = move.alpha_amount;
    const bool crosses = move.origin_netuid != move.destination_netuid;
    if (crosses && move.limit_price) {
        ASSIGN(max_amount, get_max_amount_move(s, move.origin_netuid, move.destination_netuid,
                                               *move.limit_price));
    }
    TRY(validate_stake_transition(cx, move, max_amount));
    const AlphaBalance alpha = std::min(move.alpha_amount, max_amount);
    if (crosses) return move_through_pools(cx, move, alpha);
    return transfer_stake_within_subnet(cx, move.origin_coldkey, move.origin_hotkey,
                                        move.destination_coldkey, move.destination_hotkey,
                                        move.origin_netuid, alpha);
}

/// A coldkey's stake from one hotkey to another, and the event that says so.
Result<> move_between_hotkeys(Context& cx, const StakeTransition& move) {
    ASSIGN(const auto tao, transition_stake_internal(cx, move));
    cx.emit(StakeMoved{move.origin_coldkey, move.origin_hotkey, move.origin_netuid,
                       move.destination_hotkey, move.destination_netuid, tao});
    return {};
}

/// A hotkey's stake from one subnet to another, and the event that says so.
Result<> swap_between_subnets(Context& cx, const StakeTransition& move) {
    ASSIGN(const auto tao, transition_stake_internal(cx, move));
    cx.emit(StakeSwapped{move.origin_coldkey, move.origin_hotkey, move.origin_netuid,
                         move.destination_netuid, tao});
    return {};
}

}  // namespace

Result<> move_stake::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return move_between_hotkeys(cx, {.origin_coldkey = coldkey,
                                     .destination_coldkey = coldkey,
                                     .origin_hotkey = origin_hotkey,
                                     .destination_hotkey = destination_hotkey,
                                     .origin_netuid = origin_netuid,
                                     .destination_netuid = destination_netuid,
                                     .alpha_amount = alpha_amount});
}

Result<> transfer_stake::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ASSIGN(const auto tao,
           transition_stake_internal(cx, {.origin_coldkey = coldkey,
                                          .destination_coldkey = destination_coldkey,
                                          .origin_hotkey = hotkey,
                                          .destination_hotkey = hotkey,
                                          .origin_netuid = origin_netuid,
                                          .destination_netuid = destination_netuid,
                                          .alpha_amount = alpha_amount,
                                          .check_transfer_toggle = true}));
    cx.emit(StakeTransferred{coldkey, destination_coldkey, hotkey, origin_netuid,
                             destination_netuid, tao});
    return {};
}

Result<> transfer_stake_and_hotkey::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ASSIGN(const auto tao,
           transition_stake_internal(cx, {.origin_coldkey = coldkey,
                                          .destination_coldkey = destination_coldkey,
                                          .origin_hotkey = origin_hotkey,
                                          .destination_hotkey = destination_hotkey,
                                          .origin_netuid = origin_netuid,
                                          .destination_netuid = destination_netuid,
                                          .alpha_amount = alpha_amount,
                                          .check_transfer_toggle = true}));
    cx.emit(StakeAndHotkeyTransferred{coldkey, destination_coldkey, origin_hotkey,
                                      destination_hotkey, origin_netuid, destination_netuid, tao});
    return {};
}

Result<> move_stake_limit::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return move_between_hotkeys(cx, {.origin_coldkey = coldkey,
                                     .destination_coldkey = coldkey,
                                     .origin_hotkey = origin_hotkey,
                                     .destination_hotkey = destination_hotkey,
                                     .origin_netuid = origin_netuid,
                                     .destination_netuid = destination_netuid,
                                     .alpha_amount = alpha_amount,
                                     .limit_price = limit_price,
                                     .allow_partial = allow_partial});
}

Result<> swap_stake::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return swap_between_subnets(cx, {.origin_coldkey = coldkey,
                                     .destination_coldkey = coldkey,
                                     .origin_hotkey = hotkey,
                                     .destination_hotkey = hotkey,
                                     .origin_netuid = origin_netuid,
                                     .destination_netuid = destination_netuid,
                                     .alpha_amount = alpha_amount});
}

Result<> swap_stake_limit::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return swap_between_subnets(cx, {.origin_coldkey = coldkey,
                                     .destination_coldkey = coldkey,
                                     .origin_hotkey = hotkey,
                                     .destination_hotkey = hotkey,
                                     .origin_netuid = origin_netuid,
                                     .destination_netuid = destination_netuid,
                                     .alpha_amount = alpha_amount,
                                     .limit_price = limit_price,
                                     .allow_partial = allow_partial});
}

}  // namespace subtensor
