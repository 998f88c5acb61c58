// Why the pallet says no, and its constants.
#pragma once
#include "frame/result.hpp"
#include "pallets/drand/types.hpp"

namespace drand {

#define DRAND_ERRORS(X)                                                                       \
    X(NoneValue, 0, "No rule of this runtime says it.")                                       \
    X(StorageOverflow, 1, "No rule of this runtime says it.")                                 \
    X(DrandConnectionFailure, 2, "No rule of this runtime says it.")                          \
    X(UnverifiedPulse, 3, "No rule of this runtime says it.")                                 \
    X(InvalidRoundNumber, 4, "Pulses come in order: send the round after the last one kept.") \
    X(PulseVerificationError, 5,                                                              \
      "The pulse's signature or the beacon's key is not a point of its curve.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    DRAND_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

struct Constants {
    u64 UnsignedPriority = 1 << 20;
    u64 HttpFetchTimeout = 1'000;
    FIELDS(UnsignedPriority, HttpFetchTimeout)
};
inline constexpr Constants constants;

}  // namespace drand
