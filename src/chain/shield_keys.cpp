// The keys of the MEV shield.
#include "chain/shield_keys.hpp"

#include "crypto/hash.hpp"
#include "crypto/random.hpp"
#include "pallets/shield/storage.hpp"

namespace chain {
namespace {

/// Three authors in turns of 12 s: at that pace and slower each block has a key of its own, as in
/// the reference. On faster chains an author repeats its key for a while. Wallets then have as long
/// to use it as on the main network, and a day of empty blocks does not fill with keys.
constexpr u64 shortest_life_ms = 36'000;

/// Both halves of the seed of FIPS 203, d and z.
crypto::Secret<64> derived(const Hash& seed, u32 number) {
    crypto::Secret<64> out;
    crypto::blake2b(scale::encoded(std::tuple(std::string("shield key"), seed, number)), out);
    return out;
}

}  // namespace

crypto::EncapsulationKey ShieldKeys::announce(const AccountId& author, u32 number, u64 now_ms) {
    const auto last = announced_.find(author);
    if (last != announced_.end() && now_ms - last->second.since_ms < shortest_life_ms &&
        keys_.contains(shield::key_hash(last->second.key)))
        return last->second.key;
    crypto::Secret<64> seed;
    if (seed_)
        seed = derived(*seed_, number);
    else
        crypto::random_bytes(seed);
    const auto pair = crypto::encapsulation_pair(seed);
    keys_.insert_or_assign(shield::key_hash(pair.public_key), pair.private_key);
    announced_.insert_or_assign(author, Announced{pair.public_key, now_ms});
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
    for (auto at = announced_.begin(); at != announced_.end();)
        at =
            keys_.contains(shield::key_hash(at->second.key)) ? std::next(at) : announced_.erase(at);
}

}  // namespace chain
