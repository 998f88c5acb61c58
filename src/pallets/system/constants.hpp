// The limits and facts of the runtime, as clients see them.
#pragma once
#include "pallets/system/types.hpp"

namespace frame_system {

/// Weights in picoseconds and bytes of proof (frame_system's sensible defaults for blocks of 4 s,
/// three quarters of them for normal extrinsics; reserve for operational ones).
struct Constants {
    frame_system::BlockWeights BlockWeights{
        .base_block = {431'614'000, 0},
        .max_block = {4'000'000'000'000, 18'446'744'073'709'551'615u},
        .per_class = {
            .normal = {.base_extrinsic = {108'157'000, 0},
                       .max_extrinsic = Weight{2'599'891'843'000, 11'990'383'647'911'208'550u},
                       .max_total = Weight{3'000'000'000'000, 13'835'058'055'282'163'711u},
                       .reserved = Weight{0, 0}},
            .operational = {.base_extrinsic = {108'157'000, 0},
                            .max_extrinsic = Weight{3'599'891'843'000, 16'602'069'666'338'596'454u},
                            .max_total = Weight{4'000'000'000'000, 18'446'744'073'709'551'615u},
                            .reserved = Weight{1'000'000'000'000, 4'611'686'018'427'387'904u}},
            .mandatory = {.base_extrinsic = {108'157'000, 0},
                          .max_extrinsic = {},
                          .max_total = {},
                          .reserved = {}}}};
    frame_system::BlockLength BlockLength{{7'864'320, 10'485'760, 10'485'760}};
    u32 BlockHashCount{2400};
    RuntimeDbWeight DbWeight{db_read_ref_time, db_write_ref_time};
    RuntimeVersion Version{};  // filled in when it is shown
    u16 SS58Prefix{42};
    FIELDS(BlockWeights, BlockLength, BlockHashCount, DbWeight, Version, SS58Prefix)
};
extern Constants constants;

/// Consumer references an account may have (MaxConsumers).
inline constexpr u32 max_consumers = 16;

}  // namespace frame_system
