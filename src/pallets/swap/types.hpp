// Types and constants of the swap pallet.
#pragma once
#include "frame/call.hpp"
#include "primitives/account.hpp"
#include "primitives/balance.hpp"

namespace swap {

inline constexpr u8 pallet_index = 28;

/// A place on the price axis of the former concentrated pools: only in calls that are refused.
struct TickIndex {
    i32 index = 0;
    UNNAMED(index)
    PATH("pallet_subtensor_swap::pallet::TickIndex")
};
struct PositionId {
    u128 id = 0;
    UNNAMED(id)
    PATH("pallet_subtensor_swap::pallet::PositionId")
};

struct NonZeroU64 {
    u64 value = 1;
    UNNAMED(value)
    PATH("NonZeroU64")
};

struct Constants {
    PalletId ProtocolId{{'t', 'e', 'n', '/', 's', 'w', 'a', 'p'}};
    u16 MaxFeeRate{10000};                 ///< of 65535
    u64 MinimumLiquidity{1000};            ///< rao
    NonZeroU64 MinimumReserve{1'000'000};  ///< rao that the reserve paid from must have
    FIELDS(ProtocolId, MaxFeeRate, MinimumLiquidity, MinimumReserve)
};
/// Set once before the chain starts (a runtime profile), then only read.
extern Constants constants;

}  // namespace swap
