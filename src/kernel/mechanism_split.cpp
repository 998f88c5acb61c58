// A subnet's emission divided over its mechanisms.
#include "kernel/mechanism_split.hpp"

#include <algorithm>

#include "kernel/saturating.hpp"

namespace kernel {

std::vector<u64> split_emissions(u64 alpha_rao, u64 mechanism_count,
                                 const std::optional<std::vector<u16>>& split) {
    std::vector<u64> out;
    if (split) {
        for (u16 part : *split) out.push_back(static_cast<u64>(u128{alpha_rao} * part / 65535));
        out.resize(mechanism_count, 0);
    } else {
        out.assign(mechanism_count, mechanism_count == 0 ? 0 : alpha_rao / mechanism_count);
    }
    u64 sum = 0;
    for (u64 part : out) sum += part;
    if (!out.empty()) out[0] = sat_add(out[0], sat_sub(alpha_rao, sum));
    return out;
}

U64F64 mechanism_weight(u64 mechanism_emission_rao, u64 emission_rao, std::size_t index) {
    return U64F64::saturating_from_num(mechanism_emission_rao)
        .safe_div_or(U64F64::saturating_from_num(emission_rao),
                     U64F64::saturating_from_num(index == 0 ? 1u : 0u));
}

u16 weighted_acc_u16(u16 existing, u16 added, U64F64 weight) {
    return U64F64::saturating_from_num(existing)
        .saturating_add(U64F64::saturating_from_num(added).saturating_mul(weight))
        .saturating_to_num<u16>();
}

u64 weighted_acc_alpha(u64 existing, u64 added, U64F64 weight) {
    return U64F64::saturating_from_num(existing)
        .saturating_add(U64F64::saturating_from_num(added).saturating_mul(weight))
        .saturating_to_num<u64>();
}

}  // namespace kernel
