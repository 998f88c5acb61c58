// Hotkeys, their owners and delegates; stake over all subnets; the legacy and the current share map
// read as one.
// Source: subtensor staking/helpers.rs, staking/account.rs.
#pragma once
#include "frame/call.hpp"
#include "kernel/safe_float.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

bool hotkey_account_exists(const State& s, const AccountId& hotkey);
bool coldkey_owns_hotkey(const State& s, const AccountId& coldkey, const AccountId& hotkey);
AccountId get_owning_coldkey_for_hotkey(const State& s, const AccountId& hotkey);
/// Binds a new hotkey to the coldkey, in all three maps; a known hotkey stays as it is.
/// CannotUseSystemAccount.
Result<> create_account_if_non_existent(State& s, const AccountId& coldkey,
                                        const AccountId& hotkey);
Result<> set_hotkey_owner(State& s, const AccountId& coldkey, const AccountId& hotkey);

bool hotkey_is_delegate(const State& s, const AccountId& hotkey);
void delegate_hotkey(State& s, const AccountId& hotkey, u16 take);
void maybe_become_delegate(State& s, const AccountId& hotkey);
/// Parts of 65535, and the same as a part of one.
u16 get_hotkey_take(const State& s, const AccountId& hotkey);
U96F32 get_hotkey_take_float(const State& s, const AccountId& hotkey);

TaoBalance get_total_stake(const State& s);
void increase_total_stake(State& s, TaoBalance increment);
void decrease_total_stake(State& s, TaoBalance decrement);
/// Stake on all subnets at the spot prices.
TaoBalance get_total_stake_for_hotkey(const State& s, const AccountId& hotkey);
/// What unstaking everything would give before fees.
TaoBalance get_total_stake_for_coldkey(const State& s, const AccountId& coldkey);
TaoBalance get_total_stake_for_coldkey_on_subnet(const State& s, const AccountId& coldkey,
                                                 NetUid netuid);

/// Unstakes a nominator's stake that is below the required minimum.
void clear_small_nomination_if_required(Context& cx, const AccountId& hotkey,
                                        const AccountId& coldkey, NetUid netuid);
void clear_small_nominations(Context& cx);

/// Steps through the share maps a batch a block and enters root stakers in the index of staking
/// coldkeys.
void populate_root_coldkey_staking_maps(State& s);
void populate_root_coldkey_staking_maps_v2(State& s);

/// The shares of all (coldkey, netuid) on a hotkey, in key order; zero shares included.
std::vector<std::tuple<AccountId, NetUid, kernel::SafeFloat>> alpha_iter_single_prefix(
    const State& s, const AccountId& hotkey);
/// The subnets where a coldkey has shares on a hotkey, in order, with the share.
std::vector<std::pair<NetUid, kernel::SafeFloat>> alpha_iter_prefix(const State& s,
                                                                    const AccountId& hotkey,
                                                                    const AccountId& coldkey);
/// All (hotkey, coldkey, netuid) with shares, in key order.
std::vector<std::tuple<AccountId, AccountId, NetUid>> alpha_iter(const State& s);

}  // namespace subtensor
