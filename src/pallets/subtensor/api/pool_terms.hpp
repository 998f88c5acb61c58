// What the dynamic info and the metagraph tell alike about a subnet and its pool.
#pragma once
#include "pallets/subtensor/api/compact.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/symbols.hpp"
#include "pallets/system/storage.hpp"

namespace subtensor::api {

/// Writes the fields that both structs have under the same names.
template <class Info>
void add_pool_terms(const State& s, NetUid netuid, Info& i) {
    const u64 block = frame_system::storage.Number.get(s);
    const u64 last_step = storage.LastMechansimStepBlock.get(s, netuid);
    i.netuid = {netuid};
    i.owner_hotkey = storage.SubnetOwnerHotkey.get(s, netuid);
    i.owner_coldkey = storage.SubnetOwner.get(s, netuid);
    i.tempo = {storage.Tempo.get(s, netuid)};
    i.last_step = {last_step};
    i.blocks_since_last_step = {block > last_step ? block - last_step : 0};
    i.alpha_in = {storage.SubnetAlphaIn.get(s, netuid)};
    i.alpha_out = {storage.SubnetAlphaOut.get(s, netuid)};
    i.tao_in = {storage.SubnetTAO.get(s, netuid)};
    i.alpha_out_emission = {storage.SubnetAlphaOutEmission.get(s, netuid)};
    i.alpha_in_emission = {storage.SubnetAlphaInEmission.get(s, netuid)};
    i.tao_in_emission = {storage.SubnetTaoInEmission.get(s, netuid)};
    i.pending_alpha_emission = {saturating_add(storage.PendingValidatorEmission.get(s, netuid),
                                               storage.PendingServerEmission.get(s, netuid))};
    i.subnet_volume = {storage.SubnetVolume.get(s, netuid)};
    i.network_registered_at = {storage.NetworkRegisteredAt.get(s, netuid)};
    i.moving_price = storage.SubnetMovingPrice.get(s, netuid);
}

}  // namespace subtensor::api
