#include "pallets/subtensor/coinbase/alpha.hpp"

#include "pallets/alpha_assets/alpha_assets.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {

AlphaBalance mint_alpha(State& s, NetUid netuid, AlphaBalance amount) {
    return alpha_assets::mint_alpha(s, netuid, amount);
}
void resolve_to_alpha_out(State& s, NetUid netuid, AlphaBalance amount) {
    if (amount.rao == 0) return;
    storage.SubnetAlphaOut.change(s, netuid, [&](auto& v) { v = saturating_add(v, amount); });
}
void resolve_to_alpha_in(State& s, NetUid netuid, AlphaBalance amount) {
    if (amount.rao == 0) return;
    storage.SubnetAlphaIn.change(s, netuid, [&](auto& v) { v = saturating_add(v, amount); });
}
void recycle_subnet_alpha(State& s, NetUid netuid, AlphaBalance amount) {
    if (amount.rao == 0) return;
    storage.SubnetAlphaOut.change(s, netuid, [&](auto& v) { v = saturating_sub(v, amount); });
    alpha_assets::recycle_alpha(s, netuid, amount);
}
void burn_subnet_alpha(State& s, NetUid netuid, AlphaBalance amount) {
    if (amount.rao != 0) alpha_assets::burn_alpha(s, netuid, amount);
}

}  // namespace subtensor
