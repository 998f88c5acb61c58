#include "pallets/subtensor/utils/rate_limiting.hpp"

#include "kernel/saturating.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {

static constexpr u64 set_children_limit_blocks = 150,
                     default_set_sn_owner_hotkey_rate_limit = 50400;

u64 rate_limit(const State& s, TransactionType tx) {
    switch (tx.kind) {
        case TransactionType::SetChildren: return set_children_limit_blocks;
        case TransactionType::SetChildkeyTake: return storage.TxChildkeyTakeRateLimit.get(s);
        case TransactionType::RegisterNetwork: return storage.NetworkRateLimit.get(s);
        case TransactionType::MechanismCountUpdate: return limits.MechanismCountSetRateLimit;
        case TransactionType::MechanismEmission: return limits.MechanismEmissionRateLimit;
        case TransactionType::MaxUidsTrimming: return limits.MaxUidsTrimmingRateLimit;
        default: return 0;
    }
}

u64 rate_limit_on_subnet(const State& s, TransactionType tx, NetUid netuid) {
    auto tempo = [&] { return u64{storage.Tempo.get(s, netuid)}; };
    switch (tx.kind) {
        case TransactionType::SetWeightsVersionKey:
            return kernel::sat_mul(tempo(), storage.WeightsVersionKeyRateLimit.get(s));
        case TransactionType::OwnerHyperparamUpdate:
            return tempo() * storage.OwnerHyperparamRateLimit.get(s);
        case TransactionType::SetSNOwnerHotkey: return default_set_sn_owner_hotkey_rate_limit;
        case TransactionType::AddStakeBurn: return tempo();
        case TransactionType::TempoUpdate: return constants.MinTempo;
        default: return rate_limit(s, tx);
    }
}

static u64 last_block_on_subnet(const State& s, TransactionType tx, const AccountId& key,
                                NetUid netuid) {
    switch (tx.kind) {
        case TransactionType::RegisterNetwork:
            return get_rate_limited_last_block(s, rate_key::NetworkLastRegistered{});
        case TransactionType::SetSNOwnerHotkey:
            return get_rate_limited_last_block(s, rate_key::SetSNOwnerHotkey{netuid});
        case TransactionType::OwnerHyperparamUpdate:
            return get_rate_limited_last_block(
                s, rate_key::OwnerHyperparamUpdate{netuid, tx.hyperparameter});
        default: return storage.TransactionKeyLastBlock.get(s, key, netuid, tx.kind);
    }
}

void set_last_block_on_subnet(State& s, TransactionType tx, const AccountId& key, NetUid netuid,
                              u64 block) {
    switch (tx.kind) {
        case TransactionType::RegisterNetwork:
            return set_rate_limited_last_block(s, rate_key::NetworkLastRegistered{}, block);
        case TransactionType::SetSNOwnerHotkey:
            return set_rate_limited_last_block(s, rate_key::SetSNOwnerHotkey{netuid}, block);
        case TransactionType::OwnerHyperparamUpdate:
            return set_rate_limited_last_block(
                s, rate_key::OwnerHyperparamUpdate{netuid, tx.hyperparameter}, block);
        default: storage.TransactionKeyLastBlock.set(s, key, netuid, tx.kind, block);
    }
}

static bool passes(u64 limit, u64 block, u64 last_block) {
    return last_block == 0 || kernel::sat_sub(block, last_block) >= limit;
}

bool passes_rate_limit(const State& s, TransactionType tx, const AccountId& key, u64 block) {
    return passes(rate_limit(s, tx), block, last_block_on_subnet(s, tx, key, root_netuid));
}
bool passes_rate_limit_on_subnet(const Context& cx, TransactionType tx, const AccountId& key,
                                 NetUid netuid) {
    return passes(rate_limit_on_subnet(cx.state, tx, netuid), cx.block,
                  last_block_on_subnet(cx.state, tx, key, netuid));
}

u64 get_rate_limited_last_block(const State& s, const RateLimitKey& key) {
    return storage.LastRateLimitedBlock.get(s, key);
}
void set_rate_limited_last_block(State& s, const RateLimitKey& key, u64 block) {
    storage.LastRateLimitedBlock.set(s, key, block);
}

u64 get_last_tx_block(const State& s, const AccountId& key) {
    return get_rate_limited_last_block(s, rate_key::LastTxBlock{key});
}
void set_last_tx_block(State& s, const AccountId& key, u64 block) {
    set_rate_limited_last_block(s, rate_key::LastTxBlock{key}, block);
}
u64 get_last_tx_block_delegate_take(const State& s, const AccountId& key) {
    return get_rate_limited_last_block(s, rate_key::LastTxBlockDelegateTake{key});
}
void set_last_tx_block_delegate_take(State& s, const AccountId& key, u64 block) {
    set_rate_limited_last_block(s, rate_key::LastTxBlockDelegateTake{key}, block);
}

static bool exceeds(u64 limit, u64 previous_block, u64 block) {
    return limit != 0 && previous_block != 0 && kernel::sat_sub(block, previous_block) <= limit;
}
bool exceeds_tx_rate_limit(const State& s, u64 previous_block, u64 block) {
    return exceeds(storage.TxRateLimit.get(s), previous_block, block);
}
bool exceeds_tx_delegate_take_rate_limit(const State& s, u64 previous_block, u64 block) {
    return exceeds(storage.TxDelegateTakeRateLimit.get(s), previous_block, block);
}

}  // namespace subtensor
