// The pallet's calls and tables. Weights: pallet-preimage's SubstrateWeight (41.0.0).
#include "pallets/preimage/pallet.hpp"

#include "pallets/preimage/calls.hpp"
#include "pallets/preimage/errors.hpp"
#include "pallets/preimage/events.hpp"
#include "pallets/preimage/note.hpp"
#include "pallets/preimage/storage.hpp"

namespace preimage {

Storage::Storage() : StorageList("Preimage") {}
const Storage storage;

/// Root pays no deposit: none.
static Result<std::optional<AccountId>> depositor(const Origin& origin) {
    if (origin.is_root()) return std::optional<AccountId>{};
    ASSIGN(auto who, ensure_signed(origin));
    return std::optional(who);
}

DispatchInfo note_preimage::info(const DispatchInfo& base) const {
    auto info = base;
    info.weight.ref_time += 13'491 * bytes.size();
    return info;
}
Result<> note_preimage::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, depositor(origin));
    ASSIGN(auto noted, note_bytes(cx, bytes, who));
    if (noted.was_requested || !who) cx.post.pays_fee = Pays::No;
    return {};
}
Result<> unnote_preimage::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, depositor(origin));
    return do_unnote_preimage(cx, hash, who);
}
Result<> request_preimage::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    do_request_preimage(cx, hash);
    return {};
}
Result<> unrequest_preimage::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    return do_unrequest_preimage(cx, hash);
}

DispatchInfo ensure_updated::info(const DispatchInfo& base) const {
    auto info = base;
    constexpr u64 each = 59'397'441 + 3 * db_read_ref_time + 4 * db_write_ref_time;
    info.weight = info.weight.saturating_add({each * hashes.size(), 2902 * hashes.size()});
    return info;
}
Result<> ensure_updated::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_signed(origin));
    ENSURE(!hashes.empty(), Error::TooFew);
    ENSURE(hashes.size() <= max_upgraded_hashes, Error::TooMany);
    std::size_t updated = 0;
    for (auto& hash : hashes) updated += do_ensure_updated(cx, hash);
    if (updated * 10 >= hashes.size() * 9) cx.post.pays_fee = Pays::No;
    return {};
}

static constexpr Weight weight(u64 ref_time, u64 proof_size, u64 reads, u64 writes) {
    return {ref_time + reads * db_read_ref_time + writes * db_write_ref_time, proof_size};
}
static constexpr std::array calls{
    call<note_preimage>("note_preimage", weight(50'499'000, 28584, 5, 3), Pays::Yes,
                        "Stores bytes under their hash against a deposit; free of it for root and "
                        "for what is requested."),
    call<unnote_preimage>("unnote_preimage", weight(50'830'000, 3892, 3, 3), Pays::Yes,
                          "Gives the deposit back; bytes that nobody requests are removed."),
    call<request_preimage>("request_preimage", weight(19'292'000, 3556, 2, 1), Pays::Yes,
                           "Asks for bytes with this hash to be stored and kept. Root only."),
    call<unrequest_preimage>("unrequest_preimage", weight(20'209'000, 3556, 2, 2), Pays::Yes,
                             "Takes a request back. Root only."),
    call<ensure_updated>("ensure_updated", weight(56'817'000, 28584, 2, 0), Pays::Yes,
                         "Turns deposits of old into holds; free if nine in ten needed it."),
};
static constexpr std::array events{
    event<Noted>("Noted", "Bytes were stored under this hash."),
    event<Requested>("Requested", "Bytes with this hash are asked for."),
    event<Cleared>("Cleared", "The bytes of this hash were removed."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    PREIMAGE_ERRORS(X)
#undef X
};

const Pallet pallet{.index = pallet_index,
                    .name = "Preimage",
                    .path = "pallet_preimage::pallet",
                    .storage = &storage,
                    .calls = calls,
                    .events = events,
                    .errors = errors};

}  // namespace preimage
