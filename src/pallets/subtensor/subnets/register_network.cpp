// Opening a subnet: the lock becomes the pool of its token.
// Source: subtensor subnets/subnet.rs, do_register_network.
#include <algorithm>

#include "pallets/alpha_assets/alpha_assets.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/dissolve_network.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/set_children.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/network_registration.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/symbols.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/utils/rate_limiting.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {

namespace {

constexpr u16 dynamic_mechanism = 1;  // the only kind of subnet there is

/// Whether all netuids are taken; those of dissolved subnets are until nothing is left of them.
bool is_full(const State& s) {
    const auto subnets = storage.NetworksAdded.under(s);
    const auto count = std::count_if(subnets.begin(), subnets.end(),
                                     [](auto& n) { return n.second && !n.first.is_root(); });
    return std::size_t(count) + storage.DissolveCleanupQueue.get(s).size() >=
           storage.SubnetLimit.get(s);
}
/// A place is on its way that nobody waits for.
bool is_place_coming(const State& s) {
    return storage.DissolveCleanupQueue.get(s).size() >
           storage.NetworkRegistrationQueue.get(s).size();
}

Result<> check(const Context& cx, const AccountId& coldkey, const AccountId& hotkey,
               const std::optional<SubnetIdentityV3>& identity) {
    auto& s = cx.state;
    ENSURE(!hotkey_account_exists(s, hotkey) || coldkey_owns_hotkey(s, coldkey, hotkey),
           Error::NonAssociatedColdKey);
    ENSURE(!is_subnet_account_id(hotkey), Error::CannotUseSystemAccount);
    ENSURE(cx.block >= storage.NetworkRegistrationStartBlock.get(s),
           Error::SubNetRegistrationDisabled);
    ENSURE(passes_rate_limit(s, TransactionType::RegisterNetwork, coldkey, cx.block),
           Error::NetworkTxRateLimitExceeded);
    if (since_475(s) && identity)
        ENSURE(is_valid_subnet_identity(*identity), Error::InvalidIdentity);
    ENSURE(!is_full(s) || is_place_coming(s) || get_network_to_prune(s, cx.block),
           Error::SubnetLimitReached);
    ENSURE(can_remove_balance_from_coldkey_account(s, coldkey, get_network_lock_cost(s, cx.block)),
           Error::CannotAffordLockCost);
    return {};
}

/// A free netuid; when all are taken, that of the weakest subnet, which is dissolved.
Result<NetUid> make_place(Context& cx) {
    if (!is_full(cx.state)) return get_next_netuid(cx.state);
    auto netuid = get_network_to_prune(cx.state, cx.block);
    ENSURE(netuid, Error::SubnetLimitReached);
    TRY(do_dissolve_network(cx, *netuid));
    return *netuid;
}

/// The price is the TAO side of the pool, under 425 at least the least price; the alpha side gives
/// the median price of alpha.
void fill_pool(Context& cx, NetUid netuid, TaoBalance locked, U64F64 price) {
    auto& s = cx.state;
    auto tao = since_475(s) ? locked : std::max(locked, storage.NetworkMinLockCost.get(s));
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

/// The price of the next subnet begins from this one.
void set_last_lock(Context& cx, TaoBalance locked) {
    storage.NetworkLastLockCost.set(cx.state, locked);
    set_rate_limited_last_block(cx.state, rate_key::NetworkLastRegistered{}, cx.block);
}

/// The subnet exists and is paid for: its owner, first neuron, pool and name.
Result<> open_network(Context& cx, NetUid netuid, const NetworkRegistrationInfo& info,
                      TaoBalance locked) {
    auto& s = cx.state;
    TRY(create_account_if_non_existent(s, info.coldkey, info.hotkey));
    append_neuron(s, netuid, info.hotkey, cx.block);
    storage.SubnetMechanism.set(s, netuid, info.mechid);
    storage.NetworkRegisteredAt.set(s, netuid, cx.block);
    storage.RegisteredSubnetCounter.change(s, netuid, [](u64& n) { ++n; });
    storage.TokenSymbol.set(s, netuid, get_next_available_symbol(s, netuid));
    storage.SubnetOwner.set(s, netuid, info.coldkey);
    TRY(set_subnet_owner_hotkey(cx, netuid, info.hotkey));
    fill_pool(cx, netuid, locked, info.median_subnet_alpha_price);

    if (info.identity) {
        ENSURE(is_valid_subnet_identity(*info.identity), Error::InvalidIdentity);
        storage.SubnetIdentitiesV3.set(s, netuid, *info.identity);
        cx.emit(SubnetIdentitySet{netuid});
    }
    // Best effort: a root validator that cannot take part does not stop the registration.
    (void)do_set_root_validators_for_subnet(cx, netuid);
    cx.emit(NetworkAdded{netuid, info.mechid});
    storage.SubnetEmissionEnabled.set(s, netuid, false);
    return {};
}

/// Takes the money and a number; the subnet opens when a place is free.
Result<> queue_registration(Context& cx, NetworkRegistrationInfo info) {
    auto& s = cx.state;
    info.lock_id = storage.NetworkRegistrationLockId.get(s);
    ENSURE(info.lock_id != ~u32{0}, Error::LockIdOverFlow);
    TRY(escrow_network_registration_cost(cx, info.coldkey, info.lock_amount, info.lock_id));
    TRY(create_account_if_non_existent(s, info.coldkey, info.hotkey));
    storage.NetworkRegistrationLockId.set(s, info.lock_id + 1);
    // Bounded: each waits for a place of its own, and there are no more places than subnets.
    storage.NetworkRegistrationQueue.change(s, [&](auto& queue) { queue.push_back(info); });
    set_last_lock(cx, info.lock_amount);
    cx.emit(NetworkRegistrationQueued{info.coldkey, info.hotkey, info.mechid, info.identity,
                                      info.lock_amount, info.median_subnet_alpha_price,
                                      info.registration_block});
    return {};
}

Result<> register_since_475(Context& cx, NetworkRegistrationInfo info) {
    auto& s = cx.state;
    const bool waits = is_full(s);
    if (waits && !is_place_coming(s)) {
        const auto weakest = get_network_to_prune(s, cx.block);
        ENSURE(weakest, Error::SubnetLimitReached);
        TRY(do_dissolve_network(cx, *weakest));
    }
    info.median_subnet_alpha_price = get_median_subnet_alpha_price(s);
    return waits ? queue_registration(cx, std::move(info)) : set_new_network_state(cx, info, false);
}

}  // namespace

Result<> set_new_network_state(Context& cx, const NetworkRegistrationInfo& info, bool waited) {
    auto& s = cx.state;
    ENSURE(!is_full(s), Error::SubnetLimitReached);
    const NetUid netuid = get_next_netuid(s);
    alpha_assets::clear_alpha_counters(s, netuid);
    init_new_network(cx, netuid, constants.InitialTempo);
    TRY(pay_network_registration_cost(cx, info.coldkey, netuid, info.lock_amount,
                                      waited ? std::optional(info.lock_id) : std::nullopt));
    if (!waited) set_last_lock(cx, info.lock_amount);  // else it was when it began to wait
    return open_network(cx, netuid, info, info.lock_amount);
}

Result<> do_register_network(Context& cx, const Origin& origin, const AccountId& hotkey,
                             const std::optional<SubnetIdentityV3>& identity) {
    auto& s = cx.state;
    ASSIGN(auto coldkey, ensure_signed(origin));
    TRY(check(cx, coldkey, hotkey, identity));
    NetworkRegistrationInfo info{.coldkey = coldkey,
                                 .hotkey = hotkey,
                                 .mechid = dynamic_mechanism,
                                 .identity = identity,
                                 .lock_amount = get_network_lock_cost(s, cx.block),
                                 .registration_block = cx.block};
    if (since_475(s)) return register_since_475(cx, std::move(info));
    ASSIGN(auto netuid, make_place(cx));
    info.median_subnet_alpha_price = get_median_subnet_alpha_price(s);
    init_new_network(cx, netuid, constants.InitialTempo);
    ASSIGN(auto locked, transfer_tao_to_subnet(cx, netuid, coldkey, info.lock_amount));
    set_last_lock(cx, locked);
    return open_network(cx, netuid, info, locked);
}

Result<> register_network::dispatch(Context& cx, const Origin& origin) const {
    return do_register_network(cx, origin, hotkey, {});
}
Result<> register_network_with_identity::dispatch(Context& cx, const Origin& origin) const {
    return do_register_network(cx, origin, hotkey, identity);
}

}  // namespace subtensor
