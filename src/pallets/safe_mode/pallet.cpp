// A time in which the chain takes only what keeps it going (pallet-safe-mode lib.rs and its
// SubstrateWeight, 22.0.0; what is allowed: subtensor runtime lib.rs, SafeModeWhitelistedCalls).
#include "pallets/safe_mode/pallet.hpp"

#include <algorithm>

#include "pallets/balances/reserve.hpp"
#include "pallets/safe_mode/errors.hpp"
#include "pallets/safe_mode/events.hpp"
#include "pallets/safe_mode/storage.hpp"

namespace safe_mode {

Constants constants;
Storage::Storage() : StorageList("SafeMode") {}
const Storage storage;

static constexpr u32 root_enter_blocks = 7200, root_extend_blocks = 3600;  // a day, half a day
static const balances::HoldReason reason = balances::held_for::SafeMode{};

static u32 later(u32 block, u32 blocks) { return u32(std::min<u64>(u64(block) + blocks, ~0u)); }

static Result<> take_deposit(Context& cx, const AccountId& who, std::optional<TaoBalance> amount) {
    ENSURE(amount, Error::NotConfigured);
    ENSURE(balances::balance_on_hold(cx.state, reason, who).rao == 0, Error::AlreadyDeposited);
    ENSURE(balances::hold(cx, reason, who, *amount), Error::CurrencyError);
    storage.Deposits.set(cx.state, who, cx.block, *amount);
    cx.emit(DepositPlaced{who, *amount});
    return {};
}
static void enter_for(Context& cx, u32 blocks) {
    auto until = later(cx.block, blocks);
    storage.EnteredUntil.set(cx.state, until);
    cx.emit(Entered{until});
}
static void extend_by(Context& cx, u32 blocks) {
    auto until = later(storage.EnteredUntil.get(cx.state).value_or(0), blocks);
    storage.EnteredUntil.set(cx.state, until);
    cx.emit(Extended{until});
}
static void leave(Context& cx, ExitReason why) {
    storage.EnteredUntil.erase(cx.state);
    cx.emit(Exited{why});
}
static bool is_entered(const State& s) { return storage.EnteredUntil.has(s); }

Result<> enter::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ENSURE(!is_entered(cx.state), Error::Entered);
    TRY(take_deposit(cx, who, constants.EnterDepositAmount));
    enter_for(cx, constants.EnterDuration);
    return {};
}
Result<> force_enter::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(!is_entered(cx.state), Error::Entered);
    enter_for(cx, root_enter_blocks);
    return {};
}
Result<> extend::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ENSURE(is_entered(cx.state), Error::Exited);
    TRY(take_deposit(cx, who, constants.ExtendDepositAmount));
    extend_by(cx, constants.ExtendDuration);
    return {};
}
Result<> force_extend::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(is_entered(cx.state), Error::Exited);
    extend_by(cx, root_extend_blocks);
    return {};
}
Result<> force_exit::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(is_entered(cx.state), Error::Exited);
    leave(cx, ExitReason::Force);
    return {};
}

static Result<TaoBalance> taken_deposit(Context& cx, const AccountId& account, u32 block) {
    auto amount = storage.Deposits.find(cx.state, account, block);
    ENSURE(amount, Error::NoDeposit);
    storage.Deposits.erase(cx.state, account, block);
    return *amount;
}
static Result<> release_amount(Context& cx, const AccountId& account, TaoBalance amount) {
    auto released = balances::release(cx, reason, account, amount, balances::Precision::BestEffort);
    ENSURE(released, Error::CurrencyError);
    cx.emit(DepositReleased{account, *released});
    return {};
}
Result<> force_slash_deposit::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ASSIGN(auto amount, taken_deposit(cx, account, block));
    auto burnt = balances::burn_held(cx, reason, account, amount, balances::Precision::BestEffort,
                                     balances::Fortitude::Force);
    ENSURE(burnt, Error::CurrencyError);
    cx.emit(DepositSlashed{account, amount});
    return {};
}
Result<> release_deposit::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_signed(origin));
    ASSIGN(auto amount, taken_deposit(cx, account, block));
    ENSURE(!is_entered(cx.state), Error::Entered);
    ENSURE(constants.ReleaseDelay, Error::NotConfigured);
    ENSURE(cx.block > later(block, *constants.ReleaseDelay), Error::CannotReleaseYet);
    return release_amount(cx, account, amount);
}
Result<> force_release_deposit::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ASSIGN(auto amount, taken_deposit(cx, account, block));
    return release_amount(cx, account, amount);
}

bool is_allowed(const State& s, const AnyCall& call) {
    if (!is_entered(s)) return true;
    constexpr std::string_view pallets[] = {"SafeMode", "Sudo", "Multisig", "System", "Timestamp"};
    constexpr std::pair<std::string_view, std::string_view> calls[] = {
        {"SubtensorModule", "set_weights"},
        {"SubtensorModule", "serve_axon"},
        {"Commitments", "set_commitment"}};
    auto pallet_name = find_pallet(call.pallet)->name;
    return std::find(std::begin(pallets), std::end(pallets), pallet_name) != std::end(pallets) ||
           std::find(std::begin(calls), std::end(calls), std::pair(pallet_name, call.row->name)) !=
               std::end(calls);
}

static constexpr Weight weight(u64 ref_time, u64 proof_size, u64 reads, u64 writes) {
    return {ref_time + reads * db_read_ref_time + writes * db_write_ref_time, proof_size};
}

static Weight on_initialize(Context& cx) {
    auto until = storage.EnteredUntil.get(cx.state);
    if (!until || cx.block <= *until) return weight(733'000, 1489, 1, 0);
    leave(cx, ExitReason::Timeout);
    return weight(4'926'000, 1489, 1, 1);
}

static constexpr std::array call_rows{
    call<enter>("enter", weight(44'471'000, 3892, 2, 3), Pays::Yes,
                "Turns the safe mode on against a deposit, where that is allowed."),
    call<force_enter>("force_enter", weight(5'200'000, 1489, 1, 1), Pays::Yes,
                      "Turns the safe mode on. Root only."),
    call<extend>("extend", weight(46'411'000, 3892, 2, 3), Pays::Yes,
                 "Prolongs the safe mode against a deposit, where that is allowed."),
    call<force_extend>("force_extend", weight(7'011'000, 1489, 1, 1), Pays::Yes,
                       "Prolongs the safe mode. Root only."),
    call<force_exit>("force_exit", weight(6'180'000, 1489, 1, 1), Pays::Yes,
                     "Turns the safe mode off. Root only."),
    call<force_slash_deposit>("force_slash_deposit", weight(28'905'000, 3892, 2, 2), Pays::Yes,
                              "Destroys a deposit. Root only."),
    call<release_deposit>("release_deposit", weight(37'735'000, 3892, 3, 2), Pays::Yes,
                          "Gives a deposit back after a delay, where that is allowed."),
    call<force_release_deposit>("force_release_deposit", weight(36'454'000, 3892, 2, 2), Pays::Yes,
                                "Gives a deposit back. Root only."),
};
static constexpr std::array event_rows{
    event<Entered>("Entered", "The safe mode is on until the end of this block."),
    event<Extended>("Extended", "The safe mode lasts until the end of this block now."),
    event<Exited>("Exited", "The safe mode is off."),
    event<DepositPlaced>("DepositPlaced", "A deposit was taken."),
    event<DepositReleased>("DepositReleased", "A deposit was given back."),
    event<DepositSlashed>("DepositSlashed", "A deposit was destroyed."),
    event<CannotDeposit>("CannotDeposit", "No rule of this runtime tells it."),
    event<CannotRelease>("CannotRelease", "No rule of this runtime tells it."),
};
static constexpr ErrorRow error_rows[] = {
#define X(name, index, doc) {index, #name, doc},
    SAFE_MODE_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view constant) {
    if (constant == "EnterDuration") return "How many blocks a deposit turns the safe mode on for.";
    if (constant == "ExtendDuration") return "How many blocks a deposit prolongs the safe mode by.";
    if (constant == "EnterDepositAmount") return "The deposit that turns it on; none: only root.";
    if (constant == "ExtendDepositAmount") return "The deposit that prolongs it; none: only root.";
    return "After how many blocks a deposit may be released; none: only by root.";
}

const Pallet pallet{.index = pallet_index,
                    .name = "SafeMode",
                    .path = "pallet_safe_mode::pallet",
                    .storage = &storage,
                    .calls = call_rows,
                    .events = event_rows,
                    .errors = error_rows,
                    .constants = constants_table<constants>(&describe),
                    .hooks = {.on_initialize = &on_initialize}};

}  // namespace safe_mode
