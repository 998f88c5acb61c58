#include "pallets/subtensor/subnets/subnet.hpp"

#include "kernel/block_emission.hpp"
#include "kernel/lock_cost.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/dissolution.hpp"
#include "pallets/subtensor/utils/misc.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {

bool if_subnet_exist(const State& s, NetUid netuid) { return storage.NetworksAdded.get(s, netuid); }

std::vector<NetUid> get_all_subnet_netuids(const State& s) {
    return storage.NetworksAdded.keys_under(s);
}

NetUid get_next_netuid(const State& s) {
    NetUid netuid{1};
    while (storage.NetworksAdded.has(s, netuid) || in_cleanup(s, netuid)) ++netuid.id;
    return netuid;
}

static AccountId subnet_account(NetUid netuid) {
    return sub_account(constants.SubtensorPalletId, netuid);
}

std::optional<AccountId> get_subnet_account_id(const State& s, NetUid netuid) {
    if (!netuid.is_root() && !storage.NetworksAdded.has(s, netuid) && !in_cleanup(s, netuid))
        return {};
    return subnet_account(netuid);
}

std::optional<NetUid> is_subnet_account_id(const AccountId& account) {
    constexpr std::size_t netuid_at = 12;
    NetUid netuid{u16(account.bytes[netuid_at] | account.bytes[netuid_at + 1] << 8)};
    if (subnet_account(netuid) == account) return netuid;
    return {};
}

TaoBalance get_network_lock_cost(const State& s, u64 block) {
    auto emission = kernel::block_emission(storage.TotalIssuance.get(s).rao);
    auto interval =
        kernel::lock_reduction_interval(storage.NetworkLockReductionInterval.get(s), emission);
    return {kernel::network_lock_cost(
        {.last_lock_rao = storage.NetworkLastLockCost.get(s).rao,
         .min_lock_rao = storage.NetworkMinLockCost.get(s).rao,
         .last_lock_block = get_rate_limited_last_block(s, rate_key::NetworkLastRegistered{}),
         .reduction_interval = interval},
        block)};
}

bool is_valid_subnet_identity(const SubnetIdentityV3& i) {
    constexpr std::size_t short_text = 256, long_text = 1024;
    return i.subnet_name.size() <= short_text && i.github_repo.size() <= long_text &&
           i.subnet_contact.size() <= long_text && i.subnet_url.size() <= long_text &&
           i.discord.size() <= short_text && i.description.size() <= long_text &&
           i.logo_url.size() <= long_text && i.additional.size() <= long_text;
}

void init_new_network(Context& cx, NetUid netuid, u16 tempo) {
    auto& s = cx.state;
    storage.SubnetworkN.set(s, netuid, 0);
    storage.NetworksAdded.set(s, netuid, true);
    storage.Tempo.set(s, netuid, tempo);
    // Subnets created together do not all have their epochs in one block.
    u64 stagger = netuid.id % std::max<u64>(tempo, 1);
    storage.LastEpochBlock.set(s, netuid, cx.block > stagger ? cx.block - stagger : 0);
    storage.TotalNetworks.change(s, [](u16& n) { n += n != 0xffff; });

    storage.NetworkRegistrationAllowed.set(s, netuid, true);
    cx.emit(RegistrationAllowed{netuid, true});
    storage.MaxAllowedUids.set(s, netuid, 256);
    cx.emit(MaxAllowedUidsSet{netuid, 256});
    storage.MaxAllowedValidators.set(s, netuid, 64);
    cx.emit(MaxAllowedValidatorsSet{netuid, 64});
    storage.MinAllowedWeights.set(s, netuid, 1);
    cx.emit(MinAllowedWeightSet{netuid, 1});
    storage.ImmunityPeriod.set(s, netuid, 5000);
    cx.emit(ImmunityPeriodSet{netuid, 5000});
    storage.Yuma3On.set(s, netuid, true);
    storage.Burn.set(s, netuid, 1_tao);
    storage.SubnetEmissionEnabled.set(s, netuid, true);

    auto keep_default =
        [&](auto& item) {  // values that later changes of the default must not touch
            if (!item.has(s, netuid)) item.set(s, netuid, item.get(s, netuid));
        };
    keep_default(storage.Kappa);
    keep_default(storage.ActivityCutoff);
    keep_default(storage.RegistrationsThisInterval);
}

Result<> set_subnet_owner_hotkey(Context& cx, NetUid netuid, const AccountId& hotkey) {
    ENSURE(!is_subnet_account_id(hotkey), Error::CannotUseSystemAccount);
    storage.SubnetOwnerHotkey.set(cx.state, netuid, hotkey);
    cx.emit(SubnetOwnerHotkeySet{netuid, hotkey});
    return {};
}

Result<> do_set_sn_owner_hotkey(Context& cx, const Origin& origin, NetUid netuid,
                                const AccountId& hotkey) {
    TRY(ensure_subnet_owner_or_root(cx, origin, netuid));
    ENSURE(if_subnet_exist(cx.state, netuid), Error::SubnetNotExists);
    constexpr auto tx = TransactionType::SetSNOwnerHotkey;
    ENSURE(passes_rate_limit_on_subnet(cx, tx, hotkey, netuid), Error::TxRateLimitExceeded);
    set_last_block_on_subnet(cx.state, tx, hotkey, netuid, cx.block);
    return set_subnet_owner_hotkey(cx, netuid, hotkey);
}

Result<> start_call::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    TRY(ensure_subnet_owner(cx, origin, netuid));
    ENSURE(!storage.FirstEmissionBlockNumber.has(s, netuid),
           Error::FirstEmissionBlockNumberAlreadySet);
    ENSURE(cx.block >= storage.NetworkRegisteredAt.get(s, netuid) + storage.StartCallDelay.get(s),
           since_475(s) ? Error::StartCallNotReady : Error::NeedWaitingMoreBlocksToStarCall);
    u64 first = u64{cx.block} + 1;
    storage.FirstEmissionBlockNumber.set(s, netuid, first);
    storage.SubtokenEnabled.set(s, netuid, true);
    cx.emit(FirstEmissionBlockNumberSet{netuid, first});
    return {};
}

}  // namespace subtensor
