// Raw keys and values of the state as people read them: item names, decoded keys, JSON values.
#pragma once
#include "frame/pallet.hpp"

/// The declared item whose prefix the key begins with; null when there is none.
const StorageEntry* find_entry(BytesView key);

/// "SubtensorModule.Tempo[2]"; a key of no declared item stays hex. Hashed-only parts are "#".
std::string key_text(BytesView key);

/// The value as JSON by its item's type; hex when the item is unknown or the bytes don't decode.
std::string value_text(BytesView key, BytesView value);
