// Taking and settling the fee.
#include "pallets/transaction_payment/charge.hpp"

#include "pallets/subtensor/events.hpp"
#include "pallets/transaction_payment/alpha_fee.hpp"
#include "pallets/transaction_payment/transaction_payment.hpp"

namespace transaction_payment {

using namespace balances;

bool can_withdraw_fee(const State& s, const AccountId& who, const AnyCall& call, TaoBalance fee) {
    if (fee.rao == 0) return true;
    if (can_withdraw(s, who, fee) == WithdrawConsequence::Success) return true;
    return can_withdraw_in_alpha(s, who, fees_in_alpha(s, who, call), fee);
}

std::optional<Withdrawn> withdraw_fee(Context& cx, const AccountId& who, const AnyCall& call,
                                      TaoBalance fee) {
    if (fee.rao == 0) return Withdrawn{};
    if (auto credit = withdraw(cx, who, fee, Precision::Exact, Preservation::Preserve))
        return Withdrawn{*credit};
    auto sources = fees_in_alpha(cx.state, who, call);
    if (sources.empty()) return {};
    auto alpha = withdraw_in_alpha(cx, who, sources, fee);
    if (!alpha) return {};
    return Withdrawn{*alpha};
}

static void settle_tao(Context& cx, const AccountId& who, Credit paid, TaoBalance actual_fee) {
    auto refund = saturating_sub(paid.amount, actual_fee);
    // A refund of nothing is an event all the same.
    if (total_balance(cx.state, who).rao > 0)
        if (auto given = deposit(cx, who, refund, Precision::BestEffort))
            paid.amount = saturating_sub(paid.amount, given->amount);
    if (paid.amount.rao == 0) return;
    if (!cx.author || !resolve(cx, *cx.author, paid)) drop(cx.state, paid);
}

void settle_fee(Context& cx, const AccountId& who, const Withdrawn& withdrawn,
                TaoBalance actual_fee, TaoBalance tip) {
    if (auto paid = std::get_if<Credit>(&withdrawn.what))
        settle_tao(cx, who, *paid, actual_fee);
    else if (auto alpha = std::get_if<Withdrawn::Alpha>(&withdrawn.what))
        cx.emit(subtensor::TransactionFeePaidWithAlpha{who, alpha->netuid, alpha->fee, alpha->tao});
    cx.emit(TransactionFeePaid{who, actual_fee, tip});
}

}  // namespace transaction_payment
