// Transactions that nobody but the block's author can read before they are in a block.
#pragma once
#include "crypto/encapsulation.hpp"
#include "pallets/shield/types.hpp"
#include "state/state.hpp"

namespace shield {

using KeyHash = std::array<u8, 16>;

/// Takes apart what submit_encrypted carries; none when it is cut short.
std::optional<ShieldedTransaction> parse(BytesView ciphertext);
/// twox_128 of a key, by which transactions name it.
std::array<u8, 16> key_hash(BytesView enc_key);
/// Whether the author of the block after this state can open it.
bool is_shielded_using_current_key(const State& s, const std::array<u8, 16>& key_hash);
/// Whether it is for a key that some author opens in this block or soon.
bool is_for_known_key(const State& s, const std::array<u8, 16>& key_hash);
/// The bytes inside; none when they were not encrypted to this key.
std::optional<Bytes> unshield(const crypto::DecapsulationKey&, const ShieldedTransaction&);

}  // namespace shield
