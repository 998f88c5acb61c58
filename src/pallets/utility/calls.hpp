// Several calls in one, and calls made with another origin.
#pragma once
#include "pallets/system/origin_caller.hpp"

namespace utility {

inline constexpr u8 pallet_index = 11;

/// Runs calls until one fails; what was done before stays.
struct batch {
    CALL(0)
    std::vector<AnyCall> calls{};
    FIELDS(calls)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// Runs a call as one of the sender's numbered other selves.
struct as_derivative {
    CALL(1)
    u16 index_ = 0;
    AnyCall call{};
    FIELDS(index_, call)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// All or nothing.
struct batch_all {
    CALL(2)
    std::vector<AnyCall> calls{};
    FIELDS(calls)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// Runs a call with any origin; how it ended is told.
struct dispatch_as {
    CALL(3)
    frame_system::OriginCaller as_origin{};
    AnyCall call{};
    FIELDS(as_origin, call)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// Runs all calls, whether the others fail or not.
struct force_batch {
    CALL(4)
    std::vector<AnyCall> calls{};
    FIELDS(calls)
    DispatchInfo info(const DispatchInfo& base) const;
};

/// Runs a call as root with a stated weight.
struct with_weight {
    CALL(5)
    AnyCall call{};
    Weight weight{};
    FIELDS(call, weight)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// Runs a call and, if it fails, another one.
struct if_else {
    CALL(6)
    AnyCall main{}, fallback{};
    FIELDS(main, fallback)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// Runs a call with any origin and fails as it does.
struct dispatch_as_fallible {
    CALL(7)
    frame_system::OriginCaller as_origin{};
    AnyCall call{};
    FIELDS(as_origin, call)
    DispatchInfo info(const DispatchInfo& base) const;
};

/// The account of a numbered other self.
AccountId derivative_account_id(const AccountId& who, u16 index);

/// The calls inside, if `call` is one of the three; null otherwise.
const std::vector<AnyCall>* batched(const AnyCall& call);

}  // namespace utility
