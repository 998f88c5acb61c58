// Weights committed under a timelock: the chain itself opens them when the round they are locked to
// has come (subtensor subnets/weights.rs: internal_commit_timelocked_weights).
#include <algorithm>

#include "crypto/hash.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/null_commits.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/subnets/weights.hpp"

namespace subtensor {
namespace {

constexpr u16 crv3_version = 4;  // what commit_crv3_mechanism_weights stands for

struct Timelocked {
    const TimelockedCommit& commit;
    u64 reveal_round;
    u16 version;
};

/// The commit is not looked into: whether it opens is found out when it is due.
Result<> commit_timelocked(Context& cx, const Origin& origin, NetUid netuid, MechId mecid,
                           const Timelocked& t) {
    auto& s = cx.state;
    TRY(ensure_mechanism_exists(s, netuid, mecid));
    const auto index = get_mechanism_storage_index(netuid, mecid);
    ASSIGN(auto who, ensure_signed(origin));
    ENSURE(storage.CommitRevealWeightsEnabled.get(s, netuid), Error::CommitRevealDisabled);
    ENSURE(t.version == storage.CommitRevealWeightsVersion.get(s),
           Error::IncorrectCommitRevealVersion);
    const auto uid = storage.Uids.find(s, netuid, who);
    ENSURE(uid, Error::HotKeyNotRegisteredInSubNet);
    ENSURE(check_rate_limit(s, index, *uid, cx.block), Error::CommittingWeightsTooFast);
    TRY(ensure_null_permit(s, netuid, who));
    ENSURE(t.commit.size() <= most_commit_bytes(s, netuid), Error::CommitPayloadTooLarge);

    const u64 epoch = current_epoch_with_lookahead(s, netuid, cx.block);
    if (is_null_consensus(s, netuid))
        TRY(make_room_for_null_commit(s, {netuid, mecid, epoch}, *uid, t.commit.size()));
    auto commits = storage.TimelockedWeightCommits.get(s, index, epoch);
    const auto own = std::count_if(commits.begin(), commits.end(),
                                   [&](auto& c) { return std::get<0>(c) == who; });
    ENSURE(std::size_t(own) < max_unrevealed_commits, Error::TooManyUnrevealedCommits);
    commits.emplace_back(who, cx.block, t.commit, t.reveal_round);
    storage.TimelockedWeightCommits.set(s, index, epoch, commits);
    cx.emit(TimelockedWeightsCommitted{who, index, {crypto::blake2_256(t.commit)}, t.reveal_round});
    set_last_update_for_uid(s, index, *uid, cx.block);
    return {};
}

}  // namespace

Result<> commit_timelocked_weights::dispatch(Context& cx, const Origin& origin) const {
    return commit_timelocked(cx, origin, netuid, main_mechid,
                             {commit, reveal_round, commit_reveal_version});
}
Result<> commit_timelocked_mechanism_weights::dispatch(Context& cx, const Origin& origin) const {
    return commit_timelocked(cx, origin, netuid, mecid,
                             {commit, reveal_round, commit_reveal_version});
}
Result<> commit_crv3_mechanism_weights::dispatch(Context& cx, const Origin& origin) const {
    return commit_timelocked(cx, origin, netuid, mecid, {commit, reveal_round, crv3_version});
}

}  // namespace subtensor
