#include "pallets/subtensor/subnets/null_commits.hpp"

#include <algorithm>

#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/weights.hpp"

namespace subtensor {
namespace {

using Queue = TimelockedCommitQueue;
const AccountId& hotkey_of(const Queue::value_type& row) { return std::get<0>(row); }
const TimelockedCommit& commit_of(const Queue::value_type& row) { return std::get<2>(row); }

/// The queues of all mechanisms of a subnet for one epoch.
class Queues {
public:
    Queues(const State& s, NetUid netuid, u64 epoch) : netuid_(netuid), epoch_(epoch) {
        const u8 count = storage.MechanismCountCurrent.get(s, netuid).id;
        for (u8 mecid = 0; mecid < count; ++mecid)
            queues_.push_back(storage.TimelockedWeightCommits.get(s, index(mecid), epoch));
        for (const auto& queue : queues_)
            for (const auto& row : queue) count_in(row);
    }

    bool fits(std::size_t bytes) const {
        return rows_ < null_commit_queue_count && bytes_ + bytes <= null_commit_queue_bytes;
    }
    void drop_own(MechId mecid, const AccountId& who) {
        Queue& queue = queues_.at(mecid.id);
        for (std::size_t i = queue.size(); i-- > 0;)
            if (hotkey_of(queue[i]) == who) drop(queue, i);
    }
    /// Drops the newest row of the hotkey with the highest place; false when none is above `own`.
    template <class PlaceOf>
    bool drop_last(PlaceOf&& place_of, std::size_t own) {
        Queue* from = nullptr;
        std::size_t at = 0, last = own + 1;
        for (auto& queue : queues_)
            for (std::size_t i = 0; i < queue.size(); ++i)
                if (const auto place = place_of(hotkey_of(queue[i])); place >= last) {
                    from = &queue;
                    at = i;
                    last = place;
                }
        if (from) drop(*from, at);
        return from != nullptr;
    }
    void write(State& s) const {
        for (std::size_t i = 0; i < queues_.size(); ++i)
            if (queues_[i].empty())
                storage.TimelockedWeightCommits.erase(s, index(u8(i)), epoch_);
            else
                storage.TimelockedWeightCommits.set(s, index(u8(i)), epoch_, queues_[i]);
    }

private:
    NetUidStorageIndex index(u8 mecid) const {
        return get_mechanism_storage_index(netuid_, MechId{mecid});
    }
    void count_in(const Queue::value_type& row) {
        ++rows_;
        bytes_ += commit_of(row).size();
    }
    void drop(Queue& queue, std::size_t i) {
        --rows_;
        bytes_ -= commit_of(queue[i]).size();
        queue.erase(queue.begin() + std::ptrdiff_t(i));
    }

    NetUid netuid_;
    u64 epoch_;
    std::vector<Queue> queues_;
    std::size_t rows_ = 0, bytes_ = 0;
};

}  // namespace

std::size_t most_commit_bytes(const State& s, NetUid netuid) {
    if (!is_null_consensus(s, netuid)) return yuma_commit_size_bytes;
    return max_commit_size_bytes / std::max<u8>(1, storage.MechanismCountCurrent.get(s, netuid).id);
}

Result<> make_room_for_null_commit(State& s, const CommitQueueKey& key, u16 uid,
                                   std::size_t bytes) {
    const auto stakes = get_stake_weights_for_network(s, key.netuid).total;
    std::vector<u16> order(stakes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = u16(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](u16 a, u16 b) { return stakes[a] > stakes[b]; });
    std::vector<std::size_t> places(stakes.size());
    for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = i;
    const auto place_of = [&](const AccountId& hotkey) {
        const auto found = storage.Uids.find(s, key.netuid, hotkey);
        return found && *found < places.size() ? places[*found] : places.size();
    };

    Queues queues(s, key.netuid, key.epoch);
    queues.drop_own(key.mecid, storage.Keys.get(s, key.netuid, uid));
    while (!queues.fits(bytes))
        ENSURE(queues.drop_last(place_of, places.at(uid)), Error::CommitQueueFull);
    queues.write(s);
    return {};
}

}  // namespace subtensor
