// Runtime APIs about delegates: their nominators, places and returns.
// Source: subtensor rpc_info/delegate_info.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor::api {

using CompactNetUid = scale::Compact<NetUid>;

struct DelegateInfo {
    AccountId delegate_ss58{};
    scale::Compact<PerU16> take{};
    /// Each nominator's stake by subnet, in alpha rao.
    std::vector<std::pair<AccountId, std::vector<std::pair<CompactNetUid, scale::Compact<u64>>>>>
        nominators{};
    AccountId owner_ss58{};
    std::vector<CompactNetUid> registrations{}, validator_permits{};
    scale::Compact<u64> return_per_1000{};     ///< rao a day per 1000 TAO staked, take off
    scale::Compact<u64> total_daily_return{};  ///< rao a day
    FIELDS(delegate_ss58, take, nominators, owner_ss58, registrations, validator_permits,
           return_per_1000, total_daily_return)
    PATH("pallet_subtensor::rpc_info::delegate_info::DelegateInfo")
    TYPE_PARAMS("AccountId", AccountId)
};
using Delegated = std::pair<DelegateInfo, std::pair<CompactNetUid, scale::Compact<AlphaBalance>>>;

std::vector<DelegateInfo> get_delegates(const State& s);
std::optional<DelegateInfo> get_delegate(const State& s, const AccountId& delegate);
/// The delegates that an account has stake on, once for each subnet; without their nominators.
std::vector<Delegated> get_delegated(const State& s, const AccountId& delegatee);

}  // namespace subtensor::api
