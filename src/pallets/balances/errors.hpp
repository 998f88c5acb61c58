// Why the pallet says no.
#pragma once
#include "frame/result.hpp"
#include "pallets/balances/calls.hpp"

namespace balances {

#define BALANCES_ERRORS(X)    \
    X(InsufficientBalance, 2, \
      "The balance is too low: part of it must stay because other things rely on the account.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    BALANCES_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace balances
