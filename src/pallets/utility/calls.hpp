// Several calls in one.
#pragma once
#include "frame/call.hpp"

namespace utility {

inline constexpr u8 pallet_index = 11;

/// Runs calls until one fails; what was done before stays.
struct batch {
    CALL(0)
    std::vector<AnyCall> calls{};
    FIELDS(calls)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// All or nothing.
struct batch_all {
    CALL(2)
    std::vector<AnyCall> calls{};
    FIELDS(calls)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// Runs all calls, whether the others fail or not.
struct force_batch {
    CALL(4)
    std::vector<AnyCall> calls{};
    FIELDS(calls)
    DispatchInfo info(const DispatchInfo& base) const;
};

/// The calls inside, if `call` is one of the three; null otherwise.
const std::vector<AnyCall>* batched(const AnyCall& call);

}  // namespace utility
