// The signed extensions' checks (frame_system extensions, runtime check_nonce.rs, sudo_wrapper.rs,
// transaction_payment_wrapper.rs; subtensor extensions/subtensor.rs).
#include "runtime/validate.hpp"

#include "pallets/drand/types.hpp"
#include "pallets/drand/validate_unsigned.hpp"
#include "pallets/shield/calls.hpp"
#include "pallets/shield/shielded.hpp"
#include "pallets/subtensor/guards/guards.hpp"
#include "pallets/subtensor/subnets/pow_register.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/system/constants.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"
#include "pallets/transaction_payment/charge.hpp"
#include "pallets/transaction_payment/transaction_payment.hpp"
#include "runtime/fee_payer.hpp"
#include "runtime/shielded.hpp"

using frame_system::constants;
using enum InvalidTransaction;

Weight BlockUse::total_weight() const {
    return weight.normal.saturating_add(weight.operational).saturating_add(weight.mandatory);
}

std::optional<ValidityError> BlockUse::add(const DispatchInfo& info, u32 more_bytes) {
    auto& limit = constants.BlockWeights.per_class.of(info.dispatch_class);
    auto next = *this;
    auto& used = next.weight.of(info.dispatch_class);
    // The extrinsic's bytes count as proof.
    auto own = info.weight.saturating_add(limit.base_extrinsic).saturating_add({0, more_bytes});
    const bool unlimited = !limit.max_total && !limit.reserved;
    u64 sum;
    if (!unlimited && (__builtin_add_overflow(used.ref_time, own.ref_time, &sum) ||
                       __builtin_add_overflow(used.proof_size, own.proof_size, &sum)))
        return invalid(ExhaustsResources);
    used = used.saturating_add(own);
    if (limit.max_total && used.any_gt(*limit.max_total)) return invalid(ExhaustsResources);
    // A full block still takes what its class has in reserve.
    if (next.total_weight().any_gt(constants.BlockWeights.max_block) && limit.reserved &&
        used.any_gt(*limit.reserved))
        return invalid(ExhaustsResources);
    next.bytes = bytes + more_bytes;  // check_limits has seen to it
    *this = next;
    return {};
}
void BlockUse::add_unchecked(Weight more, DispatchClass cls) {
    weight.of(cls) = weight.of(cls).saturating_add(more);
}
void BlockUse::give_back(Weight unused, DispatchClass cls) {
    weight.of(cls) = weight.of(cls).saturating_sub(unused);
}

std::optional<ValidityError> check_limits(const DispatchInfo& info, u32 bytes,
                                          const BlockUse& use) {
    if (u64{use.bytes} + bytes > constants.BlockLength.max.of(info.dispatch_class))
        return invalid(ExhaustsResources);
    auto& most = constants.BlockWeights.per_class.of(info.dispatch_class).max_extrinsic;
    if (most && info.weight.any_gt(*most)) return invalid(ExhaustsResources);
    return {};
}

Validated<AccountId> check_signature(const State& s, const Extrinsic& xt) {
    auto who = xt.signer->address.account();
    if (!who) return unknown(UnknownTransaction::CannotLookup);
    auto& extra = xt.signer->extra;
    auto& hashes = frame_system::storage.BlockHash;
    auto birth = hashes.find(s, u32(extra.era.birth(frame_system::storage.Number.get(s))));
    if (!birth) return invalid(AncientBirthBlock);
    // This runtime is built without a hash of its metadata.
    if (extra.checks_metadata_hash) return unknown(UnknownTransaction::CannotLookup);
    auto payload = signing_payload(xt.call, extra, hashes.get(s, 0).bytes, birth->bytes,
                                   frame_system::spec_version(s));
    auto& signature = xt.signer->signature;
    if (!crypto::verify(signature.kind, signature.view(), payload, who->bytes))
        return invalid(BadProof);
    return *who;
}

namespace {

Bytes nonce_tag(const AccountId& who, u32 nonce) { return scale::encoded(std::pair{who, nonce}); }

std::optional<ValidityError> check_nonce(const State& s, const AccountId& who, u32 nonce, Pays pays,
                                         ValidTransaction& valid) {
    auto account = frame_system::storage.Account.get(s, who);
    // An account that nothing keeps alive has nowhere to keep a nonce, unless the call is free.
    if (pays == Pays::Yes && account.providers == 0 && account.sufficients == 0)
        return invalid(Payment);
    if (nonce < account.nonce) return invalid(Stale);
    valid.provides.push_back(nonce_tag(who, nonce));
    if (nonce > account.nonce) valid.requires_.push_back(nonce_tag(who, nonce - 1));
    return {};
}

/// Work ages fast, and one block's work buys a hotkey one place.
void limit_work(ValidTransaction& valid, const subtensor::pow_register& call, u64 now) {
    constexpr std::string_view name = "pow-registration";
    valid.longevity =
        std::min(valid.longevity, subtensor::max_work_age_blocks - (now - call.work_block) + 1);
    Bytes tag(name.begin(), name.end());
    scale::encode(tag, call.hotkey);
    scale::encode(tag, call.work_block);
    valid.provides.push_back(std::move(tag));
}

constexpr u8 failed_shielded_parsing = 23;  // a Custom error
constexpr u64 longest_shielded_era = 8;

/// An encrypted transaction must be whole and must not wait for long (CheckMortality of the
/// runtime, CheckShieldedTxValidity of the pallet).
std::optional<ValidityError> check_encrypted(const Extrinsic& xt) {
    const auto call = xt.call.as<shield::submit_encrypted>();
    if (!call) return {};
    const auto& era = xt.signer->extra.era;
    if (era.is_immortal() || era.period > longest_shielded_era) return invalid(Stale);
    if (!shield::parse(call->ciphertext)) return invalid_custom(failed_shielded_parsing);
    return {};
}

bool is_sudo_call(const AnyCall& call) { return call.pallet == sudo::pallet_index; }

}  // namespace

TransactionValidity check_bare(const State& s, TransactionSource source, const AnyCall& call) {
    const bool in_block = source == TransactionSource::InBlock;
    if (call.pallet == drand::pallet_index) return drand::validate_unsigned(s, !in_block, call);
    if (in_block && is_inherent(call)) return ValidTransaction{};
    return unknown(UnknownTransaction::NoUnsignedValidator);
}

Validated<Checked> check_signed(const State& s, const AccountId& who, const Extrinsic& xt,
                                u32 bytes, const BlockUse& use) {
    constexpr u64 normal_priority = 1, operational_priority = 10'000'000'000;
    auto& extra = xt.signer->extra;
    auto info = xt.call.info();
    Checked out;
    if (who == AccountId{}) return invalid(BadSigner);
    if (auto e = check_encrypted(xt)) return *e;
    const u64 now = frame_system::storage.Number.get(s);
    out.valid.longevity = extra.era.death(now) - std::min(extra.era.death(now), now);
    if (auto e = check_nonce(s, who, extra.nonce, info.pays_fee, out.valid)) return *e;
    if (auto e = check_limits(info, bytes, use)) return *e;

    out.fee = transaction_payment::fee(s, bytes, info.weight, info.dispatch_class, info.pays_fee,
                                       extra.tip);
    out.payer = fee_payer(s, who, xt.call);
    if (!transaction_payment::can_withdraw_fee(s, out.payer, xt.call, out.fee))
        return invalid(Payment);
    out.valid.priority =
        info.dispatch_class == DispatchClass::Operational ? operational_priority : normal_priority;
    if (is_sudo_call(xt.call) && sudo::storage.Key.get(s) != who) return invalid(BadSigner);
    if (auto r = subtensor::check_guards(s, who, xt.call); !r)
        return invalid_custom(subtensor::custom_transaction_error(r.error()));
    if (auto* work = xt.call.as<subtensor::pow_register>()) limit_work(out.valid, *work, now);
    return out;
}
