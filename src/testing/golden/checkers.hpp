// The checkers of vector files by kind; see golden.hpp for how to add one.
#pragma once
#include "testing/golden/golden.hpp"

namespace golden {

// axon.cpp
Counts check_axon_capture(const Path&);
Counts check_axon_python_str(const Path&);

// coinbase.cpp
Counts check_coinbase_trace(const Path&);

// economy.cpp
Counts check_block_emission(const Path&);
Counts check_dividend_split(const Path&);
Counts check_emission_shares(const Path&);
Counts check_lock_cost(const Path&);
Counts check_mechanism_split(const Path&);
Counts check_moving_price(const Path&);
Counts check_parent_child(const Path&);
Counts check_prune_uid(const Path&);
Counts check_registration_burn(const Path&);

// keys.cpp
Counts check_key_addresses(const Path&);
Counts check_key_derivation(const Path&);
Counts check_key_encryption(const Path&);
Counts check_key_signatures(const Path&);
Counts check_key_uris(const Path&);
Counts check_wallet_tree(const Path&);

// pools.cpp
Counts check_pow_ratio(const Path&);
Counts check_safe_float(const Path&);
Counts check_share_pool(const Path&);
Counts check_swap_liquidity(const Path&);
Counts check_swap_sim(const Path&);

// epoch.cpp, epoch_math.cpp
Counts check_epoch(const Path&);
Counts check_epoch_math(const Path&);

// fixed_point.cpp
Counts check_fixed_arith(const Path&);
Counts check_fixed_convert(const Path&);

// transcendental.cpp
Counts check_fixed_transcendental(const Path&);

// timelock.cpp
Counts check_mev_shield(const Path&);
Counts check_own_beacon(const Path&);
Counts check_quicknet(const Path&);

// traces.cpp
Counts check_storage_prefixes(const Path&);
Counts check_trace(const Path&);

// trie.cpp
Counts check_trie_ordered(const Path&);
Counts check_trie_proofs(const Path&);
Counts check_trie_roots(const Path&);
Counts check_trie_updates(const Path&);

}  // namespace golden
