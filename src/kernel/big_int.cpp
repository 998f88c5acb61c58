// Whole numbers of any size.
#include "kernel/big_int.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "primitives/wide.hpp"

namespace kernel {
BigInt::BigInt(u64 value) {
    if (value != 0) limbs_.push_back(value);
}

BigInt::BigInt(u128 value) {
    for (; value != 0; value >>= 64) limbs_.push_back(static_cast<u64>(value));
}

BigInt BigInt::power_of_two(std::size_t exponent) {
    BigInt out(u64{1});
    out.shift_left(exponent);
    return out;
}

std::size_t BigInt::bit_length() const {
    if (limbs_.empty()) return 0;
    return limbs_.size() * 64 - std::size_t(__builtin_clzll(limbs_.back()));
}

std::optional<u64> BigInt::to_u64() const {
    if (negative_ || limbs_.size() > 1) return std::nullopt;
    return limbs_.empty() ? 0 : limbs_[0];
}

int BigInt::compare_magnitude(const BigInt& b) const {
    if (limbs_.size() != b.limbs_.size()) return limbs_.size() < b.limbs_.size() ? -1 : 1;
    for (std::size_t i = limbs_.size(); i-- > 0;) {
        if (limbs_[i] != b.limbs_[i]) return limbs_[i] < b.limbs_[i] ? -1 : 1;
    }
    return 0;
}

void BigInt::trim() {
    while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
    if (limbs_.empty()) negative_ = false;
}

void BigInt::add_magnitude(const BigInt& b) {
    if (limbs_.size() < b.limbs_.size()) limbs_.resize(b.limbs_.size(), 0);
    u64 carry = 0;
    for (std::size_t i = 0; i < limbs_.size() && (i < b.limbs_.size() || carry != 0); ++i) {
        const u128 sum = u128{limbs_[i]} + (i < b.limbs_.size() ? b.limbs_[i] : 0) + carry;
        limbs_[i] = static_cast<u64>(sum);
        carry = static_cast<u64>(sum >> 64);
    }
    if (carry != 0) limbs_.push_back(carry);
}

/// |this| - |b|, and the other sign when |b| is larger.
void BigInt::subtract_magnitude(const BigInt& b) {
    const bool swapped = compare_magnitude(b) < 0;
    const std::size_t size = std::max(limbs_.size(), b.limbs_.size());
    limbs_.resize(size, 0);
    u64 borrow = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const u64 other = i < b.limbs_.size() ? b.limbs_[i] : 0;
        const u128 difference =
            swapped ? u128{other} - limbs_[i] - borrow : u128{limbs_[i]} - other - borrow;
        limbs_[i] = static_cast<u64>(difference);
        borrow = static_cast<u64>(difference >> 64) & 1;
    }
    negative_ = negative_ != swapped;
    trim();
}

void BigInt::increment_magnitude() {
    for (u64& limb : limbs_) {
        if (++limb != 0) return;
    }
    limbs_.push_back(1);
}

void BigInt::add(const BigInt& b) {
    if (b.is_zero()) return;
    if (is_zero()) negative_ = b.negative_;
    negative_ == b.negative_ ? add_magnitude(b) : subtract_magnitude(b);
}

void BigInt::subtract(const BigInt& b) {
    if (b.is_zero()) return;
    if (is_zero()) negative_ = !b.negative_;
    negative_ != b.negative_ ? add_magnitude(b) : subtract_magnitude(b);
}

void BigInt::shift_left(std::size_t bits) {
    if (is_zero()) return;
    const unsigned inner = bits % 64;
    if (inner != 0) {
        u64 carry = 0;
        for (u64& limb : limbs_) {
            const u64 next = limb >> (64 - inner);
            limb = limb << inner | carry;
            carry = next;
        }
        if (carry != 0) limbs_.push_back(carry);
    }
    limbs_.insert(limbs_.begin(), bits / 64, 0);
}

void BigInt::shift_right_floor(std::size_t bits) {
    const std::size_t whole = std::min(bits / 64, limbs_.size());
    const unsigned inner = bits % 64;
    bool lost = std::any_of(limbs_.begin(), limbs_.begin() + std::ptrdiff_t(whole),
                            [](u64 limb) { return limb != 0; });
    const std::size_t left = limbs_.size() - whole;
    if (inner != 0 && left != 0) lost = lost || limbs_[whole] << (64 - inner) != 0;
    for (std::size_t i = 0; i < left; ++i) {
        const u64 above = i + whole + 1 < limbs_.size() ? limbs_[i + whole + 1] : 0;
        limbs_[i] =
            inner == 0 ? limbs_[i + whole] : limbs_[i + whole] >> inner | above << (64 - inner);
    }
    limbs_.resize(left);
    const bool was_negative = negative_;
    trim();
    if (was_negative && lost) {
        increment_magnitude();
        negative_ = true;
    }
}

void BigInt::shift_right_round(std::size_t bits) {
    if (is_zero()) return;
    const bool was_negative = negative_;
    negative_ = false;
    if (bits != 0) add_magnitude(power_of_two(bits - 1));
    shift_right_floor(bits);
    negative_ = was_negative && !is_zero();
}

void BigInt::divide_floor(u64 divisor) {
    ASSERT(divisor != 0);
    u64 rest = 0;
    for (std::size_t i = limbs_.size(); i-- > 0;) {
        limbs_[i] = primitives::divide_digit(rest, limbs_[i], divisor);
    }
    const bool was_negative = negative_;
    trim();
    if (was_negative && rest != 0) {
        increment_magnitude();
        negative_ = true;
    }
}

void BigInt::multiply(const BigInt& a, const BigInt& b, BigInt& out) {
    ASSERT(&out != &a && &out != &b);
    out.limbs_.assign(a.limbs_.size() + b.limbs_.size(), 0);
    for (std::size_t i = 0; i < a.limbs_.size(); ++i) {
        const u64 factor = a.limbs_[i];
        u64 carry = 0;
        for (std::size_t j = 0; j < b.limbs_.size(); ++j) {
            const u128 sum = u128{factor} * b.limbs_[j] + out.limbs_[i + j] + carry;
            out.limbs_[i + j] = static_cast<u64>(sum);
            carry = static_cast<u64>(sum >> 64);
        }
        out.limbs_[i + b.limbs_.size()] = carry;
    }
    out.negative_ = a.negative_ != b.negative_;
    out.trim();
}

BigInt BigInt::product(const BigInt& a, const BigInt& b) {
    BigInt out;
    multiply(a, b, out);
    return out;
}

BigInt BigInt::power(BigInt base, u32 exponent) {
    BigInt out(u64{1});
    for (; exponent != 0; exponent >>= 1) {
        if ((exponent & 1) != 0) out = product(out, base);
        if (exponent > 1) base = product(base, base);
    }
    return out;
}

}  // namespace kernel
