// What the calls cost and do (pallet-multisig lib.rs and its SubstrateWeight, 41.0.0).
#include "pallets/multisig/calls.hpp"

#include <algorithm>

#include "crypto/hash.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/multisig/errors.hpp"
#include "pallets/multisig/events.hpp"
#include "pallets/multisig/pallet.hpp"
#include "pallets/multisig/storage.hpp"

namespace multisig {
namespace {

/// A weight of the number of other signatories and the length of the call in bytes.
struct Price {
    u64 base, each_signatory, each_byte, reads, writes;

    Weight of(std::size_t signatories, std::size_t bytes = 0) const {
        return {base + each_signatory * signatories + each_byte * bytes + reads * db_read_ref_time +
                    writes * db_write_ref_time,
                6811};
    }
};
constexpr Price create_price{29'976'762, 144'320, 1'819, 1, 1};
constexpr Price approve_price{14'821'348, 127'874, 1'968, 1, 1};
constexpr Price complete_price{34'745'418, 193'313, 2'057, 4, 2};
constexpr Price approve_create_price{27'463'275, 139'226, 0, 1, 1};
constexpr Price approve_approve_price{14'074'258, 126'544, 0, 1, 1};
constexpr Price cancel_price{28'623'566, 135'351, 0, 1, 1};
constexpr Price poke_price{27'349'525, 121'813, 0, 1, 1};

constexpr std::array rows{
    call<as_multi_threshold_1>("as_multi_threshold_1", {}, Pays::Yes,
                               "Makes a call as a composite account that any signatory can use."),
    call<as_multi>("as_multi", {}, Pays::Yes,
                   "Approves a call of a composite account, and makes it if enough agree."),
    call<approve_as_multi>("approve_as_multi", {}, Pays::Yes,
                           "Approves a call of a composite account by its hash."),
    call<cancel_as_multi>("cancel_as_multi", {}, Pays::Yes,
                          "Cancels an operation that the sender opened."),
    call<poke_deposit>("poke_deposit", {}, Pays::Yes,
                       "Brings a deposit in line with today's prices; free if that changes it."),
};

Weight longer(Weight a, Weight b) { return a.ref_time < b.ref_time ? b : a; }
DispatchInfo normal(Weight weight) { return {weight, DispatchClass::Normal, Pays::Yes}; }
std::size_t encoded_length(const AnyCall& call) { return scale::encoded(call).size(); }

Weight threshold_1_weight(std::size_t bytes) {
    return {20'470'382 + 397 * bytes + 2 * db_read_ref_time, 3997};
}

TaoBalance deposit(u16 threshold) {
    return {constants.DepositBase.rao + constants.DepositFactor.rao * threshold};
}
Timepoint now(const Context& cx) { return {cx.block, cx.extrinsic_index.value_or(0)}; }

/// All signatories, sorted, the sender among them.
Result<std::vector<AccountId>> all_signatories(const std::vector<AccountId>& others,
                                               const AccountId& who) {
    ENSURE(!others.empty(), Error::TooFewSignatories);
    ENSURE(others.size() < max_signatories, Error::TooManySignatories);
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (i > 0) ENSURE(others[i - 1] < others[i], Error::SignatoriesOutOfOrder);
        ENSURE(others[i] != who, Error::SenderInSignatories);
    }
    auto all = others;
    all.insert(std::lower_bound(all.begin(), all.end(), who), who);
    return all;
}

/// The composite account that needs more than one approval.
Result<AccountId> composite(const std::vector<AccountId>& others, const AccountId& who,
                            u16 threshold) {
    ENSURE(threshold >= 2, Error::MinimumThreshold);
    ASSIGN(auto all, all_signatories(others, who));
    return multi_account_id(all, threshold);
}

/// An approval of a call that is known, or only its hash.
struct Operation {
    AccountId who, id;
    u16 threshold;
    std::size_t others;
    std::optional<Timepoint> timepoint;
    CallHash call_hash;
    const AnyCall* call;  // null: only the hash is known
    std::size_t call_length;
    Weight max_weight;
};

Result<> begin(Context& cx, const Operation& op) {
    ENSURE(!op.timepoint, Error::UnexpectedTimepoint);
    auto amount = deposit(op.threshold);
    TRY(balances::reserve(cx, op.who, amount));
    storage.Multisigs.set(cx.state, op.id, op.call_hash, {now(cx), amount, op.who, {op.who}});
    cx.emit(NewMultisig{op.who, op.id, op.call_hash});
    cx.post = {create_price.of(op.others, op.call_length)};
    return {};
}

Result<> complete(Context& cx, const Operation& op, const Multisig& m) {
    ENSURE(!op.call->info().weight.any_gt(op.max_weight), Error::MaxWeightTooLow);
    // Before the call, so that it cannot be made twice from inside.
    storage.Multisigs.erase(cx.state, op.id, op.call_hash);
    balances::unreserve(cx, m.depositor, m.deposit);
    auto result = op.call->dispatch(cx, Origin::signed_by(op.id));
    auto actual = cx.post.actual_weight;
    cx.emit(MultisigExecuted{op.who, m.when, op.id, op.call_hash, result});
    cx.post = {};
    if (actual)
        cx.post.actual_weight =
            complete_price.of(op.others, op.call_length).saturating_add(*actual);
    return {};
}

Result<> operate(Context& cx, const Operation& op) {
    auto found = storage.Multisigs.find(cx.state, op.id, op.call_hash);
    if (!found) return begin(cx, op);
    auto& m = *found;
    ENSURE(op.timepoint, Error::NoTimepoint);
    ENSURE(m.when == *op.timepoint, Error::WrongTimepoint);
    auto at = std::lower_bound(m.approvals.begin(), m.approvals.end(), op.who);
    const bool is_new = at == m.approvals.end() || *at != op.who;
    const bool counts = is_new && m.approvals.size() < op.threshold;
    if (op.call && m.approvals.size() + counts >= op.threshold) return complete(cx, op, m);
    ENSURE(counts, Error::AlreadyApproved);
    ENSURE(m.approvals.size() < max_signatories, Error::TooManySignatories);
    m.approvals.insert(at, op.who);
    storage.Multisigs.set(cx.state, op.id, op.call_hash, m);
    cx.emit(MultisigApproval{op.who, m.when, op.id, op.call_hash});
    cx.post = {approve_price.of(op.others, op.call_length)};
    return {};
}

}  // namespace

std::span<const CallRow> calls() { return rows; }

AccountId multi_account_id(const std::vector<AccountId>& signatories, u16 threshold) {
    Bytes entropy;
    for (char c : std::string_view("modlpy/utilisuba")) entropy.push_back(u8(c));
    scale::encode(entropy, signatories);
    scale::encode(entropy, threshold);
    return {crypto::blake2_256(entropy)};
}

DispatchInfo as_multi_threshold_1::info(const DispatchInfo&) const {
    auto inner = call.info();
    auto weight = threshold_1_weight(encoded_length(call))
                      .saturating_add(db_weight(1, 1))
                      .saturating_add(inner.weight);
    return {weight, inner.dispatch_class, Pays::Yes};
}
Result<> as_multi_threshold_1::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto all, all_signatories(other_signatories, who));
    auto id = multi_account_id(all, 1);
    auto raw = scale::encoded(call);
    auto result = call.dispatch(cx, Origin::signed_by(id));
    cx.emit(MultisigExecuted{who, now(cx), id, crypto::blake2_256(raw), result});
    auto actual = cx.post.actual_weight;
    if (actual)
        cx.post = {threshold_1_weight(raw.size()).saturating_add(*actual)};
    else if (result)
        cx.post = {};
    return result;
}

DispatchInfo as_multi::info(const DispatchInfo&) const {
    auto s = other_signatories.size(), z = encoded_length(call);
    auto most =
        longer(longer(create_price.of(s, z), approve_price.of(s, z)), complete_price.of(s, z));
    return normal(most.saturating_add(max_weight));
}
Result<> as_multi::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto id, composite(other_signatories, who, threshold));
    auto raw = scale::encoded(call);
    return operate(cx, {who, id, threshold, other_signatories.size(), maybe_timepoint,
                        crypto::blake2_256(raw), &call, raw.size(), max_weight});
}

DispatchInfo approve_as_multi::info(const DispatchInfo&) const {
    auto s = other_signatories.size();
    return normal(
        longer(approve_create_price.of(s), approve_approve_price.of(s)).saturating_add(max_weight));
}
Result<> approve_as_multi::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto id, composite(other_signatories, who, threshold));
    return operate(cx, {who, id, threshold, other_signatories.size(), maybe_timepoint, call_hash,
                        nullptr, 0, max_weight});
}

DispatchInfo cancel_as_multi::info(const DispatchInfo&) const {
    return normal(cancel_price.of(other_signatories.size()));
}
Result<> cancel_as_multi::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto id, composite(other_signatories, who, threshold));
    auto m = storage.Multisigs.find(cx.state, id, call_hash);
    ENSURE(m, Error::NotFound);
    ENSURE(m->when == timepoint, Error::WrongTimepoint);
    ENSURE(m->depositor == who, Error::NotOwner);
    balances::unreserve(cx, who, m->deposit);
    storage.Multisigs.erase(cx.state, id, call_hash);
    cx.emit(MultisigCancelled{who, timepoint, id, call_hash});
    return {};
}

DispatchInfo poke_deposit::info(const DispatchInfo&) const {
    return normal(poke_price.of(other_signatories.size()));
}
Result<> poke_deposit::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto id, composite(other_signatories, who, threshold));
    auto m = storage.Multisigs.find(cx.state, id, call_hash);
    ENSURE(m, Error::NotFound);
    ENSURE(m->depositor == who, Error::NotOwner);
    auto before = m->deposit;
    m->deposit = deposit(threshold);
    if (m->deposit == before) return {};
    if (m->deposit > before)
        TRY(balances::reserve(cx, who, saturating_sub(m->deposit, before)));
    else
        balances::unreserve(cx, who, saturating_sub(before, m->deposit));
    storage.Multisigs.set(cx.state, id, call_hash, *m);
    cx.emit(DepositPoked{who, call_hash, before, m->deposit});
    cx.post.pays_fee = Pays::No;
    return {};
}

}  // namespace multisig
