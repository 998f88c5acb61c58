// What the pallet's calls weigh, and how they run the calls inside.
#pragma once
#include "frame/call.hpp"

namespace utility {

// subtensor pallets/utility weights.rs; a batch has a base and so much per call.
inline constexpr u64 two_reads = 2 * db_read_ref_time;
inline constexpr Weight batch_base{19'446'696 + two_reads, 3983};
inline constexpr Weight batch_all_base{13'428'230 + two_reads, 3983};
inline constexpr Weight force_batch_base{12'134'867 + two_reads, 3983};
inline constexpr u64 batch_each = 5'450'264, batch_all_each = 5'663'250,
                     force_batch_each = 5'477'293;
inline constexpr Weight if_else_base{21'831'000 + two_reads, 3983};
/// One read and one write more than the call's own: the account that the call is made for.
inline constexpr Weight as_derivative_base{
    15'378'000 + two_reads + db_read_ref_time + db_write_ref_time, 3983};

/// Runs a call with the sender's origin; what it really weighed is added to `weight`. Root is not
/// filtered.
Result<> run(Context&, const Origin&, const AnyCall&, Weight& weight);

}  // namespace utility
