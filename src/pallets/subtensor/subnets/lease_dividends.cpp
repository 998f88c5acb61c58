// What a leased subnet earns for those who paid for it.
// Source: subtensor subnets/leasing.rs, distribute_leased_network_dividends.
#include "pallets/subtensor/constants.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/leasing.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

/// Rounded up: in the contributors' favour.
AlphaBalance part_of(Percent share, AlphaBalance whole) {
    const u128 hundredths = u128(whole.rao) * share.parts;
    return {u64((hundredths + 99) / 100)};
}
AlphaBalance part_of(U64F64 share, AlphaBalance whole) {
    const auto exact = share.saturating_mul(U64F64::saturating_from_num(whole.rao));
    const auto down = exact.saturating_to_num<u64>();
    return {down + (exact.frac().bits != 0)};
}

/// From the lease's stake to one who shares in it; the hotkey stays the lease's.
Result<> pay(Context& cx, u32 lease_id, const SubnetLease& lease, const AccountId& to,
             AlphaBalance alpha) {
    TRY(transfer_stake_within_subnet(cx, lease.coldkey, lease.hotkey, to, lease.hotkey,
                                     lease.netuid, alpha));
    cx.emit(SubnetLeaseDividendsDistributed{lease_id, to, alpha});
    return {};
}

Result<> pay_all(Context& cx, u32 lease_id, const SubnetLease& lease, AlphaBalance pot) {
    AlphaBalance paid{};
    for (auto& [contributor, share] : storage.SubnetLeaseShares.under(cx.state, lease_id)) {
        const auto alpha = part_of(share, pot);
        TRY(pay(cx, lease_id, lease, contributor, alpha));
        paid = saturating_add(paid, alpha);
    }
    TRY(pay(cx, lease_id, lease, lease.beneficiary, saturating_sub(pot, paid)));
    storage.AccumulatedLeaseDividends.set(cx.state, lease_id, {});
    return {};
}

/// As `pay`, and the lease must have it: a transfer of more than there is would move nothing.
Result<> pay_funded(Context& cx, u32 lease_id, const SubnetLease& lease, const AccountId& to,
                    AlphaBalance alpha) {
    ENSURE(get_stake_for_hotkey_and_coldkey_on_subnet(cx.state, lease.hotkey, lease.coldkey,
                                                      lease.netuid) >= alpha,
           Error::NotEnoughStakeToWithdraw);
    return pay(cx, lease_id, lease, to, alpha);
}

/// Pays what is owed to one contributor, or puts it down as owed.
void pay_or_owe(Context& cx, u32 lease_id, const SubnetLease& lease, const AccountId& to,
                AlphaBalance owed) {
    if (transactional(cx, [&] { return pay_funded(cx, lease_id, lease, to, owed); })) {
        storage.SubnetLeaseUnpaidDividends.erase(cx.state, lease_id, to);
        return;
    }
    storage.SubnetLeaseUnpaidDividends.set(cx.state, lease_id, to, owed);
    cx.emit(SubnetLeaseDividendSkipped{lease_id, to, owed});
}

/// Since 475 one who cannot be paid (too little, or a lock in the way) waits alone; the
/// beneficiary gets what no share claims.
Result<> pay_each(Context& cx, u32 lease_id, const SubnetLease& lease, AlphaBalance pot) {
    auto& s = cx.state;
    AlphaBalance allotted{};
    for (auto& [contributor, share] : storage.SubnetLeaseShares.under(s, lease_id)) {
        const AlphaBalance slice{
            share.saturating_mul(U64F64::saturating_from_num(pot.rao)).saturating_to_num<u64>()};
        allotted = saturating_add(allotted, slice);
        const auto owed =
            saturating_add(slice, storage.SubnetLeaseUnpaidDividends.get(s, lease_id, contributor));
        if (owed.rao != 0) pay_or_owe(cx, lease_id, lease, contributor, owed);
    }
    const auto rest = saturating_sub(pot, allotted);
    if (rest.rao != 0) TRY(pay_funded(cx, lease_id, lease, lease.beneficiary, rest));
    storage.AccumulatedLeaseDividends.set(s, lease_id, {});
    return {};
}

bool has_ended(const SubnetLease& lease, u64 block) {
    return lease.end_block && *lease.end_block <= block;
}

/// What an ended lease still owes keeps it on record; each cut of the owner's tries again.
void settle_ended(Context& cx, u32 lease_id, const SubnetLease& lease) {
    if (storage.SubnetOwner.get(cx.state, lease.netuid) != lease.beneficiary) return;
    settle_unpaid_lease_dividends(cx, lease_id, lease);
    forget_settled_lease(cx.state, lease_id, lease.netuid);
}

}  // namespace

u32 settle_unpaid_lease_dividends(Context& cx, u32 lease_id, const SubnetLease& lease) {
    u32 attempts = 0;
    for (auto& [contributor, owed] : storage.SubnetLeaseUnpaidDividends.under(cx.state, lease_id)) {
        ++attempts;
        pay_or_owe(cx, lease_id, lease, contributor, owed);
    }
    return attempts;
}

void forget_settled_lease(State& s, u32 lease_id, NetUid netuid) {
    if (!storage.SubnetLeaseUnpaidDividends.under(s, lease_id).empty()) return;
    storage.SubnetLeases.erase(s, lease_id);
    storage.SubnetUidToLeaseId.erase(s, netuid);
}

AlphaBalance leased_owner_cut_retained(const State& s, u32 lease_id, AlphaBalance owner_cut,
                                       u64 block) {
    const auto lease = storage.SubnetLeases.get(s, lease_id);
    if (!lease || has_ended(*lease, block)) return owner_cut;
    return saturating_sub(owner_cut, part_of(lease->emissions_share, owner_cut));
}

void distribute_leased_network_dividends(Context& cx, u32 lease_id, AlphaBalance owner_cut) {
    auto& s = cx.state;
    const auto lease = storage.SubnetLeases.get(s, lease_id);
    if (!lease) return;
    if (has_ended(*lease, cx.block)) {
        if (since_475(s)) settle_ended(cx, lease_id, *lease);
        return;
    }
    const auto pot = saturating_add(storage.AccumulatedLeaseDividends.get(s, lease_id),
                                    part_of(lease->emissions_share, owner_cut));
    const u32 interval = constants.LeaseDividendsDistributionInterval;
    const bool due = interval != 0 && cx.block % interval == 0;
    const auto pay_out = since_475(s) ? pay_each : pay_all;
    if (due && transactional(cx, [&] { return pay_out(cx, lease_id, *lease, pot); })) return;
    storage.AccumulatedLeaseDividends.set(s, lease_id, pot);
}

}  // namespace subtensor
