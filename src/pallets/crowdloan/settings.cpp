// What the creator may change while the crowdloan is open (subtensor pallets/crowdloan lib.rs).
#include "pallets/crowdloan/calls.hpp"
#include "pallets/crowdloan/crowdloan.hpp"
#include "pallets/crowdloan/errors.hpp"
#include "pallets/crowdloan/events.hpp"

namespace crowdloan {

Result<> update_min_contribution::dispatch(Context& cx, const Origin& origin) const {
    const u32 id = crowdloan_id.value;
    ASSIGN(auto info, ensure_own_open_crowdloan(cx.state, origin, id));
    const auto least = new_min_contribution.value;
    ENSURE(least >= constants.AbsoluteMinimumContribution, Error::MinimumContributionTooLow);
    auto most = storage.MaxContributions.get(cx.state, id);
    ENSURE(!most || least <= *most, Error::MinimumContributionTooHigh);
    info.min_contribution = least;
    storage.Crowdloans.set(cx.state, id, info);
    cx.emit(MinContributionUpdated{id, least});
    return {};
}

Result<> update_end::dispatch(Context& cx, const Origin& origin) const {
    const u32 id = crowdloan_id.value;
    ASSIGN(auto info, ensure_own_open_crowdloan(cx.state, origin, id));
    TRY(ensure_valid_end(cx.block, new_end.value));
    info.end = new_end.value;
    storage.Crowdloans.set(cx.state, id, info);
    cx.emit(EndUpdated{id, info.end});
    return {};
}

Result<> update_cap::dispatch(Context& cx, const Origin& origin) const {
    const u32 id = crowdloan_id.value;
    ASSIGN(auto info, ensure_own_open_crowdloan(cx.state, origin, id));
    ENSURE(new_cap.value >= info.raised, Error::CapTooLow);
    info.cap = new_cap.value;
    storage.Crowdloans.set(cx.state, id, info);
    cx.emit(CapUpdated{id, info.cap});
    return {};
}

Result<> set_max_contribution::dispatch(Context& cx, const Origin& origin) const {
    const u32 id = crowdloan_id.value;
    ASSIGN(auto info, ensure_own_open_crowdloan(cx.state, origin, id));
    if (new_max_contribution) {
        auto own = storage.Contributions.find(cx.state, id, info.creator).value_or(TaoBalance{});
        ENSURE(*new_max_contribution >= info.min_contribution && *new_max_contribution >= own,
               Error::MaximumContributionTooLow);
        storage.MaxContributions.set(cx.state, id, *new_max_contribution);
    } else
        storage.MaxContributions.erase(cx.state, id);
    cx.emit(MaxContributionUpdated{id, new_max_contribution});
    return {};
}

}  // namespace crowdloan
