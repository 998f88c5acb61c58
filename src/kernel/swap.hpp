// Buying and selling alpha on a subnet's pool: checks, fee, price limit and amounts.
// Source: subtensor pallets/swap impls.rs, swap_step.rs, primitives/swap-interface.
#pragma once
#include "kernel/balancer.hpp"

namespace kernel {

/// What a swap reads from storage.
struct Pool {
    u64 tao_rao = 0;    ///< quote reserve
    u64 alpha_rao = 0;  ///< base reserve
    Balancer balancer{};
    u16 fee_rate = 0;   ///< of 65535
    u16 mechanism = 1;  ///< 1: a pool; anything else: alpha is TAO, price 1, no fee
};

enum class Side : u8 { buy, sell };  ///< TAO for alpha, alpha for TAO

enum class SwapError : u8 {
    none,
    input_too_large,
    reserves_too_low,
    price_limit_exceeded,
    insufficient_liquidity
};

struct SwapResult {
    SwapError error = SwapError::none;  ///< the rest counts only without error
    u64 paid_in = 0;                    ///< added to the reserve; the fee comes on top
    u64 paid_out = 0;
    u64 fee = 0;                  ///< of the input token
    u64 fee_to_block_author = 0;  ///< all of it, unless nothing was swapped
};

/// The net input may be this many times the reserve it goes to.
inline constexpr u64 max_input_reserve_multiplier = 1000;
/// Price limits in rao per alpha that no order reaches: for buying and for selling.
inline constexpr u64 max_price_rao = 1'000'000'000'000'000;
inline constexpr u64 min_price_rao = 1000;

/// A price limit as calls give it, in rao per whole alpha.
U64F64 limit_price(u64 price_rao);
/// The spot price; 1 without a pool, 0 for an empty alpha reserve.
U64F64 current_price(const Pool& pool);
/// amount * fee_rate / 65535, rounded down; 0 without a pool.
u64 swap_fee(const Pool& pool, u64 amount);
/// Alpha worth that much TAO at the spot price, slippage left out; 0 when the price is 0.
u64 alpha_for_tao(const Pool& pool, u64 tao_rao);

struct SwapOrder {
    Side side = Side::buy;
    u64 amount_rao = 0;  ///< gross, fee included
    U64F64 limit_price{};
    bool drop_fees = false;
    bool simulate = false;  ///< does not ask whether the reserve can pay
};
/// The whole swap, or as much of it as fits before the price reaches the limit (paid_in is then
/// less than asked: the caller keeps the rest). Nothing is written: the caller moves the amounts.
SwapResult swap(const Pool& pool, const SwapOrder& order, u64 minimum_reserve_rao);

}  // namespace kernel
