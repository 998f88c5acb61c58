#include "pallets/subtensor/constants.hpp"

namespace subtensor {

Constants constants;
Limits limits;

void use_fast_runtime() {
    constants.InitialTempo = 10;
    constants.InitialTxChildKeyTakeRateLimit = 5;
    constants.InitialColdkeySwapAnnouncementDelay = 50;
    constants.InitialColdkeySwapReannouncementDelay = 10;
    constants.HotkeySwapOnSubnetInterval = 1;
    constants.InitialMaxEpochsPerBlock = 32;
    limits = {.MechanismCountSetRateLimit = 1,
              .MechanismEmissionRateLimit = 1,
              .MaxUidsTrimmingRateLimit = 1,
              .PendingChildKeyCooldown = 15,
              .EvmKeyAssociateRateLimit = 1};
}

}  // namespace subtensor
