// Who votes on finality: the list, and how it changes. The votes themselves are no matter of the
// state.
// Source: polkadot-sdk substrate/frame/grandpa.
#pragma once
#include "frame/call.hpp"
#include "frame/storage.hpp"
#include "pallets/grandpa/equivocation.hpp"
#include "pallets/grandpa/errors.hpp"
#include "primitives/header.hpp"

namespace grandpa {

inline constexpr EngineId engine_id{'F', 'R', 'N', 'K'};

/// Each authority with the weight of its vote.
using AuthorityList = std::vector<std::pair<Public, u64>>;

struct StoredPendingChange {
    u32 scheduled_at = 0, delay = 0;
    scale::WeakBoundedVec<std::pair<Public, u64>> next_authorities{};
    std::optional<u32> forced{};  // the last final block, where voters are gone
    FIELDS(scheduled_at, delay, next_authorities, forced)
    PATH("pallet_grandpa::StoredPendingChange")
    TYPE_PARAMS("N, Limit", u32, scale::NoType)
};

/// Whether voters vote. Only root's raw writes lead away from Live: no rule here schedules a pause.
namespace stored_state {
struct Live {
    NO_FIELDS
};
struct PendingPause {
    u32 scheduled_at = 0, delay = 0;
    FIELDS(scheduled_at, delay)
};
struct Paused {
    NO_FIELDS
};
struct PendingResume {
    u32 scheduled_at = 0, delay = 0;
    FIELDS(scheduled_at, delay)
};
}  // namespace stored_state
struct StoredState : std::variant<stored_state::Live, stored_state::PendingPause,
                                  stored_state::Paused, stored_state::PendingResume> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Live, PendingPause, Paused, PendingResume";
    PATH("pallet_grandpa::StoredState")
    TYPE_PARAMS("N", u32)
};

struct Storage : StorageList {
    Storage();
    StorageValue<StoredState> State{*this, "State", "Whether the authorities vote."};
    OptionalValue<StoredPendingChange> PendingChange{
        *this, "PendingChange", "The next authorities, and when they take over."};
    OptionalValue<u32> NextForced{*this, "NextForced",
                                  "Block from which a change may be forced again."};
    OptionalValue<std::pair<u32, u32>> Stalled{
        *this, "Stalled", "Voting has come to a stop: blocks to wait, last final block."};
    StorageValue<u64> CurrentSetId{*this, "CurrentSetId", "Which set of authorities votes."};
    OptionalMap<Twox64Concat<u64>, u32> SetIdSession{*this, "SetIdSession",
                                                     "The last session of a set of authorities."};
    StorageValue<scale::WeakBoundedVec<std::pair<Public, u64>>> Authorities{
        *this, "Authorities", "Who votes on finality, and with what weight."};
};
extern const Storage storage;

struct report_equivocation {
    CALL(0)
    EquivocationProof equivocation_proof{};
    Void key_owner_proof{};
    FIELDS(equivocation_proof, key_owner_proof)
};
struct report_equivocation_unsigned {
    CALL(1)
    EquivocationProof equivocation_proof{};
    Void key_owner_proof{};
    FIELDS(equivocation_proof, key_owner_proof)
};
struct note_stalled {
    CALL(2)
    u32 delay = 0, best_finalized_block_number = 0;
    FIELDS(delay, best_finalized_block_number)
};

struct NewAuthorities {
    EVENT(0)
    AuthorityList authority_set{};
    FIELDS(authority_set)
};

struct Paused {
    EVENT(1)
    NO_FIELDS
};
struct Resumed {
    EVENT(2)
    NO_FIELDS
};

struct Constants {
    u32 MaxAuthorities = 32;
    u32 MaxNominators = 20;
    u64 MaxSetIdSessionEntries = 0;  // reports of double votes are not taken
    FIELDS(MaxAuthorities, MaxNominators, MaxSetIdSessionEntries)
};
extern Constants constants;

/// The authorities take over so many blocks from now, at the block's end; headers announce it.
/// ChangePending, TooSoon.
Result<> schedule_change(Context&, const AuthorityList& next, u32 in_blocks,
                         std::optional<u32> forced);

}  // namespace grandpa
