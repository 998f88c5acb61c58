// Runtime APIs about a subnet's pool: reserves, emission of the last block, price.
// Source: subtensor rpc_info/dynamic_info.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor::api {

struct DynamicInfo {
    scale::Compact<NetUid> netuid{};
    AccountId owner_hotkey{}, owner_coldkey{};
    std::vector<scale::Compact<u8>> subnet_name{}, token_symbol{};
    scale::Compact<u16> tempo{};
    scale::Compact<u64> last_step{}, blocks_since_last_step{};
    scale::Compact<u64> emission{};  ///< always 0
    scale::Compact<AlphaBalance> alpha_in{}, alpha_out{};
    scale::Compact<TaoBalance> tao_in{};
    scale::Compact<AlphaBalance> alpha_out_emission{}, alpha_in_emission{};  ///< of the last block
    scale::Compact<TaoBalance> tao_in_emission{};                            ///< of the last block
    scale::Compact<AlphaBalance> pending_alpha_emission{};
    scale::Compact<TaoBalance> pending_root_emission{};  ///< always 0
    scale::Compact<u128> subnet_volume{};
    scale::Compact<u64> network_registered_at{};
    std::optional<SubnetIdentityV3> subnet_identity{};
    I96F32 moving_price{};
    FIELDS(netuid, owner_hotkey, owner_coldkey, subnet_name, token_symbol, tempo, last_step,
           blocks_since_last_step, emission, alpha_in, alpha_out, tao_in, alpha_out_emission,
           alpha_in_emission, tao_in_emission, pending_alpha_emission, pending_root_emission,
           subnet_volume, network_registered_at, subnet_identity, moving_price)
    PATH("pallet_subtensor::rpc_info::dynamic_info::DynamicInfo")
    TYPE_PARAMS("AccountId", AccountId)
};

std::optional<DynamicInfo> get_dynamic_info(const State& s, NetUid netuid);
/// In the order of storage.
std::vector<std::optional<DynamicInfo>> get_all_dynamic_info(const State& s);

}  // namespace subtensor::api
