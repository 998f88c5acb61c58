// The pallet's runtime APIs by name.
#include "pallets/subtensor/api/delegate_info.hpp"
#include "pallets/subtensor/api/stake_info.hpp"
#include "pallets/subtensor/pallet.hpp"

namespace subtensor {

static constexpr std::array rows{
    ::api<api::get_delegates>("DelegateInfoRuntimeApi_get_delegates"),
    ::api<api::get_delegate>("DelegateInfoRuntimeApi_get_delegate", "delegate_account"),
    ::api<api::get_delegated>("DelegateInfoRuntimeApi_get_delegated", "delegatee_account"),
    ::api<api::get_stake_info_for_coldkey>("StakeInfoRuntimeApi_get_stake_info_for_coldkey",
                                           "coldkey_account"),
    ::api<api::get_stake_info_for_coldkeys>("StakeInfoRuntimeApi_get_stake_info_for_coldkeys",
                                            "coldkey_accounts"),
    ::api<api::get_stake_info_for_hotkey_coldkey_netuid>(
        "StakeInfoRuntimeApi_get_stake_info_for_hotkey_coldkey_netuid",
        "hotkey_account, coldkey_account, netuid"),
    ::api<api::get_stake_availability_for_coldkeys>(
        "StakeInfoRuntimeApi_get_stake_availability_for_coldkeys", "coldkey_accounts, netuids"),
    ::api<api::get_stake_fee>("StakeInfoRuntimeApi_get_stake_fee",
                              "origin, origin_coldkey_account, destination, "
                              "destination_coldkey_account, amount"),
    ::api<api::get_coldkey_lock>("StakeInfoRuntimeApi_get_coldkey_lock", "coldkey, netuid"),
    ::api<api::get_hotkey_conviction>("StakeInfoRuntimeApi_get_hotkey_conviction",
                                      "hotkey, netuid"),
    ::api<api::get_most_convicted_hotkey_on_subnet>(
        "StakeInfoRuntimeApi_get_most_convicted_hotkey_on_subnet", "netuid"),
};
std::span<const ApiRow> apis() { return rows; }

}  // namespace subtensor
