// Deposits behind proxies and announcements.
#pragma once
#include "pallets/proxy/types.hpp"

namespace proxy {

TaoBalance proxies_deposit(std::size_t count);
TaoBalance announcements_deposit(std::size_t count);
/// Reserves more or sets some free, so that `to` instead of `from` is reserved.
Result<> move_deposit(Context&, const AccountId& who, TaoBalance from, TaoBalance to);

}  // namespace proxy
