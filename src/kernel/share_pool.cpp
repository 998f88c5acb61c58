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

bool greater(const SafeFloat& a, const SafeFloat& b) {
    if (a.is_zero()) return false;
    return b.is_zero() || a.gt(b);
}
/// a - b without rounding up; by the plain difference where the exact one does not fit.
SafeFloat gap(const SafeFloat& a, const SafeFloat& b) {
    if (const auto exact = a.sub_exact_floor(b)) return *exact;
    return a.sub(b).value_or(SafeFloat{});
}
std::optional<u64> find_value(u64 shared_value, const SafeFloat& share,
                              const SafeFloat& denominator) {
    const auto value = SafeFloat::from_u64(shared_value).mul_div(share, denominator);
    if (!value) return std::nullopt;
    return std::min(value->to_u64(), shared_value);
}

struct Shares {
    SafeFloat denominator{}, share{};
};
Shares deposit(const Shares& was, const SafeFloat& shares) {
    const SafeFloat sum = was.denominator.add(shares).value_or(was.denominator);
    return {sum, was.share.add(gap(sum, was.denominator)).value_or(was.share)};
}
Shares withdraw(const Shares& was, const SafeFloat& shares) {
    const SafeFloat rest = was.denominator.sub(shares).value_or(was.denominator);
    const SafeFloat loss = gap(was.denominator, rest);
    // Nobody takes out more than is theirs; should it be so, the others' shares stay covered.
    if (greater(loss, was.share))
        return {was.denominator.sub(was.share).value_or(SafeFloat{}), SafeFloat{}};
    return {rest, was.share.sub(loss).value_or(SafeFloat{})};
}

}  // namespace

PoolUpdate update_pool_for_one(u64 shared_value, const SafeFloat& denominator,
                               const SafeFloat& share, i64 update_rao) {
    PoolUpdate out;
    const u64 size = magnitude(update_rao);
    const u64 value = update_value_for_all(shared_value, update_rao);
    out.shared_value = value;
    out.closes_first = update_rao > 0 && shared_value == 0 && !denominator.is_zero();
    if (denominator.is_zero() || out.closes_first) {
        out.moves = update_rao > 0;
        if (out.moves) out.denominator = out.share = SafeFloat::from_u64(size);
        return out;
    }
    out.moves = true;
    const Shares was{denominator, share};
    const SafeFloat shares = shares_per_update(shared_value, denominator, update_rao);
    Shares now = update_rao > 0 ? deposit(was, shares) : withdraw(was, shares);
    if (update_rao < 0 && value == 0) {
        now = {};
    } else if (update_rao < 0 && !now.share.is_zero()) {
        const bool drained = find_value(shared_value, share, denominator) == size ||
                             find_value(value, now.share, now.denominator) == u64{0};
        const auto without = now.denominator.sub(now.share);
        if (drained && without) now = {*without, SafeFloat{}};
    }
    out.denominator = now.denominator;
    out.share = now.share;
    return out;
}

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
