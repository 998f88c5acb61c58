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

}  // namespace

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
    storage.AssociatedEvmAddress.set(s, netuid, *uid, {evm_key, cx.block});
    cx.emit(EvmKeyAssociated{netuid, hotkey, evm_key, cx.block});
    return {};
}

}  // namespace subtensor
