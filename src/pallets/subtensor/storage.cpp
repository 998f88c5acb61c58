// The one definition of the pallet's storage list.
#include "pallets/subtensor/storage.hpp"

namespace subtensor {

Storage::Storage() : StorageList("SubtensorModule") {}
const Storage storage;

}  // namespace subtensor
