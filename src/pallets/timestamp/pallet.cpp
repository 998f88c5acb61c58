// The block's time (pallet-timestamp lib.rs).
#include "pallets/timestamp/pallet.hpp"

#include "pallets/timestamp/timestamp.hpp"

namespace timestamp {

Constants constants;
Storage::Storage() : StorageList("Timestamp") {}
const Storage storage;

u64 next_time(const State& s, u64 clock_ms) {
    return std::max(clock_ms, storage.Now.get(s) + constants.MinimumPeriod);
}

/// A failure here makes the block invalid: the call is mandatory.
Result<> set::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_none(origin));
    auto before = storage.Now.get(cx.state);
    const bool fits = before == 0 || now.value >= before + constants.MinimumPeriod;
    ENSURE(!storage.DidUpdate.has(cx.state) && fits, DispatchError::Kind::Other);
    storage.Now.set(cx.state, now.value);
    storage.DidUpdate.set(cx.state, true);
    return {};
}

static constexpr std::array calls{call<set>(
    "set", {3'816'000 + 2 * db_read_ref_time + db_write_ref_time, 1493}, Pays::Yes,
    DispatchClass::Mandatory, "Sets the block's time. Only the block's author does, as inherent.")};

static std::string_view describe(std::string_view) {
    return "Least milliseconds between two blocks: half of what they are expected to take.";
}

static Weight on_initialize(Context&) { return {3'246'000, 0}; }  // what on_finalize will use
static void on_finalize(Context& cx) { storage.DidUpdate.erase(cx.state); }

const Pallet pallet{.index = pallet_index,
                    .name = "Timestamp",
                    .path = "pallet_timestamp::pallet",
                    .storage = &storage,
                    .calls = calls,
                    .constants = constants_table<constants>(&describe),
                    .hooks = {.on_initialize = &on_initialize, .on_finalize = &on_finalize}};

}  // namespace timestamp
