// Pool vectors: powers, swaps, liquidity, decimal floats and share pools.
#include <algorithm>

#include "kernel/pow_ratio.hpp"
#include "kernel/share_pool.hpp"
#include "kernel/swap.hpp"
#include "testing/golden/checkers.hpp"
#include "testing/golden/fixed_json.hpp"

namespace golden {
namespace {

using kernel::SafeFloat;
using vectors::to_decimal;
using vectors::to_i64;
using vectors::to_int;
using vectors::to_u128;
using vectors::to_u64;

// The vectors ask for the alpha of at most this much.
constexpr u64 max_alpha_for_tao_amount = u64{1} << 62;
constexpr u64 minimum_reserve_rao = 100;  // of the runtime the vectors were made with

/// Wide values need more than 128 bits; they are compared as numbers.
kernel::BigInt big(const std::string& decimal) {
    kernel::BigInt out;
    for (const char digit : decimal) {
        out = kernel::BigInt::product(out, kernel::BigInt(u64{10}));
        out.add(kernel::BigInt(u64(digit - '0')));
    }
    return out;
}

Failure pow_ratio(const Json& r) {
    const kernel::PowRatio p{to_u128(r.at("num")), to_u128(r.at("den")), to_u64(r.at("exp_num")),
                             to_u64(r.at("exp_den"))};
    const auto got =
        kernel::pow_ratio_scaled(p, to_int<u32>(r.at("precision")), to_u64(r.at("scale")));
    if (got && *got == big(r.at("r"))) return {};
    return "power is not " + r.at("r").dump();
}

std::string_view error_name(kernel::SwapError error) {
    switch (error) {
        case kernel::SwapError::none: return "";
        case kernel::SwapError::input_too_large: return "SwapInputTooLarge";
        case kernel::SwapError::reserves_too_low: return "ReservesTooLow";
        case kernel::SwapError::price_limit_exceeded: return "PriceLimitExceeded";
        case kernel::SwapError::insufficient_liquidity: return "InsufficientLiquidity";
    }
    return "?";
}

kernel::Pool pool_of(const Json& r) {
    return {.tao_rao = to_u64(r.at("tao")),
            .alpha_rao = to_u64(r.at("alpha")),
            .balancer = {{to_u64(r.at("quote_weight"))}}};
}

Failure swap(const Json& r) {
    kernel::Pool pool = pool_of(r);
    pool.fee_rate = to_int<u16>(r.at("fee_rate"));
    const u64 amount = to_u64(r.at("amount"));
    const kernel::SwapOrder order{
        .side = r.at("side") == "buy" ? kernel::Side::buy : kernel::Side::sell,
        .amount_rao = amount,
        .limit_price = kernel::limit_price(to_u64(r.at("limit_price_rao"))),
        .drop_fees = r.at("drop_fees") == 1};
    const kernel::SwapResult result = kernel::swap(pool, order, minimum_reserve_rao);
    Json out = {{"paid_in", to_decimal(result.paid_in)},
                {"paid_out", to_decimal(result.paid_out)},
                {"fee", to_decimal(result.fee)},
                {"fee_to_author", to_decimal(result.fee_to_block_author)}};
    if (result.error != kernel::SwapError::none) out = {{"error", error_name(result.error)}};
    const kernel::Balancer& b = pool.balancer;
    const u64 needed =
        b.base_needed_for_quote(pool.tao_rao, pool.alpha_rao, to_u64(r.at("delta_tao")));
    Differences d;
    d.compare("out", out, r.at("out"));
    d.compare("price", text(kernel::current_price(pool)), r.at("price"));
    d.compare("exp_base_quote", text(b.exp_base_quote(pool.alpha_rao, amount)),
              r.at("exp_base_quote"));
    d.compare("exp_quote_base", text(b.exp_quote_base(pool.tao_rao, amount)),
              r.at("exp_quote_base"));
    d.compare("base_needed_for_quote", to_decimal(needed), r.at("base_needed_for_quote"));
    d.compare("alpha_for_tao",
              to_decimal(kernel::alpha_for_tao(pool, std::min(amount, max_alpha_for_tao_amount))),
              r.at("alpha_for_tao"));
    d.compare("approx_fee", to_decimal(kernel::swap_fee(pool, amount)), r.at("approx_fee"));
    return d.failure();
}

Failure liquidity(const Json& r) {
    kernel::Pool pool = pool_of(r);
    const u64 tao_delta = to_u64(r.at("tao_delta")), alpha_delta = to_u64(r.at("alpha_delta"));
    std::optional<U64F64> init_price;
    if (!r.at("init_price").is_null()) init_price = fixed<U64F64>(r.at("init_price"));
    const auto init = kernel::Balancer::for_price(pool.tao_rao, pool.alpha_rao, init_price);
    const auto moved =
        pool.balancer.with_added_liquidity(pool.tao_rao, pool.alpha_rao, tao_delta, alpha_delta);
    Differences d;
    d.compare("price_before", text(kernel::current_price(pool)), r.at("price_before"));
    d.compare("init_done", init ? 1 : 0, r.at("init_done"));
    d.compare("init_quote_weight", to_decimal(init.value_or(kernel::Balancer{}).quote_weight()),
              r.at("init_quote_weight"));
    d.compare("actual_tao", to_decimal(moved ? tao_delta : u64{0}), r.at("actual_tao"));
    d.compare("actual_alpha", to_decimal(moved ? alpha_delta : u64{0}), r.at("actual_alpha"));
    if (moved) pool = {pool.tao_rao + tao_delta, pool.alpha_rao + alpha_delta, *moved};
    d.compare("new_quote_weight", to_decimal(pool.balancer.quote_weight()),
              r.at("new_quote_weight"));
    d.compare("price_after", text(kernel::current_price(pool)), r.at("price_after"));
    return d.failure();
}

SafeFloat float_of(const Json& j) { return {to_u128(j.at(0)), to_i64(j.at(1))}; }
Json text(const SafeFloat& f) { return {to_decimal(f.mantissa), f.exponent}; }
Json text(const std::optional<SafeFloat>& f) { return f ? text(*f) : Json(); }

Failure safe_float(const Json& r) {
    Differences d;
    if (r.contains("from_u64")) {
        d.compare("from u64f64", text(SafeFloat::from_fixed(fixed<U64F64>(r.at("from_u64f64")))),
                  r.at("r"));
        d.compare("from u64", text(SafeFloat::from_u64(to_u64(r.at("from_u64")))), r.at("r2"));
        return d.failure();
    }
    const SafeFloat a = float_of(r.at("a")), b = float_of(r.at("b")), c = float_of(r.at("c"));
    d.compare("add", text(a.add(b)), r.at("add"));
    d.compare("sub", text(a.sub(b)), r.at("sub"));
    d.compare("div", text(a.div(b)), r.at("div"));
    d.compare("mul_div", text(a.mul_div(b, c)), r.at("mul_div"));
    d.compare("gt", a.gt(b) ? 1 : 0, r.at("gt"));
    d.compare("to_u64", to_decimal(a.to_u64()), r.at("to_u64"));
    return d.failure();
}

Failure share_pool(const Json& r) {
    Differences d;
    std::array<SafeFloat, 4> shares;
    SafeFloat denominator;
    u64 total = 0;
    std::size_t number = 0;
    for (const Json& step : r.at("steps")) {
        const i64 amount = to_i64(step.at("amount"));
        SafeFloat& share = shares.at(step.at("key").get<std::size_t>());
        if (step.at("op") == "one") {
            const auto update = kernel::update_value_for_one(total, denominator, share, amount);
            total = update.shared_value;
            denominator = update.denominator;
            share = update.share;
        } else {
            total = kernel::update_value_for_all(total, amount);
        }
        const std::string where = "step " + std::to_string(number++) + " ";
        d.compare(where + "total", to_decimal(total), step.at("total"));
        d.compare(where + "denominator", text(denominator), step.at("denominator"));
        for (std::size_t key = 0; key < shares.size(); ++key) {
            d.compare(where + "share", text(shares[key]), step.at("shares").at(key));
            d.compare(where + "value",
                      to_decimal(kernel::share_value(total, shares[key], denominator)),
                      step.at("values").at(key));
        }
    }
    return d.failure();
}

}  // namespace

Counts check_pow_ratio(const Path& file) { return each_record<pow_ratio>(file); }
Counts check_swap_sim(const Path& file) { return each_record<swap>(file); }
Counts check_swap_liquidity(const Path& file) { return each_record<liquidity>(file); }
Counts check_safe_float(const Path& file) { return each_record<safe_float>(file); }
Counts check_share_pool(const Path& file) { return each_record<share_pool>(file); }

}  // namespace golden
