// Who may change a subnet and when, and small readings that many calls share.
// Source: subtensor utils/misc.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"
#include "pallets/subtensor/utils/rate_limiting.hpp"

namespace subtensor {

/// The owner when the owner signed, none for root; BadOrigin for anybody else.
Result<std::optional<AccountId>> ensure_subnet_owner_or_root(const Context&, const Origin&,
                                                             NetUid netuid);
Result<AccountId> ensure_subnet_owner(const Context&, const Origin&, NetUid netuid);
/// The same; the owner (not root) must also be within the rate limit. TxRateLimitExceeded.
Result<std::optional<AccountId>> ensure_sn_owner_or_root_with_limits(const Context&, const Origin&,
                                                                     NetUid netuid,
                                                                     TransactionType);
/// Hyperparameters are frozen shortly before an epoch, so that nobody changes the rules after the
/// work is done. AdminActionProhibitedDuringWeightsWindow.
Result<> ensure_admin_window_open(const Context&, NetUid netuid);
/// Notes that an owner made a rate-limited change now.
void record_owner_rl(Context&, const std::optional<AccountId>& owner, NetUid netuid,
                     TransactionType);

/// Sets the tempo and begins a new cycle at this block.
void apply_tempo_with_cycle_reset(Context&, NetUid netuid, u16 tempo);
/// Blocks after which a validator without new weights counts as inactive; at least 1.
u64 get_activity_cutoff_blocks(const State&, NetUid netuid);
u64 blocks_until_next_auto_epoch(const State&, NetUid netuid, u16 tempo, u64 block);

/// HotKeyAccountNotExists, NonAssociatedColdKey.
Result<> do_take_checks(const State& s, const AccountId& coldkey, const AccountId& hotkey);
/// In rao.
u64 get_nominator_min_required_stake(const State& s);
u16 get_effective_min_childkey_take(const State& s, NetUid netuid);
/// As many entries as the subnet has neurons.
std::vector<u64> get_last_update(const State& s, NetUidStorageIndex);

}  // namespace subtensor
