// Changes of finality's authorities.
#include "pallets/grandpa/grandpa.hpp"

#include "pallets/grandpa/pallet.hpp"
#include "pallets/system/storage.hpp"

namespace grandpa {

Constants constants;
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

/// Nobody can prove here who holds a voter's key, so there is nothing to make a report with.
static std::optional<OpaqueKeyOwnershipProof> generate_key_ownership_proof(const State&, u64,
                                                                           const Public&) {
    return {};
}
static std::optional<std::tuple<>> submit_report_equivocation_unsigned_extrinsic(
    const State&, const EquivocationProof&, const OpaqueKeyOwnershipProof&) {
    return {};
}

// No report of a double vote gets as far as here: its proof cannot be decoded.
Result<> report_equivocation::dispatch(Context&, const Origin& origin) const {
    return ensure_signed(origin) ? Result<>{} : fail(DispatchError::Kind::BadOrigin);
}
Result<> report_equivocation_unsigned::dispatch(Context&, const Origin& origin) const {
    return ensure_none(origin);
}
Result<> note_stalled::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.Stalled.set(cx.state, {delay, best_finalized_block_number});
    return {};
}

/// What voters read in a header: a change of authorities, or a pause.
enum class Log : u8 { scheduled_change = 1, forced_change = 2, pause = 4, resume = 5 };

static void announce(State& s, const Bytes& log) {
    frame_system::storage.Digest.change(s, [&](Digest& digest) {
        digest.logs.push_back(digest::Consensus{engine_id, log});
    });
}
static void announce(State& s, const StoredPendingChange& change) {
    Bytes log{u8(change.forced ? Log::forced_change : Log::scheduled_change)};
    if (change.forced) scale::encode(log, *change.forced);
    scale::encode(log, change.next_authorities);
    scale::encode(log, change.delay);
    announce(s, log);
}

static void change_authorities(Context& cx) {
    State& s = cx.state;
    const auto change = storage.PendingChange.get(s);
    if (!change) return;
    if (cx.block == change->scheduled_at) announce(s, *change);
    if (cx.block != change->scheduled_at + change->delay) return;
    storage.Authorities.set(s, change->next_authorities);
    storage.PendingChange.erase(s);
    cx.emit(NewAuthorities{change->next_authorities});
}

/// A pause or its end: announced in the block that scheduled it, in force so many blocks later.
template <class NowIs, class Event, class Pending>
static void turn(Context& cx, const Pending& pending, Log log) {
    if (cx.block == pending.scheduled_at) {
        Bytes item{u8(log)};
        scale::encode(item, pending.delay);
        announce(cx.state, item);
    }
    if (cx.block != pending.scheduled_at + pending.delay) return;
    storage.State.set(cx.state, NowIs{});
    cx.emit(Event{});
}

static void on_finalize(Context& cx) {
    change_authorities(cx);
    const StoredState now = storage.State.get(cx.state);
    if (auto pause = std::get_if<stored_state::PendingPause>(&now))
        turn<stored_state::Paused, Paused>(cx, *pause, Log::pause);
    else if (auto resume = std::get_if<stored_state::PendingResume>(&now))
        turn<stored_state::Live, Resumed>(cx, *resume, Log::resume);
}

static constexpr u64 micro = 1'000'000, nano = 1'000;  // of ref_time
/// At least 100 voters and 20 nominators of each (default_weights.rs).
static constexpr Weight report_weight{db_weight(5 + 14 + 3 * 20 + 2, 10 + 3 * 20).ref_time +
                                          (35 + 95 + 110 + 25 * 20) * micro + 175 * nano * 100,
                                      0};
static constexpr Weight note_weight{db_weight(0, 1).ref_time + 3 * micro, 0};
static constexpr std::array call_rows{
    call<report_equivocation>("report_equivocation", report_weight, Pays::Yes,
                              "Reports a double vote; nobody can prove one here."),
    call<report_equivocation_unsigned>("report_equivocation_unsigned", report_weight, Pays::Yes,
                                       "The same by the block's author."),
    call<note_stalled>("note_stalled", note_weight, Pays::Yes,
                       "Notes that voting has come to a stop. Root only."),
};
static constexpr std::array event_rows{
    event<NewAuthorities>("NewAuthorities", "Others vote on finality from now on."),
    event<Paused>("Paused", "Nobody votes from now on."),
    event<Resumed>("Resumed", "The authorities vote again."),
};
static constexpr ErrorRow error_rows[] = {
#define X(name, index, doc) {index, #name, doc},
    GRANDPA_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view name) {
    if (name == "MaxAuthorities") return "Most authorities there may be.";
    if (name == "MaxNominators") return "Nominators of an authority that a report reckons with.";
    return "Sets of authorities that stay known for reports of double votes.";
}

static AuthorityList authorities(const State& s) { return storage.Authorities.get(s); }
static u64 current_set_id(const State& s) { return storage.CurrentSetId.get(s); }
static constexpr std::array api_rows{
    api<&authorities>("GrandpaApi_grandpa_authorities"),
    api<&submit_report_equivocation_unsigned_extrinsic>(
        "GrandpaApi_submit_report_equivocation_unsigned_extrinsic",
        "equivocation_proof, key_owner_proof"),
    api<&generate_key_ownership_proof>("GrandpaApi_generate_key_ownership_proof",
                                       "set_id, authority_id"),
    api<&current_set_id>("GrandpaApi_current_set_id"),
};

const Pallet pallet{.index = pallet_index,
                    .name = "Grandpa",
                    .path = "pallet_grandpa::pallet",
                    .event_params = "",
                    .storage = &storage,
                    .calls = call_rows,
                    .events = event_rows,
                    .errors = error_rows,
                    .apis = api_rows,
                    .constants = constants_table<constants>(&describe),
                    .hooks = {.on_finalize = &on_finalize}};

}  // namespace grandpa
