// Registration by work: difficulty.
#include "kernel/pow_difficulty.hpp"

#include <algorithm>

namespace kernel {

BurnLimits difficulty_bounds(u64 min_difficulty, u64 max_difficulty) {
    const u64 least = std::max<u64>(min_difficulty, 1);
    return {least, std::max(max_difficulty, least)};
}

u64 effective_difficulty(u64 difficulty, BurnLimits bounds) {
    return std::clamp(difficulty, bounds.min_rao, bounds.max_rao);
}

bool hash_meets_difficulty(const Hash& hash, u64 difficulty) {
    u64 carry = 0;
    for (std::size_t limb = 0; limb < hash.size(); limb += 8) {
        u64 digits = 0;
        for (std::size_t i = 0; i < 8; ++i) digits |= u64{hash[limb + i]} << (8 * i);
        carry = static_cast<u64>((u128{digits} * difficulty + carry) >> 64);
    }
    return carry == 0;
}

}  // namespace kernel
