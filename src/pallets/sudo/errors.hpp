// Why the pallet says no.
#pragma once
#include "frame/result.hpp"
#include "pallets/sudo/sudo.hpp"

namespace sudo {

#define SUDO_ERRORS(X) X(RequireSudo, 0, "Only the sudo key may do this: sign with it.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    SUDO_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace sudo
