// A hotkey's bonds begin anew when its holder says so (subtensor epoch/run_epoch.rs:
// do_reset_bonds).
#include "pallets/subtensor/epoch/run_epoch.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"

namespace subtensor {

void reset_bonds(State& s, NetUid netuid, const AccountId& hotkey) {
    if (!storage.BondsResetOn.get(s, netuid)) return;
    const auto uid = storage.Uids.find(s, netuid, hotkey);
    if (!uid) return;
    const u8 mechanisms = storage.MechanismCountCurrent.get(s, netuid).id;
    for (u8 i = 0; i < mechanisms; ++i) {
        const auto index = get_mechanism_storage_index(netuid, MechId{i});
        for (auto& [from, bonds] : storage.Bonds.under(s, index)) {
            std::erase_if(bonds, [&](auto& bond) { return bond.first == *uid; });
            storage.Bonds.set(s, index, from, bonds);
        }
    }
}

}  // namespace subtensor
