// What can be asked of the pallet: root enters, extends and leaves the safe mode; the ways for
// everybody are switched off (no deposit is configured).
#pragma once
#include "frame/call.hpp"
#include "primitives/balance.hpp"

namespace safe_mode {

inline constexpr u8 pallet_index = 20;

struct enter {
    CALL(0)
    NO_FIELDS
};
struct force_enter {
    CALL(1)
    NO_FIELDS
};
struct extend {
    CALL(2)
    NO_FIELDS
};
struct force_extend {
    CALL(3)
    NO_FIELDS
};
struct force_exit {
    CALL(4)
    NO_FIELDS
};
struct force_slash_deposit {
    CALL(5)
    AccountId account{};
    u32 block = 0;
    FIELDS(account, block)
};
struct release_deposit {
    CALL(6)
    AccountId account{};
    u32 block = 0;
    FIELDS(account, block)
};
struct force_release_deposit {
    CALL(7)
    AccountId account{};
    u32 block = 0;
    FIELDS(account, block)
};

/// Whether signers may make the call: in safe mode only what keeps the chain going.
bool is_allowed(const State&, const AnyCall&);

}  // namespace safe_mode
