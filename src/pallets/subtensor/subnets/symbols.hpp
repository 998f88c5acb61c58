// The letter of a subnet's token, and the subnet's name.
#pragma once
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// UTF-8. Root's letter for netuids beyond the table.
Bytes get_symbol_for_subnet(NetUid netuid);
/// The subnet's own letter if it is free, else the first free one, else root's.
Bytes get_next_available_symbol(const State& s, NetUid netuid);
/// The name in the subnet's identity, else one by its number.
Bytes get_name_for_subnet(const State& s, NetUid netuid);

}  // namespace subtensor
