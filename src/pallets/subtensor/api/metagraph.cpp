// The metagraph, put together from its parts; a selection computes only the parts it shows.
#include "pallets/subtensor/api/metagraph.hpp"

#include <algorithm>
#include <set>

#include "pallets/commitments/commitments.hpp"
#include "pallets/subtensor/api/neuron_columns.hpp"
#include "pallets/subtensor/api/pool_terms.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/misc.hpp"

namespace subtensor::api {
namespace {

void add_subnet(const State& s, NetUid netuid, Metagraph& m) {
    add_pool_terms(s, netuid, m);
    m.name = compacts(get_name_for_subnet(s, netuid));
    m.symbol = compacts(storage.TokenSymbol.get(s, netuid));
    m.identity = storage.SubnetIdentitiesV3.get(s, netuid);
    m.block = {frame_system::storage.Number.get(s)};
    m.num_uids = {storage.SubnetworkN.get(s, netuid)};
}

void add_hyperparameters(const State& s, NetUid netuid, Metagraph& m) {
    m.rho = {storage.Rho.get(s, netuid)};
    m.kappa = {storage.Kappa.get(s, netuid)};
    m.min_allowed_weights = {storage.MinAllowedWeights.get(s, netuid)};
    m.max_weights_limit = {storage.MaxWeightsLimit.get(s, netuid)};
    m.weights_version = {storage.WeightsVersionKey.get(s, netuid)};
    m.weights_rate_limit = {storage.WeightsSetRateLimit.get(s, netuid)};
    m.activity_cutoff = {get_activity_cutoff_blocks(s, netuid)};
    m.max_validators = {storage.MaxAllowedValidators.get(s, netuid)};
    m.max_uids = {storage.MaxAllowedUids.get(s, netuid)};
    m.burn = {storage.Burn.get(s, netuid)};
    m.difficulty = {storage.Difficulty.get(s, netuid)};
    m.registration_allowed = storage.NetworkRegistrationAllowed.get(s, netuid);
    m.pow_registration_allowed = storage.NetworkPowRegistrationAllowed.get(s, netuid);
    m.immunity_period = {storage.ImmunityPeriod.get(s, netuid)};
    m.min_difficulty = {storage.MinDifficulty.get(s, netuid)};
    m.max_difficulty = {storage.MaxDifficulty.get(s, netuid)};
    m.min_burn = {storage.MinBurn.get(s, netuid)};
    m.max_burn = {storage.MaxBurn.get(s, netuid)};
    m.adjustment_alpha = {storage.AdjustmentAlpha.get(s, netuid)};
    m.adjustment_interval = {storage.AdjustmentInterval.get(s, netuid)};
    m.target_regs_per_interval = {storage.TargetRegistrationsPerInterval.get(s, netuid)};
    m.max_regs_per_block = {storage.MaxRegistrationsPerBlock.get(s, netuid)};
    m.serving_rate_limit = {storage.ServingRateLimit.get(s, netuid)};
    m.commit_reveal_weights_enabled = storage.CommitRevealWeightsEnabled.get(s, netuid);
    m.commit_reveal_period = {storage.RevealPeriodEpochs.get(s, netuid)};
    m.liquid_alpha_enabled = storage.LiquidAlphaOn.get(s, netuid);
    const auto [low, high] = storage.AlphaValues.get(s, netuid);
    m.alpha_high = {high};
    m.alpha_low = {low};
    m.bonds_moving_avg = {storage.BondsMovingAverage.get(s, netuid)};
}

/// A subnet's values by what stands behind the netuid: one pass over the item is cheaper than a
/// search for each neuron.
template <class Item>
auto by_rest(const State& s, const Item& item, NetUid netuid) {
    const auto list = item.under(s, netuid);
    return std::map(list.begin(), list.end());
}
template <class K, class V>
V value_or_zero(const std::map<K, V>& values, const std::type_identity_t<K>& key) {
    const auto it = values.find(key);
    return it == values.end() ? V{} : it->second;
}

void add_neurons(const State& s, NetUid netuid, Metagraph& m) {
    add_keys(s, netuid, m);
    for (const AccountId& coldkey : m.coldkeys)
        m.identities.push_back(storage.IdentitiesV2.get(s, coldkey));
    const auto axons = by_rest(s, storage.Axons, netuid);
    const auto dividends = by_rest(s, storage.AlphaDividendsPerSubnet, netuid);
    for (const AccountId& hotkey : m.hotkeys) {
        m.axons.push_back(value_or_zero(axons, hotkey));
        m.tao_dividends_per_hotkey.push_back({hotkey, {}});
        m.alpha_dividends_per_hotkey.push_back({hotkey, {value_or_zero(dividends, hotkey)}});
    }
    const auto collateral = by_rest(s, storage.MinerCollateral, netuid);
    for (std::size_t uid = 0; uid < m.hotkeys.size(); ++uid) {
        const auto state = value_or_zero(collateral, {m.hotkeys[uid], m.coldkeys[uid]});
        m.collateral_locked.push_back({state.locked});
        m.collateral_min.push_back({state.min_locked});
        m.collateral_earned.push_back({state.earned});
    }
}

/// The fields that cost no walk over the neurons' keys.
Metagraph terms(const State& s, NetUid netuid, MechId mecid) {
    Metagraph m;
    add_subnet(s, netuid, m);
    add_hyperparameters(s, netuid, m);
    add_epoch_results(s, netuid, m);
    add_mechanism_results(s, get_mechanism_storage_index(netuid, mecid), m);
    return m;
}
Metagraph whole(const State& s, NetUid netuid, MechId mecid) {
    Metagraph m = terms(s, netuid, mecid);
    add_neurons(s, netuid, m);
    add_stakes(s, netuid, m);
    return m;
}

std::vector<scale::Compact<u16>> validators(const State& s, NetUid netuid) {
    const auto permits = storage.ValidatorPermit.get(s, netuid);
    const auto threshold = storage.StakeThreshold.get(s);
    std::vector<std::pair<I64F64, u16>> found;
    for (const auto& [uid, hotkey] : storage.Keys.under(s, netuid)) {
        if (!at_uid(permits, uid)) continue;
        const I64F64 stake = get_stake_weights_for_hotkey_on_subnet(s, hotkey, netuid).total;
        if (stake > I64F64::saturating_from_num(threshold)) found.push_back({stake, uid});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<scale::Compact<u16>> out;
    for (const auto& [stake, uid] : found) out.push_back({uid});
    return out;
}

/// Each hotkey's commitment, encoded, its bytes one by one as compact numbers.
auto commitments_on(const State& s, NetUid netuid) {
    std::vector<std::pair<AccountId, std::vector<scale::Compact<u8>>>> out;
    for (const auto& [who, raw] : commitments::get_commitments(s, netuid)) {
        auto& bytes = out.emplace_back(who, std::vector<scale::Compact<u8>>{}).second;
        for (u8 byte : raw) bytes.push_back({byte});
    }
    return out;
}

// Places of fields in the selection: those of the metagraph, two of its own, and the metagraph's
// last three.
constexpr u16 first_of_neurons = 52, first_of_stakes = 67, end_of_stakes = 70, end_of_shared = 72,
              of_validators = 72, of_commitments = 73, end_of_all = 77;
constexpr std::array<u16, 2> of_epoch{56, 66};  // lists that terms() has

template <class T>
auto references(T& v) {
    return v.fields([](auto&... f) { return std::tie(f...); });
}
template <u16 to, u16 from, std::size_t... i>
void move_chosen(SelectiveMetagraph& out, Metagraph& m, const std::set<u16>& chosen,
                 std::index_sequence<i...>) {
    auto fields = references(m);
    auto places = references(out);
    ((chosen.contains(to + i)
          ? void(std::get<to + i>(places).emplace(std::move(std::get<from + i>(fields))))
          : void()),
     ...);
}

SelectiveMetagraph selection(const State& s, NetUid netuid, MechId mecid,
                             const std::set<u16>& chosen) {
    const auto any_of = [&](u16 begin, u16 end) {
        const auto it = chosen.lower_bound(begin);
        return it != chosen.end() && *it < end;
    };
    Metagraph m = terms(s, netuid, mecid);
    if (any_of(first_of_neurons, of_epoch[0]) || any_of(of_epoch[1], first_of_stakes) ||
        any_of(end_of_stakes, end_of_shared) || any_of(of_commitments + 1, end_of_all))
        add_neurons(s, netuid, m);
    if (any_of(first_of_stakes, end_of_stakes)) add_stakes(s, netuid, m);

    SelectiveMetagraph out;
    if (chosen.contains(0)) out.netuid = {netuid};
    move_chosen<1, 1>(out, m, chosen, std::make_index_sequence<end_of_shared - 1>{});
    move_chosen<of_commitments + 1, end_of_shared>(
        out, m, chosen, std::make_index_sequence<end_of_all - of_commitments - 1>{});
    if (chosen.contains(of_validators)) out.validators = validators(s, netuid);
    if (chosen.contains(of_commitments)) out.commitments = commitments_on(s, netuid);
    return out;
}

std::set<u16> as_set(const std::vector<u16>& indexes) { return {indexes.begin(), indexes.end()}; }

}  // namespace

std::optional<Metagraph> get_metagraph(const State& s, NetUid netuid) {
    if (!if_subnet_exist(s, netuid)) return {};
    return whole(s, netuid, main_mechid);
}

std::optional<Metagraph> get_mechagraph(const State& s, NetUid netuid, MechId mecid) {
    if (!ensure_mechanism_exists(s, netuid, mecid)) return {};
    Metagraph m = whole(s, netuid, mecid);
    m.netuid = {{get_mechanism_storage_index(netuid, mecid).id}};
    return m;
}

std::vector<std::optional<Metagraph>> get_all_metagraphs(const State& s) {
    std::vector<std::optional<Metagraph>> out;
    for (const NetUid netuid : get_all_subnet_netuids(s)) out.push_back(get_metagraph(s, netuid));
    return out;
}
std::vector<std::optional<Metagraph>> get_all_mechagraphs(const State& s) {
    std::vector<std::optional<Metagraph>> out;
    for (const NetUid netuid : get_all_subnet_netuids(s)) {
        const u8 count = storage.MechanismCountCurrent.get(s, netuid).id;
        for (u8 mecid = 0; mecid < count; ++mecid)
            out.push_back(get_mechagraph(s, netuid, MechId{mecid}));
    }
    return out;
}

std::optional<SelectiveMetagraph> get_selective_metagraph(const State& s, NetUid netuid,
                                                          const std::vector<u16>& indexes) {
    if (!if_subnet_exist(s, netuid)) return {};
    return selection(s, netuid, main_mechid, as_set(indexes));
}
std::optional<SelectiveMetagraph> get_selective_mechagraph(const State& s, NetUid netuid,
                                                           MechId mecid,
                                                           const std::vector<u16>& indexes) {
    if (!if_subnet_exist(s, netuid)) return {};
    SelectiveMetagraph out = selection(s, netuid, mecid, as_set(indexes));
    out.netuid = {netuid};
    return out;
}

}  // namespace subtensor::api
