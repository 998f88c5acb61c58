// Erasing what a dissolved subnet has left in storage, map by map.
// Source: subtensor subnets/dissolution.rs, remove_network_*.
#include "pallets/alpha_assets/alpha_assets.hpp"
#include "pallets/commitments/commitments.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/subnets/cleanup.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/swap/swap.hpp"

namespace subtensor {
namespace {

template <class... Items>
void erase(State& s, NetUid netuid, const Items&... items) {
    (items.erase(s, netuid), ...);
}

void erase_pool(State& s, NetUid netuid) {
    erase(s, netuid, storage.SubnetAlphaInEmission, storage.SubnetAlphaOutEmission,
          storage.SubnetTaoInEmission, storage.SubnetVolume, storage.SubnetMovingPrice,
          storage.SubnetFastMovingPrice, storage.SubnetTaoFlow, storage.SubnetEmaTaoFlow,
          storage.SubnetProtocolFlow, storage.SubnetEmaProtocolFlow, storage.SubnetExcessTao,
          storage.SubnetRootSellTao, storage.TokenSymbol, storage.SubnetMechanism,
          storage.SubnetOwnerHotkey, storage.SubnetOwner, storage.TransferToggle,
          storage.SubnetLocked, storage.LargestLocked, storage.FirstEmissionBlockNumber,
          storage.PendingValidatorEmission, storage.PendingServerEmission,
          storage.PendingRootAlphaDivs, storage.PendingOwnerCut, storage.MinerBurned,
          storage.EMAPriceHalvingBlocks, storage.RAORecycledForRegistration);
}

void erase_rules(State& s, NetUid netuid) {
    erase(s, netuid, storage.Tempo, storage.Kappa, storage.Difficulty, storage.MaxAllowedUids,
          storage.ImmunityPeriod, storage.ActivityCutoff, storage.ActivityCutoffFactorMilli,
          storage.LastEpochBlock, storage.PendingEpochAt, storage.SubnetEpochIndex,
          storage.MinAllowedWeights, storage.RegistrationsThisInterval,
          storage.POWRegistrationsThisInterval, storage.BurnRegistrationsThisInterval,
          storage.NetworkRegistrationAllowed, storage.NetworkPowRegistrationAllowed,
          storage.BlocksSinceLastStep, storage.LastMechansimStepBlock, storage.LastAdjustmentBlock,
          storage.ServingRateLimit, storage.Rho, storage.AlphaSigmoidSteepness,
          storage.MaxAllowedValidators, storage.SubnetEpochConsensus, storage.LastYumaStepBlock,
          storage.NullPruningTarget, storage.SavedYumaMaxAllowedValidators);
    erase(s, netuid, storage.BondsMovingAverage, storage.BondsPenalty, storage.BondsResetOn,
          storage.WeightsSetRateLimit, storage.ValidatorPruneLen, storage.ScalingLawPower,
          storage.TargetRegistrationsPerInterval, storage.CommitRevealWeightsEnabled,
          storage.BurnHalfLife, storage.BurnIncreaseMult, storage.Burn, storage.MinBurn,
          storage.MaxBurn, storage.MinDifficulty, storage.MaxDifficulty,
          storage.RegistrationsThisBlock, storage.MaxRegistrationsPerBlock,
          storage.WeightsVersionKey, storage.LiquidAlphaOn, storage.LiquidAlphaConsensusMode,
          storage.Yuma3On, storage.AlphaValues, storage.SubtokenEnabled,
          storage.OwnerCutAutoLockEnabled, storage.ImmuneOwnerUidsLimit);
}

}  // namespace

bool clear_lease(Cleanup& c) {
    State& s = c.state();
    const auto lease = storage.SubnetUidToLeaseId.get(s, c.netuid());
    if (!lease) return true;
    if (!clear_rows(s, c.meter, *lease, storage.SubnetLeaseShares,
                    storage.SubnetLeaseUnpaidDividends) ||
        !c.meter.try_consume(db_weight(0, 3)))
        return false;
    storage.SubnetLeases.erase(s, *lease);
    storage.AccumulatedLeaseDividends.erase(s, *lease);
    storage.SubnetUidToLeaseId.erase(s, c.netuid());
    return true;
}

bool clear_mechanisms(Cleanup& c) {
    State& s = c.state();
    if (!c.meter.try_consume(db_weight(1, 0))) return false;
    const u8 count = storage.MechanismCountCurrent.get(s, c.netuid()).id;
    for (u8 i = 0; i < count; ++i) {
        if (!c.meter.try_consume(db_weight(1, 3))) return false;
        const auto index = get_mechanism_storage_index(c.netuid(), MechId{i});
        storage.LastUpdate.erase(s, index);
        storage.Incentive.erase(s, index);
        storage.ConsensusByMechanism.erase(s, index);
        if (!clear_rows(s, c.meter, index, storage.WeightCommits, storage.TimelockedWeightCommits,
                        storage.CRV3WeightCommits, storage.CRV3WeightCommitsV2, storage.Bonds,
                        storage.Weights))
            return false;
    }
    if (!c.meter.try_consume(db_weight(0, 3))) return false;
    erase(s, c.netuid(), storage.RevealPeriodEpochs, storage.MechanismCountCurrent,
          storage.MechanismEmissionSplit);
    return true;
}

void erase_values(State& s, NetUid netuid) {
    erase(s, netuid, storage.SubnetworkN, storage.Active, storage.Emission, storage.Consensus,
          storage.Dividends, storage.ValidatorPermit, storage.ValidatorTrust, storage.StakeWeight,
          storage.LoadedEmission, storage.NetworkRegisteredAt);
    erase_pool(s, netuid);
    erase_rules(s, netuid);
}

bool clear_pool(Cleanup& c) {
    return swap::clear_protocol_liquidity(c.state(), c.netuid(), c.meter);
}

bool purge_commitments(Cleanup& c) {
    return commitments::purge_netuid(c.state(), c.netuid(), c.meter);
}

bool remove_members(Cleanup& c) {
    State& s = c.state();
    return sweep(
        c, storage.Keys, db_weight(0, 1),
        [&](const auto& parts) { return std::get<0>(parts) == c.netuid(); },
        [&](const auto& parts) {
            const AccountId hotkey = storage.Keys.get(s, c.netuid(), std::get<1>(parts));
            storage.IsNetworkMember.erase(s, hotkey, c.netuid());
        });
}

bool remove_parameters(Cleanup& c) {
    State& s = c.state();
    const NetUid netuid = c.netuid();
    if (!c.meter.try_consume(db_weight(0, 87))) return false;  // a flat charge
    erase_values(s, netuid);
    erase(s, netuid, storage.CollateralLockShare, storage.CollateralDrainRatio, storage.OwnerLock,
          storage.DecayingOwnerLock, storage.TotalVotingPower, storage.VotingPowerTrackingEnabled,
          storage.VotingPowerDisableAtBlock, storage.VotingPowerEmaAlpha, storage.TotalAlphaStaked);
    if (storage.SubnetIdentitiesV3.take(s, netuid)) c.cx.emit(SubnetIdentityRemoved{netuid});
    return true;
}

bool remove_map_parameters(Cleanup& c) {
    State& s = c.state();
    const NetUid netuid = c.netuid();
    // Collateral goes without being set free: its alpha was paid out with the rest.
    return clear_rows(s, c.meter, netuid, storage.Keys, storage.Uids, storage.VotingPower,
                      storage.BlockAtRegistration, storage.Axons, storage.NeuronCertificates,
                      storage.Prometheus, storage.AlphaDividendsPerSubnet, storage.PendingChildKeys,
                      storage.AssociatedEvmAddress, storage.AssociatedUidsByEvmAddress,
                      storage.HotkeyLock, storage.DecayingHotkeyLock, storage.LockingColdkeys,
                      storage.MinerCollateral, storage.ColdkeyMinerCollateral,
                      storage.ColdkeyCollateralHotkeys) &&
           clear_mechanisms(c) &&
           clear_rows(s, c.meter, netuid, storage.LastHotkeySwapOnNetuid,
                      storage.StakeMoveCooldownUntil, storage.HotkeySuccessor,
                      storage.HotkeyRoot) &&
           clear_lease(c);
}

bool remove_childkey_takes(Cleanup& c) { return sweep_by_second_key(c, storage.ChildkeyTake); }
bool remove_childkeys(Cleanup& c) { return sweep_by_second_key(c, storage.ChildKeys); }
bool remove_parentkeys(Cleanup& c) { return sweep_by_second_key(c, storage.ParentKeys); }
bool remove_last_emissions(Cleanup& c) {
    return sweep_by_second_key(c, storage.LastHotkeyEmissionOnNetuid);
}
bool remove_last_epoch_alpha(Cleanup& c) {
    return sweep_by_second_key(c, storage.TotalHotkeyAlphaLastEpoch);
}

bool remove_rate_limits(Cleanup& c) {
    State& s = c.state();
    const auto& item = storage.TransactionKeyLastBlock;
    return sweep(
        c, item, db_weight(0, 1),
        [&](const auto& parts) { return std::get<1>(parts) == c.netuid(); },
        [&](const auto& parts) {
            item.erase(s, std::get<0>(parts), c.netuid(), std::get<2>(parts));
        },
        // As with locks: the original names the dissolved subnet in any case.
        [&](const auto& parts, const Bytes&) {
            return item.key(std::get<0>(parts), c.netuid(), std::get<2>(parts));
        });
}

bool clear_alpha_counters(Cleanup& c) {
    if (!c.meter.try_consume(db_weight(0, 3))) return false;
    alpha_assets::clear_alpha_counters(c.state(), c.netuid());
    return true;
}

}  // namespace subtensor
