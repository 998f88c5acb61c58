// Delegates as clients ask for them.
#include "pallets/subtensor/api/delegate_info.hpp"

#include "pallets/subtensor/api/compact.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"

namespace subtensor::api {
namespace {

constexpr u64 blocks_per_day = 7200;
constexpr u64 thousand_tao_rao = 1'000'000'000'000;

U64F64 num(u64 v) { return U64F64::saturating_from_num(v); }

void add_nominators(const State& s, DelegateInfo& info) {
    // The original takes the pool at the netuid's place in the list of subnets: its own pool as
    // long as netuids have no gaps.
    const auto pools = get_all_subnet_netuids(s);
    std::map<AccountId, std::vector<std::pair<CompactNetUid, scale::Compact<u64>>>> stakes;
    for (const auto& [coldkey, netuid, share] : alpha_iter_single_prefix(s, info.delegate_ss58)) {
        if (share.is_zero() || netuid.id >= pools.size() ||
            alpha_share_is_retired(s, info.delegate_ss58, coldkey, netuid))
            continue;
        const auto stake = get_value_from_shares(s, info.delegate_ss58, pools[netuid.id], share);
        stakes[coldkey].push_back({{netuid}, {stake.rao}});
    }
    info.nominators.assign(stakes.begin(), stakes.end());
}

/// Fills in places and permits; the emission of a day in rao.
U64F64 add_registrations(const State& s, DelegateInfo& info) {
    U64F64 per_day;
    for (const NetUid netuid : get_registered_networks_for_hotkey(s, info.delegate_ss58)) {
        info.registrations.push_back({netuid});
        const auto uid = get_uid_for_net_and_hotkey(s, netuid, info.delegate_ss58);
        if (!uid) continue;
        if (at_uid(storage.ValidatorPermit.get(s, netuid), *uid))
            info.validator_permits.push_back({netuid});
        const u16 tempo = storage.Tempo.get(s, netuid);
        if (tempo == 0) continue;
        const U64F64 emission = num(at_uid(storage.Emission.get(s, netuid), *uid).rao);
        per_day = per_day.saturating_add(
            emission.saturating_mul(num(blocks_per_day).safe_div(num(tempo))));
    }
    return per_day;
}

U64F64 return_per_1000_tao(u16 take, U64F64 total_stake, U64F64 per_day) {
    if (total_stake == U64F64{}) return {};
    const U64F64 without_take = U64F64::one().saturating_sub(num(take).safe_div(num(65535)));
    return per_day.saturating_mul(without_take)
        .safe_div(total_stake.safe_div(num(thousand_tao_rao)));
}

DelegateInfo info_of(const State& s, const AccountId& delegate, bool with_nominators) {
    DelegateInfo info{.delegate_ss58 = delegate,
                      .take = {storage.Delegates.get(s, delegate)},
                      .owner_ss58 = get_owning_coldkey_for_hotkey(s, delegate)};
    if (with_nominators) add_nominators(s, info);
    const U64F64 per_day = add_registrations(s, info);
    const U64F64 root_stake = num(get_stake_for_hotkey_on_subnet(s, delegate, root_netuid).rao);
    info.return_per_1000 = {
        return_per_1000_tao(info.take.value.parts, root_stake, per_day).saturating_to_num<u64>()};
    info.total_daily_return = {per_day.saturating_to_num<u64>()};
    return info;
}

}  // namespace

std::vector<DelegateInfo> get_delegates(const State& s) {
    std::vector<DelegateInfo> out;
    for (const AccountId& delegate : storage.Delegates.keys_under(s))
        out.push_back(info_of(s, delegate, true));
    return out;
}

std::optional<DelegateInfo> get_delegate(const State& s, const AccountId& delegate) {
    if (!hotkey_is_delegate(s, delegate)) return std::nullopt;
    return info_of(s, delegate, true);
}

std::vector<Delegated> get_delegated(const State& s, const AccountId& delegatee) {
    std::vector<Delegated> out;
    for (const AccountId& delegate : storage.Delegates.keys_under(s))
        for (const auto& [netuid, share] : alpha_iter_prefix(s, delegate, delegatee)) {
            const auto stake =
                get_stake_for_hotkey_and_coldkey_on_subnet(s, delegate, delegatee, netuid);
            out.push_back({info_of(s, delegate, false), {{netuid}, {stake}}});
        }
    return out;
}

}  // namespace subtensor::api
