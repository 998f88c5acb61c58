// Why the pallet says no.
#pragma once
#include "pallets/preimage/types.hpp"

namespace preimage {

#define PREIMAGE_ERRORS(X)                                                                \
    X(TooBig, 0, "A preimage may have 4 MiB at most.")                                    \
    X(AlreadyNoted, 1, "This preimage is noted already.")                                 \
    X(NotAuthorized, 2, "Only the account that noted a preimage, or root, removes it.")   \
    X(NotNoted, 3, "No such preimage is noted: check its hash.")                          \
    X(Requested, 4, "No rule of this runtime says it.")                                   \
    X(NotRequested, 5, "The preimage is not requested, so no request can be taken back.") \
    X(TooMany, 6, "At most 1024 preimages can be brought up to date at once.")            \
    X(TooFew, 7, "Name at least one preimage.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    PREIMAGE_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace preimage
