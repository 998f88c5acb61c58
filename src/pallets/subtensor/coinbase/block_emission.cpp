#include "pallets/subtensor/coinbase/block_emission.hpp"

#include "kernel/block_emission.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {

u64 get_block_emission_for_issuance(State& s, u64 issuance_rao) {
    if (issuance_rao >= kernel::total_supply_rao) return 0;
    auto emission = kernel::block_emission(issuance_rao);
    if (storage.BlockEmission.get(s) != emission) storage.BlockEmission.set(s, emission);
    return emission;
}
TaoBalance calculate_block_emission(State& s) {
    return {get_block_emission_for_issuance(s, storage.TotalIssuance.get(s).rao)};
}

}  // namespace subtensor
