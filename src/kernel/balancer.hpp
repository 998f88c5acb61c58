// The weighted pool: x alpha (base) and y TAO (quote) with weights w1 + w2 = 1.
// Source: subtensor pallets/swap balancer.rs.
//
// Invariant x^w1 * y^w2; price p = (w1 * y) / (w2 * x) TAO per alpha. Weights move when liquidity
// is added off the pool's ratio, so that the price does not.
#pragma once
#include <optional>

#include "primitives/fixed.hpp"
#include "scale/describe.hpp"

namespace kernel {

/// Parts of 10^18.
struct Perquintill {
    u64 parts = 0;
    UNNAMED(parts)
    PATH("sp_arithmetic::per_things::Perquintill")

    static constexpr u64 accuracy = 1'000'000'000'000'000'000;
    /// numerator / denominator rounded down; one when that is above one or undefined.
    static Perquintill from_rational(u128 numerator, u128 denominator);
    constexpr auto operator<=>(const Perquintill&) const = default;
};

/// The stored state of a pool: the weight of TAO. Both weights stay within [1%, 99%].
struct Balancer {
    Perquintill quote{Perquintill::accuracy / 2};
    FIELDS(quote)
    PATH("pallet_subtensor_swap::pallet::balancer::Balancer")
    bool operator==(const Balancer&) const = default;

    static constexpr u64 min_weight = Perquintill::accuracy / 100;
    /// nullopt when a weight would leave its range.
    static std::optional<Balancer> make(Perquintill quote_weight);
    /// The weights that give `price` for the reserves, equal ones for none. nullopt: out of range,
    /// or both reserves are empty.
    static std::optional<Balancer> for_price(u64 tao_rao, u64 alpha_rao,
                                             std::optional<U64F64> price);

    u64 quote_weight() const { return quote.parts; }
    u64 base_weight() const {
        return quote.parts < Perquintill::accuracy ? Perquintill::accuracy - quote.parts : 0;
    }

    /// Spot price in TAO per alpha; 0 for an empty alpha reserve.
    U64F64 price(u64 alpha_rao, u64 tao_rao) const;
    /// (x / (x + dx))^(w1/w2): what is left of the TAO reserve, as a part of one, when dx alpha is
    /// sold.
    U64F64 exp_base_quote(u64 x_rao, u64 dx_rao) const;
    /// (y / (y + dy))^(w2/w1): what is left of the alpha reserve when dy TAO buys.
    U64F64 exp_quote_base(u64 y_rao, u64 dy_rao) const;

    /// TAO that moves the price up to target: y * ((target / current)^w1 - 1).
    u64 quote_delta_in(U64F64 current, U64F64 target, u64 tao_rao) const;
    /// Alpha that moves the price down to target: x * ((current / target)^w2 - 1).
    u64 base_delta_in(U64F64 current, U64F64 target, u64 alpha_rao) const;
    /// Alpha to sell to get delta_tao_rao out, without fees.
    u64 base_needed_for_quote(u64 tao_rao, u64 alpha_rao, u64 delta_tao_rao) const;

    /// The weights that keep the price when both amounts are added; nullopt when they would leave
    /// their range: then nothing may be added.
    std::optional<Balancer> with_added_liquidity(u64 tao_rao, u64 alpha_rao, u64 tao_delta_rao,
                                                 u64 alpha_delta_rao) const;
};

}  // namespace kernel
