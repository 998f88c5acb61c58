// Epoch vectors: whole epochs with the steps between.
#include "kernel/epoch/epoch.hpp"

#include "testing/golden/checkers.hpp"
#include "testing/golden/epoch_json.hpp"
#include "testing/golden/fixed_json.hpp"

namespace golden {
namespace {

Json texts(kernel::VectorView values) {
    Json out = Json::array();
    for (const I32F32 v : values) out.push_back(text(v));
    return out;
}
Json texts(const std::vector<u64>& values) {
    Json out = Json::array();
    for (const u64 v : values) out.push_back(std::to_string(v));
    return out;
}
Json flags(const std::vector<bool>& values) {
    Json out = Json::array();
    for (const bool v : values) out.push_back(v ? 1 : 0);
    return out;
}

/// Rows as in the vectors: [uid, [column, value, ...]] without empty rows.
Json sparse(const std::vector<std::vector<kernel::Cell>>& rows) {
    Json out = Json::array();
    for (std::size_t uid = 0; uid < rows.size(); ++uid) {
        if (rows[uid].empty()) continue;
        Json cells = Json::array();
        for (const auto& [column, value] : rows[uid]) {
            cells.push_back(column);
            cells.push_back(value);
        }
        out.push_back(Json::array({uid, std::move(cells)}));
    }
    return out;
}

/// Rows of [column, bits] for every uid.
Json bond_bits(const kernel::BondRows& bonds, std::size_t n) {
    Json out = Json::array();
    for (std::size_t uid = 0; uid < n; ++uid) out.push_back(Json::array());
    for (std::size_t i = 0; i < bonds.uids.size(); ++i) {
        for (const u16 j : bonds.cells[i]) {
            out[bonds.uids[i]].push_back(Json::array({j, text(bonds.values.row(i)[j])}));
        }
    }
    return out;
}

Failure epoch_record(const Json& r) {
    const EpochCase input(r);
    const kernel::EpochOutput got = kernel::run_epoch(input.view());
    const Json& out = r.at("out");
    Differences d;
    d.compare("stake", texts(got.stake_rao), out.at("stake"));
    d.compare("stake_weight", got.stake_weight, out.at("stake_weight"));
    d.compare("active", flags(got.active), out.at("active"));
    d.compare("consensus", got.consensus, out.at("consensus"));
    d.compare("incentive", got.incentive, out.at("incentive"));
    d.compare("dividends", got.dividends, out.at("dividends"));
    d.compare("validator_trust", got.validator_trust, out.at("validator_trust"));
    d.compare("permit", flags(got.permits), out.at("permit"));
    d.compare("emission", texts(got.emission_rao), out.at("emission"));
    d.compare("server_emission", texts(got.server_emission_rao), out.at("server_emission"));
    d.compare("validator_emission", texts(got.validator_emission_rao),
              out.at("validator_emission"));
    d.compare("bonds", sparse(got.bonds), out.at("bonds"));
    if (!out.contains("raw")) return d.failure();
    const Json& raw = out.at("raw");
    d.compare("raw stake", texts(got.steps.stake), raw.at("stake"));
    d.compare("raw active_stake", texts(got.steps.active_stake), raw.at("active_stake"));
    d.compare("raw consensus", texts(got.steps.consensus), raw.at("consensus"));
    d.compare("raw validator_trust", texts(got.steps.validator_trust), raw.at("validator_trust"));
    d.compare("raw incentive", texts(got.steps.incentive), raw.at("incentive"));
    d.compare("raw dividends", texts(got.steps.dividends), raw.at("dividends"));
    if (raw.contains("ema_bonds")) {
        d.compare("raw ema_bonds", bond_bits(got.steps.ema_bonds, input.view().n),
                  raw.at("ema_bonds"));
    }
    return d.failure();
}

}  // namespace

Counts check_epoch(const Path& file) { return for_each(file, epoch_record); }

}  // namespace golden
