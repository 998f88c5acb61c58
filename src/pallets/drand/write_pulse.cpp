// Pulses into the chain, and root's say about the beacon (pallets/drand lib.rs).
#include "crypto/beacon.hpp"
#include "pallets/drand/calls.hpp"
#include "pallets/drand/errors.hpp"
#include "pallets/drand/events.hpp"
#include "pallets/drand/storage.hpp"

namespace drand {
namespace {

constexpr u64 max_kept_pulses = 216'000;  // a week of rounds
constexpr u64 max_removed_pulses = 100;   // a call

void prune_old_pulses(State& s, u64 last_round) {
    u64 oldest = storage.OldestStoredRound.get(s);
    if (oldest == 0) return;
    for (u64 removed = 0; removed < max_removed_pulses; ++removed) {
        if (last_round < oldest || last_round - oldest + 1 <= max_kept_pulses) break;
        storage.Pulses.erase(s, oldest++);
    }
    storage.OldestStoredRound.set(s, oldest);
}

}  // namespace

/// A pulse that its key did not sign is passed over without an error. Once there is a pulse, no
/// round may be left out: what is locked to a round that was skipped could never be opened.
Result<> write_pulse::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_none(origin));
    auto& s = cx.state;
    const auto beacon = storage.BeaconConfig.get(s);
    u64 last = storage.LastStoredRound.get(s);
    const bool is_first = last == 0 && storage.OldestStoredRound.get(s) == 0;
    std::vector<u64> rounds;
    for (auto& pulse : pulses_payload.pulses) {
        const auto holds = crypto::beacon_verify(beacon.public_key, pulse.signature, pulse.round);
        ENSURE(holds, Error::PulseVerificationError);
        if (!*holds) continue;
        ENSURE(is_first ? pulse.round > last : pulse.round - last == 1, Error::InvalidRoundNumber);
        storage.Pulses.set(s, pulse.round, pulse);
        last = pulse.round;
        rounds.push_back(last);
    }
    storage.LastStoredRound.set(s, last);
    if (is_first && !rounds.empty()) storage.OldestStoredRound.set(s, rounds.front());
    prune_old_pulses(s, last);
    storage.NextUnsignedAt.set(s, cx.block);
    if (!rounds.empty()) cx.emit(NewPulse{rounds});
    return {};
}

Result<> set_beacon_config::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.BeaconConfig.set(cx.state, config_payload.config);
    storage.NextUnsignedAt.set(cx.state, cx.block + 1);
    cx.emit(BeaconConfigChanged{});
    return {};
}

Result<> set_oldest_stored_round::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.OldestStoredRound.set(cx.state, oldest_round);
    cx.emit(SetOldestStoredRound{oldest_round});
    return {};
}

}  // namespace drand
