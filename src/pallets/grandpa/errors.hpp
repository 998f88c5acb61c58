// Why the pallet says no.
#pragma once
#include "frame/result.hpp"

namespace grandpa {

inline constexpr u8 pallet_index = 4;

#define GRANDPA_ERRORS(X)                                                                \
    X(PauseFailed, 0, "Voting is paused already, or about to be.")                       \
    X(ResumeFailed, 1, "Voting is not paused.")                                          \
    X(ChangePending, 2, "A change is under way: wait for it.")                           \
    X(TooSoon, 3, "A change was forced a short while ago: wait some blocks.")            \
    X(InvalidKeyOwnershipProof, 4, "The proof does not show whose key it is.")           \
    X(InvalidEquivocationProof, 5, "The proof does not show that somebody voted twice.") \
    X(DuplicateOffenceReport, 6, "The double vote is known already.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    GRANDPA_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace grandpa
