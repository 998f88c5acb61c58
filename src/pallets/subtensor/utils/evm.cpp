// An EVM address for a neuron, proved by a signature of its key.
// Source: subtensor utils/evm.rs.
#include "pallets/subtensor/utils/evm.hpp"

#include "crypto/ecdsa.hpp"
#include "crypto/hash.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

/// What the EVM key signs: the hotkey and the hash of a block's number, as an Ethereum message
/// (EIP-191).
Hash evm_message_hash(const AccountId& hotkey, u64 block_number) {
    const auto block_hash = crypto::keccak256(scale::encoded(block_number));
    constexpr std::string_view prefix =
        "\x19"
        "Ethereum Signed Message:\n64";
    Bytes text(prefix.begin(), prefix.end());
    text.insert(text.end(), hotkey.bytes.begin(), hotkey.bytes.end());
    text.insert(text.end(), block_hash.begin(), block_hash.end());
    return crypto::keccak256(text);
}

/// The reverse of AssociatedEvmAddress; runtime 475 keeps it.
void index_uid(State& s, NetUid netuid, const H160& address, u16 uid, u64 block) {
    storage.AssociatedUidsByEvmAddress.change(s, netuid, address, [&](auto& uids) {
        for (auto& [known, since] : uids)
            if (known == uid) {
                since = block;
                return;
            }
        uids.emplace_back(uid, block);
    });
}
void deindex_uid(State& s, NetUid netuid, const H160& address, u16 uid) {
    auto uids = storage.AssociatedUidsByEvmAddress.get(s, netuid, address);
    std::erase_if(uids, [&](auto& known) { return known.first == uid; });
    if (uids.empty())
        storage.AssociatedUidsByEvmAddress.erase(s, netuid, address);
    else
        storage.AssociatedUidsByEvmAddress.set(s, netuid, address, uids);
}

Result<> ensure_index_takes(const State& s, NetUid netuid, const H160& address, u16 uid) {
    const auto uids = storage.AssociatedUidsByEvmAddress.get(s, netuid, address);
    const bool known =
        std::any_of(uids.begin(), uids.end(), [&](auto& entry) { return entry.first == uid; });
    ENSURE(known || uids.size() < max_uids_per_evm_address, Error::EvmKeyAssociationLimitExceeded);
    return {};
}

}  // namespace

void remove_associated_evm_address(State& s, NetUid netuid, u16 uid) {
    const auto known = storage.AssociatedEvmAddress.find(s, netuid, uid);
    storage.AssociatedEvmAddress.erase(s, netuid, uid);
    if (known && since_475(s)) deindex_uid(s, netuid, known->first, uid);
}

void remap_associated_evm_address_index(State& s, NetUid netuid, const std::map<u16, u16>& moved) {
    if (!since_475(s)) return;
    for (auto& [address, uids] : storage.AssociatedUidsByEvmAddress.under(s, netuid)) {
        bool changed = false;
        for (auto& entry : uids) {
            const auto to = moved.find(entry.first);
            if (to == moved.end() || to->second == entry.first) continue;
            entry.first = to->second;
            changed = true;
        }
        if (changed) storage.AssociatedUidsByEvmAddress.set(s, netuid, address, uids);
    }
}

Result<> ensure_evm_key_associate_rate_limit(const State& s, NetUid netuid, u16 uid, u64 block) {
    const auto known = storage.AssociatedEvmAddress.get(s, netuid, uid);
    const u64 since = known ? known->second : 0;
    ENSURE(block >= since && block - since >= limits.EvmKeyAssociateRateLimit,
           Error::EvmKeyAssociateRateLimitExceeded);
    return {};
}

Result<> associate_evm_key::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto hotkey, ensure_signed(origin));
    ENSURE(get_owning_coldkey_for_hotkey(s, hotkey) != AccountId{}, Error::NonAssociatedColdKey);
    const auto uid = get_uid_for_net_and_hotkey(s, netuid, hotkey);
    ENSURE(uid, Error::HotKeyNotRegisteredInSubNet);
    TRY(ensure_evm_key_associate_rate_limit(s, netuid, *uid, cx.block));

    auto proof = signature;
    u8& recovery_id = proof.back();
    if (recovery_id >= 27) recovery_id = static_cast<u8>(recovery_id - 27);
    ENSURE(recovery_id <= 3, Error::InvalidIdentity);
    const auto signer = crypto::ecdsa_recover(proof, evm_message_hash(hotkey, block_number));
    ENSURE(signer, Error::InvalidIdentity);
    ENSURE(crypto::evm_address(*signer) == evm_key.bytes, Error::InvalidRecoveredPublicKey);
    if (since_475(s)) {
        TRY(ensure_index_takes(s, netuid, evm_key, *uid));
        const auto before = storage.AssociatedEvmAddress.find(s, netuid, *uid);
        if (before && before->first != evm_key) deindex_uid(s, netuid, before->first, *uid);
        index_uid(s, netuid, evm_key, *uid, cx.block);
    }
    storage.AssociatedEvmAddress.set(s, netuid, *uid, {evm_key, cx.block});
    cx.emit(EvmKeyAssociated{netuid, hotkey, evm_key, cx.block});
    return {};
}

}  // namespace subtensor
