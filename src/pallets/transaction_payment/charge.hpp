// Taking the fee before a call and settling it afterwards: in TAO or, for calls that sell alpha,
// in alpha. Source: pallets/transaction-fee lib.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/balances/balances.hpp"

namespace transaction_payment {

/// What was taken before the call. Alpha goes to the author at once and is not refunded.
struct Withdrawn {
    struct Alpha {
        AlphaBalance fee{};
        TaoBalance tao{};
        NetUid netuid{};
    };
    std::variant<std::monostate, balances::Credit, Alpha> what{};
};

/// Whether `who` could pay `fee` for `call`.
bool can_withdraw_fee(const State&, const AccountId& who, const AnyCall& call, TaoBalance fee);
/// Takes the fee; none when it cannot be paid.
std::optional<Withdrawn> withdraw_fee(Context&, const AccountId& who, const AnyCall& call,
                                      TaoBalance fee);
/// Gives back what the call did not use and pays the author, or destroys the fee where the block
/// has none. Emits TransactionFeePaid.
void settle_fee(Context&, const AccountId& who, const Withdrawn&, TaoBalance actual_fee,
                TaoBalance tip);

}  // namespace transaction_payment
