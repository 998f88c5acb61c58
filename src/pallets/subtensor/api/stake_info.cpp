// Stake as clients ask for it.
#include "pallets/subtensor/api/stake_info.hpp"

#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/system/storage.hpp"

namespace subtensor::api {
namespace {

u64 now(const State& s) { return frame_system::storage.Number.get(s); }

StakeInfo info_of(const State& s, const AccountId& hotkey, const AccountId& coldkey, NetUid netuid,
                  AlphaBalance stake) {
    return {.hotkey = hotkey,
            .coldkey = coldkey,
            .netuid = {netuid},
            .stake = {stake},
            .emission = {storage.AlphaDividendsPerSubnet.get(s, netuid, hotkey)},
            .is_registered = is_hotkey_registered_on_network(s, netuid, hotkey)};
}

}  // namespace

std::vector<StakeInfo> get_stake_info_for_coldkey(const State& s, const AccountId& coldkey) {
    std::vector<StakeInfo> out;
    const auto hotkeys = storage.StakingHotkeys.get(s, coldkey);
    for (const NetUid netuid : get_all_subnet_netuids(s))
        for (const AccountId& hotkey : hotkeys) {
            const auto stake =
                get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid);
            if (stake.rao != 0) out.push_back(info_of(s, hotkey, coldkey, netuid, stake));
        }
    return out;
}

std::vector<StakesOfColdkey> get_stake_info_for_coldkeys(const State& s,
                                                         const std::vector<AccountId>& coldkeys) {
    std::vector<StakesOfColdkey> out;
    for (const AccountId& coldkey : coldkeys)
        out.emplace_back(coldkey, get_stake_info_for_coldkey(s, coldkey));
    return out;
}

std::optional<StakeInfo> get_stake_info_for_hotkey_coldkey_netuid(const State& s,
                                                                  const AccountId& hotkey,
                                                                  const AccountId& coldkey,
                                                                  NetUid netuid) {
    return info_of(s, hotkey, coldkey, netuid,
                   get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid));
}

std::map<AccountId, std::map<NetUid, StakeAvailability>> get_stake_availability_for_coldkeys(
    const State& s, const std::vector<AccountId>& coldkeys,
    const std::optional<std::vector<NetUid>>& netuids) {
    const auto existing = get_all_subnet_netuids(s);
    std::set<NetUid> wanted(existing.begin(), existing.end());
    if (netuids) {
        wanted = {netuids->begin(), netuids->end()};
        if (wanted.size() > existing.size()) wanted.clear();
        std::erase_if(wanted, [&](NetUid netuid) { return !if_subnet_exist(s, netuid); });
    }
    std::map<AccountId, std::map<NetUid, StakeAvailability>> out;
    for (const AccountId& coldkey : coldkeys) {
        auto& row = out[coldkey];
        for (const NetUid netuid : wanted) {
            const auto a = stake_availability(s, coldkey, netuid, now(s));
            if (a.total.rao == 0 && a.locked.rao == 0) continue;
            row[netuid] = {{a.total}, {a.locked}, {a.available}};
        }
    }
    return out;
}

u64 get_stake_fee(const State& s, const std::optional<KeyOnSubnet>& origin, const AccountId&,
                  const std::optional<KeyOnSubnet>& destination, const AccountId&, u64 amount_rao) {
    if (origin == destination) return 0;
    const NetUid netuid = destination ? destination->second : origin->second;
    return swap::approx_fee_amount(s, netuid, amount_rao);
}

std::optional<AccountId> get_coldkey_auto_stake_hotkey(const State& s, const AccountId& coldkey,
                                                       NetUid netuid) {
    return storage.AutoStakeDestination.get(s, coldkey, netuid);
}

std::optional<LockState> get_coldkey_lock(const State& s, const AccountId& coldkey, NetUid netuid) {
    return subtensor::get_coldkey_lock(s, coldkey, netuid, now(s));
}

U64F64 get_hotkey_conviction(const State& s, const AccountId& hotkey, NetUid netuid) {
    return hotkey_conviction(s, hotkey, netuid, now(s));
}

std::optional<AccountId> get_most_convicted_hotkey_on_subnet(const State& s, NetUid netuid) {
    return subnet_king(s, netuid, now(s));
}

}  // namespace subtensor::api
