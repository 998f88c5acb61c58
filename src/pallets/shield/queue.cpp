// Encrypted calls that wait in the chain's own queue, and root's limits on it (pallets/shield
// lib.rs). The runtime has no key to open them with: a call of the queue ends as one that cannot be
// decoded, or expires.
#include "crypto/hash.hpp"
#include "pallets/shield/calls.hpp"
#include "pallets/shield/errors.hpp"
#include "pallets/shield/events.hpp"
#include "pallets/shield/pallet.hpp"
#include "pallets/shield/storage.hpp"

namespace shield {

static constexpr u64 max_on_initialize_weight = 2'000'000'000'000;  // half of a block

static void remove(State& s, u32 index) {
    storage.PendingExtrinsics.erase(s, index);
    storage.CounterForPendingExtrinsics.change(s, [](u32& n) { n -= n != 0; });
}

Weight process_pending_extrinsics(Context& cx) {
    auto& s = cx.state;
    auto weight = db_weight(2, 0);
    const u32 count = storage.CounterForPendingExtrinsics.get(s);
    if (count == 0) return weight;
    const u32 end = storage.NextPendingExtrinsicIndex.get(s);
    const u32 lifetime = storage.ExtrinsicLifetime.get(s);
    for (u32 i = end - std::min(end, count); i < end; ++i) {
        const auto pending = storage.PendingExtrinsics.get(s, i);
        weight = weight.saturating_add(db_weight(1, pending ? 2 : 0));
        if (!pending) continue;
        remove(s, i);
        if (cx.block - std::min(cx.block, pending->submitted_at) > lifetime)
            cx.emit(ExtrinsicExpired{i});
        else
            cx.emit(ExtrinsicDecodeFailed{i});
    }
    return weight;
}

Result<> submit_encrypted::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    cx.emit(
        EncryptedSubmitted{{crypto::blake2_256(scale::encoded(std::pair(who, ciphertext)))}, who});
    return {};
}

Result<> store_encrypted::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ASSIGN(auto who, ensure_signed(origin));
    const u32 count = storage.CounterForPendingExtrinsics.get(s);
    ENSURE(count < storage.MaxPendingExtrinsicsLimit.get(s), Error::TooManyPendingExtrinsics);
    const u32 i = storage.NextPendingExtrinsicIndex.get(s);
    storage.PendingExtrinsics.set(s, i, {who, encrypted_call, cx.block});
    storage.CounterForPendingExtrinsics.set(s, count + 1);
    storage.NextPendingExtrinsicIndex.set(s, i + (i != ~u32{0}));
    cx.emit(ExtrinsicStored{i, who});
    return {};
}

Result<> set_max_pending_extrinsics_number::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.MaxPendingExtrinsicsLimit.set(cx.state, value);
    cx.emit(MaxPendingExtrinsicsNumberSet{value});
    return {};
}
Result<> set_on_initialize_weight::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(value <= max_on_initialize_weight, Error::WeightExceedsAbsoluteMax);
    storage.OnInitializeWeight.set(cx.state, value);
    cx.emit(OnInitializeWeightSet{value});
    return {};
}
Result<> set_stored_extrinsic_lifetime::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.ExtrinsicLifetime.set(cx.state, value);
    cx.emit(ExtrinsicLifetimeSet{value});
    return {};
}
Result<> set_max_extrinsic_weight::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(value <= max_on_initialize_weight, Error::WeightExceedsAbsoluteMax);
    storage.MaxExtrinsicWeight.set(cx.state, value);
    cx.emit(MaxExtrinsicWeightSet{value});
    return {};
}

}  // namespace shield
