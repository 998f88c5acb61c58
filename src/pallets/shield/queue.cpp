// Encrypted calls that wait in the chain's own queue, and root's limits on it (pallets/shield
// lib.rs). Without a decryptor, as in runtime 475, a call of the queue ends as one that cannot be
// decoded, or expires.
#include "crypto/hash.hpp"
#include "pallets/shield/calls.hpp"
#include "pallets/shield/errors.hpp"
#include "pallets/shield/events.hpp"
#include "pallets/shield/pallet.hpp"
#include "pallets/shield/storage.hpp"

namespace shield {

static constexpr u64 max_on_initialize_weight = 2'000'000'000'000;  // half of a block

static Decryptor decryptor = nullptr;
void use_decryptor(Decryptor next) { decryptor = next; }

static void remove(State& s, u32 index) {
    storage.PendingExtrinsics.erase(s, index);
    storage.CounterForPendingExtrinsics.change(s, [](u32& n) { n -= n != 0; });
}

namespace {

/// One pass over the queue in a block.
struct Pass {
    Context& cx;
    Weight weight = db_weight(2, 0);

    /// Opened and light enough: runs it. False: no room is left in the block.
    bool run(u32 index, const AccountId& who, const AnyCall& call) {
        auto& s = cx.state;
        const auto own = call.info().weight;
        if (own.any_gt({storage.MaxExtrinsicWeight.get(s), 0})) {
            take(index);
            cx.emit(ExtrinsicWeightExceeded{index});
            return true;
        }
        const auto with_it = weight.saturating_add(db_weight(0, 2)).saturating_add(own);
        if (with_it.any_gt({storage.OnInitializeWeight.get(s), 0})) {
            cx.emit(ExtrinsicPostponed{index});
            return false;
        }
        take(index);
        cx.post = {};
        const auto result = call.dispatch(cx, Origin::signed_by(who));
        weight = weight.saturating_add(result ? cx.post.actual_weight.value_or(own) : own);
        cx.post = {};
        if (result)
            cx.emit(ExtrinsicDispatched{index});
        else
            cx.emit(ExtrinsicDispatchFailed{index, result.error()});
        return true;
    }
    void take(u32 index) {
        remove(cx.state, index);
        weight = weight.saturating_add(db_weight(1, 2));
    }
};

}  // namespace

Weight process_pending_extrinsics(Context& cx) {
    auto& s = cx.state;
    Pass pass{cx};
    const u32 count = storage.CounterForPendingExtrinsics.get(s);
    if (count == 0) return pass.weight;
    const u32 end = storage.NextPendingExtrinsicIndex.get(s);
    const u32 lifetime = storage.ExtrinsicLifetime.get(s);
    for (u32 i = end - std::min(end, count); i < end; ++i) {
        const auto pending = storage.PendingExtrinsics.get(s, i);
        if (!pending) {
            pass.weight = pass.weight.saturating_add(db_weight(1, 0));
            continue;
        }
        if (cx.block - std::min(cx.block, pending->submitted_at) > lifetime) {
            pass.take(i);
            cx.emit(ExtrinsicExpired{i});
            continue;
        }
        const auto call = decryptor ? decryptor(pending->encrypted_call) : std::nullopt;
        if (!call) {
            pass.take(i);
            cx.emit(ExtrinsicDecodeFailed{i});
        } else if (!pass.run(i, pending->who, *call)) {
            break;
        }
    }
    return pass.weight;
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
