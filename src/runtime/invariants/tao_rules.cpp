// TAO: the sum of all accounts is the issuance, and what is held for somebody is there.
#include "base/hex.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/crowdloan/storage.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/network_registration.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/storage.hpp"
#include "runtime/invariants/findings.hpp"

namespace invariants {
namespace {

void check_accounts(Findings& out, const State& s) {
    u64 sum = 0;
    frame_system::storage.Account.each_under(s, [&](const AccountId& who, const auto& account) {
        sum += account.data.free.rao + account.data.reserved.rao;
        out.that(account.providers > 0 || account.sufficients > 0, [&] {
            return fmt::format("account {} has nothing that keeps it alive", to_hex(who.bytes));
        });
        return true;
    });
    out.equal(balances::total_issuance(s).rao, sum, "Balances issuance, sum of all accounts");
}

/// What was paid into an open crowdloan lies in its account, and its books agree.
void check_crowdloans(Findings& out, const State& s) {
    using crowdloan::storage;
    storage.Crowdloans.each_under(s, [&](u32 id, const crowdloan::CrowdloanInfo& info) {
        if (info.finalized) return true;
        u64 paid_in = 0;
        u32 contributors = 0;
        storage.Contributions.each_under(
            s,
            [&](const AccountId&, TaoBalance amount) {
                paid_in += amount.rao;
                ++contributors;
                return true;
            },
            id);
        const u64 held = balances::balance(s, info.funds_account).rao;
        out.equal(paid_in, info.raised.rao, fmt::format("crowdloan {}: paid in, raised", id));
        out.equal(contributors, info.contributors_count,
                  fmt::format("crowdloan {}: contributions, contributors", id));
        out.that(held >= info.raised.rao, [&] {
            return fmt::format("crowdloan {}: its account holds {} rao of {} raised", id, held,
                               info.raised.rao);
        });
        return true;
    });
    out.that(!storage.CurrentCrowdloanId.has(s),
             [] { return std::string("a crowdloan is still being finalized"); });
}

/// Each subnet that was paid for and waits has its number, and its price lies in its account.
void check_waiting_registrations(Findings& out, const State& s) {
    using subtensor::storage;
    const auto queue = storage.NetworkRegistrationQueue.get(s);
    std::size_t paid = 0;
    for (auto& info : queue) {
        const auto escrow = storage.NetworkRegistrationEscrow.get(s, info.lock_id);
        if (!escrow) continue;  // of a runtime that locked the price on the coldkey
        ++paid;
        const auto account = subtensor::network_registration_escrow_account(info.lock_id);
        const u64 held = balances::balance(s, account).rao;
        out.that(escrow->first == info.coldkey && escrow->second == info.lock_amount &&
                     held >= info.lock_amount.rao,
                 [&] {
                     return fmt::format("registration {}: its account holds {} rao of {}",
                                        info.lock_id, held, info.lock_amount.rao);
                 });
    }
    out.equal(storage.NetworkRegistrationEscrow.keys_under(s).size(), paid,
              "escrows, waiting registrations");
}

/// What a dissolved subnet has still to pay out lies in its account.
void check_dissolved(Findings& out, const State& s) {
    using subtensor::storage;
    const auto status = storage.CurrentDissolveCleanupStatus.get(s);
    for (const NetUid netuid : storage.DissolveCleanupQueue.get(s)) {
        u128 owed = storage.SubnetTAO.get(s, netuid).rao;
        if (status && status->netuid == netuid)
            owed -= std::min(owed, status->subnet_distributed_tao.value_or(0));
        const u64 held = balances::balance(s, *subtensor::get_subnet_account_id(s, netuid)).rao;
        out.that(held >= owed, [&, id = netuid.id] {
            return fmt::format("subnet {} is dissolved and its account holds {} rao of {}", id,
                               held, u64(owed));
        });
    }
}

}  // namespace

void check_tao(Findings& out, const State& s) {
    check_accounts(out, s);
    check_crowdloans(out, s);
    check_waiting_registrations(out, s);
    check_dissolved(out, s);
}

}  // namespace invariants
