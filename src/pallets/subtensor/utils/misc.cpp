#include "pallets/subtensor/utils/misc.hpp"

#include "kernel/saturating.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"

namespace subtensor {

Result<std::optional<AccountId>> ensure_subnet_owner_or_root(const Context& cx, const Origin& o,
                                                             NetUid netuid) {
    if (o.is_root()) return std::optional<AccountId>{};
    ASSIGN(auto owner, ensure_subnet_owner(cx, o, netuid));
    return std::optional(owner);
}

Result<AccountId> ensure_subnet_owner(const Context& cx, const Origin& o, NetUid netuid) {
    ASSIGN(auto who, ensure_signed(o));
    ENSURE(storage.SubnetOwner.get(cx.state, netuid) == who, DispatchError::Kind::BadOrigin);
    return who;
}

Result<std::optional<AccountId>> ensure_sn_owner_or_root_with_limits(const Context& cx,
                                                                     const Origin& o, NetUid netuid,
                                                                     TransactionType tx) {
    ASSIGN(auto owner, ensure_subnet_owner_or_root(cx, o, netuid));
    ENSURE(!owner || passes_rate_limit_on_subnet(cx, tx, *owner, netuid),
           Error::TxRateLimitExceeded);
    return owner;
}

static bool is_in_admin_freeze_window(const State& s, NetUid netuid, u64 block) {
    u16 tempo = storage.Tempo.get(s, netuid);
    if (tempo == 0) return false;
    if (storage.PendingEpochAt.get(s, netuid) > block) return true;
    return blocks_until_next_auto_epoch(s, netuid, tempo, block) < storage.AdminFreezeWindow.get(s);
}

Result<> ensure_admin_window_open(const Context& cx, NetUid netuid) {
    ENSURE(!is_in_admin_freeze_window(cx.state, netuid, cx.block),
           Error::AdminActionProhibitedDuringWeightsWindow);
    return {};
}

void record_owner_rl(Context& cx, const std::optional<AccountId>& owner, NetUid netuid,
                     TransactionType tx) {
    if (owner) set_last_block_on_subnet(cx.state, tx, *owner, netuid, cx.block);
}

void apply_tempo_with_cycle_reset(Context& cx, NetUid netuid, u16 tempo) {
    storage.Tempo.set(cx.state, netuid, tempo);
    cx.emit(TempoSet{netuid, tempo});
    storage.LastEpochBlock.set(cx.state, netuid, cx.block);
}

u64 get_activity_cutoff_blocks(const State& s, NetUid netuid) {
    u64 factor_milli = storage.ActivityCutoffFactorMilli.get(s, netuid);
    return std::max<u64>(1, factor_milli * storage.Tempo.get(s, netuid) / 1000);
}

u64 blocks_until_next_auto_epoch(const State& s, NetUid netuid, u16 tempo, u64 block) {
    if (tempo == 0) return ~u64{0};
    auto next = kernel::sat_add(storage.LastEpochBlock.get(s, netuid), tempo);
    return kernel::sat_sub(next, block);
}

Result<> do_take_checks(const State& s, const AccountId& coldkey, const AccountId& hotkey) {
    ENSURE(hotkey_account_exists(s, hotkey), Error::HotKeyAccountNotExists);
    ENSURE(coldkey_owns_hotkey(s, coldkey, hotkey), Error::NonAssociatedColdKey);
    return {};
}

u64 get_nominator_min_required_stake(const State& s) {
    return kernel::sat_mul(constants.InitialMinStake.rao,
                           storage.NominatorMinRequiredStake.get(s)) /
           1'000'000;
}

u16 get_effective_min_childkey_take(const State& s, NetUid netuid) {
    return std::max(storage.MinChildkeyTake.get(s), storage.MinChildkeyTakePerSubnet.get(s, netuid))
        .parts;
}

std::vector<u64> get_last_update(const State& s, NetUidStorageIndex index) {
    auto last_update = storage.LastUpdate.get(s, index);
    auto n = storage.SubnetworkN.get(s, get_netuid(index));
    if (last_update.size() < n) last_update.resize(n, 0);
    return last_update;
}

}  // namespace subtensor
