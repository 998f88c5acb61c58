// What the calls cost: index, name, weight, fee and class, as in runtime 425.
#include "pallets/subtensor/calls.hpp"

#include "pallets/subtensor/pallet.hpp"

namespace subtensor {

static constexpr std::array rows{
    call<set_weights>("set_weights", {118513610000, 10327410}, Pays::No, DispatchClass::Normal, ""),
    call<add_stake>("add_stake", {3064064000, 8727}, Pays::Yes, DispatchClass::Normal, ""),
    call<remove_stake>("remove_stake", {2569198000, 10557}, Pays::Yes, DispatchClass::Normal, ""),
    call<serve_axon>("serve_axon", {206278000, 4178}, Pays::No, DispatchClass::Normal, ""),
    call<serve_prometheus>("serve_prometheus", {204294000, 4277}, Pays::No, DispatchClass::Normal,
                           ""),
    call<burned_register>("burned_register", {4086815000, 6148}, Pays::Yes, DispatchClass::Normal,
                          ""),
    call<serve_axon_tls>("serve_axon_tls", {205617000, 4149}, Pays::No, DispatchClass::Normal, ""),
    call<register_network>("register_network", {6077125000, 9947}, Pays::Yes, DispatchClass::Normal,
                           ""),
    call<root_register>("root_register", {2178934000, 4981}, Pays::Yes, DispatchClass::Normal, ""),
    call<decrease_take>("decrease_take", {304895000, 4295}, Pays::No, DispatchClass::Normal, ""),
    call<increase_take>("increase_take", {362710000, 4388}, Pays::No, DispatchClass::Normal, ""),
    call<set_identity>("set_identity", {207040000, 6829}, Pays::Yes, DispatchClass::Normal, ""),
    call<set_subnet_identity>("set_subnet_identity", {142513000, 4060}, Pays::Yes,
                              DispatchClass::Normal, ""),
    call<register_network_with_identity>("register_network_with_identity", {5950041000, 9883},
                                         Pays::Yes, DispatchClass::Normal, ""),
    call<unstake_all>("unstake_all", {176830000, 9189}, Pays::Yes, DispatchClass::Normal, ""),
    call<unstake_all_alpha>("unstake_all_alpha", {4275873000, 11306}, Pays::Yes,
                            DispatchClass::Normal, ""),
    call<move_stake>("move_stake", {1391061000, 7919}, Pays::Yes, DispatchClass::Normal, ""),
    call<transfer_stake>("transfer_stake", {1333541000, 7994}, Pays::Yes, DispatchClass::Normal,
                         ""),
    call<swap_stake>("swap_stake", {4317019000, 10920}, Pays::Yes, DispatchClass::Normal, ""),
    call<add_stake_limit>("add_stake_limit", {3253005000, 8727}, Pays::Yes, DispatchClass::Normal,
                          ""),
    call<remove_stake_limit>("remove_stake_limit", {2715696000, 10591}, Pays::Yes,
                             DispatchClass::Normal, ""),
    call<swap_stake_limit>("swap_stake_limit", {4519515000, 11077}, Pays::Yes,
                           DispatchClass::Normal, ""),
    call<try_associate_hotkey>("try_associate_hotkey", {400337000, 4283}, Pays::Yes,
                               DispatchClass::Normal, ""),
    call<start_call>("start_call", {364454000, 4583}, Pays::Yes, DispatchClass::Normal, ""),
    call<commit_weights>("commit_weights", {594049000, 4714}, Pays::No, DispatchClass::Normal, ""),
    call<reveal_weights>("reveal_weights", {786227000, 7590}, Pays::No, DispatchClass::Normal, ""),
    call<commit_mechanism_weights>("commit_mechanism_weights", {430130000, 0}, Pays::No,
                                   DispatchClass::Normal, ""),
    call<reveal_mechanism_weights>("reveal_mechanism_weights", {722000000, 0}, Pays::No,
                                   DispatchClass::Normal, ""),
    call<set_mechanism_weights>("set_mechanism_weights", {118515000000, 0}, Pays::No,
                                DispatchClass::Normal, ""),
    call<register_limit>("register_limit", {5529200000, 0}, Pays::Yes, DispatchClass::Normal, ""),
};
std::span<const CallRow> calls() { return rows; }

}  // namespace subtensor
