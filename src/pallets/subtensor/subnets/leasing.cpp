// Opening a subnet on lease, and handing it over when the lease has ended.
// Source: subtensor subnets/leasing.rs.
#include "pallets/subtensor/subnets/leasing.hpp"

#include "crypto/hash.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/crowdloan/crowdloan.hpp"
#include "pallets/proxy/proxy.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"
#include "pallets/system/accounts.hpp"

namespace subtensor {
namespace {

using balances::Preservation;
using crowdloan::CrowdloanInfo;

/// An account that nobody has the key of.
AccountId lease_account(std::string_view role, u32 lease_id) {
    Bytes raw;
    scale::encode(raw, std::string(role));
    scale::encode(raw, lease_id);
    return {crypto::blake2_256(raw)};
}

Result<u32> get_next_lease_id(State& s) {
    const u32 id = storage.NextSubnetLeaseId.get(s);
    ENSURE(id != ~0u, Error::Overflow);
    storage.NextSubnetLeaseId.set(s, id + 1);
    return id;
}

std::optional<NetUid> find_lease_netuid(const State& s, const AccountId& lease_coldkey) {
    std::optional<NetUid> found;
    storage.SubnetOwner.each_under(s, [&](NetUid netuid, const AccountId& owner) {
        if (owner == lease_coldkey) found = netuid;
        return !found;
    });
    return found;
}

/// Each contributor but the beneficiary gets a share by what was paid in and its part of what the
/// lease did not cost; the beneficiary gets the rest.
Result<> share_out(Context& cx, u32 lease_id, const SubnetLease& lease, u32 crowdloan_id,
                   TaoBalance raised, TaoBalance left_over) {
    TaoBalance refunded{};
    for (auto& [who, amount] : crowdloan::storage.Contributions.under(cx.state, crowdloan_id)) {
        if (who == lease.beneficiary) continue;
        const auto share = U64F64::saturating_from_num(amount.rao)
                               .saturating_div(U64F64::saturating_from_num(raised.rao));
        storage.SubnetLeaseShares.set(cx.state, lease_id, who, share);
        const TaoBalance refund{share.saturating_mul(U64F64::saturating_from_num(left_over.rao))
                                    .saturating_to_num<u64>()};
        TRY(balances::transfer(cx, lease.coldkey, who, refund, Preservation::Expendable));
        refunded = saturating_add(refunded, refund);
    }
    return balances::transfer(cx, lease.coldkey, lease.beneficiary,
                              saturating_sub(left_over, refunded), Preservation::Expendable);
}

Weight registration_weight(u64 k) {
    return {301'560'714 + 26'884'006 * k + (41 + 2 * k) * db_read_ref_time +
                (55 + 2 * k) * db_write_ref_time,
            10'079 + 2'579 * k};
}
Weight termination_weight(u64 k) {
    return {56'635'122 + 912'993 * k + (4 + k) * db_read_ref_time + (6 + k) * db_write_ref_time,
            6'148 + 2'529 * k};
}

/// Of transfer_stake, for each debt that is settled.
constexpr Weight transfer_weight{1'333'541'000, 7'994};

Result<> transfer_lease(Context& cx, u32 lease_id, const AccountId& from, const AccountId& to) {
    auto& s = cx.state;
    if (storage.SubnetLeaseShares.has(s, lease_id, from)) {
        const auto share = storage.SubnetLeaseShares.take(s, lease_id, from);
        storage.SubnetLeaseShares.change(s, lease_id, to,
                                         [&](U64F64& sum) { sum = sum.saturating_add(share); });
    }
    if (storage.SubnetLeaseUnpaidDividends.has(s, lease_id, from)) {
        const auto unpaid = storage.SubnetLeaseUnpaidDividends.take(s, lease_id, from);
        storage.SubnetLeaseUnpaidDividends.change(
            s, lease_id, to, [&](AlphaBalance& sum) { sum = saturating_add(sum, unpaid); });
    }
    auto lease = storage.SubnetLeases.get(s, lease_id);
    ENSURE(lease, Error::LeaseDoesNotExist);
    if (lease->beneficiary != from || from == to) return {};
    // One that is handed over and only owes something has no proxy any more.
    if (storage.SubnetOwner.get(s, lease->netuid) != lease->beneficiary) {
        constexpr auto kind = proxy::ProxyType::SubnetLeaseBeneficiary;
        TRY(proxy::remove_proxy_delegate(cx, lease->coldkey, from, kind, 0));
        TRY(proxy::add_proxy_delegate(cx, lease->coldkey, to, kind, 0));
    }
    lease->beneficiary = to;
    storage.SubnetLeases.set(s, lease_id, *lease);
    return {};
}

}  // namespace

Result<> transfer_coldkey_leases(Context& cx, const AccountId& old_coldkey,
                                 const AccountId& new_coldkey) {
    for (const auto& [netuid, lease_id] : storage.SubnetUidToLeaseId.under(cx.state))
        TRY(transfer_lease(cx, lease_id, old_coldkey, new_coldkey));
    return {};
}

Result<> register_leased_network::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(const auto running, crowdloan::crowdloan_being_finalized(s));
    const auto& [crowdloan_id, info] = running;
    ENSURE(who == info.creator, Error::InvalidLeaseBeneficiary);
    ENSURE(!end_block || *end_block > cx.block, Error::LeaseCannotEndInThePast);

    ASSIGN(const auto lease_id, get_next_lease_id(s));
    SubnetLease lease{.beneficiary = who,
                      .coldkey = lease_account("leasing/coldkey", lease_id),
                      .hotkey = lease_account("leasing/hotkey", lease_id),
                      .emissions_share = emissions_share,
                      .end_block = end_block};
    frame_system::inc_providers(cx, lease.coldkey);
    frame_system::inc_providers(cx, lease.hotkey);
    TRY(balances::transfer(cx, info.funds_account, lease.coldkey, info.raised,
                           Preservation::Expendable));
    TRY(do_register_network(cx, Origin::signed_by(lease.coldkey), lease.hotkey, {}));
    const auto netuid = find_lease_netuid(s, lease.coldkey);
    ENSURE(netuid, Error::LeaseNetuidNotFound);
    lease.netuid = *netuid;
    TRY(proxy::add_proxy_delegate(cx, lease.coldkey, who, proxy::ProxyType::SubnetLeaseBeneficiary,
                                  0));

    const auto left_over = balances::balance(s, lease.coldkey);
    lease.cost = saturating_sub(info.raised, left_over);
    storage.SubnetLeases.set(s, lease_id, lease);
    storage.SubnetUidToLeaseId.set(s, lease.netuid, lease_id);
    storage.Delegates.set(s, lease.hotkey, {});  // no take: contributors get all of the dividends
    TRY(share_out(cx, lease_id, lease, crowdloan_id, info.raised, left_over));
    cx.emit(SubnetLeaseCreated{who, lease_id, lease.netuid, end_block});
    if (info.contributors_count < crowdloan::constants.MaxContributors)
        cx.post.actual_weight = registration_weight(info.contributors_count);
    return {};
}

/// Since 475 debts are paid first, and what cannot be paid keeps the lease on record.
static Result<> end_by_475(Context& cx, u32 lease_id, const SubnetLease& lease, bool hand_over) {
    auto& s = cx.state;
    const u32 settled = settle_unpaid_lease_dividends(cx, lease_id, lease);
    const u32 most = crowdloan::constants.MaxContributors;
    const u32 cleared =
        s.clear_prefix(storage.SubnetLeaseShares.prefix_key(lease_id), most, {}).unique;
    storage.AccumulatedLeaseDividends.erase(s, lease_id);
    if (hand_over) {
        (void)frame_system::dec_providers(cx, lease.coldkey);
        (void)frame_system::dec_providers(cx, lease.hotkey);
        TRY(proxy::remove_proxy_delegate(cx, lease.coldkey, lease.beneficiary,
                                         proxy::ProxyType::SubnetLeaseBeneficiary, 0));
    }
    forget_settled_lease(s, lease_id, lease.netuid);
    cx.emit(SubnetLeaseTerminated{lease.beneficiary, lease.netuid});
    auto weight = termination_weight(std::min(cleared + 1, most));
    weight.ref_time += settled * transfer_weight.ref_time;
    weight.proof_size += settled * transfer_weight.proof_size;
    cx.post.actual_weight = weight;
    return {};
}

Result<> terminate_lease::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ASSIGN(auto who, ensure_signed(origin));
    const auto lease = storage.SubnetLeases.get(s, lease_id);
    ENSURE(lease, Error::LeaseDoesNotExist);
    ENSURE(lease->beneficiary == who, Error::ExpectedBeneficiaryOrigin);
    ENSURE(lease->end_block, Error::LeaseHasNoEndBlock);
    ENSURE(cx.block >= *lease->end_block, Error::LeaseHasNotEnded);
    ENSURE(coldkey_owns_hotkey(s, lease->beneficiary, hotkey), Error::BeneficiaryDoesNotOwnHotkey);

    // A lease that owes something yet can be ended again; it is handed over once.
    const bool hand_over = storage.SubnetOwner.get(s, lease->netuid) != lease->beneficiary;
    storage.SubnetOwner.set(s, lease->netuid, lease->beneficiary);
    TRY(set_subnet_owner_hotkey(cx, lease->netuid, hotkey));
    if (since_475(s)) return end_by_475(cx, lease_id, *lease, hand_over);
    (void)frame_system::dec_providers(cx, lease->coldkey);
    (void)frame_system::dec_providers(cx, lease->hotkey);
    const u32 most = crowdloan::constants.MaxContributors;
    const u32 cleared =
        s.clear_prefix(storage.SubnetLeaseShares.prefix_key(lease_id), most, {}).unique;
    storage.AccumulatedLeaseDividends.erase(s, lease_id);
    storage.SubnetLeases.erase(s, lease_id);
    TRY(proxy::remove_proxy_delegate(cx, lease->coldkey, who,
                                     proxy::ProxyType::SubnetLeaseBeneficiary, 0));
    cx.emit(SubnetLeaseTerminated{lease->beneficiary, lease->netuid});
    if (cleared < most) cx.post.actual_weight = termination_weight(cleared);
    return {};
}

}  // namespace subtensor
