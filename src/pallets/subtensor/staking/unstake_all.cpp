// Taking a coldkey's stake off a hotkey on all subnets.
// Source: subtensor staking/remove_stake.rs.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/childkey_threshold.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

/// Places of stake that one call looks at, since 475 (MAX_UNSTAKE_ALL_LEGS); a further call goes
/// on.
constexpr int max_legs = 16;

/// Unstakes wherever it is allowed; the TAO of it all.
Result<TaoBalance> unstake_everywhere(Context& cx, const AccountId& coldkey,
                                      const AccountId& hotkey, bool with_root) {
    State& s = cx.state;
    TaoBalance sum;
    int legs = 0;
    for (const NetUid netuid : get_all_subnet_netuids(s)) {
        if (legs >= max_legs && since_475(s)) break;
        if (!storage.SubtokenEnabled.get(s, netuid)) continue;
        if (netuid.is_root() && !with_root) continue;
        const auto alpha = get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid);
        legs += alpha.rao != 0;
        if (!validate_remove_stake(cx, coldkey, hotkey, netuid, alpha, alpha, false)) continue;
        TRY(ensure_root_stake_unlocked(cx, netuid, coldkey, hotkey));
        ASSIGN(const auto tao, unstake_from_subnet(cx, hotkey, coldkey, coldkey, netuid, alpha,
                                                   swap::min_price(), false));
        sum = saturating_add(sum, tao);
        clear_small_nomination_if_required(cx, hotkey, coldkey, netuid);
    }
    queue_childkey_threshold_check(s, hotkey);
    return sum;
}

}  // namespace

Result<> unstake_all::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ENSURE(hotkey_account_exists(cx.state, hotkey), Error::HotKeyAccountNotExists);
    TRY(unstake_everywhere(cx, coldkey, hotkey, true));
    return {};
}

Result<> unstake_all_alpha::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ENSURE(hotkey_account_exists(cx.state, hotkey), Error::HotKeyAccountNotExists);
    ASSIGN(const auto tao, unstake_everywhere(cx, coldkey, hotkey, false));
    TRY(stake_into_subnet(cx, hotkey, coldkey, root_netuid, tao, swap::max_price(), false));
    return {};
}

}  // namespace subtensor
