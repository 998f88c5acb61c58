// Transactions inside transactions (subtensor pallets/shield lib.rs: try_decode_shielded_tx and
// try_unshield_tx).
#include "runtime/shielded.hpp"

#include "pallets/shield/calls.hpp"

std::optional<shield::ShieldedTransaction> shielded_in(const Extrinsic& xt) {
    const auto call = xt.call.as<shield::submit_encrypted>();
    if (!xt.signer || !call) return {};
    return shield::parse(call->ciphertext);
}

std::optional<Bytes> unshielded(const crypto::DecapsulationKey& key,
                                const shield::ShieldedTransaction& tx) {
    const auto text = shield::unshield(key, tx);
    if (!text) return {};
    scale::Reader in(*text);
    const auto body = in.view(scale::take_length(in));
    if (!in.ok() || !decode_extrinsic_body(body)) return {};
    return scale::encoded(to_bytes(body));
}

std::optional<ValidityError> refuse_unknown_key(const State& s, BytesView raw) {
    constexpr u8 invalid_shielded_key_hash = 24;
    const auto xt = decode_extrinsic(raw);
    const auto tx = xt ? shielded_in(*xt) : std::nullopt;
    if (!tx || shield::is_for_known_key(s, tx->key_hash)) return {};
    return invalid_custom(invalid_shielded_key_hash);
}

bool is_inherent(const AnyCall& call) {
    return call.info().dispatch_class == DispatchClass::Mandatory ||
           call.as<shield::announce_next_key>();
}
