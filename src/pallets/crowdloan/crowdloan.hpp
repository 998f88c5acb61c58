// Looking crowdloans up (subtensor pallets/crowdloan lib.rs).
#pragma once
#include "pallets/crowdloan/storage.hpp"

namespace crowdloan {

/// InvalidCrowdloanId.
Result<CrowdloanInfo> ensure_crowdloan_exists(const State& s, u32 crowdloan_id);
/// One that its creator may still change. AlreadyFinalized, InvalidOrigin.
Result<CrowdloanInfo> ensure_own_open_crowdloan(const State& s, const Origin& origin,
                                                u32 crowdloan_id);
/// An end in the past, too soon or too late is refused.
Result<> ensure_valid_end(u32 now, u32 end);

/// The crowdloan whose call is running. InvalidCrowdloanId outside of such a call.
Result<std::pair<u32, CrowdloanInfo>> crowdloan_being_finalized(const State& s);

/// What the weight of a refund is for so many contributors.
Weight refund_weight(u32 contributors);

}  // namespace crowdloan
