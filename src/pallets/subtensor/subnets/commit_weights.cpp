// Weights in two steps: a hash now, the weights an agreed number of epochs later, so that nobody
// can copy another validator's scores.
#include <algorithm>

#include "crypto/hash.hpp"
#include "kernel/saturating.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/run_coinbase.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/subnets/weights.hpp"

namespace subtensor {

H256 get_commit_hash(const AccountId& who, NetUidStorageIndex index, const WeightVector& w,
                     const std::vector<u16>& salt) {
    return {crypto::blake2_256(
        scale::encoded(std::tuple(who, index, w.uids, w.values, salt, w.version_key)))};
}

u64 current_epoch_with_lookahead(const State& s, NetUid netuid, u64 block) {
    u64 epoch = storage.SubnetEpochIndex.get(s, netuid);
    return should_run_epoch(s, netuid, block) ? kernel::sat_add(epoch, 1) : epoch;
}

static u64 reveal_epoch(const State& s, NetUid netuid, u64 commit_epoch) {
    return kernel::sat_add(commit_epoch, storage.RevealPeriodEpochs.get(s, netuid));
}
bool is_commit_expired(const State& s, NetUid netuid, u64 commit_epoch, u64 block) {
    return current_epoch_with_lookahead(s, netuid, block) > reveal_epoch(s, netuid, commit_epoch);
}
bool is_reveal_block_range(const State& s, NetUid netuid, u64 commit_epoch, u64 block) {
    return current_epoch_with_lookahead(s, netuid, block) == reveal_epoch(s, netuid, commit_epoch);
}

Result<> set_reveal_period(Context& cx, NetUid netuid, u64 reveal_period) {
    ENSURE(reveal_period <= max_commit_reveal_periods, Error::RevealPeriodTooLarge);
    ENSURE(reveal_period >= min_commit_reveal_periods, Error::RevealPeriodTooSmall);
    storage.RevealPeriodEpochs.set(cx.state, netuid, reveal_period);
    cx.emit(CommitRevealPeriodsSet{netuid, reveal_period});
    return {};
}

std::vector<H256> drop_expired_commits(const Context& cx, NetUid netuid,
                                       WeightCommitQueue& commits) {
    std::vector<H256> expired;
    while (!commits.empty() &&
           is_commit_expired(cx.state, netuid, std::get<1>(commits.front()), cx.block)) {
        expired.push_back(std::get<0>(commits.front()));
        commits.erase(commits.begin());
    }
    return expired;
}

Result<> do_commit_mechanism_weights(Context& cx, const Origin& origin, NetUid netuid, MechId mecid,
                                     const H256& hash) {
    auto& s = cx.state;
    TRY(ensure_mechanism_exists(s, netuid, mecid));
    auto index = get_mechanism_storage_index(netuid, mecid);
    ASSIGN(auto who, ensure_signed(origin));
    ENSURE(storage.CommitRevealWeightsEnabled.get(s, netuid), Error::CommitRevealDisabled);
    auto uid = storage.Uids.find(s, netuid, who);
    ENSURE(uid, Error::HotKeyNotRegisteredInSubNet);
    ENSURE(check_rate_limit(s, index, *uid, cx.block), Error::CommittingWeightsTooFast);
    TRY(ensure_null_permit(s, netuid, who));

    auto commits = storage.WeightCommits.get(s, index, who).value_or(WeightCommitQueue{});
    drop_expired_commits(cx, netuid, commits);
    ENSURE(commits.size() < max_unrevealed_commits, Error::TooManyUnrevealedCommits);
    commits.emplace_back(hash, current_epoch_with_lookahead(s, netuid, cx.block), cx.block, 0);
    storage.WeightCommits.set(s, index, who, commits);
    cx.emit(WeightsCommitted{who, index, hash});
    set_last_update_for_uid(s, index, *uid, cx.block);
    return {};
}

static Result<> reveal(Context& cx, const Origin& origin, NetUid netuid, MechId mecid,
                       const WeightVector& weights, const std::vector<u16>& salt) {
    auto& s = cx.state;
    auto index = get_mechanism_storage_index(netuid, mecid);
    ASSIGN(auto who, ensure_signed(origin));
    ENSURE(storage.CommitRevealWeightsEnabled.get(s, netuid), Error::CommitRevealDisabled);
    TRY(ensure_null_permit(s, netuid, who));
    auto found = storage.WeightCommits.get(s, index, who);
    ENSURE(found, Error::NoWeightsCommitFound);
    auto commits = *found;
    auto expired = drop_expired_commits(cx, netuid, commits);
    auto hash = get_commit_hash(who, index, weights, salt);
    bool is_expired = std::find(expired.begin(), expired.end(), hash) != expired.end();
    auto at = std::find_if(commits.begin(), commits.end(),
                           [&](auto& c) { return std::get<0>(c) == hash; });
    if (at == commits.end()) {
        ENSURE(!is_expired, Error::ExpiredWeightCommit);
        return fail(commits.empty() ? Error::NoWeightsCommitFound
                                    : Error::InvalidRevealCommitHashNotMatch);
    }
    ENSURE(is_reveal_block_range(s, netuid, std::get<1>(*at), cx.block), Error::RevealTooEarly);
    commits.erase(commits.begin(), at + 1);  // a reveal overtakes older commits

    TRY(do_set_mechanism_weights(cx, origin, netuid, mecid, weights));
    if (commits.empty())
        storage.WeightCommits.erase(s, index, who);
    else
        storage.WeightCommits.set(s, index, who, commits);
    cx.emit(WeightsRevealed{who, index, hash});
    return {};
}

Result<> commit_weights::dispatch(Context& cx, const Origin& origin) const {
    return do_commit_mechanism_weights(cx, origin, netuid, main_mechid, commit_hash);
}
Result<> commit_mechanism_weights::dispatch(Context& cx, const Origin& origin) const {
    return do_commit_mechanism_weights(cx, origin, netuid, mecid, commit_hash);
}
Result<> reveal_weights::dispatch(Context& cx, const Origin& origin) const {
    return reveal(cx, origin, netuid, main_mechid, {uids, values, version_key}, salt);
}
Result<> reveal_mechanism_weights::dispatch(Context& cx, const Origin& origin) const {
    return reveal(cx, origin, netuid, mecid, {uids, values, version_key}, salt);
}

}  // namespace subtensor
