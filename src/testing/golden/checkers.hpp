// The checkers of vector files by kind; see golden.hpp for how to add one.
#pragma once
#include "testing/golden/golden.hpp"

namespace golden {

// fixed_point.cpp
Counts check_fixed_arith(const Path&);
Counts check_fixed_convert(const Path&);

// trie.cpp
Counts check_trie_ordered(const Path&);
Counts check_trie_proofs(const Path&);
Counts check_trie_roots(const Path&);
Counts check_trie_updates(const Path&);

}  // namespace golden
