// Opening a subnet: the lock becomes the pool of its token.
// Source: subtensor subnets/subnet.rs, do_register_network.
#include <algorithm>

#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/dissolve_network.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/set_children.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/symbols.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/utils/rate_limiting.hpp"

namespace subtensor {

static constexpr u16 dynamic_mechanism = 1;  // the only kind of subnet there is

static bool is_full(const State& s) {
    auto subnets = storage.NetworksAdded.under(s);
    auto count = std::count_if(subnets.begin(), subnets.end(),
                               [](auto& n) { return n.second && !n.first.is_root(); });
    return count >= storage.SubnetLimit.get(s);
}

static Result<> check(const Context& cx, const AccountId& coldkey, const AccountId& hotkey) {
    auto& s = cx.state;
    ENSURE(!hotkey_account_exists(s, hotkey) || coldkey_owns_hotkey(s, coldkey, hotkey),
           Error::NonAssociatedColdKey);
    ENSURE(!is_subnet_account_id(hotkey), Error::CannotUseSystemAccount);
    ENSURE(cx.block >= storage.NetworkRegistrationStartBlock.get(s),
           Error::SubNetRegistrationDisabled);
    ENSURE(passes_rate_limit(s, TransactionType::RegisterNetwork, coldkey, cx.block),
           Error::NetworkTxRateLimitExceeded);
    ENSURE(!is_full(s) || get_network_to_prune(s, cx.block), Error::SubnetLimitReached);
    ENSURE(can_remove_balance_from_coldkey_account(s, coldkey, get_network_lock_cost(s, cx.block)),
           Error::CannotAffordLockCost);
    return {};
}

/// A free netuid; when all are taken, that of the weakest subnet, which is dissolved.
static Result<NetUid> make_place(Context& cx) {
    if (!is_full(cx.state)) return get_next_netuid(cx.state);
    auto netuid = get_network_to_prune(cx.state, cx.block);
    ENSURE(netuid, Error::SubnetLimitReached);
    TRY(do_dissolve_network(cx, *netuid));
    return *netuid;
}

/// The lock, at least the minimum, is the TAO side; the alpha side gives the median price.
static void fill_pool(Context& cx, NetUid netuid, TaoBalance locked, U64F64 price) {
    auto& s = cx.state;
    auto tao = std::max(locked, storage.NetworkMinLockCost.get(s));
    auto alpha = U64F64::saturating_from_num(tao.rao).safe_div(price);
    auto recycled = saturating_sub(locked, tao);
    storage.SubnetTAO.set(s, netuid, tao);
    storage.SubnetAlphaIn.set(s, netuid, AlphaBalance{alpha.template saturating_to_num<u64>()});
    storage.SubnetLocked.set(s, netuid, locked);
    storage.SubnetAlphaOut.set(s, netuid, {});
    storage.SubnetVolume.set(s, netuid, 0);
    storage.RAORecycledForRegistration.set(s, netuid, recycled);
    if (tao.rao > 0) increase_total_stake(s, tao);
}

Result<> do_register_network(Context& cx, const Origin& origin, const AccountId& hotkey,
                             const std::optional<SubnetIdentityV3>& identity) {
    auto& s = cx.state;
    ASSIGN(auto coldkey, ensure_signed(origin));
    TRY(check(cx, coldkey, hotkey));
    auto lock = get_network_lock_cost(s, cx.block);
    ASSIGN(auto netuid, make_place(cx));
    auto median_price = get_median_subnet_alpha_price(s);

    init_new_network(cx, netuid, constants.InitialTempo);
    ASSIGN(auto locked, transfer_tao_to_subnet(cx, netuid, coldkey, lock));
    storage.NetworkLastLockCost.set(s, locked);
    set_rate_limited_last_block(s, rate_key::NetworkLastRegistered{}, cx.block);

    TRY(create_account_if_non_existent(s, coldkey, hotkey));
    append_neuron(s, netuid, hotkey, cx.block);
    storage.SubnetMechanism.set(s, netuid, dynamic_mechanism);
    storage.NetworkRegisteredAt.set(s, netuid, cx.block);
    storage.RegisteredSubnetCounter.change(s, netuid, [](u64& n) { ++n; });
    storage.TokenSymbol.set(s, netuid, get_next_available_symbol(s, netuid));
    storage.SubnetOwner.set(s, netuid, coldkey);
    TRY(set_subnet_owner_hotkey(cx, netuid, hotkey));
    fill_pool(cx, netuid, locked, median_price);

    if (identity) {
        ENSURE(is_valid_subnet_identity(*identity), Error::InvalidIdentity);
        storage.SubnetIdentitiesV3.set(s, netuid, *identity);
        cx.emit(SubnetIdentitySet{netuid});
    }
    // Best effort: a root validator that cannot take part does not stop the registration.
    (void)do_set_root_validators_for_subnet(cx, netuid);
    cx.emit(NetworkAdded{netuid, dynamic_mechanism});
    storage.SubnetEmissionEnabled.set(s, netuid, false);
    return {};
}

Result<> register_network::dispatch(Context& cx, const Origin& origin) const {
    return do_register_network(cx, origin, hotkey, {});
}
Result<> register_network_with_identity::dispatch(Context& cx, const Origin& origin) const {
    return do_register_network(cx, origin, hotkey, identity);
}

}  // namespace subtensor
