// Trimming under Null consensus, in batches: 2500 neurons are too many for one call.
// Source: subtensor subnets/uids.rs of runtime 475.
#include <algorithm>

#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/trim.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/utils/evm.hpp"

namespace subtensor {
namespace {

constexpr u16 batch = 64;  // neurons (NULL_PRUNING_BATCH)

/// Erases at most `budget` of the rows; whether none is left.
template <class Item>
bool erase_some(State& s, const Item& item, NetUidStorageIndex index, u32& budget) {
    auto keys = item.keys_under(s, index);
    const auto count = std::min<std::size_t>(keys.size(), budget);
    for (std::size_t i = 0; i < count; ++i) item.erase(s, index, keys[i]);
    budget -= u32(count);
    return count == keys.size();
}

/// Forgets commits, 2500 in all; whether none is left.
bool clear_commits(State& s, NetUid netuid, u32& cleared) {
    u32 budget = null_uid_budget;
    bool clean = true;
    for (auto index : mechanism_indices(s, netuid)) {
        clean = erase_some(s, storage.WeightCommits, index, budget) &&
                erase_some(s, storage.TimelockedWeightCommits, index, budget);
        if (!clean) break;
    }
    cleared = null_uid_budget - budget;
    return clean;
}

/// Where each old uid goes.
using Moves = std::vector<std::optional<u16>>;

/// The row at a new place, its cells at theirs; what left goes.
template <class Item>
void move_row(State& s, const Item& item, NetUidStorageIndex index, u16 from, const Moves& moves) {
    auto old = item.get(s, index, from);
    decltype(old) row;
    for (auto& [target, value] : old)
        if (target < moves.size() && moves[target]) row.emplace_back(*moves[target], value);
    const u16 to = *moves[from];
    if (to != from) item.erase(s, index, from);
    if (to != from || row != old) item.set(s, index, to, row);
}

Result<> move_weights(State& s, NetUidStorageIndex index, const Moves& moves,
                      const std::vector<bool>& permits) {
    auto rows = storage.Weights.keys_under(s, index);
    ENSURE(rows.size() <= moves.size(), Error::InvalidValue);
    for (u16 uid : rows) {
        const bool counts = uid < permits.size() && permits[uid];
        if (counts && uid < moves.size() && moves[uid])
            move_row(s, storage.Weights, index, uid, moves);
        else
            storage.Weights.erase(s, index, uid);  // of earlier validators
    }
    return {};
}

/// Bonds rest since Yuma's time, when a subnet had at most its budget of rows.
Result<> move_bonds(State& s, NetUidStorageIndex index, const Moves& moves, std::size_t& seen) {
    const std::size_t most = epoch_uid_budget(EpochConsensus::Yuma);
    auto rows = storage.Bonds.keys_under(s, index);
    seen += rows.size();
    ENSURE(seen <= most, Error::InvalidValue);
    for (u16 uid : rows) {
        ENSURE(storage.Bonds.get(s, index, uid).size() <= most, Error::InvalidValue);
        if (uid < moves.size() && moves[uid])
            move_row(s, storage.Bonds, index, uid, moves);
        else
            storage.Bonds.erase(s, index, uid);
    }
    return {};
}

/// The entry of a neuron that moves; its new place is empty.
template <class Item>
void move_entry(State& s, const Item& item, NetUid netuid, u16 from, u16 to) {
    if (auto value = item.find(s, netuid, from)) {
        item.set(s, netuid, to, *value);
        item.erase(s, netuid, from);
    }
}

}  // namespace

Result<std::vector<u16>> fill_gaps(const std::vector<u16>& stay, u16 max_n) {
    ENSURE(stay.size() == max_n, Error::InvalidValue);
    std::vector<u16> stays(max_n);
    std::vector<bool> taken(max_n);
    std::vector<u16> tail;
    for (u16 uid : stay)
        if (uid < max_n) {
            taken[uid] = true;
            stays[uid] = uid;
        } else
            tail.push_back(uid);
    auto next = tail.begin();
    for (u16 uid = 0; uid < max_n; ++uid)
        if (!taken[uid]) stays[uid] = *next++;
    return stays;
}

Result<> move_from_tail(State& s, NetUid netuid, u16 old_n, const std::vector<u16>& stays) {
    const auto permits = storage.ValidatorPermit.get(s, netuid);
    Moves moves(old_n);
    for (u16 to = 0; to < stays.size(); ++to) {
        const u16 from = stays[to];
        moves[from] = to;
        if (from == to) continue;
        move_entry(s, storage.Keys, netuid, from, to);
        move_entry(s, storage.AssociatedEvmAddress, netuid, from, to);
        move_entry(s, storage.BlockAtRegistration, netuid, from, to);
        storage.Uids.set(s, netuid, storage.Keys.get(s, netuid, to), to);
    }
    std::map<u16, u16> moved;
    for (u16 to = 0; to < stays.size(); ++to) moved[stays[to]] = to;
    remap_associated_evm_address_index(s, netuid, moved);
    std::size_t bond_rows = 0;
    for (auto index : mechanism_indices(s, netuid)) {
        TRY(move_weights(s, index, moves, permits));
        TRY(move_bonds(s, index, moves, bond_rows));
    }
    return {};
}

Result<> trim_to_max_allowed_uids(Context& cx, NetUid netuid, u16 max_n) {
    auto& s = cx.state;
    const u16 n = storage.SubnetworkN.get(s, netuid);
    if (is_null_consensus(s, netuid) && n > max_n) {
        u32 cleared = 0;
        ENSURE(n - max_n <= batch && clear_commits(s, netuid, cleared), Error::InvalidValue);
    }
    TRY(trim_uids(cx, netuid, max_n));
    storage.NullPruningTarget.erase(s, netuid);
    return {};
}

Result<> trim_null_uids_batch(Context& cx, NetUid netuid, u16 target) {
    auto& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    ENSURE(is_null_consensus(s, netuid), Error::InvalidValue);
    ENSURE(target >= storage.MinAllowedUids.get(s, netuid) &&
               target <= storage.MaxAllowedUids.get(s, netuid),
           Error::InvalidValue);
    const u16 n = storage.SubnetworkN.get(s, netuid);
    // All of the way must be possible, not just this batch.
    if (n > target) TRY(ensure_trimmable(cx, netuid, n, target));
    u32 cleared = 0;
    const bool clean = clear_commits(s, netuid, cleared);
    if (clean) TRY(trim_uids(cx, netuid, std::max<u16>(target, n > batch ? u16(n - batch) : 0)));
    const u16 left = storage.SubnetworkN.get(s, netuid);
    if (clean && left <= target)
        storage.NullPruningTarget.erase(s, netuid);
    else
        storage.NullPruningTarget.set(s, netuid, target);
    cx.emit(NullUidsPruningProgress{netuid, target, left, u16(n - left), cleared});
    return {};
}

}  // namespace subtensor
