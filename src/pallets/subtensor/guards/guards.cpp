#include "pallets/subtensor/guards/guards.hpp"

#include <algorithm>

#include "pallets/drand/storage.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/pow_register.hpp"
#include "pallets/subtensor/subnets/serving.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/subnets/weights.hpp"
#include "pallets/subtensor/utils/evm.hpp"
#include "pallets/subtensor/utils/misc.hpp"
#include "pallets/system/storage.hpp"

namespace subtensor {
namespace {

/// A signer, a call and the state they meet.
struct Check {
    const State& s;
    const AccountId& who;
    const AnyCall& call;
    u64 block;

    template <class C>
    const C* as() const {
        return call.as<C>();
    }
};

/// MevShield.submit_encrypted: what it holds is guarded when it comes to light.
bool is_submit_encrypted(const AnyCall& call) {
    constexpr u8 mev_shield = 30, submit_encrypted = 1;
    return call.pallet == mev_shield && call.row->index == submit_encrypted;
}

/// Nothing moves while a coldkey waits for its swap, but what belongs to the swap.
Result<> check_coldkey_swap(const Check& c) {
    if (!storage.ColdkeySwapAnnouncements.has(c.s, c.who)) return {};
    ENSURE(!storage.ColdkeySwapDisputes.has(c.s, c.who), Error::ColdkeySwapDisputed);
    ENSURE(c.as<announce_coldkey_swap>() || c.as<swap_coldkey_announced>() ||
               c.as<dispute_coldkey_swap>() || c.as<clear_coldkey_swap_announcement>() ||
               is_submit_encrypted(c.call),
           Error::ColdkeySwapAnnounced);
    return {};
}

Result<> check_work(const Check& c) {
    auto x = c.as<pow_register>();
    return x ? check_pow_registration(c.s, c.who, *x, c.block) : Result<>{};
}

/// Stake, and under Null consensus the permit: who may say nothing there does not fill blocks
/// either.
Result<> check_may_set(const Check& c, NetUid netuid) {
    ENSURE(check_weights_min_stake(c.s, c.who, netuid), Error::NotEnoughStakeToSetWeights);
    return ensure_null_permit(c.s, netuid, c.who);
}
/// The commits must be there, and due.
Result<> check_commit(const Check& c, NetUid netuid, MechId mecid, std::span<const H256> hashes) {
    auto index = get_mechanism_storage_index(netuid, mecid);
    auto commits = storage.WeightCommits.get(c.s, index, c.who);
    ENSURE(commits, Error::NoWeightsCommitFound);
    for (auto& hash : hashes) {
        auto at = std::find_if(commits->begin(), commits->end(),
                               [&](auto& one) { return std::get<0>(one) == hash; });
        ENSURE(at != commits->end(), Error::NoWeightsCommitFound);
        ENSURE(is_reveal_block_range(c.s, netuid, std::get<1>(*at), c.block),
               Error::RevealTooEarly);
    }
    return {};
}
template <class Reveal>
Result<> check_reveal(const Check& c, const Reveal& r, MechId mecid) {
    TRY(check_may_set(c, r.netuid));
    auto index = get_mechanism_storage_index(r.netuid, mecid);
    auto hash = get_commit_hash(c.who, index, {r.uids, r.values, r.version_key}, r.salt);
    return check_commit(c, r.netuid, mecid, std::span(&hash, 1));
}
Result<> check_batch_reveal(const Check& c, const batch_reveal_weights& r) {
    ENSURE(r.lengths_match(), Error::InputLengthsUnequal);
    TRY(check_may_set(c, r.netuid));
    auto index = get_mechanism_storage_index(r.netuid, main_mechid);
    std::vector<H256> hashes;
    for (std::size_t i = 0; i < r.uids_list.size(); ++i)
        hashes.push_back(get_commit_hash(
            c.who, index, {r.uids_list[i], r.values_list[i], r.version_keys[i]}, r.salts_list[i]));
    return check_commit(c, r.netuid, main_mechid, hashes);
}
Result<> check_batch(const Check& c, const std::vector<scale::Compact<NetUid>>& netuids,
                     std::initializer_list<std::size_t> lengths) {
    for (auto length : lengths) ENSURE(length == netuids.size(), Error::InputLengthsUnequal);
    for (auto& netuid : netuids) TRY(check_may_set(c, netuid.value));
    return {};
}
/// A round that is over would show the weights at once.
template <class Commit>
Result<> check_timelocked(const Check& c, const Commit& x) {
    TRY(check_may_set(c, x.netuid));
    ENSURE(x.reveal_round >= drand::storage.LastStoredRound.get(c.s), Error::InvalidRevealRound);
    return {};
}
Result<> check_weights(const Check& c) {
    if (auto x = c.as<commit_weights>()) return check_may_set(c, x->netuid);
    if (auto x = c.as<commit_mechanism_weights>()) return check_may_set(c, x->netuid);
    if (auto x = c.as<set_weights>()) return check_may_set(c, x->netuid);
    if (auto x = c.as<set_mechanism_weights>()) return check_may_set(c, x->netuid);
    if (auto x = c.as<reveal_weights>()) return check_reveal(c, *x, main_mechid);
    if (auto x = c.as<reveal_mechanism_weights>()) return check_reveal(c, *x, x->mecid);
    if (auto x = c.as<batch_set_weights>())
        return check_batch(c, x->netuids, {x->weights.size(), x->version_keys.size()});
    if (auto x = c.as<batch_commit_weights>())
        return check_batch(c, x->netuids, {x->commit_hashes.size()});
    if (auto x = c.as<batch_reveal_weights>()) return check_batch_reveal(c, *x);
    if (auto x = c.as<commit_timelocked_weights>()) return check_timelocked(c, *x);
    if (auto x = c.as<commit_timelocked_mechanism_weights>()) return check_timelocked(c, *x);
    if (auto x = c.as<commit_crv3_mechanism_weights>()) return check_timelocked(c, *x);
    return {};
}

Result<> check_weights_rate(const Check& c, NetUid netuid, MechId mecid, Error error) {
    auto uid = storage.Uids.find(c.s, netuid, c.who);
    ENSURE(!uid || check_rate_limit(c.s, get_mechanism_storage_index(netuid, mecid), *uid, c.block),
           error);
    return {};
}
Result<> check_rate_limits(const Check& c) {
    auto open = [&](NetUid netuid) { return !storage.CommitRevealWeightsEnabled.get(c.s, netuid); };
    if (auto x = c.as<commit_weights>())
        return check_weights_rate(c, x->netuid, main_mechid, Error::CommittingWeightsTooFast);
    if (auto x = c.as<commit_mechanism_weights>())
        return check_weights_rate(c, x->netuid, x->mecid, Error::CommittingWeightsTooFast);
    if (auto x = c.as<set_weights>(); x && open(x->netuid))
        return check_weights_rate(c, x->netuid, main_mechid, Error::SettingWeightsTooFast);
    if (auto x = c.as<set_mechanism_weights>(); x && open(x->netuid))
        return check_weights_rate(c, x->netuid, x->mecid, Error::SettingWeightsTooFast);
    if (c.as<register_network>())
        ENSURE(passes_rate_limit(c.s, TransactionType::RegisterNetwork, c.who, c.block),
               Error::NetworkTxRateLimitExceeded);
    return {};
}

template <class TakeCall>
Result<> check_take(const Check& c, const TakeCall& x) {
    ENSURE(x.take >= storage.MinDelegateTake.get(c.s), Error::DelegateTakeTooLow);
    ENSURE(x.take <= storage.MaxDelegateTake.get(c.s), Error::DelegateTakeTooHigh);
    return do_take_checks(c.s, c.who, x.hotkey);
}
Result<> check_delegate_take(const Check& c) {
    if (auto x = c.as<increase_take>()) return check_take(c, *x);
    if (auto x = c.as<decrease_take>()) return check_take(c, *x);
    return {};
}

Result<> check_serving_endpoints(const Check& c) {
    auto axon = [&](auto& x) {
        return validate_serve_axon(c.s, c.who, x.netuid, {x.ip, x.port, x.ip_type}, c.block);
    };
    if (auto x = c.as<serve_axon>()) return axon(*x);
    if (auto x = c.as<serve_axon_tls>()) return axon(*x);
    if (auto x = c.as<serve_prometheus>())
        return validate_serve_prometheus(c.s, c.who, x->netuid, {x->ip, x->port, x->ip_type},
                                         c.block);
    return {};
}

Result<> check_evm_key(const Check& c) {
    const auto x = c.as<associate_evm_key>();
    if (!x) return {};
    const auto uid = get_uid_for_net_and_hotkey(c.s, x->netuid, c.who);
    ENSURE(uid, Error::HotKeyNotRegisteredInSubNet);
    return ensure_evm_key_associate_rate_limit(c.s, x->netuid, *uid, c.block);
}

}  // namespace

Result<> check_guards(const State& s, const AccountId& who, const AnyCall& call) {
    Check c{s, who, call, frame_system::storage.Number.get(s)};
    for (auto check : {check_coldkey_swap, check_work, check_weights, check_rate_limits,
                       check_delegate_take, check_serving_endpoints, check_evm_key})
        TRY(check(c));
    return {};
}

Result<> guard(Context& cx, const Origin& origin, const AnyCall& call) {
    if (origin.kind != Origin::Kind::signed_) return {};
    return check_guards(cx.state, origin.signer, call);
}

}  // namespace subtensor
