// Why the pallet says no.
#pragma once
#include "frame/result.hpp"
#include "pallets/shield/types.hpp"

namespace shield {

#define SHIELD_ERRORS(X)                                                               \
    X(BadEncKeyLen, 0, "An ML-KEM-768 key has 1184 bytes: announce one of that size.") \
    X(Unreachable, 1, "The block has no author who could announce a key.")             \
    X(TooManyPendingExtrinsics, 2, "The queue is full: wait some blocks.")             \
    X(WeightExceedsAbsoluteMax, 3, "That is over half of a block: give at most 2,000,000,000,000.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    SHIELD_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace shield
