#include "pallets/subtensor/swap/lineage.hpp"

#include "pallets/subtensor/storage.hpp"

namespace subtensor {

void record_hotkey_swap_lineage(State& s, NetUid netuid, const AccountId& old_hotkey,
                                const AccountId& new_hotkey) {
    if (old_hotkey == new_hotkey) return;
    const auto root = storage.HotkeyRoot.find(s, netuid, old_hotkey).value_or(old_hotkey);
    storage.HotkeySuccessor.erase(s, netuid, new_hotkey);
    storage.HotkeySuccessor.set(s, netuid, old_hotkey, new_hotkey);
    storage.HotkeyRoot.set(s, netuid, new_hotkey, root);
}

void record_coldkey_swap_lineage(State& s, const AccountId& old_coldkey,
                                 const AccountId& new_coldkey) {
    if (old_coldkey == new_coldkey) return;
    const auto root = storage.ColdkeyRoot.find(s, old_coldkey).value_or(old_coldkey);
    storage.ColdkeySuccessor.erase(s, new_coldkey);
    storage.ColdkeySuccessor.set(s, old_coldkey, new_coldkey);
    storage.ColdkeyRoot.set(s, new_coldkey, root);
}

}  // namespace subtensor
