// What the calls cost (subtensor pallets/limit-orders weights.rs), and the small ones.
#include "pallets/limit_orders/calls.hpp"

#include "pallets/limit_orders/errors.hpp"
#include "pallets/limit_orders/events.hpp"
#include "pallets/limit_orders/order.hpp"
#include "pallets/limit_orders/pallet.hpp"
#include "pallets/limit_orders/storage.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/timestamp/timestamp.hpp"

namespace limit_orders {

static constexpr Weight measured(u64 ref_time, u64 proof_size, u64 reads, u64 writes) {
    return {ref_time + reads * db_read_ref_time + writes * db_write_ref_time, proof_size};
}
static constexpr std::array rows{
    call<execute_orders>("execute_orders", measured(578'195'000, 6148, 17, 10), Pays::Yes,
                         "Executes signed orders one after another; one that cannot be executed is "
                         "skipped, or ends the call with should_fail."),
    call<execute_batched_orders>(
        "execute_batched_orders", measured(663'963'130, 8727, 25, 15), Pays::Yes,
        "Executes signed orders of one subnet all together: buyers and sellers trade with each "
        "other at the price, and only the rest goes through the pool."),
    call<cancel_order>("cancel_order", measured(16'030'000, 3522, 1, 1), Pays::Yes,
                       "The signer takes back an order that was never executed."),
    call<set_pallet_status>("set_pallet_status", measured(5'420'000, 0, 0, 1), Pays::Yes,
                            "Switches orders on or off. Root only."),
    call<prune_linked_output>("prune_linked_output", measured(16'030'000, 3522, 2, 1), Pays::Yes,
                              "Forgets what an order brought: its signer any time, anybody once it "
                              "has expired. The funds stay where they are."),
};
std::span<const CallRow> calls() { return rows; }

static DispatchInfo scaled(DispatchInfo info, std::size_t n, Weight each) {
    info.weight.ref_time += n * each.ref_time;
    info.weight.proof_size += n * each.proof_size;
    return info;
}
DispatchInfo execute_orders::info(const DispatchInfo& base) const {
    return scaled(base, orders.size(), measured(497'085'105, 5158, 11, 7));
}
DispatchInfo execute_batched_orders::info(const DispatchInfo& base) const {
    return scaled(base, orders.size(), measured(363'899'902, 5158, 10, 7));
}

Result<> cancel_order::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto who, ensure_signed(origin));
    ENSURE(view_of(order).signer == who, Error::Unauthorized);
    const auto id = derive_order_id(order);
    ENSURE(!storage.Orders.has(cx.state, id), Error::OrderAlreadyProcessed);
    storage.Orders.set(cx.state, id, status::Cancelled{});
    cx.emit(OrderCancelled{id, who});
    return {};
}

Result<> set_pallet_status::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    if (enabled)
        ENSURE(subtensor::coldkey_owns_hotkey(cx.state, pallet_account(), constants.PalletHotkey),
               Error::PalletHotkeyNotRegistered);
    storage.LimitOrdersEnabled.set(cx.state, enabled);
    cx.emit(LimitOrdersPalletStatusChanged{enabled});
    return {};
}

/// Also while orders are switched off: what was recorded must not stay for ever.
Result<> prune_linked_output::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto who, ensure_signed(origin));
    const auto record = storage.LinkedOutputs.find(cx.state, order_id);
    ENSURE(record, Error::NoLinkedOutput);
    ENSURE(record->signer == who || timestamp::storage.Now.get(cx.state) > record->expires_at,
           Error::LinkedOutputNotPrunable);
    storage.LinkedOutputs.erase(cx.state, order_id);
    cx.emit(LinkedOutputPruned{order_id, record->total});
    return {};
}

}  // namespace limit_orders
