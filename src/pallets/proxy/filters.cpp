// What each type of proxy may do (subtensor runtime lib.rs, define_proxy_filters; for calls younger
// than that, the groups of runtime/src/proxy_filters).
#include <algorithm>

#include "frame/pallet.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/proxy/filter_api.hpp"
#include "pallets/proxy/proxy.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/system/types.hpp"

namespace proxy {
namespace {

constexpr TaoBalance small_transfer_limit{500'000'000};  // SMALL_TRANSFER_LIMIT
constexpr AlphaBalance small_alpha_transfer_limit{500'000'000};

/// "Pallet.call" or "Pallet.*"; a leading '!' takes out what an earlier name put in. Names that
/// this runtime does not declare do nothing.
using Names = std::span<const std::string_view>;
/// All calls but the named ones, or only the named ones.
struct Rule {
    bool others = false;
    Names names{};
};

#define COLDKEY_SWAPS                                                                              \
    "SubtensorModule.announce_coldkey_swap", "SubtensorModule.swap_coldkey_announced",             \
        "SubtensorModule.clear_coldkey_swap_announcement", "SubtensorModule.dispute_coldkey_swap", \
        "SubtensorModule.disassociate_hotkey"
#define STAKE_TRANSFERS \
    "SubtensorModule.transfer_stake", "SubtensorModule.transfer_stake_and_hotkey"
#define STAKE_MANAGEMENT                                                          \
    "SubtensorModule.add_stake", "SubtensorModule.add_stake_limit",               \
        "SubtensorModule.remove_stake", "SubtensorModule.remove_stake_limit",     \
        "SubtensorModule.remove_stake_full_limit", "SubtensorModule.unstake_all", \
        "SubtensorModule.unstake_all_alpha", "SubtensorModule.swap_stake",        \
        "SubtensorModule.swap_stake_limit", "SubtensorModule.move_stake",         \
        "SubtensorModule.move_stake_limit", "SubtensorModule.stake_into_basket",  \
        "SubtensorModule.add_collateral", "SubtensorModule.set_min_collateral"

constexpr std::string_view non_transfer[] = {"Balances.*", STAKE_TRANSFERS, COLDKEY_SWAPS};
constexpr std::string_view non_fungible[] = {"Balances.*",
                                             STAKE_MANAGEMENT,
                                             STAKE_TRANSFERS,
                                             "SubtensorModule.burned_register",
                                             "SubtensorModule.root_register",
                                             COLDKEY_SWAPS,
                                             "SubtensorModule.swap_hotkey",
                                             "SubtensorModule.swap_hotkey_v2"};
constexpr std::string_view transfer[] = {"Balances.transfer_keep_alive",
                                         "Balances.transfer_allow_death", "Balances.transfer_all",
                                         STAKE_TRANSFERS};
constexpr std::string_view small_transfer[] = {"Balances.transfer_keep_alive",
                                               "Balances.transfer_allow_death", STAKE_TRANSFERS};
constexpr std::string_view owner[] = {
    "AdminUtils.*", "SubtensorModule.set_subnet_identity", "SubtensorModule.update_symbol",
    "!AdminUtils.sudo_set_sn_owner_hotkey", "!AdminUtils.sudo_set_subnet_owner_hotkey"};
constexpr std::string_view non_critical[] = {
    "SubtensorModule.dissolve_network", "SubtensorModule.root_register",
    "SubtensorModule.burned_register", "Sudo.*", COLDKEY_SWAPS};
constexpr std::string_view staking[] = {STAKE_MANAGEMENT};
constexpr std::string_view registration[] = {"SubtensorModule.burned_register",
                                             "SubtensorModule.register",
                                             "SubtensorModule.register_limit"};
constexpr std::string_view child_keys[] = {"SubtensorModule.set_children",
                                           "SubtensorModule.set_childkey_take"};
constexpr std::string_view set_code[] = {"Sudo.sudo_unchecked_weight"};
constexpr std::string_view swap_hotkey[] = {"SubtensorModule.swap_hotkey",
                                            "SubtensorModule.swap_hotkey_v2"};
constexpr std::string_view lease_beneficiary[] = {
    "SubtensorModule.start_call",
    "AdminUtils.sudo_set_serving_rate_limit",
    "AdminUtils.sudo_set_min_difficulty",
    "AdminUtils.sudo_set_max_difficulty",
    "AdminUtils.sudo_set_weights_version_key",
    "AdminUtils.sudo_set_adjustment_alpha",
    "AdminUtils.sudo_set_immunity_period",
    "AdminUtils.sudo_set_min_allowed_weights",
    "AdminUtils.sudo_set_kappa",
    "AdminUtils.sudo_set_rho",
    "AdminUtils.sudo_set_activity_cutoff",
    "AdminUtils.sudo_set_network_registration_allowed",
    "AdminUtils.sudo_set_network_pow_registration_allowed",
    "AdminUtils.sudo_set_max_burn",
    "AdminUtils.sudo_set_bonds_moving_average",
    "AdminUtils.sudo_set_bonds_penalty",
    "AdminUtils.sudo_set_commit_reveal_weights_enabled",
    "AdminUtils.sudo_set_liquid_alpha_enabled",
    "AdminUtils.sudo_set_alpha_values",
    "AdminUtils.sudo_set_commit_reveal_weights_interval",
    "AdminUtils.sudo_set_toggle_transfer",
    "AdminUtils.sudo_set_subnet_emission_enabled",
    "AdminUtils.sudo_set_min_childkey_take_per_subnet"};
constexpr std::string_view root_claim[] = {"SubtensorModule.claim_root",
                                           "SubtensorModule.claim_root_with_hotkey"};
constexpr std::string_view basket_trading[] = {"SubtensorModule.swap_basket",
                                               "SubtensorModule.swap_basket_many"};

/// Since 475 these too count as places that are paid for.
constexpr std::string_view paid_since_475[] = {"SubtensorModule.register",
                                               "SubtensorModule.register_limit"};

Rule rule(ProxyType type) {
    switch (type) {
        case ProxyType::Any: return {true, {}};
        case ProxyType::Owner: return {false, owner};
        case ProxyType::NonCritical: return {true, non_critical};
        case ProxyType::NonTransfer: return {true, non_transfer};
        case ProxyType::NonFungible: return {true, non_fungible};
        case ProxyType::Staking: return {false, staking};
        case ProxyType::Registration: return {false, registration};
        case ProxyType::Transfer: return {false, transfer};
        case ProxyType::SmallTransfer: return {false, small_transfer};
        case ProxyType::ChildKeys: return {false, child_keys};
        case ProxyType::SudoUncheckedSetCode: return {false, set_code};
        case ProxyType::SwapHotkey: return {false, swap_hotkey};
        case ProxyType::SubnetLeaseBeneficiary: return {false, lease_beneficiary};
        case ProxyType::RootClaim: return {false, root_claim};
        case ProxyType::BasketTrading: return {false, basket_trading};
        case ProxyType::Senate:
        case ProxyType::Triumvirate:
        case ProxyType::Governance:
        case ProxyType::RootWeights: break;  // retired
    }
    return {};
}

bool matches(std::string_view name, std::string_view pallet, std::string_view call) {
    auto dot = name.find('.');
    auto wanted = name.substr(dot + 1);
    return name.substr(0, dot) == pallet && (wanted == "*" || wanted == call);
}
bool named(Names names, std::string_view pallet, std::string_view call) {
    bool found = false;
    for (auto name : names) {
        const bool out = name.starts_with('!');
        if (matches(out ? name.substr(1) : name, pallet, call)) found = !out;
    }
    return found;
}

bool denied_since_475(ProxyType type, std::string_view pallet, std::string_view call) {
    return (type == ProxyType::NonFungible || type == ProxyType::NonCritical) &&
           named(paid_since_475, pallet, call);
}

/// Arguments of SmallTransfer and SudoUncheckedSetCode decide as well.
bool arguments_allow(ProxyType type, const AnyCall& call) {
    if (type == ProxyType::SmallTransfer) {
        if (auto c = call.as<balances::transfer_keep_alive>())
            return c->value.value < small_transfer_limit;
        if (auto c = call.as<balances::transfer_allow_death>())
            return c->value.value < small_transfer_limit;
        if (auto c = call.as<subtensor::transfer_stake>())
            return c->alpha_amount < small_alpha_transfer_limit;
        return false;
    }
    if (auto c = call.as<sudo::sudo_unchecked_weight>();
        c && type == ProxyType::SudoUncheckedSetCode)
        return c->call.pallet == frame_system::pallet_index && c->call.row->name == "set_code";
    return true;
}

std::optional<CallConstraint> constraint(ProxyType type, std::string_view pallet) {
    auto text = [](std::string_view s) { return Bytes(s.begin(), s.end()); };
    if (type == ProxyType::SudoUncheckedSetCode)
        return call_constraint::NestedCallMustBe{text("call"), text("System"), text("set_code")};
    if (type != ProxyType::SmallTransfer) return {};
    if (pallet == "Balances")
        return call_constraint::ParamLessThan{text("value"), small_transfer_limit.rao};
    return call_constraint::ParamLessThan{text("alpha_amount"), small_alpha_transfer_limit.rao};
}

}  // namespace

bool filter(ProxyType type, const AnyCall& call, u32 spec_version) {
    auto r = rule(type);
    if (r.names.empty()) return r.others;
    auto pallet = find_pallet(call.pallet);
    if (spec_version >= 475 && denied_since_475(type, pallet->name, call.row->name)) return false;
    return named(r.names, pallet->name, call.row->name) != r.others && arguments_allow(type, call);
}

bool is_superset(ProxyType type, ProxyType of) {
    if (type == of || type == ProxyType::Any) return true;
    if (of == ProxyType::Any) return false;
    if (type == ProxyType::NonTransfer)
        return of != ProxyType::Transfer && of != ProxyType::SmallTransfer &&
               of != ProxyType::BasketTrading;
    return type == ProxyType::Transfer && of == ProxyType::SmallTransfer;
}

std::vector<CallInfo> allowed_calls(ProxyType type) {
    std::vector<CallInfo> out;
    auto r = rule(type);
    for (auto pallet : runtime())
        for (auto& row : pallet->calls) {
            if (named(r.names, pallet->name, row.name) == r.others ||
                denied_since_475(type, pallet->name, row.name))
                continue;
            out.push_back({Bytes(pallet->name.begin(), pallet->name.end()), pallet->index,
                           Bytes(row.name.begin(), row.name.end()), row.index,
                           constraint(type, pallet->name)});
        }
    return out;
}

}  // namespace proxy
