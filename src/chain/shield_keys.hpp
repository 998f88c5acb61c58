// The keys that transactions of the MEV shield are encrypted to. The node makes blocks for all
// authorities of its chain, so it holds the keys of all; in memory only, as the reference's node
// (stc_shield MemoryShieldKeystore): after a restart, what was encrypted to older keys stays shut.
#pragma once
#include <map>

#include "pallets/shield/shielded.hpp"

namespace chain {

class ShieldKeys {
public:
    /// With a seed, the keys follow from it and the numbers of the blocks: for tests, and for
    /// chains that are to be made again byte for byte. Without, nobody can foresee them.
    explicit ShieldKeys(const std::optional<Hash>& seed) : seed_(seed) {}

    /// A new key, for the author of block `number` to announce in it.
    crypto::EncapsulationKey announce(u32 number);
    /// The key of this hash; null: it was never announced here, or the chain is done with it.
    const crypto::DecapsulationKey* find(const std::array<u8, 16>& key_hash) const;
    /// Keeps only keys that this state, the newest block's, names.
    void forget_old(const State&);
    std::size_t size() const { return keys_.size(); }

private:
    const std::optional<Hash> seed_;
    std::map<std::array<u8, 16>, crypto::DecapsulationKey> keys_;
};

}  // namespace chain
