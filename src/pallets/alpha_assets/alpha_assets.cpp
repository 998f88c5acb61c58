// Counters of alpha by subnet.
#include "pallets/alpha_assets/alpha_assets.hpp"

#include "pallets/alpha_assets/pallet.hpp"

namespace alpha_assets {
namespace {

struct Storage : StorageList {
    Storage() : StorageList("AlphaAssets") {}
    StorageMap<Twox64Concat<NetUid>, AlphaBalance> TotalAlphaIssuance{
        *this, "TotalAlphaIssuance", "Alpha minted on a subnet less what was recycled."};
    StorageMap<Twox64Concat<NetUid>, AlphaBalance> AlphaBurned{
        *this, "AlphaBurned", "Alpha burned on a subnet; it still counts as issued."};
    StorageMap<Twox64Concat<NetUid>, AlphaBalance> AlphaRecycled{*this, "AlphaRecycled",
                                                                 "Alpha recycled on a subnet."};
};
const Storage storage;

}  // namespace

AlphaBalance total_alpha_issuance(const State& s, NetUid netuid) {
    return storage.TotalAlphaIssuance.get(s, netuid);
}
AlphaBalance mint_alpha(State& s, NetUid netuid, AlphaBalance amount) {
    if (amount.rao != 0)
        storage.TotalAlphaIssuance.change(
            s, netuid, [&](AlphaBalance& total) { total = saturating_add(total, amount); });
    return amount;
}
AlphaBalance burn_alpha(State& s, NetUid netuid, AlphaBalance amount) {
    if (amount.rao != 0)
        storage.AlphaBurned.change(
            s, netuid, [&](AlphaBalance& total) { total = saturating_add(total, amount); });
    return amount;
}
AlphaBalance recycle_alpha(State& s, NetUid netuid, AlphaBalance amount) {
    if (amount.rao == 0) return amount;
    storage.AlphaRecycled.change(
        s, netuid, [&](AlphaBalance& total) { total = saturating_add(total, amount); });
    storage.TotalAlphaIssuance.change(
        s, netuid, [&](AlphaBalance& total) { total = saturating_sub(total, amount); });
    return amount;
}

void clear_alpha_counters(State& s, NetUid netuid) {
    storage.TotalAlphaIssuance.erase(s, netuid);
    storage.AlphaBurned.erase(s, netuid);
    storage.AlphaRecycled.erase(s, netuid);
}

const Pallet pallet{.index = pallet_index,
                    .name = "AlphaAssets",
                    .path = "pallet_alpha_assets::pallet",
                    .storage = &storage};

}  // namespace alpha_assets
