// A call made by a proxy for another account.
#pragma once
#include "pallets/proxy/types.hpp"

namespace proxy {

/// Dispatches the call as `real`, restricted to what the proxy's type allows. How it ended is told
/// (ProxyExecuted) and kept until the block ends (LastCallResult); do_proxy of the original.
void make_call(Context&, const ProxyDefinition&, const AccountId& real, const AnyCall&);

}  // namespace proxy
