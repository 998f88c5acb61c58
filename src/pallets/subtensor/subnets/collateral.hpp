// Part of the registration price can be staked and locked instead of burned: miner collateral.
// Source: subtensor subnets/collateral.rs of runtime 475. A lock belongs to one stake (netuid,
// hotkey, coldkey), falls as the hotkey earns and outlives the hotkey's place.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Largest part that may be locked, of 65535: something is always burned.
inline constexpr u16 max_collateral_lock_share = 62'258;
inline constexpr u64 max_collateral_drain_ratio = 10;

AlphaBalance get_miner_collateral_locked(const State& s, NetUid netuid, const AccountId& hotkey,
                                         const AccountId& coldkey);
/// On one subnet, or on any.
bool has_miner_collateral(const State& s, const AccountId& hotkey, const AccountId& coldkey,
                          const std::optional<NetUid>& netuid);
/// StakeUnavailable when less than the lock would be left of this stake.
Result<> ensure_hotkey_covers_collateral(const State& s, const AccountId& coldkey,
                                         const AccountId& hotkey, NetUid netuid,
                                         AlphaBalance amount);
/// The same over all of the coldkey's stake on the subnet.
Result<> ensure_transfer_respects_collateral(const State& s, const AccountId& coldkey,
                                             NetUid netuid, AlphaBalance amount);
/// What can leave this stake: free of collateral, and of the coldkey's locks at block `now`.
AlphaBalance available_to_unstake_from_hotkey(const State& s, const AccountId& coldkey,
                                              const AccountId& hotkey, NetUid netuid, u64 now);

/// What a place costs: a part that buys alpha for nobody, and a part that becomes collateral, less
/// what is locked already, at the moving price.
struct RegistrationCharge {
    TaoBalance burned{}, collateral{};
    TaoBalance total() const { return saturating_add(burned, collateral); }
};
RegistrationCharge registration_charge(const State& s, NetUid netuid, const AccountId& hotkey,
                                       const AccountId& coldkey, TaoBalance price);
/// One transfer and one swap pay both parts. With a part to lock, all of it or nothing, at most 5%
/// above the spot price: SlippageTooHigh. NotEnoughBalanceToStake, InsufficientLiquidity,
/// ColdkeyCollateralPositionsFull.
Result<> pay_registration(Context& cx, NetUid netuid, const AccountId& hotkey,
                          const AccountId& coldkey, const RegistrationCharge& charge);

/// The hotkey has earned: below the owner's floor up to `capturable` is staked and locked,
/// otherwise a part of the lock falls. What was locked; the caller pays out the rest.
AlphaBalance settle_miner_collateral(State& s, NetUid netuid, const AccountId& hotkey,
                                     const AccountId& owner, AlphaBalance emission,
                                     AlphaBalance capturable);

/// ColdkeyCollateralPositionsFull when the new hotkey could not be listed.
Result<> ensure_hotkey_collateral_swappable(const State& s, const AccountId& old_hotkey,
                                            const AccountId& new_hotkey, const AccountId& coldkey,
                                            const std::optional<NetUid>& netuid);
/// Collateral goes over to a new hotkey and joins what is there.
Result<> swap_miner_collateral(State& s, const AccountId& old_hotkey, const AccountId& new_hotkey,
                               const AccountId& coldkey, NetUid netuid);
/// All of a coldkey's collateral on a subnet goes to a new coldkey. ColdkeyCollateralIncomplete.
Result<> transfer_coldkey_miner_collateral(State& s, NetUid netuid, const AccountId& old_coldkey,
                                           const AccountId& new_coldkey);
void erase_collateral(State& s, NetUid netuid);

/// Steps of the above that the calls share. Collateral grows; a registration also takes the
/// subnet's drain ratio of now. The lock after it.
enum class Drain : bool { keep, refresh };
Result<AlphaBalance> credit_miner_collateral(State& s, NetUid netuid, const AccountId& hotkey,
                                             const AccountId& coldkey, AlphaBalance alpha,
                                             Drain drain);
Result<> index_coldkey_collateral_hotkey(State& s, NetUid netuid, const AccountId& coldkey,
                                         const AccountId& hotkey);
void deindex_coldkey_collateral_hotkey(State& s, NetUid netuid, const AccountId& coldkey,
                                       const AccountId& hotkey);
/// Keeps the coldkey's sum in step with one changed lock.
void adjust_coldkey_miner_collateral(State& s, const AccountId& coldkey, NetUid netuid,
                                     AlphaBalance before, AlphaBalance after);

}  // namespace subtensor
