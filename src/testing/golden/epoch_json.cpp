// Epoch inputs in vectors.
#include "testing/golden/epoch_json.hpp"

namespace golden {

using vectors::Json;
using vectors::to_int;
using vectors::to_u64;

std::vector<kernel::RowView> EpochCase::read_rows(const Json& sparse) {
    std::vector<kernel::RowView> out;
    for (const Json& entry : sparse) {
        const Json& flat = entry.at(1);
        std::vector<kernel::Cell> cells;
        for (std::size_t k = 0; k + 1 < flat.size(); k += 2) {
            cells.emplace_back(to_int<u16>(flat[k]), to_int<u16>(flat[k + 1]));
        }
        rows_.push_back(std::move(cells));  // moving a vector keeps its elements in place
        out.push_back({to_int<u16>(entry.at(0)), rows_.back()});
    }
    return out;
}

EpochCase::EpochCase(const Json& r)
    : alpha_stake_(vectors::to_ints<u64>(r.at("alpha_stake"))),
      tao_stake_(vectors::to_ints<u64>(r.at("tao_stake"))),
      last_update_(vectors::to_ints<u64>(r.at("last_update"))),
      registered_at_(vectors::to_ints<u64>(r.at("reg_block"))) {
    kernel::EpochInput& in = input_;
    in.n = to_int<u16>(r.at("n"));
    in.block = to_u64(r.at("block"));
    in.tempo_blocks = to_u64(r.at("tempo"));
    in.activity_cutoff_blocks = kernel::activity_cutoff_blocks(
        to_int<u32>(r.at("activity_cutoff_factor_milli")), to_int<u16>(r.at("tempo")));
    in.last_step_block = to_u64(r.at("last_step_block"));
    in.emission_rao = to_u64(r.at("rao_emission"));
    in.alpha_stake_rao = alpha_stake_;
    in.tao_stake_rao = tao_stake_;
    in.last_update = last_update_;
    in.registered_at = registered_at_;
    for (const Json& permit : r.at("permit")) in.permits.push_back(to_u64(permit) != 0);
    in.weights = read_rows(r.at("weights"));
    in.bonds = read_rows(r.at("bonds"));
    if (!r.at("owner_uid").is_null()) in.owner_uid = to_int<u16>(r.at("owner_uid"));
    in.tao_weight = U96F32::saturating_from_num(to_u64(r.at("tao_weight")))
                        .safe_div(U96F32::saturating_from_num(~u64{0}));
    in.stake_threshold_rao = to_u64(r.at("stake_threshold"));
    in.max_validators = to_int<u16>(r.at("max_validators"));
    in.kappa = to_int<u16>(r.at("kappa"));
    in.bonds_moving_average = to_u64(r.at("bonds_moving_average"));
    in.bonds_penalty = to_int<u16>(r.at("bonds_penalty"));
    in.yuma3 = to_u64(r.at("yuma3")) != 0;
    in.liquid_alpha = to_u64(r.at("liquid_alpha")) != 0;
    in.alpha_low = to_int<u16>(r.at("alpha_low"));
    in.alpha_high = to_int<u16>(r.at("alpha_high"));
    in.alpha_sigmoid_steepness = to_int<i16>(r.at("alpha_sigmoid_steepness"));
    in.commit_reveal = to_u64(r.at("commit_reveal")) != 0;
    for (const Json& c : r.at("commits")) {
        in.commits.push_back({to_int<u16>(c.at(0)), to_u64(c.at(1)), to_u64(c.at(2))});
    }
    in.epoch_now = to_u64(r.at("epoch_now"));
    in.reveal_period_epochs = to_u64(r.at("reveal_period"));
}

}  // namespace golden
