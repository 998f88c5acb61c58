// The runtime: the one list of pallets, in the order of their indices.
#include "frame/pallet.hpp"
#include "pallets/admin_utils/pallet.hpp"
#include "pallets/alpha_assets/pallet.hpp"
#include "pallets/aura/pallet.hpp"
#include "pallets/balances/pallet.hpp"
#include "pallets/collective_flip/collective_flip.hpp"
#include "pallets/commitments/pallet.hpp"
#include "pallets/crowdloan/pallet.hpp"
#include "pallets/drand/pallet.hpp"
#include "pallets/evm_chain_id/pallet.hpp"
#include "pallets/grandpa/pallet.hpp"
#include "pallets/limit_orders/pallet.hpp"
#include "pallets/multisig/pallet.hpp"
#include "pallets/preimage/pallet.hpp"
#include "pallets/proxy/pallet.hpp"
#include "pallets/safe_mode/pallet.hpp"
#include "pallets/scheduler/pallet.hpp"
#include "pallets/shield/pallet.hpp"
#include "pallets/subtensor/pallet.hpp"
#include "pallets/sudo/pallet.hpp"
#include "pallets/swap/pallet.hpp"
#include "pallets/system/pallet.hpp"
#include "pallets/timestamp/pallet.hpp"
#include "pallets/transaction_payment/pallet.hpp"
#include "pallets/utility/pallet.hpp"

std::span<const Pallet* const> runtime() {
    static constexpr std::array pallets{
        &frame_system::pallet,
        &collective_flip::pallet,
        &timestamp::pallet,
        &aura::pallet,
        &grandpa::pallet,
        &balances::pallet,
        &transaction_payment::pallet,
        &subtensor::pallet,
        &utility::pallet,
        &sudo::pallet,
        &multisig::pallet,
        &preimage::pallet,
        &scheduler::pallet,
        &proxy::pallet,
        &commitments::pallet,
        &admin_utils::pallet,
        &safe_mode::pallet,
        &evm_chain_id::pallet,
        &drand::pallet,
        &crowdloan::pallet,
        &swap::pallet,
        &shield::pallet,
        &alpha_assets::pallet,
        &limit_orders::pallet,
    };
    return pallets;
}

std::span<const ReservedPlace> reserved_pallets() {
    static constexpr ReservedPlace places[] = {
        {4, "Grandpa"}, {21, "Ethereum"}, {22, "EVM"}, {25, "BaseFee", false}, {29, "Contracts"},
    };
    return places;
}
