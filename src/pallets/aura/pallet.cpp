// Whose turn it is (pallet-aura lib.rs; BlockAuthorFromAura in the runtime).
#include "pallets/aura/pallet.hpp"

#include "pallets/aura/aura.hpp"
#include "pallets/system/storage.hpp"
#include "pallets/timestamp/timestamp.hpp"

namespace aura {

Constants constants;
Storage::Storage() : StorageList("Aura") {}
const Storage storage;

void set_slot_duration(u64 slot_ms) {
    constants.SlotDuration = slot_ms;
    timestamp::constants.MinimumPeriod = slot_ms / 2;
}

DigestItem slot_digest(u64 slot) {
    return digest::PreRuntime{engine_id, scale::encoded(Slot{slot})};
}
static std::optional<Slot> slot_of(const Digest& digest) {
    for (auto& item : digest.logs)
        if (auto pre = std::get_if<digest::PreRuntime>(&item); pre && pre->engine == engine_id)
            return scale::decoded<Slot>(pre->data);
    return {};
}
std::optional<AccountId> author(const State& s, u64 slots_ahead) {
    auto slot = slot_of(frame_system::storage.Digest.get(s));
    auto authorities = storage.Authorities.get(s);
    if (!slot || authorities.empty()) return {};
    return AccountId{authorities[(slot->number + slots_ahead) % authorities.size()].bytes};
}

void change_authorities(State& s, const scale::BoundedVec<Public, max_authorities>& next) {
    if (next.empty()) return;
    storage.Authorities.set(s, next);
    constexpr u8 authorities_change = 1;
    Bytes log{authorities_change};
    scale::encode(log, next);
    frame_system::storage.Digest.change(s, [&](Digest& digest) {
        digest.logs.push_back(digest::Consensus{engine_id, log});
    });
}

static Weight on_initialize(Context& cx) {
    auto slot = slot_of(frame_system::storage.Digest.get(cx.state));
    if (!slot) return db_weight(1, 0);
    storage.CurrentSlot.set(cx.state, *slot);
    return db_weight(2, 1);
}
static std::string_view describe(std::string_view) { return "Milliseconds between blocks."; }

const Pallet pallet{.index = pallet_index,
                    .name = "Aura",
                    .path = "pallet_aura::pallet",
                    .storage = &storage,
                    .constants = constants_table<constants>(&describe),
                    .hooks = {.on_initialize = &on_initialize}};

}  // namespace aura
