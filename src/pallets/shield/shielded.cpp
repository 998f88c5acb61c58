// Transactions that nobody but the block's author can read (stp_shield shielded_tx.rs; subtensor
// pallets/shield lib.rs).
#include "pallets/shield/shielded.hpp"

#include <algorithm>

#include "crypto/hash.hpp"
#include "pallets/shield/storage.hpp"

namespace shield {

std::optional<ShieldedTransaction> parse(BytesView ciphertext) {
    scale::Reader in(ciphertext);
    ShieldedTransaction out;
    u16 kem_size = 0;
    scale::decode(in, out.key_hash);
    scale::decode(in, kem_size);
    const auto kem = in.view(kem_size);
    scale::decode(in, out.nonce);
    if (!in.ok()) return {};
    const auto sealed = in.view(in.left());
    out.kem_ct.assign(kem.begin(), kem.end());
    out.aead_ct.assign(sealed.begin(), sealed.end());
    return out;
}

std::array<u8, 16> key_hash(BytesView enc_key) { return crypto::twox_128(enc_key); }

static bool is_key(const State& s, const OptionalValue<ShieldEncKey>& item,
                   const std::array<u8, 16>& hash) {
    const auto key = item.get(s);
    return key && key_hash(*key) == hash;
}
bool is_shielded_using_current_key(const State& s, const std::array<u8, 16>& hash) {
    return is_key(s, storage.PendingKey, hash);
}
bool is_for_known_key(const State& s, const std::array<u8, 16>& hash) {
    return is_key(s, storage.CurrentKey, hash) || is_key(s, storage.PendingKey, hash) ||
           is_key(s, storage.NextKey, hash);
}

std::optional<Bytes> unshield(const crypto::DecapsulationKey& key, const ShieldedTransaction& tx) {
    crypto::Encapsulated wrapped;
    if (tx.kem_ct.size() != wrapped.size()) return {};
    std::copy(tx.kem_ct.begin(), tx.kem_ct.end(), wrapped.begin());
    return crypto::xchacha_open(crypto::decapsulate(key, wrapped), tx.nonce, tx.aead_ct);
}

}  // namespace shield
