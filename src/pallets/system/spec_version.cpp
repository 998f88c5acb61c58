#include "pallets/system/spec_version.hpp"

#include "pallets/system/storage.hpp"

namespace frame_system {

u32 spec_version(const State& s) {
    u64 version = newest_spec_version;
    // The version stands first, and is asked for too often to decode the name behind it.
    s.read(storage.LastRuntimeUpgrade.prefix(), [&](BytesView raw) {
        scale::Reader in(raw);
        version = scale::take_compact(in);
    });
    return u32(version);
}

void set_spec_version(State& s, u32 version) {
    storage.LastRuntimeUpgrade.set(s, {{version}, {std::string(runtime_name)}});
}

}  // namespace frame_system
