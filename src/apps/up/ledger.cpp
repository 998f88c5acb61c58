// Adding up all TAO.
#include "apps/up/ledger.hpp"

#include <fmt/format.h>

#include "pallets/balances/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/storage.hpp"

namespace up {

Outcome<Ledger> read_ledger(client::Chain& chain, const Hash& at) {
    Ledger ledger;
    const auto accounts = chain.storage_under(frame_system::storage.Account.prefix(), at);
    if (!accounts) return accounts.failure();
    for (const auto& [key, value] : *accounts) {
        AccountId account;
        frame_system::AccountInfo info;
        scale::Reader key_in(BytesView(key).last(32)), in(value);
        scale::decode(key_in, account);
        scale::decode(in, info);
        if (!in.done()) return Failure{"an account does not decode"};
        const u128 held = u128{info.data.free.rao} + info.data.reserved.rao;
        (subtensor::is_subnet_account_id(account) ? ledger.pools_rao : ledger.wallets_rao) += held;
    }
    const auto issuance =
        apps::read_item(chain, std::optional(at), balances::storage.TotalIssuance);
    if (!issuance) return issuance.failure();
    ledger.issuance_rao = issuance->rao;
    return ledger;
}

bool Conservation::holds() const {
    return begin.all_rao() == begin.issuance_rao && end.all_rao() == end.issuance_rao;
}

std::string Conservation::text() const {
    using apps::tao_text;
    const auto signed_tao = [](u128 from, u128 to) {
        return (to < from ? "-" : "+") + tao_text(to < from ? from - to : to - from);
    };
    return fmt::format(
        "TAO minted since genesis     {}\n"
        "  in wallets                 {}\n"
        "  in pools, stake included   {}\n"
        "all TAO: wallets {} + pools {} = {}\n"
        "         issuance by the chain's own count {}  ->  {}\n",
        signed_tao(begin.issuance_rao, end.issuance_rao),
        signed_tao(begin.wallets_rao, end.wallets_rao), signed_tao(begin.pools_rao, end.pools_rao),
        tao_text(end.wallets_rao), tao_text(end.pools_rao), tao_text(end.all_rao()),
        tao_text(end.issuance_rao), holds() ? "equal to the rao" : "NOT EQUAL");
}

}  // namespace up
