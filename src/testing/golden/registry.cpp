// The table of vector kinds that can be checked; one line each.
#include "testing/golden/checkers.hpp"

namespace golden {

std::span<const Checker> checkers() {
    static constexpr Checker table[] = {
        {"axon/body-hash-python-str", check_axon_python_str},
        {"axon/*", check_axon_capture},
        {"bigmath_pow_ratio", check_pow_ratio},
        {"block_emission", check_block_emission},
        {"coinbase_trace", check_coinbase_trace},
        {"root_claim_trace", check_coinbase_trace},
        {"dividend_split", check_dividend_split},
        {"emission_shares", check_emission_shares},
        {"lock_cost", check_lock_cost},
        {"mechanism_split", check_mechanism_split},
        {"moving_price", check_moving_price},
        {"parent_child", check_parent_child},
        {"prune_uid", check_prune_uid},
        {"registration_burn", check_registration_burn},
        {"safe_float", check_safe_float},
        {"share_pool", check_share_pool},
        {"swap_liquidity", check_swap_liquidity},
        {"swap_sim", check_swap_sim},
        {"epoch_math_vec", check_epoch_math},
        {"epoch_*", check_epoch},
        {"fixed_transcendental", check_fixed_transcendental},
        {"fixed_arith", check_fixed_arith},
        {"fixed_convert", check_fixed_convert},
        {"keys/keyfile-encryption", check_key_encryption},
        {"keys/mnemonic-and-seed", check_key_derivation},
        {"keys/signatures", check_key_signatures},
        {"keys/ss58", check_key_addresses},
        {"keys/uri-derivation", check_key_uris},
        {"keys/wallet-tree", check_wallet_tree},
        {"a_subnets_*", check_trace},
        {"b_staking_*", check_trace},
        {"c_weights_*", check_trace},
        {"d_delegation_*", check_trace},
        {"e_keys_*", check_trace},
        {"f_pruning_*", check_trace},
        {"g_locks_*", check_trace},
        {"h_soak_*", check_trace},
        {"i_large_*", check_trace},
        {"p_production_*", check_trace},
        {"s_epochs_*", check_trace},
        {"s_errors_*", check_trace},
        {"s_lease_*", check_trace},
        {"s_locks_*", check_trace},
        {"s_misc_*", check_trace},
        {"s_owner_*", check_trace},
        {"storage_prefixes", check_storage_prefixes},
        {"trie/ordered", check_trie_ordered},
        {"trie/proofs", check_trie_proofs},
        {"trie/roots", check_trie_roots},
        {"trie/updates", check_trie_updates},
    };
    return table;
}

}  // namespace golden
