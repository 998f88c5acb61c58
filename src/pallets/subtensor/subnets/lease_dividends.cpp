// What a leased subnet earns for those who paid for it.
// Source: subtensor subnets/leasing.rs, distribute_leased_network_dividends.
#include "pallets/subtensor/constants.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/leasing.hpp"

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

}  // namespace

void distribute_leased_network_dividends(Context& cx, u32 lease_id, AlphaBalance owner_cut) {
    auto& s = cx.state;
    const auto lease = storage.SubnetLeases.get(s, lease_id);
    if (!lease || (lease->end_block && *lease->end_block <= cx.block)) return;
    const auto pot = saturating_add(storage.AccumulatedLeaseDividends.get(s, lease_id),
                                    part_of(lease->emissions_share, owner_cut));
    const u32 interval = constants.LeaseDividendsDistributionInterval;
    const bool due = interval != 0 && cx.block % interval == 0;
    if (due && transactional(cx, [&] { return pay_all(cx, lease_id, *lease, pot); })) return;
    storage.AccumulatedLeaseDividends.set(s, lease_id, pot);
}

}  // namespace subtensor
