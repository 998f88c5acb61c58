// Fees in alpha, for those who sell stake and hold no TAO.
#pragma once
#include "pallets/transaction_payment/charge.hpp"

namespace transaction_payment {

struct AlphaSource {
    AccountId hotkey{};
    NetUid netuid{};
};
/// The stakes that a call sells and that could pay its fee; empty for other calls.
std::vector<AlphaSource> fees_in_alpha(const State&, const AccountId& who, const AnyCall& call);
/// Only a single stake can pay.
bool can_withdraw_in_alpha(const State&, const AccountId& who, const std::vector<AlphaSource>&,
                           TaoBalance fee);
/// Sells as much alpha as the fee is worth, or all there is, for the author. None on failure, with
/// nothing changed.
std::optional<Withdrawn::Alpha> withdraw_in_alpha(Context&, const AccountId& who,
                                                  const std::vector<AlphaSource>&, TaoBalance fee);

}  // namespace transaction_payment
