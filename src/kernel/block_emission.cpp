// How much is issued per block.
#include "kernel/block_emission.hpp"

#include "primitives/fixed.hpp"

namespace kernel {

u64 block_emission(u64 issuance_rao, u64 total_supply, u64 default_emission) {
    const I96F32 issuance = I96F32::saturating_from_num(issuance_rao);
    if (issuance >= I96F32::saturating_from_num(total_supply)) return 0;
    // The curve is fixed to twice 10.5M tokens, whatever the configured supply is.
    const I96F32 cap = I96F32::saturating_from_num(total_supply_rao);
    const auto rest = I96F32::one().checked_sub(issuance.safe_div(cap));
    if (!rest) return 0;
    const auto inverse = I96F32::one().checked_div(*rest);
    if (!inverse || inverse->bits < I96F32::one().bits) return 0;
    // Only whole halvings count, so the integer part of log2(inverse) is all that is needed.
    const int halvings =
        127 - primitives::leading_zeros(static_cast<u128>(inverse->bits)) - int(I96F32::frac_bits);
    const I96F32 multiplier = I96F32::from_bits(I96F32::one().bits << halvings);
    return I96F32::one()
        .safe_div(multiplier)
        .saturating_mul(I96F32::saturating_from_num(default_emission))
        .saturating_to_num<u64>();
}

}  // namespace kernel
