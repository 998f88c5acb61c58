// A new hotkey takes the place of an old one, on one subnet or on all of them.
// Source: subtensor swap/swap_hotkey.rs.
#include "kernel/saturating.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/childkey_threshold.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/swap/lineage.hpp"
#include "pallets/subtensor/swap/swap_places.hpp"
#include "pallets/subtensor/utils/rate_limiting.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

/// The order of the checks and the cost counted on the way are the original's: its actual weight is
/// what the signer pays.
struct Swap {
    Context& cx;
    AccountId coldkey{}, old_hotkey{}, new_hotkey{};
    bool keep_stake = false;
    DbCost cost{};

    std::vector<NetUid> moved{};  ///< subnets whose stake goes along (since 475)

    Result<> check(const std::optional<NetUid>& netuid);
    Result<> check_by_475(const std::optional<NetUid>& netuid);
    Result<> check_interval(NetUid netuid, bool first_is_free) const;
    void remember(NetUid netuid);
    void cool_down();
    Result<> pay(TaoBalance price);
    void own_new_hotkey(bool drop_old);
    void copy_last_blocks();
    std::vector<NetUid> affected_netuids();
    Result<> on_subnet(NetUid netuid);
    Result<> on_all_subnets();
    Result<> move_everything();
    void move_staking_hotkeys(const std::vector<AccountId>& stakers);
};

/// Shares of root dividends are counted per hotkey: two hotkeys' counts cannot be joined.
bool is_clean_on_root(const State& s, const AccountId& hotkey) {
    return storage.RootClaimable.get(s, hotkey).empty() &&
           get_stake_for_hotkey_on_subnet(s, hotkey, root_netuid).rao == 0 &&
           storage.RootClaimed.keys_under(s, root_netuid, hotkey).empty();
}

Result<> Swap::check(const std::optional<NetUid>& netuid) {
    const State& s = cx.state;
    if (netuid && since_475(s)) ENSURE(if_subnet_exist(s, *netuid), Error::SubnetNotExists);
    ENSURE(coldkey_owns_hotkey(s, coldkey, old_hotkey), Error::NonAssociatedColdKey);
    if (hotkey_account_exists(s, new_hotkey))
        ENSURE(coldkey_owns_hotkey(s, coldkey, new_hotkey), Error::NonAssociatedColdKey);
    ENSURE(old_hotkey != new_hotkey, Error::NewHotKeyIsSameWithOld);
    if (!since_475(s))
        ENSURE(!exceeds_tx_rate_limit(s, get_last_tx_block(s, coldkey), cx.block),
               Error::HotKeySetTxRateLimitExceeded);
    else if (keep_stake)  // the collateral would stay behind with the stake
        ENSURE(!has_miner_collateral(s, old_hotkey, coldkey, netuid),
               Error::KeepStakeBlockedByCollateral);
    // A hotkey that once swapped keeps an entry, even where it never had a place.
    const bool is_there = netuid ? storage.IsNetworkMember.has(s, new_hotkey, *netuid)
                                 : !get_registered_networks_for_hotkey(s, new_hotkey).empty();
    ENSURE(!is_there, Error::HotKeyAlreadyRegisteredInSubNet);
    if (!netuid || netuid->is_root())
        ENSURE(is_clean_on_root(s, new_hotkey), Error::NewHotKeyNotCleanForRootSwap);
    cost.add(4, 0);
    return {};
}

/// Stake that came by a swap stays put for a while, so that nominators can leave it; the list of
/// hotkeys with collateral must take the new one.
Result<> Swap::check_by_475(const std::optional<NetUid>& netuid) {
    const State& s = cx.state;
    if (keep_stake || !since_475(s)) return {};
    std::set<NetUid> with_stake;
    for (const auto& [staker, on, share] : alpha_iter_single_prefix(s, old_hotkey))
        if (!share.is_zero() && (netuid ? *netuid == on : if_subnet_exist(s, on)))
            with_stake.insert(on);
    moved.assign(with_stake.begin(), with_stake.end());
    for (const NetUid on : moved)
        ENSURE(cx.block >= storage.StakeMoveCooldownUntil.get(s, on, old_hotkey),
               Error::HotKeySwapOnSubnetIntervalNotPassed);
    return ensure_hotkey_collateral_swappable(s, old_hotkey, new_hotkey, coldkey, netuid);
}

Result<> Swap::check_interval(NetUid netuid, bool first_is_free) const {
    const u64 last = storage.LastHotkeySwapOnNetuid.get(cx.state, netuid, coldkey);
    ENSURE((last == 0 && first_is_free) ||
               kernel::sat_add(last, constants.HotkeySwapOnSubnetInterval) < cx.block,
           Error::HotKeySwapOnSubnetIntervalNotPassed);
    return {};
}

void Swap::remember(NetUid netuid) {
    storage.LastHotkeySwapOnNetuid.set(cx.state, netuid, coldkey, cx.block);
    if (!since_475(cx.state)) return;
    record_hotkey_swap_lineage(cx.state, netuid, old_hotkey, new_hotkey);
    cost.add(1, 3);
}

void Swap::cool_down() {
    const u64 until = kernel::sat_add(cx.block, constants.HotkeySwapOnSubnetInterval);
    for (const NetUid netuid : moved)
        storage.StakeMoveCooldownUntil.set(cx.state, netuid, new_hotkey, until);
}

Result<> Swap::pay(TaoBalance price) {
    ENSURE(can_remove_balance_from_coldkey_account(cx.state, coldkey, price),
           Error::NotEnoughBalanceToPaySwapHotKey);
    return recycle_tao(cx, coldkey, price);
}

void Swap::copy_last_blocks() {
    State& s = cx.state;
    if (!since_475(s)) set_last_tx_block(s, new_hotkey, get_last_tx_block(s, old_hotkey));
    set_last_tx_block_delegate_take(s, new_hotkey, get_last_tx_block_delegate_take(s, old_hotkey));
    const rate_key::LastTxBlockChildKeyTake from{old_hotkey}, to{new_hotkey};
    set_rate_limited_last_block(s, to, get_rate_limited_last_block(s, from));
    cost.add(3, 3);
}

/// Enters the new hotkey among the coldkey's; on one subnet the old one stays.
void Swap::own_new_hotkey(bool drop_old) {
    State& s = cx.state;
    auto hotkeys = storage.OwnedHotkeys.get(s, coldkey);
    const bool known = std::find(hotkeys.begin(), hotkeys.end(), new_hotkey) != hotkeys.end();
    cost.add(1, 1);  // Owner
    if (known && !drop_old) return;
    if (!known) hotkeys.push_back(new_hotkey);
    if (drop_old) std::erase(hotkeys, old_hotkey);
    storage.OwnedHotkeys.set(s, coldkey, hotkeys);
    cost.add(1, 1);
}

Result<> Swap::on_subnet(NetUid netuid) {
    State& s = cx.state;
    TRY(check_interval(netuid, since_475(s)));
    ENSURE(!is_subnet_account_id(new_hotkey), Error::CannotUseSystemAccount);
    TRY(pay(constants.KeySwapOnSubnetCost));
    cost.add(6, 1);
    storage.Owner.set(s, new_hotkey, coldkey);
    own_new_hotkey(false);
    cost.add(swap_hotkey_locks(cx, old_hotkey, new_hotkey, {netuid}));
    TRY(perform_hotkey_swap_on_one_subnet(cx, old_hotkey, new_hotkey, netuid, keep_stake, cost));
    cool_down();
    if (!since_475(s)) set_last_tx_block(s, coldkey, cx.block);
    remember(netuid);
    cost.add(0, 2);
    queue_childkey_threshold_check(s, new_hotkey);
    queue_childkey_threshold_check(s, old_hotkey);
    cx.emit(HotkeySwappedOnSubnet{coldkey, old_hotkey, new_hotkey, netuid});
    return {};
}

/// Where the old hotkey has a place or children. Parents do not count: anybody can name a child,
/// and could keep its owner from swapping.
std::vector<NetUid> Swap::affected_netuids() {
    const State& s = cx.state;
    auto netuids = get_all_subnet_netuids(s);
    cost.add(netuids.size() * 2 + 1, 0);
    std::erase_if(netuids, [&](NetUid netuid) {
        return !storage.IsNetworkMember.get(s, old_hotkey, netuid) &&
               storage.ChildKeys.get(s, old_hotkey, netuid).empty();
    });
    return netuids;
}

Result<> Swap::on_all_subnets() {
    State& s = cx.state;
    const auto netuids = affected_netuids();
    for (const NetUid netuid : netuids) TRY(check_interval(netuid, true));
    // Where only collateral is left the interval does not count, but the line goes on.
    std::vector<NetUid> only_collateral;
    for (const NetUid netuid : get_all_subnet_netuids(s))
        if (std::find(netuids.begin(), netuids.end(), netuid) == netuids.end() &&
            storage.MinerCollateral.has(s, netuid, old_hotkey, coldkey))
            only_collateral.push_back(netuid);
    TRY(pay(constants.KeySwapCost));
    cost.add(netuids.size() + 3, 2);
    TRY(move_everything());
    cool_down();
    for (const NetUid netuid : netuids) remember(netuid);
    for (const NetUid netuid : only_collateral)
        record_hotkey_swap_lineage(s, netuid, old_hotkey, new_hotkey);
    if (!since_475(s)) set_last_tx_block(s, coldkey, cx.block);
    cost.add(0, netuids.size() + 1);
    queue_childkey_threshold_check(s, new_hotkey);
    queue_childkey_threshold_check(s, old_hotkey);
    cx.emit(HotkeySwapped{coldkey, old_hotkey, new_hotkey});
    return {};
}

/// In the lists of those who stake, the new hotkey replaces the old one. A coldkey stands here once
/// for each subnet it stakes on; only its first turn changes anything.
void Swap::move_staking_hotkeys(const std::vector<AccountId>& stakers) {
    State& s = cx.state;
    for (const AccountId& staker : stakers) {
        auto hotkeys = storage.StakingHotkeys.get(s, staker);
        cost.add(1, 0);
        if (std::find(hotkeys.begin(), hotkeys.end(), old_hotkey) == hotkeys.end()) continue;
        std::erase_if(hotkeys, [&](auto& h) { return h == old_hotkey || h == new_hotkey; });
        hotkeys.push_back(new_hotkey);
        storage.StakingHotkeys.set(s, staker, hotkeys);
        cost.add(0, 1);
    }
}

Result<> Swap::move_everything() {
    State& s = cx.state;
    const auto shares = alpha_iter_single_prefix(s, old_hotkey);
    cost.add(shares.size(), 0);
    std::vector<AccountId> stakers;
    for (const auto& [staker, netuid, share] : shares)
        if (!share.is_zero()) stakers.push_back(staker);

    const auto netuids = get_all_subnet_netuids(s);
    cost.add(swap_hotkey_locks(cx, old_hotkey, new_hotkey, netuids));
    // Since 475 a hotkey whose stake stays keeps its owner.
    const bool drop_old = !keep_stake || !since_475(s);
    if (drop_old) storage.Owner.erase(s, old_hotkey);
    TRY(set_hotkey_owner(s, coldkey, new_hotkey));
    own_new_hotkey(drop_old);
    for (const NetUid netuid : netuids)
        TRY(perform_hotkey_swap_on_one_subnet(cx, old_hotkey, new_hotkey, netuid, keep_stake,
                                              cost));
    storage.LastRateLimitedBlock.erase(s, rate_key::LastTxBlock{old_hotkey});
    storage.LastRateLimitedBlock.erase(s, rate_key::LastTxBlockDelegateTake{old_hotkey});
    storage.LastRateLimitedBlock.erase(s, rate_key::LastTxBlockChildKeyTake{old_hotkey});
    cost.add(3, 6);
    if (const auto take = storage.Delegates.find(s, old_hotkey)) {
        storage.Delegates.erase(s, old_hotkey);
        storage.Delegates.set(s, new_hotkey, *take);
        cost.add(2, 2);
    }
    if (!keep_stake) move_staking_hotkeys(stakers);
    return {};
}

Result<> do_swap_hotkey(Context& cx, const Origin& origin, const AccountId& old_hotkey,
                        const AccountId& new_hotkey, const std::optional<NetUid>& netuid,
                        bool keep_stake) {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    Swap swap{cx, coldkey, old_hotkey, new_hotkey, keep_stake};
    TRY(swap.check(netuid));
    TRY(swap.check_by_475(netuid));
    swap.copy_last_blocks();
    TRY(netuid ? swap.on_subnet(*netuid) : swap.on_all_subnets());
    // Since 475 a swap that moves stake costs what was announced.
    if (keep_stake || !since_475(cx.state)) cx.post.actual_weight = swap.cost.weight();
    return {};
}

}  // namespace

Result<> swap_hotkey::dispatch(Context& cx, const Origin& origin) const {
    return do_swap_hotkey(cx, origin, hotkey, new_hotkey, netuid, false);
}
Result<> swap_hotkey_v2::dispatch(Context& cx, const Origin& origin) const {
    return do_swap_hotkey(cx, origin, hotkey, new_hotkey, netuid, keep_stake);
}

}  // namespace subtensor
