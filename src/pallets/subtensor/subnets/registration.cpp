#include "pallets/subtensor/subnets/registration.hpp"

#include "kernel/prune.hpp"
#include "kernel/registration_burn.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/run_coinbase.hpp"
#include "pallets/subtensor/coinbase/subnet_emissions.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/pow_register.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/utils/spec.hpp"
#include "pallets/swap/swap.hpp"

namespace subtensor {

/// The coldkey's neurons on the subnet. Since 475 its places are looked through instead of all that
/// the coldkey owns anywhere, of which there is no end.
static std::vector<u16> uids_of(const State& s, NetUid netuid, const AccountId& coldkey) {
    std::vector<u16> uids;
    if (since_475(s)) {
        for (const auto& [uid, hotkey] : storage.Keys.under(s, netuid))
            if (storage.Owner.get(s, hotkey) == coldkey) uids.push_back(uid);
        return uids;
    }
    for (const auto& hotkey : storage.OwnedHotkeys.get(s, coldkey))
        if (const auto uid = storage.Uids.find(s, netuid, hotkey)) uids.push_back(*uid);
    return uids;
}

std::vector<u16> get_immune_owner_uids(const State& s, NetUid netuid, const AccountId& coldkey) {
    std::vector<kernel::OwnedNeuron> owned;
    for (const u16 uid : uids_of(s, netuid, coldkey))
        owned.push_back({uid, storage.BlockAtRegistration.get(s, netuid, uid)});
    std::optional<u16> owner_uid;
    if (auto hotkey = storage.SubnetOwnerHotkey.find(s, netuid))
        owner_uid = storage.Uids.find(s, netuid, *hotkey);
    return kernel::immune_owner_uids(std::move(owned), owner_uid,
                                     storage.ImmuneOwnerUidsLimit.get(s, netuid));
}

std::optional<u16> get_neuron_to_prune(const State& s, NetUid netuid, u64 block) {
    u16 n = storage.SubnetworkN.get(s, netuid);
    auto emission = storage.Emission.get(s, netuid);
    std::vector<kernel::PruneCandidate> neurons;
    for (u16 uid = 0; uid < n; ++uid)
        if (storage.Keys.has(s, netuid, uid))
            neurons.push_back({uid, storage.BlockAtRegistration.get(s, netuid, uid),
                               uid < emission.size() ? emission[uid].rao : 0});
    auto never = get_immune_owner_uids(s, netuid, storage.SubnetOwner.get(s, netuid));
    return kernel::neuron_to_prune(
        neurons, never,
        {block, storage.ImmunityPeriod.get(s, netuid), storage.MinNonImmuneUids.get(s, netuid)});
}

Result<u16> register_neuron(Context& cx, NetUid netuid, const AccountId& hotkey) {
    auto& s = cx.state;
    u16 n = storage.SubnetworkN.get(s, netuid);
    if (n < storage.MaxAllowedUids.get(s, netuid)) {
        append_neuron(s, netuid, hotkey, cx.block);
        return n;
    }
    auto uid = get_neuron_to_prune(s, netuid, cx.block);
    ENSURE(uid, Error::NoNeuronIdAvailable);
    replace_neuron(s, netuid, *uid, hotkey, cx.block);
    return *uid;
}

static kernel::BurnLimits burn_limits(const State& s, NetUid netuid) {
    return {storage.MinBurn.get(s, netuid).rao, storage.MaxBurn.get(s, netuid).rao};
}

static void bump_registration_price(State& s, NetUid netuid) {
    if (netuid.is_root()) return;
    auto burn = kernel::burn_after_registration(storage.Burn.get(s, netuid).rao,
                                                storage.BurnIncreaseMult.get(s, netuid),
                                                burn_limits(s, netuid));
    storage.Burn.set(s, netuid, TaoBalance{burn});
}

void update_registration_prices_for_networks(Context& cx) {
    auto& s = cx.state;
    for (NetUid netuid : storage.NetworksAdded.keys_under(s)) {
        auto before = storage.Burn.get(s, netuid).rao;
        auto burn = kernel::burn_after_decay(before, storage.BurnHalfLife.get(s, netuid), cx.block,
                                             burn_limits(s, netuid));
        decay_pow_difficulty(cx, netuid);
        if (burn != before) storage.Burn.set(s, netuid, TaoBalance{burn});
        storage.RegistrationsThisBlock.set(s, netuid, 0);
        if (netuid.is_root() && should_run_epoch(s, netuid, cx.block))
            storage.RegistrationsThisInterval.set(s, netuid, 0);
    }
}

static Result<> check_registration(const State& s, NetUid netuid, const AccountId& hotkey) {
    ENSURE(!netuid.is_root(), Error::RegistrationNotPermittedOnRootSubnet);
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    ENSURE(storage.NetworkRegistrationAllowed.get(s, netuid), Error::SubNetRegistrationDisabled);
    ENSURE(!storage.Uids.has(s, netuid, hotkey), Error::HotKeyAlreadyRegisteredInSubNet);
    return {};
}

/// What the place costs the coldkey, which must be able to pay it.
static Result<RegistrationCharge> check_price(const State& s, const AccountId& coldkey,
                                              NetUid netuid, const AccountId& hotkey) {
    const auto price = storage.Burn.get(s, netuid);
    if (!since_475(s)) {
        ENSURE(can_remove_balance_from_coldkey_account(s, coldkey, price),
               Error::NotEnoughBalanceToStake);
        return RegistrationCharge{price, {}};
    }
    const auto charge = registration_charge(s, netuid, hotkey, coldkey, price);
    ENSURE(get_keep_alive_balance(s, coldkey) >= charge.total(), Error::NotEnoughBalanceToStake);
    return charge;
}

/// Under 425 the price bought alpha that nobody got, and the swap's fee stayed with the subnet.
static Result<> burn_price(Context& cx, const AccountId& coldkey, NetUid netuid, TaoBalance price) {
    auto& s = cx.state;
    ASSIGN(auto burned, transfer_tao_to_subnet(cx, netuid, coldkey, price));
    ASSIGN(auto bought, swap_tao_for_alpha(s, netuid, burned, swap::max_price(), false));
    storage.SubnetAlphaOut.change(s, netuid, [&](AlphaBalance& total) {
        total = saturating_sub(total, bought.amount_paid_out);
    });
    record_tao_inflow(s, netuid, burned);
    return {};
}

static Result<> check_place(const State& s, NetUid netuid, u64 block) {
    auto places = storage.MaxAllowedUids.get(s, netuid);
    ENSURE(places != 0, Error::NoNeuronIdAvailable);
    ENSURE(storage.SubnetworkN.get(s, netuid) < places || get_neuron_to_prune(s, netuid, block),
           Error::NoNeuronIdAvailable);
    return {};
}

Result<> do_register(Context& cx, const Origin& origin, NetUid netuid, const AccountId& hotkey) {
    auto& s = cx.state;
    ASSIGN(auto coldkey, ensure_signed(origin));
    TRY(check_registration(s, netuid, hotkey));
    ASSIGN(const auto charge, check_price(s, coldkey, netuid, hotkey));
    TRY(create_account_if_non_existent(s, coldkey, hotkey));
    ENSURE(coldkey_owns_hotkey(s, coldkey, hotkey), Error::NonAssociatedColdKey);
    // Collateral is staked: the list of hotkeys must take it.
    if (charge.collateral.rao != 0) TRY(ensure_staking_hotkeys_can_grow(s, coldkey, hotkey));
    TRY(check_place(s, netuid, cx.block));
    TRY(since_475(s) ? pay_registration(cx, netuid, hotkey, coldkey, charge)
                     : burn_price(cx, coldkey, netuid, charge.burned));
    ASSIGN(u16 uid, register_neuron(cx, netuid, hotkey));
    bump_registration_price(s, netuid);
    storage.RegistrationsThisBlock.change(s, netuid, [](u16& n) { n += n != 0xffff; });
    auto recycled =
        saturating_add(storage.RAORecycledForRegistration.get(s, netuid), charge.burned);
    storage.RAORecycledForRegistration.set(s, netuid, recycled);
    cx.emit(RAORecycledForRegistrationSet{netuid, recycled});
    cx.emit(NeuronRegistered{netuid, uid, hotkey});
    return {};
}

Result<> register_::dispatch(Context& cx, const Origin& origin) const {
    return do_register(cx, origin, netuid, hotkey);
}
Result<> burned_register::dispatch(Context& cx, const Origin& origin) const {
    return do_register(cx, origin, netuid, hotkey);
}
Result<> register_limit::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_signed(origin));
    ENSURE(!netuid.is_root(), Error::RegistrationNotPermittedOnRootSubnet);
    ENSURE(if_subnet_exist(cx.state, netuid), Error::SubnetNotExists);
    ENSURE(storage.Burn.get(cx.state, netuid).rao <= limit_price,
           Error::RegistrationPriceLimitExceeded);
    return do_register(cx, origin, netuid, hotkey);
}

}  // namespace subtensor
