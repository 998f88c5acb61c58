// Claiming root dividends by hand, and the rules of claims.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/misc.hpp"

namespace subtensor {

static constexpr std::size_t max_subnet_claims = 5;  // of one call
static constexpr u64 max_num_root_claims = 50, max_root_claim_threshold_rao = 10'000'000;

Result<> claim_root::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ENSURE(!subnets.empty() && subnets.size() <= max_subnet_claims, Error::InvalidSubnetNumber);
    maybe_add_coldkey_index(cx.state, coldkey);
    ASSIGN(const auto claim, do_root_claim(cx, coldkey, subnets));
    cx.post.actual_weight = claim.weight;
    return {};
}

// The newer call that clients claim with. Runtime 475 pays it out of the hotkey's root basket; here
// dividends are claimed as under 425, so it claims on every subnet.
Result<> claim_root_with_hotkey::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    maybe_add_coldkey_index(cx.state, coldkey);
    ASSIGN(const auto claim, do_root_claim(cx, coldkey, {hotkey}, std::nullopt));
    cx.post.actual_weight = claim.weight;
    return {};
}

Result<> set_root_claim_type::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    if (const auto keep = std::get_if<root_claim_type::KeepSubnets>(&new_root_claim_type))
        ENSURE(!keep->subnets.empty(), Error::InvalidSubnetNumber);
    maybe_add_coldkey_index(cx.state, coldkey);
    storage.RootClaimType.set(cx.state, coldkey, new_root_claim_type);
    cx.emit(RootClaimTypeSet{coldkey, new_root_claim_type});
    return {};
}

Result<> sudo_set_num_root_claims::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(new_value <= max_num_root_claims, Error::InvalidNumRootClaim);
    storage.NumRootClaim.set(cx.state, new_value);
    return {};
}

Result<> sudo_set_root_claim_threshold::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_subnet_owner_or_root(cx, origin, netuid));
    ENSURE(new_value <= max_root_claim_threshold_rao, Error::InvalidRootClaimThreshold);
    storage.RootClaimableThreshold.set(cx.state, netuid, I96F32::saturating_from_num(new_value));
    return {};
}

}  // namespace subtensor
