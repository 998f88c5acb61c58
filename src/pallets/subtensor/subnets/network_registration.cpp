#include "pallets/subtensor/subnets/network_registration.hpp"

#include "pallets/balances/reserve.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

using balances::Preservation;

/// Of runtimes before the escrow, which locked the price on the coldkey instead.
void unlock_network_registration_cost(Context& cx, const AccountId& coldkey, u32 lock_id) {
    balances::Identifier id{'r', 'g', 'l', 'k'};
    for (std::size_t i = 0; i < 4; ++i) id[4 + i] = u8(lock_id >> 8 * i);
    balances::remove_lock(cx, id, coldkey);
}

/// Of opening a subnet that has waited, as the original adds it up.
Weight opening_weight(const State& s, const NetworkRegistrationInfo& info) {
    const u64 networks = storage.NetworksAdded.keys_under(s).size();
    const bool known = hotkey_account_exists(s, info.hotkey);
    const bool pays = info.lock_amount.rao != 0;
    const u64 counted = 2 + networks + 1 + networks + 1 + 1;
    const u64 opened = 5 + 4 + (known ? 2 : 4) + 10 + 1;
    const u64 reads = counted + opened + std::max<u64>(networks, 1) + 2 + pays + 2;
    const u64 writes =
        3 + 15 + 3 + (known ? 0 : 3) + 13 + 1 + 2 + 1 + 8 + pays + info.identity.has_value() + 1;
    return db_weight(reads, writes);
}

void leave_queue(State& s) {
    storage.NetworkRegistrationQueue.change(s, [](auto& queue) { queue.erase(queue.begin()); });
}

}  // namespace

AccountId network_registration_escrow_account(u32 lock_id) {
    constexpr std::array<u8, 4> what{'r', 'g', 'e', 's'};
    return sub_account(constants.SubtensorPalletId, std::pair{what, lock_id});
}

Result<> escrow_network_registration_cost(Context& cx, const AccountId& coldkey, TaoBalance amount,
                                          u32 lock_id) {
    ENSURE(!storage.NetworkRegistrationEscrow.has(cx.state, lock_id),
           Error::BalanceWithdrawalError);
    const AccountId escrow = network_registration_escrow_account(lock_id);
    ENSURE(escrow != coldkey, Error::CannotUseSystemAccount);
    TRY(balances::transfer(cx, coldkey, escrow, amount, Preservation::Preserve));
    storage.NetworkRegistrationEscrow.set(cx.state, lock_id, {coldkey, amount});
    return {};
}

Result<> pay_network_registration_cost(Context& cx, const AccountId& coldkey, NetUid netuid,
                                       TaoBalance amount, std::optional<u32> lock_id) {
    State& s = cx.state;
    const auto escrow = lock_id ? storage.NetworkRegistrationEscrow.get(s, *lock_id) : std::nullopt;
    if (escrow) {
        ENSURE(escrow->first == coldkey && escrow->second == amount, Error::BalanceWithdrawalError);
        const auto account = get_subnet_account_id(s, netuid);
        ENSURE(account, Error::SubnetNotExists);
        TRY(balances::transfer(cx, network_registration_escrow_account(*lock_id), *account, amount,
                               Preservation::Expendable));
        storage.NetworkRegistrationEscrow.erase(s, *lock_id);
        return {};
    }
    if (lock_id) unlock_network_registration_cost(cx, coldkey, *lock_id);
    ASSIGN(const auto paid, transfer_tao_to_subnet(cx, netuid, coldkey, amount));
    ENSURE(paid == amount, Error::CannotAffordLockCost);
    return {};
}

Result<> refund_network_registration_cost(Context& cx, const AccountId& coldkey, u32 lock_id) {
    State& s = cx.state;
    const auto escrow = storage.NetworkRegistrationEscrow.get(s, lock_id);
    if (!escrow) {
        unlock_network_registration_cost(cx, coldkey, lock_id);
        return {};
    }
    ENSURE(escrow->first == coldkey, Error::BalanceWithdrawalError);
    TRY(balances::transfer(cx, network_registration_escrow_account(lock_id), coldkey,
                           escrow->second, Preservation::Expendable));
    storage.NetworkRegistrationEscrow.erase(s, lock_id);
    return {};
}

Weight process_network_registration_queue(Context& cx) {
    State& s = cx.state;
    const Weight look = db_weight(1, 0);
    const auto queue = storage.NetworkRegistrationQueue.get(s);
    if (queue.empty()) return look;
    const NetworkRegistrationInfo& info = queue.front();
    const Weight opening = opening_weight(s, info);
    const auto opened = transactional(cx, [&] { return set_new_network_state(cx, info, true); });
    if (opened) {
        leave_queue(s);
        return look.saturating_add(db_weight(1, 1)).saturating_add(opening);
    }
    const Weight attempt = look.saturating_add(AnyCall::of(register_network{}).info().weight);
    if (opened.error() == fail(Error::SubnetLimitReached)) return attempt;  // it goes on waiting
    // A refund that fails leaves everything as it is: what was paid is never given up.
    (void)transactional(cx, [&]() -> Result<> {
        TRY(refund_network_registration_cost(cx, info.coldkey, info.lock_id));
        leave_queue(s);
        cx.emit(
            NetworkRegistrationCancelled{info.coldkey, info.hotkey, info.lock_id, opened.error()});
        return {};
    });
    return attempt.saturating_add(db_weight(5, 4));
}

}  // namespace subtensor
