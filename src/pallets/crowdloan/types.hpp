// What a crowdloan is, and the pallet's limits.
#pragma once
#include "pallets/preimage/types.hpp"

namespace crowdloan {

inline constexpr u8 pallet_index = 27;

/// People pay into one account until a cap is reached; then the funds go to a target address, or a
/// call of the creator's spends them.
struct CrowdloanInfo {
    AccountId creator{};
    TaoBalance deposit{};  // the creator's own part, kept until the end
    TaoBalance min_contribution{};
    u32 end = 0;  // no contributions from this block on
    TaoBalance cap{};
    AccountId funds_account{};
    TaoBalance raised{};
    std::optional<AccountId> target_address{};
    std::optional<preimage::BoundedCall> call{};
    bool finalized = false;
    u32 contributors_count = 0;  // the creator is one
    FIELDS(creator, deposit, min_contribution, end, cap, funds_account, raised, target_address,
           call, finalized, contributors_count)
    PATH("pallet_crowdloan::CrowdloanInfo")
    TYPE_PARAMS("AccountId, Balance, BlockNumber, Call", AccountId, TaoBalance, u32,
                preimage::BoundedCall)
};

struct Constants {
    ::PalletId PalletId{{'b', 't', '/', 'c', 'l', 'o', 'a', 'n'}};
    TaoBalance MinimumDeposit{10'000'000'000};
    TaoBalance AbsoluteMinimumContribution{100'000'000};
    u32 MinimumBlockDuration{50'400};
    u32 MaximumBlockDuration{432'000};
    u32 RefundContributorsLimit{50};
    u32 MaxContributors{500};
    FIELDS(PalletId, MinimumDeposit, AbsoluteMinimumContribution, MinimumBlockDuration,
           MaximumBlockDuration, RefundContributorsLimit, MaxContributors)
};
/// Set once before the chain starts (a runtime profile), then only read.
extern Constants constants;

/// The values of the reference's fast local build (fast-runtime).
void use_fast_runtime();

}  // namespace crowdloan
