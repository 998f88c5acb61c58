// Proxies for other pallets (subtensor pallets/proxy lib.rs).
#pragma once
#include "pallets/proxy/types.hpp"

namespace proxy {

/// Makes an account a proxy and reserves the deposit. Emits ProxyAdded. Errors: Error::NoSelfProxy,
/// Duplicate, TooMany, those of a reserve.
Result<> add_proxy_delegate(Context&, const AccountId& delegator, const AccountId& delegatee,
                            ProxyType, u32 delay_blocks);
/// Emits ProxyRemoved. Error::NotFound.
Result<> remove_proxy_delegate(Context&, const AccountId& delegator, const AccountId& delegatee,
                               ProxyType, u32 delay_blocks);
/// The proxy of that type, or the first one of any type. Error::NotProxy.
Result<ProxyDefinition> find_proxy(const State&, const AccountId& real, const AccountId& delegate,
                                   std::optional<ProxyType>);
/// Whether `real` has said that it pays the fees of calls that `delegate` makes for it.
bool is_real_pays_fee(const State&, const AccountId& real, const AccountId& delegate);

/// The account that `who` spawns, or has spawned, at that block and extrinsic.
AccountId pure_account(const AccountId& who, ProxyType, u16 index, u32 height, u32 ext_index);

/// Whether a proxy of this type may make the call, by the rules of a runtime (filters.cpp).
bool filter(ProxyType, const AnyCall&, u32 spec_version);
/// Whether a proxy of one type may add and remove proxies of the other.
bool is_superset(ProxyType, ProxyType of);

}  // namespace proxy
