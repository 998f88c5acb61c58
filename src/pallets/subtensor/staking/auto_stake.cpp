// Where a coldkey's mining rewards are staked.
// Source: subtensor macros/dispatches.rs (set_coldkey_auto_stake_hotkey).
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {

Result<> set_coldkey_auto_stake_hotkey::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    ENSURE(storage.Uids.has(s, netuid, hotkey), Error::HotKeyNotRegisteredInSubNet);
    if (const auto current = storage.AutoStakeDestination.get(s, coldkey, netuid)) {
        ENSURE(*current != hotkey, Error::SameAutoStakeHotkeyAlreadySet);
        storage.AutoStakeDestinationColdkeys.change(
            s, *current, netuid, [&](auto& coldkeys) { std::erase(coldkeys, coldkey); });
    }
    storage.AutoStakeDestination.set(s, coldkey, netuid, hotkey);
    storage.AutoStakeDestinationColdkeys.change(s, hotkey, netuid, [&](auto& coldkeys) {
        if (std::find(coldkeys.begin(), coldkeys.end(), coldkey) == coldkeys.end())
            coldkeys.push_back(coldkey);
    });
    cx.emit(AutoStakeDestinationSet{coldkey, netuid, hotkey});
    return {};
}

}  // namespace subtensor
