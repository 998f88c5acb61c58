// Buying and selling a subnet's alpha on its pool. The reserves are SubtensorModule's SubnetTAO and
// SubnetAlphaIn; this pallet keeps the pool's weights and fee and says what a swap gives. The
// caller moves the amounts.
// Source: subtensor pallets/swap impls.rs.
#pragma once
#include "frame/result.hpp"
#include "frame/weight_meter.hpp"
#include "kernel/swap.hpp"
#include "primitives/balance.hpp"
#include "state/state.hpp"

namespace swap {

template <class In, class Out>
struct SwapResult {
    In amount_paid_in{};       ///< added to the reserve; the fee comes on top
    Out amount_paid_out{};     ///< taken from the other reserve
    In fee_paid{};             ///< of the input
    In fee_to_block_author{};  ///< the part of the fee that goes to the block's author: all of it
};
using BuyResult = SwapResult<TaoBalance, AlphaBalance>;
using SellResult = SwapResult<AlphaBalance, TaoBalance>;

/// Price limits that no order reaches, in rao per whole alpha.
constexpr TaoBalance max_price() { return {kernel::max_price_rao}; }
constexpr TaoBalance min_price() { return {kernel::min_price_rao}; }

/// TAO per alpha at the margin; 1 on subnets without a pool, 0 where no alpha is left.
U64F64 current_alpha_price(const State& s, NetUid netuid);

/// A swap on a pool (mechanism 1): TAO in buys alpha, alpha in sells it. `price_limit` in rao per
/// whole alpha; what does not fit under it is not paid in. Writes the pool's weights if it is the
/// first swap; nothing else. Errors of this pallet: SwapInputTooLarge, ReservesTooLow,
/// PriceLimitExceeded, InsufficientLiquidity.
Result<BuyResult> do_swap(State& s, NetUid netuid, TaoBalance amount, TaoBalance price_limit,
                          bool drop_fees);
Result<SellResult> do_swap(State& s, NetUid netuid, AlphaBalance amount, TaoBalance price_limit,
                           bool drop_fees);
/// The same without writing and without asking whether the reserve can pay.
Result<BuyResult> sim_swap_limit(const State& s, NetUid netuid, TaoBalance amount,
                                 TaoBalance price_limit);
Result<SellResult> sim_swap_limit(const State& s, NetUid netuid, AlphaBalance amount,
                                  TaoBalance price_limit);
/// A simulated swap without a limit; one for one on subnets without a pool.
Result<BuyResult> sim_swap(const State& s, NetUid netuid, TaoBalance amount);
Result<SellResult> sim_swap(const State& s, NetUid netuid, AlphaBalance amount);

/// The swap fee on an amount of either token, in that token's rao.
u64 approx_fee_amount(const State& s, NetUid netuid, u64 amount_rao);
/// Alpha worth that much TAO at the spot price, slippage and fee left out.
AlphaBalance get_alpha_amount_for_tao(const State& s, NetUid netuid, TaoBalance tao);

/// Sets the weights of a new pool: those that give `price` for the reserves, or equal ones.
/// Does nothing on a pool that has weights, or when the weights would leave their range.
void init_swap(State& s, NetUid netuid, std::optional<U64F64> price);
/// Adjusts the weights so that adding both amounts to the reserves keeps the price. Returns what
/// may be added: both amounts, or nothing when the weights would leave their range. Since 475 what
/// is not added is kept and comes on top of the next amounts, and one of the two may be added
/// alone.
std::pair<TaoBalance, AlphaBalance> adjust_protocol_liquidity(State& s, NetUid netuid,
                                                              TaoBalance tao_delta,
                                                              AlphaBalance alpha_delta);
/// What waits outside of the pool for its turn; nothing waits any more.
std::pair<TaoBalance, AlphaBalance> take_protocol_reservoirs(State& s, NetUid netuid);
/// Empties both reserves and forgets weights and fee of a subnet that is dissolved; false (and
/// nothing done) where the weight is not enough.
bool clear_protocol_liquidity(State& s, NetUid netuid, WeightMeter& meter);

}  // namespace swap
