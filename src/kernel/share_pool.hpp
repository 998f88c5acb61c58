// Stake share pools: one shared value, split over keys in proportion to their shares.
// Source: subtensor primitives/share-pool.
//
// On the chain a hotkey on a subnet is a pool: the shared value is its total alpha, the denominator
// is the sum of shares, and each coldkey has a share. Storage stays with the caller: read the three
// numbers, call a function here, write what it returns.
#pragma once
#include "kernel/safe_float.hpp"

namespace kernel {

/// The value in rao that `share` of a pool is worth: floor(shared_value * share / denominator),
/// 0 when the pool has no shares.
u64 share_value(u64 shared_value, const SafeFloat& share, const SafeFloat& denominator);

/// The pool grows or shrinks for everybody: the new shared value, saturated at both ends.
u64 update_value_for_all(u64 shared_value, i64 update_rao);

struct ShareUpdate {
    u64 shared_value = 0;
    SafeFloat denominator{};
    SafeFloat share{};
};

/// One key's value changes by update_rao while every other key's value stays: all three numbers to
/// write back. The first key of an empty pool gets |update_rao| shares.
ShareUpdate update_value_for_one(u64 shared_value, const SafeFloat& denominator,
                                 const SafeFloat& share, i64 update_rao);

/// The same by the rules of 475, under which the shares never add up to more than the denominator:
/// a share moves by what the denominator really moved, a pool that is emptied loses all its shares,
/// and so does a position of which less than a rao is left.
struct PoolUpdate : ShareUpdate {
    bool closes_first = false;  ///< shares without value are to be given up before the rest
    bool moves = false;         ///< denominator and share are to be written
};
PoolUpdate update_pool_for_one(u64 shared_value, const SafeFloat& denominator,
                               const SafeFloat& share, i64 update_rao);

/// Whether such an update would change any share (a small update of a huge value may not).
bool update_changes_share(u64 shared_value, const SafeFloat& denominator, i64 update_rao);

}  // namespace kernel
