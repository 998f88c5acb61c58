// A delegate's take of its nominators' dividends.
// Source: subtensor staking/increase_take.rs, staking/decrease_take.rs.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/misc.hpp"
#include "pallets/subtensor/utils/rate_limiting.hpp"

namespace subtensor {

Result<> decrease_take::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    TRY(do_take_checks(s, coldkey, hotkey));
    if (const auto current = storage.Delegates.find(s, hotkey))
        ENSURE(take < *current, Error::DelegateTakeTooLow);
    ENSURE(take >= storage.MinDelegateTake.get(s), Error::DelegateTakeTooLow);
    storage.Delegates.set(s, hotkey, take);
    set_last_tx_block_delegate_take(s, hotkey, cx.block);
    cx.emit(TakeDecreased{coldkey, hotkey, take});
    return {};
}

Result<> increase_take::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    TRY(do_take_checks(s, coldkey, hotkey));
    if (const auto current = storage.Delegates.find(s, hotkey))
        ENSURE(take > *current, Error::DelegateTakeTooLow);
    ENSURE(take <= storage.MaxDelegateTake.get(s), Error::DelegateTakeTooHigh);
    const u64 previous = get_last_tx_block_delegate_take(s, hotkey);
    ENSURE(!exceeds_tx_delegate_take_rate_limit(s, previous, cx.block),
           Error::DelegateTxRateLimitExceeded);
    set_last_tx_block_delegate_take(s, hotkey, cx.block);
    storage.Delegates.set(s, hotkey, take);
    cx.emit(TakeIncreased{coldkey, hotkey, take});
    return {};
}

}  // namespace subtensor
