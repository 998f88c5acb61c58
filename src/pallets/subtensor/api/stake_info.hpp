// Runtime APIs about stake: what coldkeys have staked where, what they can take out, fees.
// Source: subtensor rpc_info/stake_info.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor::api {

struct StakeInfo {
    AccountId hotkey{}, coldkey{};
    scale::Compact<NetUid> netuid{};
    scale::Compact<AlphaBalance> stake{};
    scale::Compact<u64> locked{};
    scale::Compact<AlphaBalance> emission{};  ///< of the last epoch
    scale::Compact<TaoBalance> tao_emission{};
    scale::Compact<u64> drain{};
    bool is_registered = false;
    FIELDS(hotkey, coldkey, netuid, stake, locked, emission, tao_emission, drain, is_registered)
    PATH("pallet_subtensor::rpc_info::stake_info::StakeInfo")
    TYPE_PARAMS("AccountId", AccountId)
};
struct StakeAvailability {
    scale::Compact<AlphaBalance> total{}, locked{}, available{};
    FIELDS(total, locked, available)
    PATH("pallet_subtensor::rpc_info::stake_info::StakeAvailability")
};

using StakesOfColdkey = std::pair<AccountId, std::vector<StakeInfo>>;
using KeyOnSubnet = std::pair<AccountId, NetUid>;

std::vector<StakeInfo> get_stake_info_for_coldkey(const State& s, const AccountId& coldkey);
std::vector<StakesOfColdkey> get_stake_info_for_coldkeys(const State& s,
                                                         const std::vector<AccountId>& coldkeys);
std::optional<StakeInfo> get_stake_info_for_hotkey_coldkey_netuid(const State& s,
                                                                  const AccountId& hotkey,
                                                                  const AccountId& coldkey,
                                                                  NetUid netuid);
/// All subnets, or the given ones; subnets without stake and lock are left out. A list that is
/// empty or longer than there are subnets gives empty answers.
std::map<AccountId, std::map<NetUid, StakeAvailability>> get_stake_availability_for_coldkeys(
    const State& s, const std::vector<AccountId>& coldkeys,
    const std::optional<std::vector<NetUid>>& netuids);
/// The swap fee in rao for moving the amount from one place to another; none: the free balance.
u64 get_stake_fee(const State& s, const std::optional<KeyOnSubnet>& origin,
                  const AccountId& origin_coldkey, const std::optional<KeyOnSubnet>& destination,
                  const AccountId& destination_coldkey, u64 amount_rao);
/// The hotkey that the coldkey's mining rewards on the subnet are staked on.
std::optional<AccountId> get_coldkey_auto_stake_hotkey(const State& s, const AccountId& coldkey,
                                                       NetUid netuid);
std::optional<LockState> get_coldkey_lock(const State& s, const AccountId& coldkey, NetUid netuid);
U64F64 get_hotkey_conviction(const State& s, const AccountId& hotkey, NetUid netuid);
std::optional<AccountId> get_most_convicted_hotkey_on_subnet(const State& s, NetUid netuid);

}  // namespace subtensor::api
