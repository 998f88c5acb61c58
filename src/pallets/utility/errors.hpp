// Why the pallet says no, and its one limit.
#pragma once
#include "frame/result.hpp"
#include "pallets/utility/calls.hpp"

namespace utility {

#define UTILITY_ERRORS(X)                                                                 \
    X(TooManyCalls, 0, "The batch holds too many calls: split it (batched_calls_limit).") \
    X(InvalidDerivedAccount, 1, "Cannot happen on this chain.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    UTILITY_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

struct Constants {
    u32 batched_calls_limit = 10'922;
    FIELDS(batched_calls_limit)
};
inline constexpr Constants constants;

}  // namespace utility
