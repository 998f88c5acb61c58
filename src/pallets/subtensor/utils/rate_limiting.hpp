// How often what may be done.
// Source: subtensor utils/rate_limiting.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// What a limit applies to. The kinds are numbered as TransactionKeyLastBlock keeps them.
struct TransactionType {
    enum Kind : u16 {
        SetChildren,
        SetChildkeyTake,
        Unknown,
        RegisterNetwork,
        SetWeightsVersionKey,
        SetSNOwnerHotkey,
        OwnerHyperparamUpdate,
        MechanismCountUpdate,
        MechanismEmission,
        MaxUidsTrimming,
        AddStakeBurn,
        TempoUpdate
    } kind = Unknown;
    Hyperparameter hyperparameter = Hyperparameter::Unknown;  // of OwnerHyperparamUpdate

    TransactionType(Kind k) : kind(k) {}
    TransactionType(Hyperparameter h) : kind(OwnerHyperparamUpdate), hyperparameter(h) {}
};

/// In blocks; 0: no limit.
u64 rate_limit(const State& s, TransactionType);
u64 rate_limit_on_subnet(const State& s, TransactionType, NetUid netuid);
bool passes_rate_limit(const State& s, TransactionType, const AccountId& key, u64 block);
bool passes_rate_limit_on_subnet(const Context& cx, TransactionType, const AccountId& key,
                                 NetUid netuid);
void set_last_block_on_subnet(State& s, TransactionType, const AccountId& key, NetUid netuid,
                              u64 block);

u64 get_rate_limited_last_block(const State& s, const RateLimitKey&);
void set_rate_limited_last_block(State& s, const RateLimitKey&, u64 block);

u64 get_last_tx_block(const State& s, const AccountId& key);
void set_last_tx_block(State& s, const AccountId& key, u64 block);
u64 get_last_tx_block_delegate_take(const State& s, const AccountId& key);
void set_last_tx_block_delegate_take(State& s, const AccountId& key, u64 block);
bool exceeds_tx_rate_limit(const State& s, u64 previous_block, u64 block);
bool exceeds_tx_delegate_take_rate_limit(const State& s, u64 previous_block, u64 block);

}  // namespace subtensor
