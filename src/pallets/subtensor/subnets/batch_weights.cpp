// Weights of several subnets, or several commits of one, in a call.
#include <algorithm>

#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/weights.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {

/// InvalidBatchLength, since 475: at least one item, and no more than there are networks (as
/// bittensor 11.3 says of the error).
static Result<> ensure_batch_length(const State& s, std::size_t items) {
    if (!since_475(s)) return {};
    ENSURE(items > 0 && items <= get_all_subnet_netuids(s).size(), Error::InvalidBatchLength);
    return {};
}

/// One subnet's failure does not stop the others; the events tell of it.
template <class Item>
static void each_subnet(Context& cx, const AccountId& who,
                        const std::vector<scale::Compact<NetUid>>& netuids, Item&& item) {
    std::vector<std::pair<NetUid, DispatchError>> failures;
    for (std::size_t i = 0; i < netuids.size(); ++i)
        if (const Result<> r = item(netuids[i].value, i); !r)
            failures.emplace_back(netuids[i].value, r.error());
    if (!failures.empty()) cx.emit(BatchCompletedWithErrors{});
    for (const auto& [netuid, error] : failures) cx.emit(BatchWeightItemFailed{netuid, error});
    cx.emit(BatchWeightsCompleted{netuids, who});
}

Result<> batch_set_weights::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto who, ensure_signed(origin));
    TRY(ensure_batch_length(cx.state, netuids.size()));
    ENSURE(netuids.size() == weights.size() && netuids.size() == version_keys.size(),
           Error::InputLengthsUnequal);
    each_subnet(cx, who, netuids, [&](NetUid netuid, std::size_t i) -> Result<> {
        ENSURE(!storage.CommitRevealWeightsEnabled.get(cx.state, netuid),
               Error::CommitRevealEnabled);
        WeightVector w{{}, {}, version_keys[i].value};
        for (const auto& [uid, value] : weights[i]) {
            w.uids.push_back(uid.value);
            w.values.push_back(value.value);
        }
        return do_set_mechanism_weights(cx, origin, netuid, main_mechid, w);
    });
    return {};
}

Result<> batch_commit_weights::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto who, ensure_signed(origin));
    TRY(ensure_batch_length(cx.state, netuids.size()));
    ENSURE(netuids.size() == commit_hashes.size(), Error::InputLengthsUnequal);
    each_subnet(cx, who, netuids, [&](NetUid netuid, std::size_t i) {
        return do_commit_mechanism_weights(cx, origin, netuid, main_mechid, commit_hashes[i]);
    });
    return {};
}

Result<> batch_reveal_weights::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    TRY(ensure_batch_length(s, uids_list.size()));
    ENSURE(lengths_match(), Error::InputLengthsUnequal);
    ASSIGN(const auto who, ensure_signed(origin));
    ENSURE(storage.CommitRevealWeightsEnabled.get(s, netuid), Error::CommitRevealDisabled);
    const auto storage_index = get_mechanism_storage_index(netuid, main_mechid);
    const auto found = storage.WeightCommits.get(s, storage_index, who);
    ENSURE(found, Error::NoWeightsCommitFound);
    auto commits = *found;
    const auto expired = drop_expired_commits(cx, netuid, commits);
    const auto has = [](const auto& list, const H256& hash) {
        return std::find(list.begin(), list.end(), hash) != list.end();
    };
    const auto find = [&](const H256& hash) {
        return std::find_if(commits.begin(), commits.end(),
                            [&](const auto& c) { return std::get<0>(c) == hash; });
    };
    // All are checked before the first one counts.
    std::vector<H256> hashes;
    for (std::size_t i = 0; i < uids_list.size(); ++i) {
        const H256& hash = hashes.emplace_back(get_commit_hash(
            who, storage_index, {uids_list[i], values_list[i], version_keys[i]}, salts_list[i]));
        const auto at = find(hash);
        ENSURE(at != commits.end(), has(expired, hash) ? Error::ExpiredWeightCommit
                                                       : Error::InvalidRevealCommitHashNotMatch);
        ENSURE(is_reveal_block_range(s, netuid, std::get<1>(*at), cx.block), Error::RevealTooEarly);
    }
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const auto at = find(hashes[i]);  // gone when the same weights come twice
        ENSURE(at != commits.end(), has(expired, hashes[i])
                                        ? Error::ExpiredWeightCommit
                                        : Error::InvalidRevealCommitHashNotMatch);
        commits.erase(at);
        TRY(do_set_mechanism_weights(cx, origin, netuid, main_mechid,
                                     {uids_list[i], values_list[i], version_keys[i]}));
    }
    if (commits.empty())
        storage.WeightCommits.erase(s, storage_index, who);
    else
        storage.WeightCommits.set(s, storage_index, who, commits);
    cx.emit(WeightsBatchRevealed{who, netuid, hashes});
    return {};
}

}  // namespace subtensor
