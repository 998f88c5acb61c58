// What a stranger must not know who would choose keys that all lie in one place of a hash table.
#pragma once
#include "base/types.hpp"

/// Makes the hashes of this process its own. To be called before the first KeyMap is made: nothing
/// but time depends on it. 0 is how every process begins.
void set_key_hash_seed(u64 seed);
