// The order of things in a block.
#include "runtime/executive.hpp"

#include "frame/pallet.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/balances/storage.hpp"
#include "pallets/evm_chain_id/pallet.hpp"
#include "pallets/grandpa/grandpa.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/system/accounts.hpp"
#include "pallets/system/constants.hpp"
#include "pallets/system/events.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/upgrade.hpp"
#include "pallets/transaction_payment/charge.hpp"
#include "pallets/transaction_payment/transaction_payment.hpp"
#include "runtime/shielded.hpp"
#include "runtime/validate.hpp"

using frame_system::constants;
using frame_system::storage;

/// The facts about block `number` that everything else reads.
static void begin(State& s, u32 number, const Hash& parent_hash, const Digest& digest) {
    storage.Number.set(s, number);
    storage.ParentHash.set(s, {parent_hash});
    storage.Digest.set(s, digest);
    storage.BlockHash.set(s, number - 1, {parent_hash});
}

BlockExecution::BlockExecution(State& state, u32 number, const Hash& parent_hash,
                               const Digest& digest, std::optional<u32> upgrade_to)
    : cx_{.state = state, .block = number} {
    storage.Events.erase(state);
    storage.EventCount.erase(state);
    storage.EventTopics.erase_under(state, ~u32{0});
    storage.BlockWeight.erase(state);
    const u32 rules_before = frame_system::spec_version(state);
    frame_system::adopt_code(state);
    begin(state, number, parent_hash, digest);
    if (upgrade_to && *upgrade_to > frame_system::spec_version(state)) {
        frame_system::set_spec_version(state, *upgrade_to);
        storage.Digest.change(
            state, [](auto& d) { d.logs.push_back(digest::RuntimeEnvironmentUpdated{}); });
    }
    if (frame_system::spec_version(state) != rules_before)
        for (auto p : runtime())
            if (p->hooks.on_runtime_upgrade) p->hooks.on_runtime_upgrade(state);
    enter(frame_system::phase::Initialization{});
    cx_.author = aura::author(state);
    auto weight = constants.BlockWeights.base_block;
    for (auto p : runtime())
        if (p->hooks.on_initialize) weight = weight.saturating_add(p->hooks.on_initialize(cx_));
    use_.add_unchecked(weight, DispatchClass::Mandatory);
    deposit_events();
    enter(frame_system::phase::ApplyExtrinsic{0});
}

void BlockExecution::enter(frame_system::Phase phase) {
    storage.ExecutionPhase.set(cx_.state, phase);
}

void BlockExecution::deposit_events() {
    if (cx_.events.empty()) return;
    const auto phase = storage.ExecutionPhase.get(cx_.state).value_or(frame_system::Phase{});
    const std::vector<H256> no_topics;
    for (auto& event : cx_.events) {
        scale::encode(event_records_, phase);
        scale::encode(event_records_, frame_system::RuntimeEvent{event});
        scale::encode(event_records_, no_topics);
    }
    event_count_ += u32(cx_.events.size());
    cx_.events.clear();
}

/// What calls can learn about the block so far.
void BlockExecution::note_extrinsic(BytesView raw, const Extrinsic& xt) {
    auto& s = cx_.state;
    storage.ExtrinsicData.set(s, extrinsic_count_, to_bytes(raw));
    const bool inherent = !xt.signer && is_inherent(xt.call);
    if (!inherent && !storage.InherentsApplied.get(s)) storage.InherentsApplied.set(s, true);
}

Validated<Result<>> BlockExecution::apply(BytesView raw) {
    auto xt = decode_extrinsic(raw);
    if (!xt) return invalid(InvalidTransaction::Call);
    Transaction layer(cx_.state);
    auto use = use_;
    note_extrinsic(raw, *xt);
    cx_.extrinsic_index = extrinsic_count_;
    auto result =
        xt->signer ? apply_signed(*xt, u32(raw.size())) : apply_bare(*xt, u32(raw.size()));
    cx_.extrinsic_index.reset();
    if (!result) {
        use_ = use;
        cx_.events.clear();
        return result;
    }
    deposit_events();
    enter(frame_system::phase::ApplyExtrinsic{++extrinsic_count_});
    storage.AllExtrinsicsLen.set(cx_.state, use_.bytes);
    storage.ExtrinsicWeightReclaimed.erase(cx_.state);
    layer.keep();
    return result;
}

/// Gives back what the extrinsic has not given back before.
void BlockExecution::reclaim_weight(Weight unspent, DispatchClass cls) {
    auto& reclaimed = storage.ExtrinsicWeightReclaimed;
    const auto before = reclaimed.get(cx_.state);
    const Weight all{std::max(before.ref_time, unspent.ref_time),
                     std::max(before.proof_size, unspent.proof_size)};
    if (all == before) return;
    use_.give_back(all.saturating_sub(before), cls);
    reclaimed.set(cx_.state, all);
}

/// Runs the call; the weight that it did not use goes back to the block. What it was charged for is
/// what it says it weighed and whether that is free.
Result<> BlockExecution::dispatch(const AnyCall& call, const Origin& origin, DispatchInfo& info) {
    auto result = call.dispatch(cx_, origin);
    auto before = info.weight;
    info.weight = cx_.post.actual_weight.value_or(before).min(before);
    if (cx_.post.pays_fee == Pays::No) info.pays_fee = Pays::No;
    reclaim_weight(before.saturating_sub(info.weight), info.dispatch_class);
    return result;
}

void BlockExecution::emit_outcome(const Result<>& result, const DispatchInfo& info) {
    auto base = constants.BlockWeights.per_class.of(info.dispatch_class).base_extrinsic;
    frame_system::DispatchEventInfo shown{info.weight.saturating_add(base), info.dispatch_class,
                                          info.pays_fee};
    if (result)
        cx_.emit(frame_system::ExtrinsicSuccess{shown});
    else
        cx_.emit(frame_system::ExtrinsicFailed{result.error(), shown});
}

Validated<Result<>> BlockExecution::apply_signed(const Extrinsic& xt, u32 bytes) {
    auto who = check_signature(cx_.state, xt);
    if (!who) return who.error();
    auto checked = check_signed(cx_.state, *who, xt, bytes, use_);
    if (!checked) return checked.error();

    auto& extra = xt.signer->extra;
    auto account = storage.Account.get(cx_.state, *who);
    if (extra.nonce > account.nonce) return invalid(InvalidTransaction::Future);
    ++account.nonce;
    storage.Account.set(cx_.state, *who, account);
    auto info = xt.call.info();
    if (auto e = use_.add(info, bytes)) return *e;
    auto withdrawn = transaction_payment::withdraw_fee(cx_, checked->payer, xt.call, checked->fee);
    if (!withdrawn) return invalid(InvalidTransaction::Payment);

    auto result = dispatch(xt.call, Origin::signed_by(*who), info);
    auto fee = transaction_payment::fee(cx_.state, bytes, info.weight, info.dispatch_class,
                                        info.pays_fee, extra.tip);
    transaction_payment::settle_fee(cx_, checked->payer, *withdrawn, fee, extra.tip);
    if (!result && info.dispatch_class == DispatchClass::Mandatory)
        return invalid(InvalidTransaction::BadMandatory);
    emit_outcome(result, info);
    return result;
}

Validated<Result<>> BlockExecution::apply_bare(const Extrinsic& xt, u32 bytes) {
    auto info = xt.call.info();
    if (auto valid = check_bare(cx_.state, TransactionSource::InBlock, xt.call); !valid)
        return valid.error();
    if (auto e = check_limits(info, bytes, use_)) return *e;
    if (auto e = use_.add(info, bytes)) return *e;
    auto result = dispatch(xt.call, Origin{}, info);
    if (!result && info.dispatch_class == DispatchClass::Mandatory)
        return invalid(InvalidTransaction::BadMandatory);
    emit_outcome(result, info);
    return result;
}

/// What only lives while the block is made.
static void forget_the_making(State& s) {
    storage.ExecutionPhase.erase(s);
    storage.AllExtrinsicsLen.erase(s);
    storage.InherentsApplied.erase(s);
    const u32 count = storage.ExtrinsicCount.take(s).value_or(0);
    for (u32 i = 0; i < count; ++i) storage.ExtrinsicData.erase(s, i);
}

void BlockExecution::finalize() {
    auto& s = cx_.state;
    storage.InherentsApplied.set(s, true);
    storage.ExtrinsicCount.set(s, extrinsic_count_);
    enter(frame_system::phase::Finalization{});
    auto left = constants.BlockWeights.max_block.saturating_sub(use_.total_weight());
    if (left.ref_time > 0 && left.proof_size > 0) {
        Weight used{};
        for (auto p : runtime())
            if (p->hooks.on_idle)
                used = used.saturating_add(p->hooks.on_idle(cx_, left.saturating_sub(used)));
        use_.add_unchecked(used, DispatchClass::Mandatory);
    }
    for (auto p : runtime())
        if (p->hooks.on_finalize) p->hooks.on_finalize(cx_);
    deposit_events();
    forget_the_making(s);

    // Genesis' hash is kept for ever.
    if (cx_.block > constants.BlockHashCount + 1)
        storage.BlockHash.erase(s, cx_.block - constants.BlockHashCount - 1);
    storage.BlockWeight.set(s, use_.weight);
    if (event_count_ == 0) return;
    storage.EventCount.set(s, event_count_);
    Bytes records;
    records.reserve(event_records_.size() + 4);
    scale::put_compact(records, event_count_);
    records.insert(records.end(), event_records_.begin(), event_records_.end());
    s.put(storage.Events.key(), std::move(records));
}

TransactionValidity validate_transaction(State& scratch, TransactionSource source,
                                         const Hash& best_hash, BytesView raw) {
    begin(scratch, storage.Number.get(scratch) + 1, best_hash, {});
    auto xt = decode_extrinsic(raw);
    if (!xt) return invalid(InvalidTransaction::Call);
    Validated<AccountId> who = AccountId{};
    if (xt->signer) who = check_signature(scratch, *xt);
    if (!who) return who.error();
    if (xt->call.info().dispatch_class == DispatchClass::Mandatory)
        return invalid(InvalidTransaction::MandatoryValidation);
    if (!xt->signer) return check_bare(scratch, source, xt->call);
    auto checked = check_signed(scratch, *who, *xt, u32(raw.size()), {});
    if (!checked) return checked.error();
    return checked->valid;
}

void build_frame_genesis(State& s, const FrameGenesis& genesis) {
    Hash no_parent;
    no_parent.fill(69);  // as frame_system fills it
    storage.BlockHash.set(s, 0, {no_parent});
    storage.ParentHash.set(s, {no_parent});
    frame_system::set_spec_version(s, genesis.spec_version);
    storage.UpgradedToU32RefCount.set(s, true);
    storage.UpgradedToTripleRefCount.set(s, true);
    Context cx{.state = s};
    TaoBalance total{};
    for (auto& [who, amount] : genesis.balances) {
        total = saturating_add(total, amount);
        frame_system::inc_providers(cx, who);
        storage.Account.change(s, who, [&free = amount](auto& a) { a.data.free = free; });
    }
    balances::storage.TotalIssuance.set(s, total);
    transaction_payment::storage.NextFeeMultiplier.set(s, {});
    transaction_payment::storage.StorageVersion.set(s, transaction_payment::Releases::V2);
    if (genesis.sudo_key) sudo::storage.Key.set(s, *genesis.sudo_key);
    scale::BoundedVec<aura::Public, aura::max_authorities> authorities;
    for (auto& a : genesis.authorities) authorities.push_back({a.bytes});
    if (!authorities.empty()) aura::storage.Authorities.set(s, authorities);
    grandpa::storage.CurrentSetId.set(s, 0);
    grandpa::storage.SetIdSession.set(s, 0, 0);
    evm_chain_id::storage.ChainId.set(s, genesis.evm_chain_id);
}
