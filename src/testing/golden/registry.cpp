// The table of vector kinds that can be checked; one line each.
#include "testing/golden/checkers.hpp"

namespace golden {

std::span<const Checker> checkers() {
    static constexpr Checker table[] = {
        {"fixed_arith", check_fixed_arith},   {"fixed_convert", check_fixed_convert},
        {"trie/ordered", check_trie_ordered}, {"trie/proofs", check_trie_proofs},
        {"trie/roots", check_trie_roots},     {"trie/updates", check_trie_updates},
    };
    return table;
}

}  // namespace golden
