// Stake share pools: values from shares and shares from values.
#include "kernel/share_pool.hpp"

namespace kernel {
namespace {

u64 magnitude(i64 v) { return v < 0 ? u64{0} - static_cast<u64>(v) : static_cast<u64>(v); }

/// The shares that stand for |update_rao| in the pool, 0 when it has no value.
SafeFloat shares_per_update(u64 shared_value, const SafeFloat& denominator, i64 update_rao) {
    return SafeFloat::from_u64(magnitude(update_rao))
        .mul_div(denominator, SafeFloat::from_u64(shared_value))
        .value_or(SafeFloat{});
}

}  // namespace

u64 share_value(u64 shared_value, const SafeFloat& share, const SafeFloat& denominator) {
    return SafeFloat::from_u64(shared_value)
        .mul_div(share, denominator)
        .value_or(SafeFloat{})
        .to_u64();
}

u64 update_value_for_all(u64 shared_value, i64 update_rao) {
    const u64 size = magnitude(update_rao);
    u64 out = 0;
    if (update_rao >= 0) return __builtin_add_overflow(shared_value, size, &out) ? ~u64{0} : out;
    return shared_value > size ? shared_value - size : 0;
}

ShareUpdate update_value_for_one(u64 shared_value, const SafeFloat& denominator,
                                 const SafeFloat& share, i64 update_rao) {
    const u64 new_value = update_value_for_all(shared_value, update_rao);
    if (denominator.is_zero()) {
        const SafeFloat first = SafeFloat::from_u64(magnitude(update_rao));
        return {new_value, first, first};
    }
    const SafeFloat shares = shares_per_update(shared_value, denominator, update_rao);
    // A share or denominator that cannot take the change stays as it was, as on the chain.
    if (update_rao > 0) {
        return {new_value, denominator.add(shares).value_or(denominator),
                share.add(shares).value_or(share)};
    }
    return {new_value, denominator.sub(shares).value_or(denominator),
            share.sub(shares).value_or(share)};
}

bool update_changes_share(u64 shared_value, const SafeFloat& denominator, i64 update_rao) {
    return denominator.is_zero() ||
           !shares_per_update(shared_value, denominator, update_rao).is_zero();
}

}  // namespace kernel
