// The calls of the pallet and its tables put together.
#include "pallets/swap/pallet.hpp"

#include "crypto/hash.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/swap/calls.hpp"
#include "pallets/swap/errors.hpp"
#include "pallets/swap/storage.hpp"
#include "pallets/swap/swap.hpp"

namespace swap {

Constants constants;
Storage::Storage() : StorageList("Swap") {}
const Storage storage;

Result<> set_fee_rate::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(subtensor::if_subnet_exist(cx.state, netuid), Error::MechanismDoesNotExist);
    ENSURE(rate <= constants.MaxFeeRate, Error::FeeRateTooHigh);
    storage.FeeRate.set(cx.state, netuid, rate);
    cx.emit(FeeRateSet{netuid, rate});
    return {};
}
Result<> add_liquidity::dispatch(Context&, const Origin&) const { return fail(Error::Deprecated); }
Result<> remove_liquidity::dispatch(Context&, const Origin&) const {
    return fail(Error::Deprecated);
}
Result<> modify_position::dispatch(Context&, const Origin&) const {
    return fail(Error::Deprecated);
}
Result<> toggle_user_liquidity::dispatch(Context&, const Origin&) const {
    return fail(Error::Deprecated);
}
Result<> disable_lp::dispatch(Context&, const Origin&) const { return fail(Error::Deprecated); }

static constexpr Weight retired_weight{15'000'000, 0};
static constexpr std::array call_rows{
    call<set_fee_rate>("set_fee_rate", {15'063'000 + db_read_ref_time + db_write_ref_time, 3994},
                       Pays::Yes, "Root sets a pool's swap fee, in parts of 65535."),
    call<toggle_user_liquidity>("toggle_user_liquidity", retired_weight, Pays::Yes, "Retired."),
    call<add_liquidity>("add_liquidity", retired_weight, Pays::Yes, "Retired."),
    call<remove_liquidity>("remove_liquidity", retired_weight, Pays::Yes, "Retired."),
    call<modify_position>("modify_position", retired_weight, Pays::Yes, "Retired."),
    call<disable_lp>("disable_lp", retired_weight, Pays::Yes, "Retired."),
};
static constexpr std::array event_rows{
    event<FeeRateSet>("FeeRateSet", "A pool's swap fee was set."),
};
static constexpr ErrorRow error_rows[] = {
#define X(name, index, doc) {index, #name, doc},
    SWAP_ERRORS(X)
#undef X
};
static std::string_view constant_doc(std::string_view name) {
    if (name == "ProtocolId") return "Names the account of the protocol's own liquidity.";
    if (name == "MaxFeeRate") return "Highest swap fee, in parts of 65535.";
    if (name == "MinimumLiquidity") return "Least liquidity that rounds safely.";
    return "Least reserve, in rao, that a swap may be paid from.";
}

/// Items of pools before there were weights go; their prices become weights (subtensor pallets/swap
/// migrations/migrate_swapv3_to_balancer.rs).
static void on_runtime_upgrade(State& s) {
    migrate_once(s, storage.HasMigrationRun, "migrate_swapv3_to_balancer", [&] {
        for (const auto& [netuid, root] : storage.AlphaSqrtPrice.under(s)) {
            init_swap(s, netuid, root.saturating_mul(root));
            if (storage.PalSwapInitialized.get(s, netuid)) continue;
            storage.SwapBalancer.set(s, netuid, {});
            storage.PalSwapInitialized.set(s, netuid, true);
        }
        storage.AlphaSqrtPrice.erase_under(s, ~u32{0});
        storage.ScrapReservoirAlpha.erase_under(s, ~u32{0});
        for (std::string_view item :
             {"CurrentTick", "EnabledUserLiquidity", "FeeGlobalTao", "FeeGlobalAlpha",
              "LastPositionId", "ScrapReservoirTao", "Ticks", "TickIndexBitmapWords",
              "SwapV3Initialized", "CurrentLiquidity", "Positions"}) {
            const auto pallet_part = crypto::twox_128(storage.pallet()),
                       item_part = crypto::twox_128(item);
            Bytes prefix(pallet_part.begin(), pallet_part.end());
            prefix.insert(prefix.end(), item_part.begin(), item_part.end());
            s.erase_prefix(prefix);
        }
    });
}

const Pallet pallet{.index = pallet_index,
                    .name = "Swap",
                    .path = "pallet_subtensor_swap::pallet",
                    .storage = &storage,
                    .calls = call_rows,
                    .events = event_rows,
                    .errors = error_rows,
                    .apis = apis(),
                    .constants = constants_table<constants>(constant_doc),
                    .hooks = {.on_runtime_upgrade = &on_runtime_upgrade}};

}  // namespace swap
