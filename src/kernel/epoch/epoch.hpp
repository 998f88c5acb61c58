// One epoch of Yuma consensus for one mechanism of a subnet: arrays in, arrays out, no state.
// Source: subtensor epoch/run_epoch.rs (epoch_mechanism).
//
// The caller decodes storage rows once, fills EpochInput, and writes EpochOutput back. A mechanism
// runs the same kernel with its own weights, bonds, last updates and share of the emission.
#pragma once
#include <span>

#include "kernel/math/matrix.hpp"

namespace kernel {

/// A stored row of weights or bonds: (column uid, value of 65535), in stored order. A column
/// appears at most once. Rows and columns of uids from n on are ignored.
using Cell = std::pair<u16, u16>;
struct RowView {
    u16 uid = 0;
    std::span<const Cell> cells;
};

/// A weight commit that has not been revealed.
struct WeightCommit {
    u16 uid = 0;
    u64 epoch = 0;
    u64 block = 0;
};

struct EpochInput {
    u16 n = 0;
    u64 block = 0;
    u64 tempo_blocks = 0;
    u64 activity_cutoff_blocks = 1;  // see activity_cutoff_blocks()
    u64 last_step_block = 0;         // last epoch of this mechanism, 0 = none
    u64 emission_rao = 0;            // alpha to share between miners and validators

    // Per uid, n entries. Missing entries of last_update make a uid inactive without weights.
    std::span<const u64> alpha_stake_rao;  // inherited
    std::span<const u64> tao_stake_rao;    // inherited, on root
    std::span<const u64> last_update;
    std::span<const u64> registered_at;
    std::vector<bool> permits;

    std::vector<RowView> weights;
    std::vector<RowView> bonds;

    std::optional<u16> owner_uid;
    U96F32 tao_weight;
    u64 stake_threshold_rao = 0;
    u16 max_validators = 64;
    u16 kappa = 32767;                  // of 65535
    u64 bonds_moving_average = 900000;  // of 10^6
    u16 bonds_penalty = 65535;          // of 65535
    bool yuma3 = false;
    bool liquid_alpha = false;  // has an effect with yuma3 only
    u16 alpha_low = 45875;      // of 65535
    u16 alpha_high = 58982;     // of 65535
    i16 alpha_sigmoid_steepness = 1000;
    /// Consensus that liquid alpha looks at instead of this epoch's, by uid, of 65535; none: this
    /// epoch's.
    std::vector<u16> liquid_consensus;

    bool commit_reveal = false;
    std::vector<WeightCommit> commits;  // live and expired ones, any order
    u64 epoch_now = 0;
    u64 reveal_period_epochs = 1;
};

/// Bonds before rounding: one row for each uid in `uids`; cells[i] are the columns that row i
/// stores, in the order it stores them.
struct BondRows {
    std::vector<u16> uids;
    Matrix values;
    std::vector<std::vector<u16>> cells;
};

/// The values between the steps, by uid; sums of 1 where normalised.
struct EpochSteps {
    Vector stake;         // normalised
    Vector active_stake;  // without inactive uids and uids without permit, normalised again
    Vector consensus;
    Vector validator_trust;
    Vector incentive;
    Vector dividends;
    BondRows ema_bonds;
};

/// By uid, n entries each.
struct EpochOutput {
    std::vector<u64> stake_rao;     // alpha + tao * tao_weight
    std::vector<u16> stake_weight;  // this and the following of 65535
    std::vector<u16> consensus;
    std::vector<u16> incentive;  // also the rank
    std::vector<u16> dividends;
    std::vector<u16> validator_trust;
    std::vector<bool> active;
    std::vector<bool> permits;
    std::vector<u64> emission_rao;  // server and validator share together, for display
    std::vector<u64> server_emission_rao;
    std::vector<u64> validator_emission_rao;
    std::vector<std::vector<Cell>> bonds;  // rows to store; empty for uids without permit
    EpochSteps steps;
};

/// max(1, factor * tempo / 1000).
u64 activity_cutoff_blocks(u32 factor_milli, u16 tempo_blocks);

EpochOutput run_epoch(const EpochInput&);

}  // namespace kernel
