// Binding a hotkey to its coldkey.
// Source: subtensor staking/account.rs.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/staking/helpers.hpp"

namespace subtensor {

Result<> try_associate_hotkey::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return create_account_if_non_existent(cx.state, coldkey, hotkey);
}

}  // namespace subtensor
