// Who votes on finality: the list, and how it changes. The votes themselves are no matter of the
// state.
// Source: polkadot-sdk substrate/frame/grandpa.
#pragma once
#include "frame/call.hpp"
#include "frame/storage.hpp"
#include "primitives/header.hpp"

namespace grandpa {

inline constexpr u8 pallet_index = 4;
inline constexpr EngineId engine_id{'F', 'R', 'N', 'K'};

struct Public {
    std::array<u8, 32> bytes{};  // ed25519
    UNNAMED(bytes)
    PATH("sp_consensus_grandpa::app::Public")
};
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

struct Storage : StorageList {
    Storage();
    OptionalValue<StoredPendingChange> PendingChange{
        *this, "PendingChange", "The next authorities, and when they take over."};
    OptionalValue<u32> NextForced{*this, "NextForced",
                                  "Block from which a change may be forced again."};
    StorageValue<scale::WeakBoundedVec<std::pair<Public, u64>>> Authorities{
        *this, "Authorities", "Who votes on finality, and with what weight."};
};
extern const Storage storage;

struct NewAuthorities {
    EVENT(0)
    AuthorityList authority_set{};
    FIELDS(authority_set)
};

enum class Error : u8 { ChangePending = 2, TooSoon = 3 };
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

/// The authorities take over so many blocks from now, at the block's end; headers announce it.
/// ChangePending, TooSoon.
Result<> schedule_change(Context&, const AuthorityList& next, u32 in_blocks,
                         std::optional<u32> forced);

}  // namespace grandpa
