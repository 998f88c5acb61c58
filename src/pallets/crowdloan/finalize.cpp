// Handing the raised funds over, or running the call they were raised for (subtensor
// pallets/crowdloan lib.rs, finalize).
#include "pallets/balances/balances.hpp"
#include "pallets/crowdloan/calls.hpp"
#include "pallets/crowdloan/crowdloan.hpp"
#include "pallets/crowdloan/errors.hpp"
#include "pallets/crowdloan/events.hpp"
#include "pallets/preimage/preimage.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace crowdloan {

/// Runs the call as the creator, within what a proxy of the creator may do if one finalizes; while
/// it runs it can ask which crowdloan it belongs to. Since 475 (documentation of `finalize` in that
/// runtime's metadata; subtensor tests/leasing.rs) it has to take what was raised out of the funds
/// account: what stays there would be out of everybody's reach. (Gifts to the account do not
/// count.)
static Result<> run_call(Context& cx, const Origin& origin, u32 id, const CrowdloanInfo& info) {
    auto& s = cx.state;
    const auto kept = preimage::peek(cx, *info.call);
    ENSURE(kept, Error::CallUnavailable);
    const auto gifts = saturating_sub(balances::balance(s, info.funds_account), info.raised);
    storage.CurrentCrowdloanId.set(s, id);
    auto result = kept->call.dispatch(cx, origin);
    cx.post = {};  // what the inner call says about its cost does not count
    TRY(result);
    storage.CurrentCrowdloanId.erase(s);
    if (subtensor::since_475(s))
        ENSURE(balances::balance(s, info.funds_account) <= gifts, Error::FundsNotSettled);
    return {};
}

Result<> finalize::dispatch(Context& cx, const Origin& origin) const {
    const u32 id = crowdloan_id.value;
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto info, ensure_crowdloan_exists(cx.state, id));
    ENSURE(who == info.creator, Error::InvalidOrigin);
    ENSURE(info.raised == info.cap, Error::CapNotRaised);
    ENSURE(!info.finalized, Error::AlreadyFinalized);
    ENSURE(!storage.CurrentCrowdloanId.has(cx.state), Error::AlreadyFinalizing);
    // Before anything runs: the call must find nothing left to refund, withdraw or finalize.
    info.finalized = true;
    storage.Crowdloans.set(cx.state, id, info);
    ENSURE(info.call.has_value() != info.target_address.has_value(),
           Error::InvalidFinalizationConfig);
    if (info.call)
        TRY(run_call(cx, origin, id, info));
    else
        TRY(balances::transfer(cx, info.funds_account, *info.target_address, info.raised,
                               balances::Preservation::Expendable));
    cx.emit(Finalized{id});
    return {};
}

}  // namespace crowdloan
