// The one definition of the pallet's storage list.
#include "pallets/system/storage.hpp"

namespace frame_system {

Storage::Storage() : StorageList("System") {}
const Storage storage;

}  // namespace frame_system
