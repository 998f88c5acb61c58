// Runtime APIs of the runtime as a whole: version, metadata, nonces, fees.
#include "runtime/apis.hpp"

#include "frame/version.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"
#include "pallets/transaction_payment/transaction_payment.hpp"
#include "runtime/executive.hpp"
#include "runtime/extrinsic_argument.hpp"
#include "runtime/shielded.hpp"

static Clients clients = Clients::current;
void serve_clients(Clients c) { clients = c; }
Clients served_clients() { return clients; }

namespace {

struct OpaqueMetadata {
    Bytes bytes{};
    UNNAMED(bytes)
    PATH("sp_core::OpaqueMetadata")
};
struct SlotDuration {
    u64 ms = 0;
    UNNAMED(ms)
    PATH("sp_consensus_slots::SlotDuration")
};

}  // namespace

namespace {

using transaction_payment::FeeDetails;
using transaction_payment::RuntimeDispatchInfo;

// Written once for each runtime and kind of client: nothing in it changes while one is in force.
template <auto make, Clients c, u32 spec_version>
const Bytes& written() {
    static const Bytes bytes = make(c, spec_version);
    return bytes;
}
template <auto make, Clients c>
const Bytes& metadata_of(const State& s) {
    return frame_system::spec_version(s) < 475 ? written<make, c, 425>() : written<make, c, 475>();
}
template <auto make>
OpaqueMetadata metadata_by(const State& s) {
    return {clients == Clients::legacy ? metadata_of<make, Clients::legacy>(s)
                                       : metadata_of<make, Clients::current>(s)};
}
OpaqueMetadata metadata(const State& s) { return metadata_by<&metadata_v14>(s); }
std::optional<OpaqueMetadata> metadata_at_version(const State& s, u32 version) {
    if (version == 14) return metadata(s);
    if (version != 15) return {};
    return metadata_by<&metadata_v15>(s);
}
std::vector<u32> metadata_versions(const State&) { return {14, 15}; }

u32 account_nonce(const State& s, const AccountId& account) {
    return frame_system::storage.Account.get(s, account).nonce;
}

FeeDetails details(const State& s, const DispatchInfo& info, u32 bytes) {
    return transaction_payment::fee_details(s, bytes, info.weight, info.dispatch_class,
                                            info.pays_fee, {});
}
TaoBalance total(const State& s, const DispatchInfo& info, u32 bytes) {
    return transaction_payment::fee(s, bytes, info.weight, info.dispatch_class, info.pays_fee, {});
}
/// Signatures are not looked at: wallets ask with an empty one. Bare extrinsics are free.
RuntimeDispatchInfo query_info(const State& s, const ExtrinsicArgument& uxt, u32 len) {
    auto info = uxt.extrinsic.call.info();
    auto fee = uxt.extrinsic.signer ? total(s, info, len) : TaoBalance{};
    return {info.weight, info.dispatch_class, fee};
}
FeeDetails query_fee_details(const State& s, const ExtrinsicArgument& uxt, u32 len) {
    if (!uxt.extrinsic.signer) return {};
    return details(s, uxt.extrinsic.call.info(), len);
}
TaoBalance query_weight_to_fee(const State&, const Weight& weight) {
    return transaction_payment::weight_to_fee(weight);
}
TaoBalance query_length_to_fee(const State&, u32 length) {
    return transaction_payment::length_to_fee(length);
}
/// What a call would cost its signer.
RuntimeDispatchInfo query_call_info(const State& s, const AnyCall& call, u32 len) {
    const auto info = call.info();
    return {info.weight, info.dispatch_class, total(s, info, len)};
}
FeeDetails query_call_fee_details(const State& s, const AnyCall& call, u32 len) {
    return details(s, call.info(), len);
}

SlotDuration slot_duration(const State&) { return {aura::constants.SlotDuration}; }
std::vector<aura::Public> authorities(const State& s) { return aura::storage.Authorities.get(s); }

TransactionValidity validate(State& s, TransactionSource source, const ExtrinsicArgument& tx,
                             const H256& block_hash) {
    return validate_transaction(s, source, block_hash.bytes, tx.bytes);
}

/// ShieldApi of stp_shield: what an author asks about transactions that nobody else can read.
std::optional<shield::ShieldedTransaction> try_decode_shielded_tx(const State& s,
                                                                  const ExtrinsicArgument& uxt) {
    if (!uxt.extrinsic.signer || !check_signature(s, uxt.extrinsic)) return {};
    return shielded_in(uxt.extrinsic);
}
std::optional<ExtrinsicArgument> try_unshield_tx(const State&, const Bytes& dec_key_bytes,
                                                 const shield::ShieldedTransaction& tx) {
    crypto::DecapsulationKey key;
    if (dec_key_bytes.size() != key.size()) return {};
    std::copy(dec_key_bytes.begin(), dec_key_bytes.end(), key.begin());
    const auto inside = unshielded(key, tx);
    if (!inside) return {};
    return scale::decoded<ExtrinsicArgument>(*inside);
}

constexpr std::array rows{
    api<static_cast<RuntimeVersion (*)(const State&)>(&runtime_version)>("Core_version"),
    api<&metadata>("Metadata_metadata"),
    api<&metadata_at_version>("Metadata_metadata_at_version", "version"),
    api<&metadata_versions>("Metadata_metadata_versions"),
    api<&account_nonce>("AccountNonceApi_account_nonce", "account"),
    api<&query_info>("TransactionPaymentApi_query_info", "uxt, len"),
    api<&query_fee_details>("TransactionPaymentApi_query_fee_details", "uxt, len"),
    api<&query_weight_to_fee>("TransactionPaymentApi_query_weight_to_fee", "weight"),
    api<&query_length_to_fee>("TransactionPaymentApi_query_length_to_fee", "length"),
    api<&query_call_info>("TransactionPaymentCallApi_query_call_info", "call, len"),
    api<&query_call_fee_details>("TransactionPaymentCallApi_query_call_fee_details", "call, len"),
    api<&query_weight_to_fee>("TransactionPaymentCallApi_query_weight_to_fee", "weight"),
    api<&query_length_to_fee>("TransactionPaymentCallApi_query_length_to_fee", "length"),
    api<&slot_duration>("AuraApi_slot_duration"),
    api<&authorities>("AuraApi_authorities"),
    api<&validate>("TaggedTransactionQueue_validate_transaction", "source, tx, block_hash"),
    api<&try_decode_shielded_tx>("ShieldApi_try_decode_shielded_tx", "uxt"),
    api<&shield::is_shielded_using_current_key>("ShieldApi_is_shielded_using_current_key",
                                                "key_hash"),
    api<&try_unshield_tx>("ShieldApi_try_unshield_tx", "dec_key_bytes, shielded_tx"),
};

}  // namespace

std::span<const ApiRow> core_apis() { return rows; }
