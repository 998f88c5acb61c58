#include "pallets/subtensor/coinbase/block_step.hpp"

#include "pallets/subtensor/coinbase/block_emission.hpp"
#include "pallets/subtensor/coinbase/reveal_commits.hpp"
#include "pallets/subtensor/coinbase/run_coinbase.hpp"
#include "pallets/subtensor/coinbase/subnet_emissions.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/set_children.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/registration.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/storage.hpp"

namespace subtensor {

/// Records of hotkey swaps older than the interval go, for one residue class of subnets a block.
static Weight clean_up_hotkey_swap_records(Context& cx) {
    auto& s = cx.state;
    u64 interval = constants.HotkeySwapOnSubnetInterval;
    auto netuids = get_all_subnet_netuids(s);
    auto weight = db_weight(2 + netuids.size(), 0);
    if (interval == 0) return weight;
    for (NetUid netuid : netuids) {
        if (netuid.id % interval != cx.block % interval) continue;
        for (auto& [coldkey, swapped_at] : storage.LastHotkeySwapOnNetuid.under(s, netuid)) {
            weight = weight.saturating_add(db_weight(1, 0));
            if (swapped_at + interval >= cx.block) continue;
            storage.LastHotkeySwapOnNetuid.erase(s, netuid, coldkey);
            weight = weight.saturating_add(db_weight(0, 1));
        }
    }
    return weight;
}

static void update_prices_and_root_parts(Context& cx) {
    auto& s = cx.state;
    auto subnets = get_subnets_to_emit_to(s, get_all_subnet_netuids(s));
    for (NetUid netuid : subnets) update_moving_price(cx, netuid);
    for (NetUid netuid : subnets) storage.RootProp.set(s, netuid, root_proportion(s, netuid));
}

static balances::Credit get_block_emission(Context& cx) {
    auto emission = calculate_block_emission(cx.state);
    return emission.rao == 0 ? balances::Credit{} : mint_tao(cx, emission);
}

Weight on_initialize(Context& cx) {
    auto& s = cx.state;
    auto weight = clean_up_hotkey_swap_records(cx);
    update_registration_prices_for_networks(cx);
    auto emission = get_block_emission(cx);
    reveal_crv3_commits(cx);
    run_coinbase(cx, emission);
    update_prices_and_root_parts(cx);
    for (NetUid netuid : get_all_subnet_netuids(s))
        if (storage.LastEpochBlock.get(s, netuid) == cx.block) do_set_pending_children(cx, netuid);
    run_auto_claim_root_divs(cx, frame_system::storage.ParentHash.get(s).bytes);
    populate_root_coldkey_staking_maps(s);
    populate_root_coldkey_staking_maps_v2(s);
    constexpr Weight measured{110'634'229'000, 0};  // of the reference's benchmark
    return weight.saturating_add(measured).saturating_add(db_weight(8304, 110));
}

}  // namespace subtensor
