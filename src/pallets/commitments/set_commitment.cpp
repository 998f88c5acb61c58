// Publishing fields about a hotkey (pallets/commitments lib.rs).
#include <algorithm>

#include "kernel/saturating.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/commitments/calls.hpp"
#include "pallets/commitments/errors.hpp"
#include "pallets/commitments/events.hpp"
#include "pallets/commitments/storage.hpp"
#include "pallets/subtensor/epoch/run_epoch.hpp"
#include "pallets/subtensor/storage.hpp"

namespace commitments {
namespace {

constexpr u64 least_space = 100;  // that a commitment counts for

u64 space_of(const CommitmentInfo& info) {
    u64 sum = 0;
    for (auto& data : info.fields_) sum += data.bytes.size();
    return std::max(sum, least_space);
}
const Data* find(const CommitmentInfo& info, Data::Kind kind) {
    const auto at = std::find_if(info.fields_.begin(), info.fields_.end(),
                                 [&](auto& data) { return data.kind == kind; });
    return at == info.fields_.end() ? nullptr : &*at;
}

/// Charges the bytes to what the account may commit between two epochs of the subnet.
Result<> use_space(State& s, NetUid netuid, const AccountId& who, u64 bytes) {
    auto usage = storage.UsedSpaceOf.get(s, netuid, who).value_or(UsageTracker{});
    const u64 epoch = subtensor::storage.SubnetEpochIndex.get(s, netuid);
    if (usage.last_epoch != epoch) usage = {epoch, 0};
    usage.used_space = kernel::sat_add(usage.used_space, bytes);
    ENSURE(usage.used_space <= storage.MaxSpace.get(s), Error::SpaceLimitExceeded);
    storage.UsedSpaceOf.set(s, netuid, who, usage);
    return {};
}

/// What is reserved follows what a commitment of so many fields costs now: nothing in any runtime
/// so far, but records of older chains may hold a deposit.
Result<TaoBalance> adjust_deposit(Context& cx, const AccountId& who, TaoBalance before,
                                  u64 fields) {
    const TaoBalance now{constants.InitialDeposit.rao + fields * constants.FieldDeposit.rao};
    if (now > before) TRY(balances::reserve(cx, who, saturating_sub(now, before)));
    if (before > now)
        ENSURE(balances::unreserve(cx, who, saturating_sub(before, now)) == TaoBalance{},
               Error::UnexpectedUnreserveLeftover);
    return now;
}

}  // namespace

Result<> set_commitment::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ASSIGN(auto who, ensure_signed(origin));
    ENSURE(subtensor::storage.Uids.has(s, netuid, who), Error::AccountNotAllowedCommit);
    ENSURE(info.fields_.size() <= constants.MaxFields, Error::TooManyFieldsInCommitmentInfo);
    ENSURE(!find(info, Data::Kind::TimelockRevealFailed), Error::TimelockRevealFailedNotAllowed);
    TRY(use_space(s, netuid, who, space_of(info)));
    if (find(info, Data::Kind::ResetBondsFlag)) {
        storage.LastBondsReset.set(s, netuid, who, cx.block);
        subtensor::reset_bonds(s, netuid, who);
    }
    const auto before = storage.CommitmentOf.get(s, netuid, who);
    ASSIGN(const auto deposit,
           adjust_deposit(cx, who, before ? before->deposit : TaoBalance{}, info.fields_.size()));
    storage.CommitmentOf.set(s, netuid, who, {deposit, cx.block, info});
    storage.LastCommitment.set(s, netuid, who, cx.block);
    const auto locked = find(info, Data::Kind::TimelockEncrypted);
    storage.TimelockedIndex.change(s, [&](auto& all) {
        if (locked)
            all.insert({netuid, who});
        else
            all.erase({netuid, who});
    });
    if (locked)
        cx.emit(TimelockCommitment{netuid, who, locked->reveal_round});
    else
        cx.emit(Commitment{netuid, who});
    return {};
}

Result<> set_max_space::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.MaxSpace.set(cx.state, new_limit);
    return {};
}

}  // namespace commitments
