// Root dividends: what a hotkey's root stakers may claim on each subnet, and the index of coldkeys
// for automatic claims.
// Source: subtensor staking/claim_root.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Adds alpha to what a unit of root stake on the hotkey may claim on the subnet. When the alpha
/// exceeds the root stake, it is staked for the hotkey's owner instead.
void increase_root_claimable_for_hotkey_and_subnet(State& s, const AccountId& hotkey, NetUid netuid,
                                                   AlphaBalance amount);
I96F32 get_root_claimable_for_hotkey_coldkey(const State& s, const AccountId& hotkey,
                                             const AccountId& coldkey, NetUid netuid);
/// Claimable less claimed, in alpha rao; may be negative.
I96F32 get_root_owed_for_hotkey_coldkey_float(const State& s, const AccountId& hotkey,
                                              const AccountId& coldkey, NetUid netuid);
AlphaBalance get_root_owed_for_hotkey_coldkey(const State& s, const AccountId& hotkey,
                                              const AccountId& coldkey, NetUid netuid);

/// Keeps what is owed unchanged when root stake is added or removed.
void add_stake_adjust_root_claimed_for_hotkey_and_coldkey(State& s, const AccountId& hotkey,
                                                          const AccountId& coldkey,
                                                          AlphaBalance amount);
void remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(State& s, const AccountId& hotkey,
                                                             const AccountId& coldkey,
                                                             AlphaBalance amount);

/// What was claimed counts for the new keys from now on, on top of what they have claimed.
struct StakeKeys {
    AccountId hotkey{}, coldkey{};
};
/// The age of root stake goes along to other keys; of two the younger holds (since 475).
void migrate_root_stake_age(State& s, const StakeKeys& from, const StakeKeys& to);
void transfer_root_claimed_for_new_keys(State& s, NetUid netuid, const StakeKeys& from,
                                        const StakeKeys& to);
/// What a unit of root stake may claim, for another hotkey.
void transfer_root_claimable_for_new_hotkey(State& s, const AccountId& old_hotkey,
                                            const AccountId& new_hotkey);

/// The dense index of coldkeys with root stake.
void maybe_add_coldkey_index(State& s, const AccountId& coldkey);
void maybe_remove_coldkey_index(State& s, const AccountId& coldkey);
bool coldkey_has_root_stake(const State& s, const AccountId& coldkey);

struct RootClaim {
    Weight weight{};   ///< spent
    TaoBalance tao{};  ///< that alpha was sold for and staked on root
};
/// Claims for the coldkey on all its hotkeys; all subnets, or the given ones. All or nothing.
Result<RootClaim> do_root_claim(Context& cx, const AccountId& coldkey,
                                const std::optional<std::set<NetUid>>& subnets);
/// The same on the given hotkeys.
Result<RootClaim> do_root_claim(Context& cx, const AccountId& coldkey,
                                const std::vector<AccountId>& hotkeys,
                                const std::optional<std::set<NetUid>>& subnets);
/// Claims for some coldkeys that the last block's hash picks.
void run_auto_claim_root_divs(Context& cx, const Hash& last_block_hash);
/// Forgets a dissolved subnet's claims.
void finalize_all_subnet_root_dividends(State& s, NetUid netuid);

}  // namespace subtensor
