// Why the pallet says no.
#pragma once
#include "frame/result.hpp"
#include "pallets/system/types.hpp"

namespace frame_system {

#define SYSTEM_ERRORS(X)                                                                  \
    X(InvalidSpecName, 0,                                                                 \
      "The code is that of another chain: it must carry the name node-subtensor.")        \
    X(SpecVersionNeedsToIncrease, 1,                                                      \
      "The code is not newer than the rules in force: bring one of a higher version.")    \
    X(FailedToExtractRuntimeVersion, 2,                                                   \
      "The code names no version whose rules this program has: bring a runtime with its " \
      "runtime_version section, or a newer program.")                                     \
    X(NonDefaultComposite, 3, "Cannot happen on this chain.")                             \
    X(NonZeroRefCount, 4, "Cannot happen on this chain.")                                 \
    X(CallFiltered, 5,                                                                    \
      "This call is not allowed here: a proxy makes only calls of its type, and batches " \
      "cannot hold other batches (put their calls into one batch).")                      \
    X(MultiBlockMigrationsOngoing, 6, "Cannot happen on this chain.")                     \
    X(NothingAuthorized, 7,                                                               \
      "No upgrade is authorized: root authorizes the hash of the code first.")            \
    X(Unauthorized, 8, "Another code is authorized: bring the one whose hash root named.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    SYSTEM_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace frame_system
