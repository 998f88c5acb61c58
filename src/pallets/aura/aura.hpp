// Whose turn it is to make a block: time in slots, authorities in turns.
#pragma once
#include "frame/storage.hpp"
#include "primitives/header.hpp"

namespace aura {

inline constexpr u8 pallet_index = 3;
inline constexpr EngineId engine_id{'a', 'u', 'r', 'a'};
inline constexpr u32 max_authorities = 32;

struct Public {
    std::array<u8, 32> bytes{};
    UNNAMED(bytes)
    PATH("sp_consensus_aura::sr25519::app_sr25519::Public")
};
struct Slot {
    u64 number = 0;
    UNNAMED(number)
    PATH("sp_consensus_slots::Slot")
};

struct Storage : StorageList {
    Storage();
    StorageValue<scale::BoundedVec<Public, max_authorities>> Authorities{
        *this, "Authorities", "The sr25519 keys that make blocks in turns."};
    StorageValue<Slot> CurrentSlot{*this, "CurrentSlot", "The slot of this block."};
};
extern const Storage storage;

struct Constants {
    u64 SlotDuration = 12'000;
    FIELDS(SlotDuration)
};
extern Constants constants;

/// Milliseconds a slot takes; Timestamp.MinimumPeriod is half of it. Before the chain starts.
void set_slot_duration(u64 slot_ms);

DigestItem slot_digest(u64 slot);  // what a header carries about its slot
/// Others make blocks from the next one on; an empty list changes nothing.
void change_authorities(State&, const scale::BoundedVec<Public, max_authorities>& next);
/// The account of the authority whose turn the block's slot is, or the one so many slots ahead;
/// none without slot or authorities.
std::optional<AccountId> author(const State&, u64 slots_ahead = 0);

}  // namespace aura
