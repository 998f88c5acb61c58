// The chain's beginning.
#include "chain/genesis.hpp"

#include "crypto/ss58.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/crowdloan/types.hpp"
#include "pallets/drand/storage.hpp"
#include "pallets/limit_orders/pallet.hpp"
#include "pallets/subtensor/constants.hpp"
#include "pallets/subtensor/genesis.hpp"
#include "runtime/executive.hpp"

namespace chain {
namespace {

constexpr u64 fast_slot_ms = 250, normal_slot_ms = 12'000, local_evm_chain_id = 42;
constexpr auto wealth = 1'000'000_tao, savings = 2'000_tao;

struct Named {
    std::string_view address;
    TaoBalance balance;
};
// Development accounts, of well-known secrets: //Alice, //Bob, ...
constexpr std::string_view alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
                           alice_hotkey = "5Dt9sidKJJxfvznECukm6ptHMWP7AykqkooeZijhDfBQFDqe",
                           one = "5Fxune7f71ZbpP2FoY3mhYcmM596Erhv1gRue4nsPwkxMR4n",
                           two = "5CUjxa4wVKMj3FqKdqAUf7zcEMr4MYAjXeWmUf44B41neLmJ",
                           three = "5FKiDJ3T1c59m3QwQVgXyk2QmibqBaYSzk2X5eiPjLR438pk";
constexpr Named accounts[] = {
    {alice, wealth},
    {"5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty", wealth},   // Bob
    {"5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y", wealth},   // Charlie
    {"5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy", savings},  // Dave
    {"5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw", savings},  // Eve
    {"5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL", savings},  // Ferdie
    {one, savings},
    {two, savings},
    {three, savings},
    {"5Fghzk1AJt88PeFEzuRfXzbPchiBbsVGTTXcdx599VdZzkTA", savings},  // Alith, of Ethereum
    {"5GeqNhKWj1KG78VHzbmo3ZjZgUTrCuWeamdgiA114XHGdaEr", savings},  // Baltathar, of Ethereum
};

AccountId account(std::string_view address) {
    const auto decoded = crypto::ss58_decode(address);
    ASSERT(decoded);
    return {decoded->account};
}

FrameGenesis frame_genesis(const Spec& spec) {
    FrameGenesis genesis;
    for (const auto& [address, balance] : accounts)
        genesis.balances.emplace_back(account(address), balance);
    if (spec.funded) {
        const auto at = std::find_if(genesis.balances.begin(), genesis.balances.end(),
                                     [&](auto& entry) { return entry.first == *spec.funded; });
        if (at == genesis.balances.end())
            genesis.balances.emplace_back(*spec.funded, wealth);
        else
            at->second = wealth;
    }
    genesis.sudo_key = account(alice);
    genesis.spec_version = spec.spec_version.value_or(newest_spec_version);
    genesis.evm_chain_id = local_evm_chain_id;
    genesis.authorities = {account(one), account(two), account(three)};
    return genesis;
}

}  // namespace

u64 slot_duration_ms(const Spec& spec) {
    if (spec.slot_ms != 0) return spec.slot_ms;
    return spec.profile == Profile::fast ? fast_slot_ms : normal_slot_ms;
}

void use_constants(const Spec& spec) {
    if (spec.profile == Profile::fast) {
        subtensor::use_fast_runtime();
        crowdloan::use_fast_runtime();
    }
    aura::set_slot_duration(slot_duration_ms(spec));
}

Changes genesis_state(const Spec& spec) {
    const MemoryView nothing;
    State state(nothing);
    build_frame_genesis(state, frame_genesis(spec));
    subtensor::Genesis genesis;
    if (spec.profile == Profile::fast) {
        genesis.root_owner = account(alice);
        genesis.root_owner_hotkey = account(alice_hotkey);
    }
    subtensor::build_genesis(state, genesis);
    limit_orders::build_genesis(state);
    if (spec.beacon == Beacon::Own) drand::storage.BeaconConfig.set(state, own_beacon());
    return std::move(state).take_changes();
}

}  // namespace chain
