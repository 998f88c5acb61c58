// Whole units shared out by exact ratios.
#include "kernel/apportion.hpp"

namespace kernel {
namespace {

/// 256 bits, least significant limb first: sums of shares times a budget.
struct Wide {
    std::array<u64, 4> limbs{};

    void add(u128 value) {
        u128 carry = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const u64 part = i < 2 ? static_cast<u64>(value >> (64 * i)) : 0;
            carry += u128{limbs[i]} + part;
            limbs[i] = static_cast<u64>(carry);
            carry >>= 64;
        }
    }
    Wide times(u64 factor) const {
        Wide out;
        u128 carry = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            carry += u128{limbs[i]} * factor;
            out.limbs[i] = static_cast<u64>(carry);
            carry >>= 64;
        }
        return out;
    }
    void halve() {
        for (std::size_t i = 0; i < 4; ++i)
            limbs[i] = limbs[i] >> 1 | (i < 3 ? limbs[i + 1] << 63 : 0);
    }
    bool below(const Wide& b) const {
        for (std::size_t i = 4; i-- > 0;)
            if (limbs[i] != b.limbs[i]) return limbs[i] < b.limbs[i];
        return false;
    }
    void subtract(const Wide& b) {
        u64 borrow = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const u128 taken = u128{b.limbs[i]} + borrow;
            borrow = u128{limbs[i]} < taken;
            limbs[i] -= static_cast<u64>(taken);
        }
    }
};

/// Floor; the quotient must fit 64 bits.
u64 divide(Wide dividend, const Wide& divisor) {
    Wide step = divisor.times(u64{1} << 63);
    u64 quotient = 0;
    for (int bit = 63; bit >= 0; --bit, step.halve()) {
        if (dividend.below(step)) continue;
        dividend.subtract(step);
        quotient |= u64{1} << bit;
    }
    return quotient;
}

}  // namespace

std::vector<u64> apportion_units(std::span<const u128> shares, u64 budget) {
    std::vector<u64> out(shares.size());
    Wide total, through;
    for (const u128 share : shares) total.add(share);
    if (total.limbs == Wide{}.limbs) return out;
    u64 given = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] == 0) continue;
        through.add(shares[i]);
        const u64 until_here = divide(through.times(budget), total);
        out[i] = until_here - given;
        given = until_here;
    }
    return out;
}

}  // namespace kernel
