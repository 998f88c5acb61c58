// Why the pallet says no.
#pragma once
#include "frame/result.hpp"
#include "pallets/system/types.hpp"

namespace frame_system {

#define SYSTEM_ERRORS(X)                                                                  \
    X(CallFiltered, 5,                                                                    \
      "This call is not allowed here: a proxy makes only calls of its type, and batches " \
      "cannot hold other batches (put their calls into one batch).")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    SYSTEM_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace frame_system
