// Economy vectors: emission, prices, dividends, registration and subnet costs.
#include "kernel/block_emission.hpp"
#include "kernel/dividends.hpp"
#include "kernel/emission_shares.hpp"
#include "kernel/lock_cost.hpp"
#include "kernel/mechanism_split.hpp"
#include "kernel/moving_price.hpp"
#include "kernel/prune.hpp"
#include "kernel/registration_burn.hpp"
#include "kernel/stake_weight.hpp"
#include "testing/golden/checkers.hpp"
#include "testing/golden/fixed_json.hpp"

namespace golden {
namespace {

using vectors::to_decimal;
using vectors::to_int;
using vectors::to_u64;

Json texts(const std::vector<u64>& values) {
    Json out = Json::array();
    for (u64 v : values) out.push_back(to_decimal(v));
    return out;
}

/// [[key, value], ...] with the keys of `keyed`, in its order.
template <class T>
Json keyed(const Json& keys, const std::vector<T>& values, const char* key) {
    Json out = Json::array();
    for (std::size_t i = 0; i < values.size(); ++i) {
        out.push_back({key == nullptr ? keys[i].at(0) : keys[i].at(key), text(values[i])});
    }
    return out;
}

Failure block_emission(const Json& r) {
    Differences d;
    d.compare("emission", to_decimal(kernel::block_emission(to_u64(r.at("issuance")))),
              r.at("emission"));
    return d.failure();
}

Failure emission_shares(const Json& r) {
    std::vector<kernel::SubnetForEmission> subnets;
    for (const Json& s : r.at("subnets")) {
        subnets.push_back(
            {kernel::moving_alpha_price(s.at("netuid") == 0, to_int<u16>(s.at("mechanism")),
                                        fixed<I96F32>(s.at("moving_price"))),
             fixed<U96F32>(s.at("miner_burned")), s.at("emission_enabled") == 1});
    }
    const auto shares = kernel::emission_shares(subnets);
    const auto emissions = kernel::subnet_block_emissions(
        subnets, shares, U96F32::saturating_from_num(to_u64(r.at("block_emission"))));
    Differences d;
    d.compare("shares", keyed(r.at("subnets"), shares, "netuid"), r.at("shares"));
    d.compare("emissions", keyed(r.at("subnets"), emissions, "netuid"), r.at("emissions"));
    d.compare("root_sell_flag", kernel::root_sell_flag(subnets) ? 1 : 0, r.at("root_sell_flag"));
    return d.failure();
}

Failure moving_price(const Json& r) {
    const Json& first = r.at("first_emission_block");
    const u64 block = to_u64(r.at("block"));
    I96F32 average = fixed<I96F32>(r.at("moving_price"));
    Differences d;
    for (std::size_t i = 0; i < r.at("after").size(); ++i) {
        average =
            kernel::next_moving_price({.average = kernel::moving_alpha_price(false, 1, average),
                                       .spot_price = fixed<U64F64>(r.at("price")),
                                       .moving_alpha = fixed<I96F32>(r.at("moving_alpha")),
                                       .halving_blocks = to_u64(r.at("halving_blocks")),
                                       .first_emission_block = first.is_null() ? 0 : to_u64(first),
                                       .current_block = block + i});
        d.compare("after", text(average), r.at("after").at(i));
    }
    return d.failure();
}

/// Parents of a parent_child record as the stake they lend: `field` is alpha or root.
std::vector<kernel::ParentStake> lent(const Json& r, const char* field) {
    std::vector<kernel::ParentStake> out;
    for (const Json& p : r.at("parents")) {
        out.push_back({to_u64(p.at("proportion")), to_u64(p.at(field))});
    }
    return out;
}

Failure parent_child(const Json& r) {
    const u64 alpha = to_u64(r.at("alpha")), root = to_u64(r.at("root"));
    const U96F32 tao_weight = kernel::u64_proportion(to_u64(r.at("tao_weight")));
    std::vector<u64> children;
    for (const Json& c : r.at("children")) children.push_back(to_u64(c.at(1)));
    std::vector<kernel::DividendParent> parents;
    for (const Json& p : r.at("parents")) {
        parents.push_back({to_u64(p.at("proportion")), to_u64(p.at("alpha")), to_u64(p.at("root")),
                           p.at("coldkey") == r.at("coldkey")});
    }
    const u64 inherited_alpha = kernel::inherited_stake(alpha, children, lent(r, "alpha"));
    const u64 inherited_tao = kernel::inherited_stake(root, children, lent(r, "root"));
    const u64 own = kernel::self_contribution(alpha, root, children, tao_weight);
    const kernel::ParentChildInput in{to_u64(r.at("dividend")), own, tao_weight,
                                      kernel::u16_proportion(to_int<u16>(r.at("childkey_take"))),
                                      kernel::u64_proportion(to_u64(r.at("ck_burn")))};
    const auto split = kernel::parent_child_dividends(in, parents);
    Json out = Json::array();
    for (std::size_t i = 0; i < parents.size(); ++i) {
        out.push_back({r.at("parents").at(i).at("key"), to_decimal(split.parents[i])});
    }
    out.push_back({1, to_decimal(split.own)});
    Differences d;
    d.compare("inherited_alpha", to_decimal(inherited_alpha), r.at("inherited_alpha"));
    d.compare("inherited_tao", to_decimal(inherited_tao), r.at("inherited_tao"));
    d.compare("self_contribution", to_decimal(own), r.at("self_contribution"));
    d.compare("out", out, r.at("out"));
    d.compare("recycled", to_decimal(split.recycled), r.at("recycled"));
    const Json weights = {text(kernel::stake_weight(inherited_alpha, inherited_tao, tao_weight)),
                          text(I64F64::saturating_from_num(inherited_alpha)),
                          text(I64F64::saturating_from_num(inherited_tao))};
    d.compare("stake_weight", weights, r.at("stake_weight"));
    return d.failure();
}

Failure dividend_split(const Json& r) {
    std::vector<kernel::DividendHotkey> hotkeys;
    for (const Json& h : r.at("hotkeys")) {
        hotkeys.push_back({to_u64(h.at(1)), to_u64(h.at(2)), fixed<U96F32>(h.at(3))});
    }
    const auto split =
        kernel::dividend_split(to_u64(r.at("pending_alpha")), to_u64(r.at("pending_root_alpha")),
                               fixed<U96F32>(r.at("tao_weight")), hotkeys);
    Differences d;
    d.compare("alpha", keyed(r.at("hotkeys"), split.alpha, nullptr), r.at("alpha_dividends"));
    d.compare("root", keyed(r.at("hotkeys"), split.root, nullptr), r.at("root_alpha_dividends"));
    return d.failure();
}

Failure lock_cost(const Json& r) {
    const u64 emission = kernel::block_emission(to_u64(r.at("total_issuance")));
    const u64 interval = kernel::lock_reduction_interval(to_u64(r.at("interval")), emission);
    const kernel::LockCostInput in{to_u64(r.at("last_lock")), to_u64(r.at("min_lock")),
                                   to_u64(r.at("last_lock_block")), interval};
    Differences d;
    d.compare("effective_interval", to_decimal(interval), r.at("effective_interval"));
    d.compare("lock_cost", to_decimal(kernel::network_lock_cost(in, to_u64(r.at("block")))),
              r.at("lock_cost"));
    return d.failure();
}

Failure registration_burn(const Json& r) {
    Differences d;
    const bool only_factor = r.contains("half_life_only");
    const u16 half_life = to_int<u16>(r.at(only_factor ? "half_life_only" : "half_life"));
    d.compare("decay_factor_q32", to_decimal(kernel::decay_factor_q32(half_life)),
              r.at("decay_factor_q32"));
    if (only_factor) return d.failure();
    const kernel::BurnLimits limits{to_u64(r.at("min")), to_u64(r.at("max"))};
    const U64F64 mult = fixed<U64F64>(r.at("increase_mult"));
    u64 burn = to_u64(r.at("burn0"));
    for (const Json& step : r.at("steps")) {
        const std::string where = "block " + step.at(0).dump();
        burn = kernel::burn_after_decay(burn, half_life, to_u64(step.at(0)), limits);
        d.compare(where, to_decimal(burn), step.at(1));
        for (const Json& expected : step.at(2)) {
            burn = kernel::burn_after_registration(burn, mult, limits);
            d.compare(where + " registration", to_decimal(burn), expected);
        }
    }
    return d.failure();
}

Failure prune_uid(const Json& r) {
    std::vector<kernel::PruneCandidate> neurons;
    std::vector<kernel::OwnedNeuron> owned;
    for (const Json& n : r.at("neurons")) {
        const u16 uid = to_int<u16>(n.at(0));
        neurons.push_back({uid, to_u64(n.at(1)), to_u64(n.at(2))});
        if (n.at(3) == 1) owned.push_back({uid, to_u64(n.at(1))});
    }
    const Json& owner = r.at("owner_hotkey_uid");
    const auto immune = kernel::immune_owner_uids(
        owned, owner.is_null() ? std::nullopt : std::optional(to_int<u16>(owner)),
        to_int<u16>(r.at("owner_limit")));
    const auto pruned =
        kernel::neuron_to_prune(neurons, immune,
                                {to_u64(r.at("block")), to_int<u16>(r.at("immunity_period")),
                                 to_int<u16>(r.at("min_non_immune"))});
    Differences d;
    d.compare("immune_owner_uids", immune, r.at("immune_owner_uids"));
    d.compare("prune", pruned ? Json(*pruned) : Json(), r.at("prune"));
    return d.failure();
}

Failure mechanism_split(const Json& r) {
    std::optional<std::vector<u16>> split;
    if (!r.at("split").is_null()) split = vectors::to_ints<u16>(r.at("split"));
    Differences d;
    d.compare(
        "out",
        texts(kernel::split_emissions(to_u64(r.at("alpha")), to_u64(r.at("mechanisms")), split)),
        r.at("out"));
    return d.failure();
}

}  // namespace

Counts check_block_emission(const Path& file) { return each_record<block_emission>(file); }
Counts check_emission_shares(const Path& file) { return each_record<emission_shares>(file); }
Counts check_moving_price(const Path& file) { return each_record<moving_price>(file); }
Counts check_parent_child(const Path& file) { return each_record<parent_child>(file); }
Counts check_dividend_split(const Path& file) { return each_record<dividend_split>(file); }
Counts check_lock_cost(const Path& file) { return each_record<lock_cost>(file); }
Counts check_registration_burn(const Path& file) { return each_record<registration_burn>(file); }
Counts check_prune_uid(const Path& file) { return each_record<prune_uid>(file); }
Counts check_mechanism_split(const Path& file) { return each_record<mechanism_split>(file); }

}  // namespace golden
