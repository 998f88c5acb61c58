// Why the pallet says no.
#pragma once
#include "pallets/proxy/types.hpp"

namespace proxy {

// Clients match texts (the tests of SDK 10 do), so NotFound, NotProxy, Duplicate,
// Unannounced and NoSelfProxy read as substrate frame/proxy/src/lib.rs has them.
#define PROXY_ERRORS(X)                                                                            \
    X(TooMany, 0, "There are as many proxies or announcements as there may be: remove one first.") \
    X(NotFound, 1, "Proxy registration not found.")                                                \
    X(NotProxy, 2, "Sender is not a proxy of the account to be proxied.")                          \
    X(Unproxyable, 3, "No rule of this runtime says it.")                                          \
    X(Duplicate, 4, "Account is already a proxy.")                                                 \
    X(NoPermission, 5, "Only the pure account itself can be killed, by its spawner's proxy.")      \
    X(Unannounced, 6, "Announcement, if made at all, was made too recently.")                      \
    X(NoSelfProxy, 7, "Cannot add self as proxy.")                                                 \
    X(AnnouncementDepositInvariantViolated, 8, "Cannot happen on this chain.")                     \
    X(InvalidDerivedAccountId, 9, "Cannot happen on this chain.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    PROXY_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace proxy
