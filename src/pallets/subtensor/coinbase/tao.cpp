#include "pallets/subtensor/coinbase/tao.hpp"

#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {

using balances::Fortitude;
using balances::Precision;
using balances::Preservation;

TaoBalance get_subnet_tao(const State& s, NetUid netuid) {
    return storage.SubnetTAO.get(s, netuid);
}

TaoBalance get_coldkey_balance(const State& s, const AccountId& coldkey) {
    return balances::reducible_balance(s, coldkey, Preservation::Expendable);
}
TaoBalance get_keep_alive_balance(const State& s, const AccountId& coldkey) {
    return balances::reducible_balance(s, coldkey, Preservation::Preserve);
}
bool can_remove_balance_from_coldkey_account(const State& s, const AccountId& coldkey,
                                             TaoBalance amount) {
    return amount <= get_coldkey_balance(s, coldkey);
}

static void count_as_gone(State& s, TaoBalance amount) {
    storage.TotalIssuance.change(s, [&](auto& total) { total = saturating_sub(total, amount); });
}

/// A transfer that may reap the origin: the dust that dies with it is not issued any more.
static Result<> transfer_allow_death(Context& cx, const AccountId& origin,
                                     const AccountId& destination, TaoBalance amount) {
    auto before = balances::total_issuance(cx.state);
    TRY(balances::transfer(cx, origin, destination, amount, Preservation::Expendable));
    auto after = balances::total_issuance(cx.state);
    if (after < before) count_as_gone(cx.state, saturating_sub(before, after));
    return {};
}

Result<> transfer_tao(Context& cx, const AccountId& origin, const AccountId& destination,
                      TaoBalance amount) {
    ENSURE(amount <= get_coldkey_balance(cx.state, origin), Error::InsufficientTaoBalance);
    return transfer_allow_death(cx, origin, destination, amount);
}
Result<> transfer_all_tao_and_kill(Context& cx, const AccountId& origin,
                                   const AccountId& destination) {
    auto amount = get_coldkey_balance(cx.state, origin);
    if (amount.rao == 0) return {};
    return transfer_allow_death(cx, origin, destination, amount);
}

Result<TaoBalance> transfer_tao_to_subnet(Context& cx, NetUid netuid, const AccountId& origin,
                                          TaoBalance amount) {
    if (amount.rao == 0) return TaoBalance{};
    auto account = get_subnet_account_id(cx.state, netuid);
    ENSURE(account, Error::SubnetNotExists);
    amount = std::min(amount, get_keep_alive_balance(cx.state, origin));
    ENSURE(amount.rao != 0, Error::InsufficientTaoBalance);
    TRY(balances::transfer(cx, origin, *account, amount, Preservation::Preserve));
    return amount;
}
Result<> transfer_tao_from_subnet(Context& cx, NetUid netuid, const AccountId& coldkey,
                                  TaoBalance amount) {
    auto account = get_subnet_account_id(cx.state, netuid);
    ENSURE(account, Error::SubnetNotExists);
    return transfer_tao(cx, *account, coldkey, amount);
}

Result<> burn_tao(Context& cx, const AccountId& coldkey, TaoBalance amount) {
    return transfer_tao(cx, coldkey, sub_account(constants.BurnAccountId, std::tuple{}), amount);
}
Result<> recycle_tao(Context& cx, const AccountId& coldkey, TaoBalance amount) {
    ENSURE(amount <= get_keep_alive_balance(cx.state, coldkey), Error::InsufficientTaoBalance);
    count_as_gone(cx.state, amount);
    auto credit = balances::withdraw(cx, coldkey, amount, Precision::Exact,
                                     Preservation::Expendable, Fortitude::Force);
    ENSURE(credit, Error::BalanceWithdrawalError);
    balances::drop(cx.state, *credit);
    return {};
}

balances::Credit mint_tao(Context& cx, TaoBalance amount) {
    auto room =
        saturating_sub(TaoBalance{max_tao_issuance_rao}, balances::total_issuance(cx.state));
    amount = std::min(amount, room);
    storage.TotalIssuance.change(cx.state,
                                 [&](auto& total) { total = saturating_add(total, amount); });
    return balances::issue(cx, amount);
}
bool spend_tao(Context& cx, const AccountId& coldkey, balances::Credit& credit, TaoBalance part) {
    if (credit.amount < part || !balances::resolve(cx, coldkey, balances::Credit{part}))
        return false;
    credit.amount = saturating_sub(credit.amount, part);
    return true;
}
void recycle_credit(State& s, balances::Credit credit) {
    if (credit.amount.rao == 0) return;
    count_as_gone(s, credit.amount);
    balances::drop(s, credit);
}

}  // namespace subtensor
