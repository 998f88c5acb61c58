// Why the pallet says no.
#pragma once
#include "pallets/proxy/types.hpp"

namespace proxy {

#define PROXY_ERRORS(X)                                                                            \
    X(TooMany, 0, "There are as many proxies or announcements as there may be: remove one first.") \
    X(NotFound, 1, "There is no such proxy or announcement: check account, type and delay.")       \
    X(NotProxy, 2, "The account is no proxy of the other one, or not of this type.")               \
    X(Unproxyable, 3, "No rule of this runtime says it.")                                          \
    X(Duplicate, 4, "The account is a proxy of this type and delay already.")                      \
    X(NoPermission, 5, "Only the pure account itself can be killed, by its spawner's proxy.")      \
    X(Unannounced, 6, "This proxy must announce the call first and wait for its delay to pass.")   \
    X(NoSelfProxy, 7, "An account cannot be its own proxy.")                                       \
    X(AnnouncementDepositInvariantViolated, 8, "Cannot happen on this chain.")                     \
    X(InvalidDerivedAccountId, 9, "Cannot happen on this chain.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    PROXY_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace proxy
