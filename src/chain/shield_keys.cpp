// The keys of the MEV shield.
#include "chain/shield_keys.hpp"

#include "crypto/hash.hpp"
#include "crypto/random.hpp"
#include "pallets/shield/storage.hpp"

namespace chain {
namespace {

/// Both halves of the seed of FIPS 203, d and z.
crypto::Secret<64> derived(const Hash& seed, u32 number) {
    crypto::Secret<64> out;
    crypto::blake2b(scale::encoded(std::tuple(std::string("shield key"), seed, number)), out);
    return out;
}

}  // namespace

crypto::EncapsulationKey ShieldKeys::announce(u32 number) {
    crypto::Secret<64> seed;
    if (seed_)
        seed = derived(*seed_, number);
    else
        crypto::random_bytes(seed);
    const auto pair = crypto::encapsulation_pair(seed);
    keys_.insert_or_assign(shield::key_hash(pair.public_key), pair.private_key);
    return pair.public_key;
}

const crypto::DecapsulationKey* ShieldKeys::find(const std::array<u8, 16>& key_hash) const {
    const auto at = keys_.find(key_hash);
    return at == keys_.end() ? nullptr : &at->second;
}

/// What an author announced last, NextKey and PendingKey: whatever is encrypted to one of them may
/// still come.
void ShieldKeys::forget_old(const State& s) {
    std::map<std::array<u8, 16>, crypto::DecapsulationKey> named;
    const auto keep = [&](const std::optional<shield::ShieldEncKey>& key) {
        if (!key) return;
        const auto at = keys_.find(shield::key_hash(*key));
        if (at != keys_.end()) named.insert(*at);
    };
    keep(shield::storage.NextKey.get(s));
    keep(shield::storage.PendingKey.get(s));
    for (const auto& [author, key] : shield::storage.AuthorKeys.under(s)) keep(key);
    keys_ = std::move(named);
}

}  // namespace chain
