// Swaps of coldkeys by call: announced, due, disputed, taken back; or by root.
// Source: subtensor macros/dispatches.rs.
#include "crypto/hash.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/swap/swap_coldkey.hpp"

namespace subtensor {
namespace {

Result<> charge_swap_cost(Context& cx, const AccountId& coldkey, TaoBalance cost) {
    ENSURE(recycle_tao(cx, coldkey, cost), Error::NotEnoughBalanceToPaySwapColdKey);
    return {};
}

u32 later(u32 block, u32 delay) { return block > ~u32{0} - delay ? ~u32{0} : block + delay; }

/// Some time after it is due an announcement may be changed or taken back.
bool may_change(const Context& cx, u32 due) {
    return cx.block >= later(due, storage.ColdkeySwapReannouncementDelay.get(cx.state));
}

void forget_swap(State& s, const AccountId& coldkey) {
    storage.ColdkeySwapAnnouncements.erase(s, coldkey);
    storage.ColdkeySwapDisputes.erase(s, coldkey);
}

}  // namespace

Result<> swap_coldkey::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    if (swap_cost.rao != 0) TRY(charge_swap_cost(cx, old_coldkey, swap_cost));
    TRY(do_swap_coldkey(cx, old_coldkey, new_coldkey));
    forget_swap(cx.state, old_coldkey);
    return {};
}

Result<> schedule_swap_coldkey::dispatch(Context&, const Origin&) const {
    return fail(Error::Deprecated);
}

Result<> announce_coldkey_swap::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto who, ensure_signed(origin));
    // Only the first announcement is paid.
    if (const auto announced = storage.ColdkeySwapAnnouncements.get(s, who))
        ENSURE(may_change(cx, announced->first), Error::ColdkeySwapReannouncedTooEarly);
    else
        TRY(charge_swap_cost(cx, who, constants.KeySwapCost));
    const u32 due = later(cx.block, storage.ColdkeySwapAnnouncementDelay.get(s));
    storage.ColdkeySwapAnnouncements.set(s, who, {due, new_coldkey_hash});
    cx.emit(ColdkeySwapAnnounced{who, new_coldkey_hash});
    return {};
}

Result<> swap_coldkey_announced::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto who, ensure_signed(origin));
    const auto announced = storage.ColdkeySwapAnnouncements.take(cx.state, who);
    ENSURE(announced, Error::ColdkeySwapAnnouncementNotFound);
    const auto& [due, hash] = *announced;
    ENSURE(hash.bytes == crypto::blake2_256(new_coldkey.bytes),
           Error::AnnouncedColdkeyHashDoesNotMatch);
    ENSURE(cx.block >= due, Error::ColdkeySwapTooEarly);
    return do_swap_coldkey(cx, who, new_coldkey);
}

Result<> dispute_coldkey_swap::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ENSURE(storage.ColdkeySwapAnnouncements.has(s, coldkey),
           Error::ColdkeySwapAnnouncementNotFound);
    ENSURE(!storage.ColdkeySwapDisputes.has(s, coldkey), Error::ColdkeySwapAlreadyDisputed);
    storage.ColdkeySwapDisputes.set(s, coldkey, cx.block);
    cx.emit(ColdkeySwapDisputed{coldkey});
    return {};
}

Result<> reset_coldkey_swap::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    forget_swap(cx.state, coldkey);
    cx.emit(ColdkeySwapReset{coldkey});
    return {};
}

Result<> clear_coldkey_swap_announcement::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto who, ensure_signed(origin));
    const auto announced = storage.ColdkeySwapAnnouncements.get(cx.state, who);
    ENSURE(announced, Error::ColdkeySwapAnnouncementNotFound);
    ENSURE(may_change(cx, announced->first), Error::ColdkeySwapClearTooEarly);
    storage.ColdkeySwapAnnouncements.erase(cx.state, who);
    cx.emit(ColdkeySwapCleared{who});
    return {};
}

}  // namespace subtensor
