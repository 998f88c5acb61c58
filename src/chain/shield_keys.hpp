// The keys that transactions of the MEV shield are encrypted to. The node makes blocks for all
// authorities of its chain, so it holds the keys of all; in memory only, as the reference's node
// (stc_shield MemoryShieldKeystore): after a restart, what was encrypted to older keys stays shut.
#pragma once
#include <map>

#include "pallets/shield/shielded.hpp"
#include "primitives/account.hpp"

namespace chain {

class ShieldKeys {
public:
    /// With a seed, the keys follow from it and the numbers of the blocks: for tests, and for
    /// chains that are to be made again byte for byte. Without, nobody can foresee them.
    explicit ShieldKeys(const std::optional<Hash>& seed) : seed_(seed) {}

    /// The key for the author of block `number` to announce in it: a new one, unless its last is
    /// younger than an author's turn on the main network (shield_keys.cpp).
    crypto::EncapsulationKey announce(const AccountId& author, u32 number, u64 now_ms);
    /// The key of this hash; null: it was never announced here, or the chain is done with it.
    const crypto::DecapsulationKey* find(const std::array<u8, 16>& key_hash) const;
    /// Keeps only keys that this state, the newest block's, names.
    void forget_old(const State&);
    std::size_t size() const { return keys_.size(); }

private:
    const std::optional<Hash> seed_;
    std::map<std::array<u8, 16>, crypto::DecapsulationKey> keys_;
    struct Announced {
        crypto::EncapsulationKey key;
        u64 since_ms;
    };
    std::map<AccountId, Announced> announced_;  // of each author, the last
};

}  // namespace chain
