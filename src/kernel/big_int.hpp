// Whole numbers of any size, with just the operations the pool mathematics needs.
#pragma once
#include <optional>

#include "base/types.hpp"

namespace kernel {

/// Sign and magnitude; zero is never negative. Operations work in place to avoid allocations.
class BigInt {
public:
    BigInt() = default;
    BigInt(u64 value);   // NOLINT(google-explicit-constructor)
    BigInt(u128 value);  // NOLINT(google-explicit-constructor)
    static BigInt power_of_two(std::size_t exponent);

    bool is_zero() const { return limbs_.empty(); }
    bool is_negative() const { return negative_; }
    std::size_t bit_length() const;
    /// nullopt when negative or too large.
    std::optional<u64> to_u64() const;
    /// -1, 0, 1 as |*this| is below, equal to or above |b|.
    int compare_magnitude(const BigInt& b) const;
    bool operator==(const BigInt&) const = default;

    void negate() { negative_ = !negative_ && !is_zero(); }
    void add(const BigInt& b);
    void subtract(const BigInt& b);
    void shift_left(std::size_t bits);
    /// Towards minus infinity.
    void shift_right_floor(std::size_t bits);
    /// Towards minus infinity; divisor != 0.
    void divide_floor(u64 divisor);
    /// this / 2^bits to the nearest, ties away from zero.
    void shift_right_round(std::size_t bits);

    /// out = a * b; out must be neither of them.
    static void multiply(const BigInt& a, const BigInt& b, BigInt& out);
    static BigInt product(const BigInt& a, const BigInt& b);
    static BigInt power(BigInt base, u32 exponent);

private:
    void trim();
    void add_magnitude(const BigInt& b);
    void subtract_magnitude(const BigInt& b);
    void increment_magnitude();

    std::vector<u64> limbs_;  // least significant first, the last is not zero
    bool negative_ = false;
};

}  // namespace kernel
