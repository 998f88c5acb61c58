// What the calls cost (subtensor pallets/crowdloan weights.rs).
#include "pallets/crowdloan/calls.hpp"

#include "pallets/crowdloan/crowdloan.hpp"
#include "pallets/crowdloan/pallet.hpp"

namespace crowdloan {

static constexpr Weight measured(u64 ref_time, u64 proof_size, u64 reads, u64 writes) {
    return {ref_time + reads * db_read_ref_time + writes * db_write_ref_time, proof_size};
}
static constexpr Weight refund_of(u64 k) {
    return measured(110'703'000 + 39'503'253 * k, 3747 + 2579 * k, 2 + 2 * k, 2 * k);
}
Weight refund_weight(u32 contributors) { return refund_of(contributors); }

static constexpr u32 refunded_at_once = Constants{}.RefundContributorsLimit;
static constexpr std::array rows{
    call<create>("create", measured(59'829'000, 6148, 3, 5), Pays::Yes,
                 "Asks for funds, for a call or a target address, and pays the creator's deposit."),
    call<contribute>("contribute", measured(66'609'000, 6148, 5, 4), Pays::Yes,
                     "Pays into a crowdloan, at most what is left to raise."),
    call<withdraw>("withdraw", measured(60'259'000, 6148, 4, 4), Pays::Yes,
                   "Takes one's contribution back before the crowdloan is finalized."),
    call<finalize>("finalize", measured(31'507'000, 4'197'809, 4, 2), Pays::Yes,
                   "The creator hands the raised funds over, or runs the call they are for."),
    call<refund>("refund", refund_of(refunded_at_once), Pays::Yes,
                 "The creator pays contributors back, up to a limit in one call."),
    call<dissolve>("dissolve", measured(66'939'000, 6148, 4, 5), Pays::Yes,
                   "The creator ends a crowdloan whose contributors were refunded."),
    call<update_min_contribution>("update_min_contribution", measured(13'259'000, 3747, 2, 1),
                                  Pays::Yes, "The creator sets the least contribution."),
    call<update_end>("update_end", measured(12'048'000, 3747, 1, 1), Pays::Yes,
                     "The creator sets the block at which the crowdloan ends."),
    call<update_cap>("update_cap", measured(11'357'000, 3747, 1, 1), Pays::Yes,
                     "The creator sets how much is to be raised."),
    call<set_max_contribution>("set_max_contribution", measured(16'024'000, 3747, 2, 1), Pays::Yes,
                               "The creator limits what one account may pay in."),
};
std::span<const CallRow> calls() { return rows; }

/// A crowdloan with a call is announced with the call's weight, though the call runs later.
DispatchInfo create::info(const DispatchInfo& base) const {
    auto info = base;
    if (call) info.weight = info.weight.saturating_add(call->info().weight);
    return info;
}

}  // namespace crowdloan
