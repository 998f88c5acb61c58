// An epoch of Null consensus: the validator with most stake alone decides what miners earn, stake
// alone what dividends are; bonds rest. Payouts are whole units that add up to the budgets.
// Source: subtensor epoch/run_epoch.rs of runtime 475 (epoch_mechanism_with_budgets).
#pragma once
#include "kernel/epoch/epoch.hpp"

namespace kernel {

/// In rao. Without any stake miners get `fallback`, which holds no root dividends, and nobody else
/// anything.
struct NullBudgets {
    u64 miners = 0, dividends = 0, fallback = 0;
};

/// The uid with most stake, unrounded; the first of equals. None on an empty subnet.
std::optional<u16> null_validator_winner(std::span<const I64F64> stakes);
/// The same of an epoch's input, whose weights are not read.
std::optional<u16> null_validator_winner(const EpochInput&);

/// Weights of others than the winner are not read. No bonds come out; in.emission_rao is not used.
EpochOutput run_null_epoch(const EpochInput&, NullBudgets);

}  // namespace kernel
