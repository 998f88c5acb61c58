// What the swap pallet keeps, in the order of the runtime's metadata.
#pragma once
#include "frame/migration.hpp"
#include "kernel/balancer.hpp"
#include "pallets/swap/types.hpp"

namespace swap {

struct Storage : StorageList {
    Storage();
    StorageMap<Twox64Concat<NetUid>, u16> FeeRate{*this, "FeeRate",
                                                  "Swap fee of a subnet's pool, in parts of 65535.",
                                                  [] { return u16{33}; }};
    StorageMap<Twox64Concat<NetUid>, kernel::Balancer> SwapBalancer{
        *this, "SwapBalancer", "Weight of TAO in a subnet's pool, in parts of 10^18."};
    StorageMap<Twox64Concat<NetUid>, bool> PalSwapInitialized{
        *this, "PalSwapInitialized", "Whether a subnet's pool has got its weights."};
    StorageMap<Twox64Concat<NetUid>, TaoBalance> BalancerTaoReservoir{
        *this, "BalancerTaoReservoir",
        "TAO of a subnet that its pool could not take without leaving the range of weights."};
    StorageMap<Twox64Concat<NetUid>, AlphaBalance> BalancerAlphaReservoir{
        *this, "BalancerAlphaReservoir",
        "Alpha that a subnet's pool could not take without leaving the range of weights."};
    MigrationsRun HasMigrationRun{*this, "HasMigrationRun",
                                  "Changes of the state that newer rules asked for, by name."};
    StorageMap<Twox64Concat<NetUid>, AlphaBalance> ScrapReservoirAlpha{
        *this, "ScrapReservoirAlpha", "Scraps of fees, of pools before there were weights."};
    // An item of older runtimes: never stored, served to older clients by rpc/legacy_view.
    StorageMap<Twox64Concat<NetUid>, U64F64> AlphaSqrtPrice{
        *this, "AlphaSqrtPrice", "Square root of the price of a subnet's alpha.", nullptr,
        Shown::legacy};
};
extern const Storage storage;

}  // namespace swap
