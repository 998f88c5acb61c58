// Errors as the numbers of refused transactions (common/src/transaction_error.rs).
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/guards/guards.hpp"

namespace subtensor {

u8 custom_transaction_error(const DispatchError& e) {
    constexpr u8 bad_request = 255;
    if (e.kind != DispatchError::Kind::Module || e.pallet != pallet_index) return bad_request;
    switch (Error(e.error)) {
        using enum Error;
        case ColdkeySwapAnnounced: return 0;
        case AmountTooLow:
        case NotEnoughStakeToSetWeights: return 1;
        case NotEnoughBalanceToStake: return 2;
        case SubnetNotExists: return 3;
        case HotKeyAccountNotExists: return 4;
        case NotEnoughStakeToWithdraw: return 5;
        case CommittingWeightsTooFast:
        case SettingWeightsTooFast:
        case NetworkTxRateLimitExceeded: return 6;
        case InsufficientLiquidity: return 7;
        case SlippageTooHigh: return 8;
        case TransferDisallowed: return 9;
        case HotKeyNotRegisteredInNetwork: return 10;
        case InvalidIpAddress: return 11;
        case ServingRateLimitExceeded: return 12;
        case InvalidPort: return 13;
        case InvalidRevealRound: return 15;
        case NoWeightsCommitFound: return 16;
        case RevealTooEarly: return 17;
        case InputLengthsUnequal: return 18;
        case HotKeyNotRegisteredInSubNet: return 19;
        case EvmKeyAssociateRateLimitExceeded: return 20;
        case ColdkeySwapDisputed: return 21;
        case NonAssociatedColdKey: return 25;
        case DelegateTakeTooLow: return 26;
        case DelegateTakeTooHigh: return 27;
        default: return bad_request;
    }
}

}  // namespace subtensor
