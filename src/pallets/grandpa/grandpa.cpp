// Changes of finality's authorities.
#include "pallets/grandpa/grandpa.hpp"

#include "pallets/grandpa/pallet.hpp"
#include "pallets/system/storage.hpp"

namespace grandpa {

Storage::Storage() : StorageList("Grandpa") {}
const Storage storage;

Result<> schedule_change(Context& cx, const AuthorityList& next, u32 in_blocks,
                         std::optional<u32> forced) {
    State& s = cx.state;
    ENSURE(!storage.PendingChange.has(s), Error::ChangePending);
    if (forced) {
        ENSURE(storage.NextForced.get(s).value_or(0) <= cx.block, Error::TooSoon);
        storage.NextForced.set(s, cx.block + in_blocks * 2);
    }
    storage.PendingChange.set(
        s, {cx.block, in_blocks, scale::WeakBoundedVec<std::pair<Public, u64>>(next), forced});
    return {};
}

/// What voters read in the header of the block that scheduled the change.
static DigestItem announcement(const StoredPendingChange& change) {
    constexpr u8 scheduled = 1, forced = 2;
    Bytes log;
    scale::encode(log, change.forced ? forced : scheduled);
    if (change.forced) scale::encode(log, *change.forced);
    scale::encode(log, change.next_authorities);
    scale::encode(log, change.delay);
    return digest::Consensus{engine_id, log};
}

static void on_finalize(Context& cx) {
    State& s = cx.state;
    const auto change = storage.PendingChange.get(s);
    if (!change) return;
    if (cx.block == change->scheduled_at)
        frame_system::storage.Digest.change(
            s, [&](Digest& digest) { digest.logs.push_back(announcement(*change)); });
    if (cx.block != change->scheduled_at + change->delay) return;
    storage.Authorities.set(s, change->next_authorities);
    storage.PendingChange.erase(s);
    cx.emit(NewAuthorities{change->next_authorities});
}

static constexpr std::array event_rows{
    event<NewAuthorities>("NewAuthorities", "Others vote on finality from now on."),
};
static constexpr ErrorRow error_rows[] = {
    {u8(Error::ChangePending), "ChangePending", "A change is under way: wait for it."},
    {u8(Error::TooSoon), "TooSoon", "A change was forced a short while ago: wait some blocks."},
};

const Pallet pallet{.index = pallet_index,
                    .name = "Grandpa",
                    .path = "pallet_grandpa::pallet",
                    .event_params = "",
                    .storage = &storage,
                    .events = event_rows,
                    .errors = error_rows,
                    .hooks = {.on_finalize = &on_finalize}};

}  // namespace grandpa
