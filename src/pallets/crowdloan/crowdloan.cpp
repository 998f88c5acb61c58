// The life of a crowdloan: opened, paid into, paid back, ended (subtensor pallets/crowdloan
// lib.rs).
#include "pallets/crowdloan/crowdloan.hpp"

#include "pallets/balances/balances.hpp"
#include "pallets/crowdloan/calls.hpp"
#include "pallets/crowdloan/errors.hpp"
#include "pallets/crowdloan/events.hpp"
#include "pallets/preimage/preimage.hpp"
#include "pallets/system/accounts.hpp"

namespace crowdloan {

using balances::Preservation;

Result<CrowdloanInfo> ensure_crowdloan_exists(const State& s, u32 crowdloan_id) {
    auto info = storage.Crowdloans.get(s, crowdloan_id);
    ENSURE(info, Error::InvalidCrowdloanId);
    return *std::move(info);
}

Result<CrowdloanInfo> ensure_own_open_crowdloan(const State& s, const Origin& origin,
                                                u32 crowdloan_id) {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto info, ensure_crowdloan_exists(s, crowdloan_id));
    ENSURE(!info.finalized, Error::AlreadyFinalized);
    ENSURE(who == info.creator, Error::InvalidOrigin);
    return info;
}

Result<> ensure_valid_end(u32 now, u32 end) {
    ENSURE(now < end, Error::CannotEndInPast);
    ENSURE(end - now >= constants.MinimumBlockDuration, Error::BlockDurationTooShort);
    ENSURE(end - now <= constants.MaximumBlockDuration, Error::BlockDurationTooLong);
    return {};
}

Result<std::pair<u32, CrowdloanInfo>> crowdloan_being_finalized(const State& s) {
    auto id = storage.CurrentCrowdloanId.get(s);
    ENSURE(id, Error::InvalidCrowdloanId);
    ASSIGN(auto info, ensure_crowdloan_exists(s, *id));
    return std::pair{*id, std::move(info)};
}

Result<> create::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ASSIGN(auto creator, ensure_signed(origin));
    ENSURE(deposit.value >= constants.MinimumDeposit, Error::DepositTooLow);
    ENSURE(cap.value > deposit.value, Error::CapTooLow);
    ENSURE(min_contribution.value >= constants.AbsoluteMinimumContribution,
           Error::MinimumContributionTooLow);
    ENSURE(call.has_value() != target_address.has_value(), Error::InvalidFinalizationConfig);
    TRY(ensure_valid_end(cx.block, end.value));
    ENSURE(balances::balance(s, creator) >= deposit.value, Error::InsufficientBalance);

    const u32 id = storage.NextCrowdloanId.get(s);
    ENSURE(id != ~0u, Error::Overflow);
    storage.NextCrowdloanId.set(s, id + 1);
    CrowdloanInfo info{.creator = creator,
                       .deposit = deposit.value,
                       .min_contribution = min_contribution.value,
                       .end = end.value,
                       .cap = cap.value,
                       .funds_account = sub_account(constants.PalletId, id),
                       .raised = deposit.value,
                       .target_address = target_address,
                       .contributors_count = 1};
    frame_system::inc_providers(cx, info.funds_account);
    if (call) {
        ASSIGN(auto kept, preimage::bound(cx, *call));
        info.call = std::move(kept);
    }
    storage.Crowdloans.set(s, id, info);
    TRY(balances::transfer(cx, creator, info.funds_account, deposit.value,
                           Preservation::Expendable));
    storage.Contributions.set(s, id, creator, deposit.value);
    cx.emit(Created{id, creator, end.value, cap.value});
    return {};
}

/// Of what is offered, what the crowdloan and the contributor's own limit leave room for.
static Result<TaoBalance> accepted(const State& s, u32 id, const CrowdloanInfo& info,
                                   const AccountId& contributor, TaoBalance offered) {
    auto room = checked_sub(info.cap, info.raised);
    ENSURE(room, Error::Underflow);
    auto amount = std::min(offered, *room);
    if (auto most = storage.MaxContributions.get(s, id)) {
        auto paid = storage.Contributions.find(s, id, contributor).value_or(TaoBalance{});
        ENSURE(paid < *most, Error::MaxContributionReached);
        amount = std::min(amount, saturating_sub(*most, paid));
    }
    return amount;
}

Result<> contribute::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    const u32 id = crowdloan_id.value;
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto info, ensure_crowdloan_exists(s, id));
    ENSURE(cx.block < info.end, Error::ContributionPeriodEnded);
    ENSURE(info.raised < info.cap, Error::CapRaised);
    ENSURE(amount.value >= info.min_contribution, Error::ContributionTooLow);
    ENSURE(info.contributors_count < constants.MaxContributors, Error::MaxContributorsReached);
    ASSIGN(const auto paid_in, accepted(s, id, info, who, amount.value));

    auto raised = checked_add(info.raised, paid_in);
    ENSURE(raised, Error::Overflow);
    info.raised = *raised;
    auto before = storage.Contributions.find(s, id, who);
    if (!before) ++info.contributors_count;
    auto contribution = checked_add(before.value_or(TaoBalance{}), paid_in);
    ENSURE(contribution, Error::Overflow);
    ENSURE(balances::balance(s, who) >= paid_in, Error::InsufficientBalance);
    TRY(balances::transfer(cx, who, info.funds_account, paid_in, Preservation::Expendable));
    storage.Contributions.set(s, id, who, *contribution);
    storage.Crowdloans.set(s, id, info);
    cx.emit(Contributed{id, who, paid_in});
    return {};
}

Result<> withdraw::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    const u32 id = crowdloan_id.value;
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto info, ensure_crowdloan_exists(s, id));
    ENSURE(!info.finalized, Error::AlreadyFinalized);
    auto amount = storage.Contributions.find(s, id, who).value_or(TaoBalance{});
    ENSURE(amount.rao > 0, Error::NoContribution);
    if (who == info.creator) {
        amount = saturating_sub(amount, info.deposit);
        ENSURE(amount.rao > 0, Error::DepositCannotBeWithdrawn);
        storage.Contributions.set(s, id, who, info.deposit);
    } else {
        ENSURE(info.contributors_count > 0, Error::Underflow);
        --info.contributors_count;
        storage.Contributions.erase(s, id, who);
    }
    TRY(balances::transfer(cx, info.funds_account, who, amount, Preservation::Expendable));
    info.raised = saturating_sub(info.raised, amount);
    storage.Crowdloans.set(s, id, info);
    cx.emit(Withdrew{id, who, amount});
    return {};
}

Result<> refund::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    const u32 id = crowdloan_id.value;
    ASSIGN(auto info, ensure_own_open_crowdloan(s, origin, id));
    std::vector<std::pair<AccountId, TaoBalance>> due;
    bool all = true;
    storage.Contributions.each_under(
        s,
        [&](const AccountId& who, TaoBalance amount) {
            if (who == info.creator) return true;
            all = due.size() < constants.RefundContributorsLimit;
            if (all) due.emplace_back(who, amount);
            return all;
        },
        id);
    for (auto& [who, amount] : due) {
        TRY(balances::transfer(cx, info.funds_account, who, amount, Preservation::Expendable));
        info.raised = saturating_sub(info.raised, amount);
        storage.Contributions.erase(s, id, who);
    }
    const u32 refunded = u32(due.size());
    ENSURE(info.contributors_count >= refunded, Error::Underflow);
    info.contributors_count -= refunded;
    storage.Crowdloans.set(s, id, info);
    if (!all) {
        cx.emit(PartiallyRefunded{id});
        return {};
    }
    cx.emit(AllRefunded{id});
    cx.post.actual_weight = refund_weight(refunded);
    return {};
}

Result<> dissolve::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    const u32 id = crowdloan_id.value;
    ASSIGN(auto info, ensure_own_open_crowdloan(s, origin, id));
    auto own = storage.Contributions.get(s, id, info.creator);
    ENSURE(own, Error::NoContribution);
    ENSURE(*own == info.raised, Error::NotReadyToDissolve);
    TRY(balances::transfer(cx, info.funds_account, info.creator, *own, Preservation::Expendable));
    storage.Contributions.erase(s, id, info.creator);
    if (info.call) preimage::drop(cx, *info.call);
    (void)frame_system::dec_providers(cx, info.funds_account);  // nobody relies on it
    storage.Crowdloans.erase(s, id);
    storage.MaxContributions.erase(s, id);
    cx.emit(Dissolved{id});
    return {};
}

}  // namespace crowdloan
