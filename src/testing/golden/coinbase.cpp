// Recorded worlds of 30 blocks, played on the real pallets: registrations, stake, emission, epochs,
// root claims.
#include "frame/pallet.hpp"
#include "pallets/balances/storage.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/block_step.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/swap/storage.hpp"
#include "pallets/swap/swap.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"
#include "testing/golden/checkers.hpp"
#include "testing/golden/fixed_json.hpp"
#include "testing/golden/recorded_constants.hpp"

namespace golden {
namespace {

using subtensor::storage;
using vectors::to_decimal;
using vectors::to_i64;
using vectors::to_int;
using vectors::to_u128;
using vectors::to_u64;

/// Accounts are plain numbers; big-endian keeps their order.
AccountId account(u64 number) {
    AccountId id;
    for (std::size_t i = 0; i < 8; ++i) id.bytes[31 - i] = u8(number >> (8 * i));
    return id;
}
AccountId account(const Json& number) { return account(to_u64(number)); }
u64 number(const AccountId& id) {
    u64 n = 0;
    for (std::size_t i = 24; i < 32; ++i) n = n << 8 | id.bytes[i];
    return n;
}
const u64 author_number = 12345;

TaoBalance tao(const Json& j) { return {to_u64(j)}; }
AlphaBalance alpha(const Json& j) { return {to_u64(j)}; }
NetUid netuid_of(const Json& j) { return {to_int<u16>(j.at("netuid"))}; }
NetUidStorageIndex index_of(NetUid netuid) {
    return subtensor::get_mechanism_storage_index(netuid, main_mechid);
}
kernel::SafeFloat share(const Json& j) { return {to_u128(j.at(0)), to_i64(j.at(1))}; }
using golden::text;
Json text(const kernel::SafeFloat& f) { return {to_decimal(f.mantissa), f.exponent}; }
Json text(TaoBalance v) { return to_decimal(v.rao); }
Json text(AlphaBalance v) { return to_decimal(v.rao); }
u64 plain(PerU16 v) { return v.parts; }
u64 plain(u16 v) { return v; }
u64 plain(bool v) { return v; }

template <class T>
Json plain_list(const std::vector<T>& list) {
    Json out = Json::array();
    for (T v : list) out.push_back(plain(v));
    return out;
}
std::vector<PerU16> parts(const Json& list) {
    std::vector<PerU16> out;
    for (const u16 v : vectors::to_ints<u16>(list)) out.push_back({v});
    return out;
}
std::vector<bool> flags(const Json& list) {
    std::vector<bool> out;
    for (const Json& v : list) out.push_back(v == 1);
    return out;
}

std::set<NetUid> netuids(const Json& list) {
    std::set<NetUid> out;
    for (const u16 id : vectors::to_ints<u16>(list)) out.insert({id});
    return out;
}
subtensor::RootClaimTypeEnum claim_type(const Json& j) {
    if (j == "swap") return subtensor::root_claim_type::Swap{};
    if (j == "keep") return subtensor::root_claim_type::Keep{};
    return subtensor::root_claim_type::KeepSubnets{netuids(j)};
}

class World {
public:
    explicit World(const Json& record) : world_(record) {
        build_chain();
        for (const Json& h : record.at("hotkeys")) build_hotkey(h);
        const Json& state0 = record.at("state0");
        for (std::size_t i = 0; i < record.at("subnets").size(); ++i)
            build_subnet(record.at("subnets").at(i), state0.at("subnets").at(i));
        for (const Json& s : state0.at("stake")) build_stake(s);
        set_block(to_int<u32>(state0.at("block")));
    }

    /// "ok" or the error's name.
    std::string run(const Json& op);
    void next_block() {
        set_block(cx_.block + 1);
        subtensor::on_initialize(cx_);
    }
    void compare(const Json& expected, const std::string& when, Differences& d) const;

private:
    Result<> dispatch(const Json& op);
    void build_chain();
    void build_hotkey(const Json& h);
    void build_subnet(const Json& fixed_part, const Json& state);
    void build_rules(NetUid netuid, const Json& j);
    void build_pool(NetUid netuid, const Json& state);
    void build_neurons(NetUid netuid, const Json& fixed_part, const Json& state);
    void build_stake(const Json& s);
    void set_free(const AccountId& who, TaoBalance free) {
        frame_system::AccountInfo info;
        info.providers = 1;
        info.data.free = free;
        frame_system::storage.Account.set(s_, who, info);
    }
    TaoBalance free(const AccountId& who) const {
        return frame_system::storage.Account.get(s_, who).data.free;
    }
    void set_block(u32 block) {
        cx_.block = block;
        frame_system::storage.Number.set(s_, block);
    }
    void compare_subnet(const Json& expected, const std::string& at, Differences& d) const;
    void compare_epoch(NetUid netuid, const Json& e, const std::string& at, Differences& d) const;
    Json stakes() const;
    Json root_claimable() const;
    Json root_claimed() const;

    const Json& world_;
    MemoryView view_;
    State s_{view_};
    Context cx_{.state = s_, .author = account(author_number)};
};

void World::build_chain() {
    const Json& state = world_.at("state0");
    frame_system::set_spec_version(s_, 425);
    storage.TaoWeight.set(s_, to_u64(world_.at("tao_weight")));
    storage.CKBurn.set(s_, to_u64(world_.at("ck_burn")));
    storage.SubnetOwnerCut.set(s_, to_int<u16>(world_.at("subnet_owner_cut")));
    storage.SubnetMovingAlpha.set(s_, fixed<I96F32>(world_.at("moving_alpha")));
    storage.StakeThreshold.set(s_, to_u64(world_.at("stake_threshold")));
    storage.MaxEpochsPerBlock.set(s_, to_int<u8>(world_.at("max_epochs_per_block")));
    storage.NumRootClaim.set(s_, 0);
    storage.TotalIssuance.set(s_, tao(state.at("total_issuance")));
    storage.TotalStake.set(s_, tao(state.at("total_stake")));
    balances::storage.TotalIssuance.set(s_, tao(state.at("currency_issuance")));

    storage.NetworksAdded.set(s_, root_netuid, true);
    storage.SubtokenEnabled.set(s_, root_netuid, true);
    storage.Tempo.set(s_, root_netuid, to_int<u16>(world_.at("root_tempo")));
    storage.SubnetTAO.set(s_, root_netuid, tao(state.at("root_tao")));
    storage.SubnetAlphaOut.set(s_, root_netuid, alpha(state.at("root_alpha_out")));
    set_free(*subtensor::get_subnet_account_id(s_, root_netuid),
             tao(state.at("root_account_balance")));
    for (const Json& b : state.at("balances")) set_free(account(b.at(0)), tao(b.at(1)));
}

void World::build_hotkey(const Json& h) {
    const AccountId hotkey = account(h.at(0)), coldkey = account(h.at(1));
    storage.Owner.set(s_, hotkey, coldkey);
    storage.OwnedHotkeys.change(s_, coldkey, [&](auto& list) { list.push_back(hotkey); });
    storage.Delegates.set(s_, hotkey, {to_int<u16>(h.at(2))});
}

void World::build_rules(NetUid netuid, const Json& j) {
    storage.ActivityCutoffFactorMilli.set(s_, netuid,
                                          to_int<u32>(j.at("activity_cutoff_factor_milli")));
    const Json& alphas = j.at("alpha_low_high");
    storage.AlphaValues.set(s_, netuid, {to_int<u16>(alphas.at(0)), to_int<u16>(alphas.at(1))});
    storage.BondsMovingAverage.set(s_, netuid, to_u64(j.at("bonds_moving_average")));
    storage.BondsPenalty.set(s_, netuid, to_int<u16>(j.at("bonds_penalty")));
    storage.BurnHalfLife.set(s_, netuid, to_int<u16>(j.at("burn_half_life")));
    storage.BurnIncreaseMult.set(s_, netuid, fixed<U64F64>(j.at("burn_increase_mult")));
    storage.SubnetEmissionEnabled.set(s_, netuid, j.at("emission_enabled") == 1);
    swap::storage.FeeRate.set(s_, netuid, to_int<u16>(j.at("fee_rate")));
    storage.FirstEmissionBlockNumber.set(s_, netuid, to_u64(j.at("first_emission_block")));
    storage.EMAPriceHalvingBlocks.set(s_, netuid, to_u64(j.at("halving_blocks")));
    storage.ImmunityPeriod.set(s_, netuid, to_int<u16>(j.at("immunity_period")));
    storage.Kappa.set(s_, netuid, to_int<u16>(j.at("kappa")));
    storage.LiquidAlphaOn.set(s_, netuid, j.at("liquid_alpha") == 1);
    storage.MaxBurn.set(s_, netuid, tao(j.at("max_burn")));
    storage.MinBurn.set(s_, netuid, tao(j.at("min_burn")));
    storage.MaxAllowedValidators.set(s_, netuid, to_int<u16>(j.at("max_validators")));
    storage.SubnetOwner.set(s_, netuid, account(j.at("owner_coldkey")));
    storage.SubnetOwnerHotkey.set(s_, netuid, account(j.at("owner_hotkey")));
    storage.OwnerCutEnabled.set(s_, netuid, j.at("owner_cut_enabled") == 1);
    storage.RecycleOrBurn.set(s_, netuid,
                              j.at("recycle") == 1 ? subtensor::RecycleOrBurnEnum::Recycle
                                                   : subtensor::RecycleOrBurnEnum::Burn);
    storage.Tempo.set(s_, netuid, to_int<u16>(j.at("tempo")));
    storage.Yuma3On.set(s_, netuid, j.at("yuma3") == 1);
}

void World::build_pool(NetUid netuid, const Json& state) {
    storage.SubnetTAO.set(s_, netuid, tao(state.at("tao")));
    storage.SubnetAlphaIn.set(s_, netuid, alpha(state.at("alpha_in")));
    storage.SubnetAlphaOut.set(s_, netuid, alpha(state.at("alpha_out")));
    storage.SubnetMovingPrice.set(s_, netuid, fixed<I96F32>(state.at("moving_price")));
    storage.MinerBurned.set(s_, netuid, fixed<U96F32>(state.at("miner_burned")));
    storage.Burn.set(s_, netuid, tao(state.at("burn")));
    swap::storage.SwapBalancer.set(s_, netuid,
                                   kernel::Balancer{{to_u64(state.at("quote_weight"))}});
    swap::storage.PalSwapInitialized.set(s_, netuid, true);
    set_free(*subtensor::get_subnet_account_id(s_, netuid), tao(state.at("account_balance")));
}

void World::build_neurons(NetUid netuid, const Json& j, const Json& state) {
    const Json& uids = j.at("uids");
    const auto n = u16(uids.size());
    storage.SubnetworkN.set(s_, netuid, n);
    for (u16 uid = 0; uid < n; ++uid) {
        const AccountId hotkey = account(uids.at(uid));
        storage.Keys.set(s_, netuid, uid, hotkey);
        storage.Uids.set(s_, netuid, hotkey, uid);
        storage.IsNetworkMember.set(s_, hotkey, netuid, true);
        storage.BlockAtRegistration.set(s_, netuid, uid, to_u64(j.at("reg_block")));
    }
    for (const Json& row : j.at("weights")) {
        std::vector<std::pair<u16, u16>> cells;
        const auto values = vectors::to_ints<u16>(row.at(1));
        for (std::size_t i = 0; i + 1 < values.size(); i += 2)
            cells.push_back({values[i], values[i + 1]});
        storage.Weights.set(s_, index_of(netuid), to_int<u16>(row.at(0)), cells);
    }
    for (const Json& c : j.at("children")) {
        const AccountId parent = account(c.at(0)), child = account(c.at(1));
        const u64 proportion = to_u64(c.at(2));
        storage.ChildKeys.change(s_, parent, netuid, [&](auto& list) {
            list.push_back({proportion, child});
        });
        storage.ParentKeys.change(s_, child, netuid, [&](auto& list) {
            list.push_back({proportion, parent});
        });
        storage.ChildkeyTake.set(s_, child, netuid, {to_int<u16>(c.at(3))});
    }
    storage.LastUpdate.set(s_, index_of(netuid), std::vector<u64>(n, to_u64(j.at("last_update"))));
    storage.ValidatorPermit.set(s_, netuid, flags(state.at("permit")));
    storage.Active.set(s_, netuid, flags(state.at("active")));
    storage.Consensus.set(s_, netuid, parts(state.at("consensus")));
    storage.Dividends.set(s_, netuid, parts(state.at("dividends")));
    storage.Incentive.set(s_, index_of(netuid), parts(state.at("incentive")));
    storage.ValidatorTrust.set(s_, netuid, parts(state.at("validator_trust")));
    storage.Emission.set(s_, netuid, std::vector<AlphaBalance>(n));
}

void World::build_subnet(const Json& j, const Json& state) {
    const NetUid netuid = netuid_of(j);
    storage.NetworksAdded.set(s_, netuid, true);
    storage.SubnetMechanism.set(s_, netuid, 1);
    storage.SubtokenEnabled.set(s_, netuid, true);
    storage.NetworkRegistrationAllowed.set(s_, netuid, true);
    storage.CommitRevealWeightsEnabled.set(s_, netuid, false);
    storage.RootClaimableThreshold.set(
        s_, netuid, fixed<I96F32>(world_.at("root_claim_threshold").at(netuid.id - 1u)));
    build_rules(netuid, j);
    build_pool(netuid, state);
    build_neurons(netuid, j, state);
    storage.BlocksSinceLastStep.set(s_, netuid, to_u64(state.at("blocks_since_step")));
    storage.LastMechansimStepBlock.set(s_, netuid, to_u64(state.at("last_step_block")));
    storage.LastEpochBlock.set(s_, netuid, to_u64(state.at("last_epoch_block")));
    storage.SubnetEpochIndex.set(s_, netuid, to_u64(state.at("epoch_index")));
}

void World::build_stake(const Json& j) {
    const NetUid netuid = netuid_of(j);
    const AccountId hotkey = account(j.at("hotkey"));
    storage.TotalHotkeyAlpha.set(s_, hotkey, netuid, alpha(j.at("total")));
    storage.TotalHotkeySharesV2.set(s_, hotkey, netuid, share(j.at("shares_total")));
    for (const Json& stake : j.at("stakes")) {
        const AccountId coldkey = account(stake.at(0));
        storage.AlphaV2.set(s_, hotkey, coldkey, netuid, share(stake.at(2)));
        subtensor::add_staking_hotkey(s_, coldkey, hotkey);
    }
}

std::string World::run(const Json& op) {
    const auto result = transactional(cx_, [&] { return dispatch(op); });
    if (result) return "ok";
    const std::string name = error_name(result.error());
    return name.substr(name.find('.') + 1);
}
Result<> World::dispatch(const Json& op) {
    const Origin origin = Origin::signed_by(account(op.at("coldkey")));
    if (op.at("op") == "claim_root")
        return subtensor::claim_root{netuids(op.at("subnets"))}.dispatch(cx_, origin);
    if (op.at("op") == "set_root_claim_type")
        return subtensor::set_root_claim_type{claim_type(op.at("type"))}.dispatch(cx_, origin);
    const AccountId hotkey = account(op.at("hotkey"));
    const NetUid netuid = netuid_of(op);
    if (op.at("op") == "burned_register")
        return subtensor::burned_register{netuid, hotkey}.dispatch(cx_, origin);
    if (op.at("op") == "add_stake")
        return subtensor::add_stake{hotkey, netuid, tao(op.at("amount"))}.dispatch(cx_, origin);
    if (op.at("op") == "remove_stake")
        return subtensor::remove_stake{hotkey, netuid, alpha(op.at("amount"))}.dispatch(cx_,
                                                                                        origin);
    throw std::runtime_error("unknown operation: " + op.dump());
}

Json World::root_claimed() const {
    std::map<std::tuple<u16, u64, u64>, u128> sorted;
    for (const auto& [keys, amount] : storage.RootClaimed.under(s_)) {
        const auto& [netuid, hotkey, coldkey] = keys;
        sorted[{netuid.id, number(hotkey), number(coldkey)}] = amount;
    }
    Json out = Json::array();
    for (const auto& [keys, amount] : sorted) {
        const auto& [netuid, hotkey, coldkey] = keys;
        if (amount != 0) out.push_back({netuid, hotkey, coldkey, to_decimal(amount)});
    }
    return out;
}

Json World::stakes() const {
    std::map<std::pair<u16, u64>, Json> rows;
    for (const auto& [keys, total] : storage.TotalHotkeyAlpha.under(s_)) {
        const auto& [hotkey, netuid] = keys;
        if (total.rao == 0) continue;
        rows[{netuid.id, number(hotkey)}] = {
            {"hotkey", number(hotkey)},
            {"netuid", netuid.id},
            {"total", text(total)},
            {"shares_total", text(storage.TotalHotkeySharesV2.get(s_, hotkey, netuid))},
            {"stakes", Json::array()}};
    }
    std::map<std::tuple<u16, u64, u64>, kernel::SafeFloat> shares;
    for (const auto& [keys, value] : storage.AlphaV2.under(s_)) {
        const auto& [hotkey, coldkey, netuid] = keys;
        if (!value.is_zero()) shares[{netuid.id, number(hotkey), number(coldkey)}] = value;
    }
    for (const auto& [keys, value] : shares) {
        const auto& [netuid, hotkey, coldkey] = keys;
        const auto stake = subtensor::get_stake_for_hotkey_and_coldkey_on_subnet(
            s_, account(hotkey), account(coldkey), NetUid{netuid});
        if (auto row = rows.find({netuid, hotkey}); row != rows.end())
            row->second["stakes"].push_back({coldkey, text(stake), text(value)});
    }
    Json out = Json::array();
    for (auto& [key, row] : rows) out.push_back(std::move(row));
    return out;
}

Json World::root_claimable() const {
    std::map<u64, Json> rows;
    for (const auto& [hotkey, rates] : storage.RootClaimable.under(s_)) {
        Json list = Json::array();
        for (const auto& [netuid, rate] : rates) list.push_back({netuid.id, text(rate)});
        rows[number(hotkey)] = {number(hotkey), list};
    }
    Json out = Json::array();
    for (auto& [key, row] : rows) out.push_back(std::move(row));
    return out;
}

template <class Item>
Json by_hotkey(const State& s, const Item& item, NetUid netuid) {
    std::map<u64, AlphaBalance> sorted;
    for (const auto& [hotkey, amount] : item.under(s, netuid)) sorted[number(hotkey)] = amount;
    Json out = Json::array();
    for (const auto& [hotkey, amount] : sorted)
        if (amount.rao != 0) out.push_back({hotkey, text(amount)});
    return out;
}

void World::compare_epoch(NetUid netuid, const Json& e, const std::string& at,
                          Differences& d) const {
    const auto same = [&](const char* name, const Json& got) {
        d.compare(at + name, got, e.at(name));
    };
    same("active", plain_list(storage.Active.get(s_, netuid)));
    same("permit", plain_list(storage.ValidatorPermit.get(s_, netuid)));
    same("consensus", plain_list(storage.Consensus.get(s_, netuid)));
    same("dividends", plain_list(storage.Dividends.get(s_, netuid)));
    same("incentive", plain_list(storage.Incentive.get(s_, index_of(netuid))));
    same("validator_trust", plain_list(storage.ValidatorTrust.get(s_, netuid)));
    same("stake_weight", plain_list(storage.StakeWeight.get(s_, netuid)));
    same("alpha_dividends", by_hotkey(s_, storage.AlphaDividendsPerSubnet, netuid));
    same("root_alpha_dividends", by_hotkey(s_, storage.RootAlphaDividendsPerSubnet, netuid));
    Json emission = Json::array(), uids = Json::array(), bonds = Json::array();
    for (const AlphaBalance amount : storage.Emission.get(s_, netuid))
        emission.push_back(text(amount));
    const u16 n = storage.SubnetworkN.get(s_, netuid);
    for (u16 uid = 0; uid < n; ++uid) {
        uids.push_back(number(storage.Keys.get(s_, netuid, uid)));
        Json row = Json::array();
        for (const auto& [to, bond] : storage.Bonds.get(s_, index_of(netuid), uid)) {
            row.push_back(to);
            row.push_back(bond);
        }
        bonds.push_back({uid, row});
    }
    same("emission", emission);
    same("uids", uids);
    same("bonds", bonds);
}

void World::compare_subnet(const Json& e, const std::string& when, Differences& d) const {
    const NetUid netuid = netuid_of(e);
    const std::string at = when + " subnet " + std::to_string(netuid.id) + " ";
    const auto same = [&](const char* name, const Json& got) {
        d.compare(at + name, got, e.at(name));
    };
    const auto amount = [&](const char* name, const auto& item) {
        same(name, text(item.get(s_, netuid)));
    };
    same("account_balance", text(free(*subtensor::get_subnet_account_id(s_, netuid))));
    amount("tao", storage.SubnetTAO);
    amount("alpha_in", storage.SubnetAlphaIn);
    amount("alpha_out", storage.SubnetAlphaOut);
    amount("tao_in_emission", storage.SubnetTaoInEmission);
    amount("alpha_in_emission", storage.SubnetAlphaInEmission);
    amount("alpha_out_emission", storage.SubnetAlphaOutEmission);
    amount("excess_tao", storage.SubnetExcessTao);
    amount("burn", storage.Burn);
    amount("pending_owner_cut", storage.PendingOwnerCut);
    amount("pending_root", storage.PendingRootAlphaDivs);
    amount("pending_server", storage.PendingServerEmission);
    amount("pending_validator", storage.PendingValidatorEmission);
    amount("protocol_alpha", storage.SubnetProtocolAlpha);
    amount("moving_price", storage.SubnetMovingPrice);
    amount("miner_burned", storage.MinerBurned);
    amount("root_prop", storage.RootProp);
    same("price", text(swap::current_alpha_price(s_, netuid)));
    same("quote_weight", to_decimal(swap::storage.SwapBalancer.get(s_, netuid).quote_weight()));
    same("protocol_flow", to_decimal(storage.SubnetProtocolFlow.get(s_, netuid)));
    same("tao_flow", to_decimal(storage.SubnetTaoFlow.get(s_, netuid)));
    same("volume", to_decimal(storage.SubnetVolume.get(s_, netuid)));
    same("blocks_since_step", storage.BlocksSinceLastStep.get(s_, netuid));
    same("epoch_index", storage.SubnetEpochIndex.get(s_, netuid));
    same("last_epoch_block", storage.LastEpochBlock.get(s_, netuid));
    same("last_step_block", storage.LastMechansimStepBlock.get(s_, netuid));
    same("pending_epoch_at", storage.PendingEpochAt.get(s_, netuid));
    compare_epoch(netuid, e, at, d);
}

void World::compare(const Json& e, const std::string& when, Differences& d) const {
    const auto same = [&](const char* name, const Json& got) {
        d.compare(when + " " + name, got, e.at(name));
    };
    same("block", cx_.block);
    same("author_balance", text(free(account(author_number))));
    for (const Json& b : e.at("balances"))
        d.compare(when + " balance of " + b.at(0).dump(), text(free(account(b.at(0)))), b.at(1));
    same("block_emission", to_decimal(storage.BlockEmission.get(s_)));
    same("currency_issuance", text(balances::storage.TotalIssuance.get(s_)));
    same("root_account_balance", text(free(*subtensor::get_subnet_account_id(s_, root_netuid))));
    same("root_alpha_out", text(storage.SubnetAlphaOut.get(s_, root_netuid)));
    same("root_tao", text(storage.SubnetTAO.get(s_, root_netuid)));
    same("root_claimable", root_claimable());
    same("root_claimed", root_claimed());
    same("total_issuance", text(storage.TotalIssuance.get(s_)));
    same("total_stake", text(storage.TotalStake.get(s_)));
    same("stake", stakes());
    for (const Json& subnet : e.at("subnets")) compare_subnet(subnet, when, d);
}

/// Up to the first step that differs: all later ones would, too.
Failure coinbase(const Json& record) {
    const RecordedConstants recorded;
    World world(record);
    Differences d;
    world.compare(record.at("state0"), "at the start", d);
    for (const Json& step : record.at("steps")) {
        if (d.failure()) break;
        const std::string block = "block " + step.at("after_block").at("block").dump();
        for (const Json& op : step.at("ops"))
            d.compare(block + " " + op.dump(), world.run(op), op.at("result"));
        if (!step.at("after_ops").is_null() && !d.failure())
            world.compare(step.at("after_ops"), "before " + block, d);
        world.next_block();
        if (!d.failure()) world.compare(step.at("after_block"), block, d);
    }
    return d.failure();
}

}  // namespace

Counts check_coinbase_trace(const Path& file) { return each_record<coinbase>(file); }

}  // namespace golden
