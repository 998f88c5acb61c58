// TAO: the sum of all accounts is the issuance, and what is held for somebody is there.
#include "base/hex.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/crowdloan/storage.hpp"
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

}  // namespace

void check_tao(Findings& out, const State& s) {
    check_accounts(out, s);
    check_crowdloans(out, s);
}

}  // namespace invariants
