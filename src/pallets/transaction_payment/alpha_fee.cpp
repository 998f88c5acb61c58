// Fees in alpha.
#include "pallets/transaction_payment/alpha_fee.hpp"

#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"
#include "pallets/swap/swap.hpp"
#include "pallets/system/storage.hpp"

namespace transaction_payment {

using subtensor::get_stake_for_hotkey_and_coldkey_on_subnet;

/// Subnets on which the coldkey has stake with the hotkey that can be sold.
static std::vector<AlphaSource> all_of(const State& s, const AccountId& coldkey,
                                       const AccountId& hotkey) {
    std::vector<AlphaSource> out;
    for (auto netuid : subtensor::get_all_subnet_netuids(s))
        if (subtensor::storage.SubtokenEnabled.get(s, netuid) &&
            get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid).rao != 0)
            out.push_back({hotkey, netuid});
    return out;
}

std::vector<AlphaSource> fees_in_alpha(const State& s, const AccountId& who, const AnyCall& call) {
    using namespace subtensor;
    if (auto c = call.as<remove_stake>()) return {{c->hotkey, c->netuid}};
    if (auto c = call.as<remove_stake_limit>()) return {{c->hotkey, c->netuid}};
    if (auto c = call.as<unstake_all>()) return all_of(s, who, c->hotkey);
    if (auto c = call.as<unstake_all_alpha>()) return all_of(s, who, c->hotkey);
    if (auto c = call.as<move_stake>()) return {{c->origin_hotkey, c->origin_netuid}};
    if (auto c = call.as<transfer_stake>()) return {{c->hotkey, c->origin_netuid}};
    if (auto c = call.as<swap_stake>()) return {{c->hotkey, c->origin_netuid}};
    if (auto c = call.as<swap_stake_limit>()) return {{c->hotkey, c->origin_netuid}};
    return {};
}

/// Alpha that fees may take: since 475 neither locked stake nor collateral.
static AlphaBalance payable(const State& s, const AccountId& hotkey, const AccountId& coldkey,
                            NetUid netuid) {
    if (!subtensor::since_475(s))
        return get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid);
    return subtensor::available_to_unstake_from_hotkey(s, coldkey, hotkey, netuid,
                                                       frame_system::storage.Number.get(s));
}

bool can_withdraw_in_alpha(const State& s, const AccountId& who,
                           const std::vector<AlphaSource>& sources, TaoBalance fee) {
    if (sources.size() != 1) return false;
    auto& [hotkey, netuid] = sources.front();
    const auto alpha = swap::get_alpha_amount_for_tao(s, netuid, fee);
    return payable(s, hotkey, who, netuid) >= alpha && (alpha.rao != 0 || !subtensor::since_475(s));
}

std::optional<Withdrawn::Alpha> withdraw_in_alpha(Context& cx, const AccountId& who,
                                                  const std::vector<AlphaSource>& sources,
                                                  TaoBalance fee) {
    if (sources.size() != 1 || !cx.author) return Withdrawn::Alpha{};
    auto& [hotkey, netuid] = sources.front();
    auto stake = payable(cx.state, hotkey, who, netuid);
    auto worth = swap::get_alpha_amount_for_tao(cx.state, netuid, fee);
    auto alpha = worth.rao == 0 ? stake : std::min(worth, stake);
    auto tao = transactional(cx, [&, hot = hotkey, net = netuid] {
        return subtensor::unstake_from_subnet(cx, hot, who, *cx.author, net, alpha, {}, true);
    });
    if (!tao) return {};
    return Withdrawn::Alpha{alpha, *tao, netuid};
}

}  // namespace transaction_payment
