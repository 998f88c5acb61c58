// Places on the root network: by stake, without a price.
// Source: subtensor coinbase/root.rs, do_root_register.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"

namespace subtensor {

static constexpr u16 first_take = 11'796;  // 18 % of 65535

/// The member with the least root stake gives way, if the newcomer has more.
static Result<u16> replace_lowest(Context& cx, const AccountId& hotkey) {
    auto& s = cx.state;
    AlphaBalance lowest{~u64{0}};
    u16 lowest_uid = 0;
    for (auto& [uid, member] : storage.Keys.under(s, root_netuid)) {
        auto stake = get_stake_for_hotkey_on_subnet(s, member, root_netuid);
        if (stake < lowest) {
            lowest = stake;
            lowest_uid = uid;
        }
    }
    TRY(get_hotkey_for_net_and_uid(s, root_netuid, lowest_uid));
    ENSURE(lowest < get_stake_for_hotkey_on_subnet(s, hotkey, root_netuid),
           Error::StakeTooLowForRoot);
    replace_neuron(s, root_netuid, lowest_uid, hotkey, cx.block);
    return lowest_uid;
}

Result<> root_register::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ENSURE(if_subnet_exist(s, root_netuid), Error::RootNetworkDoesNotExist);
    ASSIGN(auto coldkey, ensure_signed(origin));
    ENSURE(storage.RegistrationsThisBlock.get(s, root_netuid) <
               storage.MaxRegistrationsPerBlock.get(s, root_netuid),
           Error::TooManyRegistrationsThisBlock);
    ENSURE(storage.RegistrationsThisInterval.get(s, root_netuid) <
               3 * u32{storage.TargetRegistrationsPerInterval.get(s, root_netuid)},
           Error::TooManyRegistrationsThisInterval);
    ENSURE(!storage.Uids.has(s, root_netuid, hotkey), Error::HotKeyAlreadyRegisteredInSubNet);
    TRY(create_account_if_non_existent(s, coldkey, hotkey));

    u16 uid = storage.SubnetworkN.get(s, root_netuid);
    if (uid < storage.MaxAllowedUids.get(s, root_netuid))
        append_neuron(s, root_netuid, hotkey, cx.block);
    else {
        ASSIGN(u16 replaced, replace_lowest(cx, hotkey));
        uid = replaced;
    }
    if (!hotkey_is_delegate(s, hotkey)) delegate_hotkey(s, hotkey, first_take);
    auto count = [](u16& n) { ++n; };
    storage.RegistrationsThisInterval.change(s, root_netuid, count);
    storage.RegistrationsThisBlock.change(s, root_netuid, count);
    cx.emit(NeuronRegistered{root_netuid, uid, hotkey});
    return {};
}

}  // namespace subtensor
