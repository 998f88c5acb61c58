// The steps of an epoch, for epoch.cpp; not for other parts.
#pragma once
#include "kernel/epoch/epoch.hpp"

namespace kernel {

/// stakes.cpp: who has which stake, is active and may set weights.
struct Stakes {
    std::vector<I64F64> total;  // rao, unnormalised
    Vector stake;
    Vector active_stake;
    std::vector<bool> active;
    std::vector<bool> permits;      // in force during this epoch
    std::vector<bool> new_permits;  // from now on
};
Stakes weigh_stakes(const EpochInput&);

/// The uids whose rows can matter in this epoch, ascending.
std::vector<u16> live_rows(const EpochInput&, const Stakes&);

/// weights.cpp: the weights that count.
struct Weights {
    Matrix values;
    std::vector<std::vector<u16>> cells;  // columns in stored order; filled for liquid alpha only
};
/// Stored numbers as lowest bits, not normalised: only their ratios within a row are of use.
Weights valid_weights(const EpochInput&, const std::vector<bool>& permits,
                      std::span<const u16> live);

/// consensus.cpp
struct Consensus {
    Vector consensus;  // by uid
    Vector trust;      // by live row
    Vector incentive;  // by uid
};
Consensus find_consensus(const Matrix& weights, VectorView stake_by_row, I32F32 kappa);

/// bonds.cpp: bonds moved towards the weights, and the dividends they earn.
struct BondStep {
    Matrix values;
    std::vector<std::vector<u16>> cells;
    Vector dividends;  // by live row, normalised
};
BondStep move_bonds(const EpochInput&, Weights, const Consensus&, VectorView stake_by_row,
                    std::span<const u16> live);

/// Bonds to uids registered at or after this block are void.
u64 bonds_valid_before(const EpochInput&);
/// The other bonds; stored numbers as lowest bits.
Matrix valid_bonds(const EpochInput&, std::span<const u16> live);

/// The cells of each uid's row, rows of larger uids left out.
std::vector<std::span<const Cell>> rows_by_uid(std::span<const RowView> rows, u16 n);

/// liquid_alpha.cpp: the moving average of bonds with a rate for each cell; only cells of `fresh`
/// survive, in its order. The dividends are left empty.
BondStep liquid_moving_average(const EpochInput&, const Weights& fresh, const Matrix& old,
                               VectorView consensus, std::span<const u16> live);

/// emission.cpp: fills the emission arrays from incentive and dividends.
void share_emission(const EpochInput&, EpochOutput&);

}  // namespace kernel
