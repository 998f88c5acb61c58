// The constants of the runtime behind the coinbase traces.
#pragma once
#include "pallets/balances/storage.hpp"
#include "pallets/subtensor/constants.hpp"
#include "pallets/swap/types.hpp"

namespace golden {

/// The runtime that the worlds were recorded with, for as long as this lives: other checks of the
/// process want the usual constants.
class RecordedConstants {
public:
    RecordedConstants() {
        balances::constants.ExistentialDeposit = {1};
        swap::constants.MinimumReserve = {100};
        auto& c = subtensor::constants;
        c.InitialMinStake = {2'000'000};
        c.InitialMaxRegistrationsPerBlock = 3;
        c.InitialNetworkRateLimit = 0;
        c.InitialTxRateLimit = 0;
        c.HotkeySwapOnSubnetInterval = 15;
        c.InitialMinAllowedWeights = 0;
    }
    ~RecordedConstants() {
        balances::constants = balances_;
        swap::constants = swap_;
        subtensor::constants = subtensor_;
    }
    RecordedConstants(const RecordedConstants&) = delete;

private:
    const balances::Constants balances_ = balances::constants;
    const swap::Constants swap_ = swap::constants;
    const subtensor::Constants subtensor_ = subtensor::constants;
};

}  // namespace golden
