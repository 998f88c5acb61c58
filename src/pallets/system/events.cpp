// The table of events.
#include "pallets/system/events.hpp"

#include "pallets/system/pallet.hpp"

namespace frame_system {

static constexpr std::array rows{
    event<ExtrinsicSuccess>("ExtrinsicSuccess", "An extrinsic did what it asked for."),
    event<ExtrinsicFailed>("ExtrinsicFailed", "An extrinsic failed; only its fee was taken."),
    event<CodeUpdated>("CodeUpdated", "Code was set; its rules are in force from the next block."),
    event<NewAccount>("NewAccount", "An account came into being."),
    event<KilledAccount>("KilledAccount", "An account was removed."),
    event<Remarked>("Remarked", "A remark was made on chain."),
    event<UpgradeAuthorized>("UpgradeAuthorized", "Root let anybody set the code of a hash."),
    event<RejectedInvalidAuthorizedUpgrade>(
        "RejectedInvalidAuthorizedUpgrade",
        "The authorized code was brought and names no rules that can follow."),
};
std::span<const EventRow> events() { return rows; }

}  // namespace frame_system
