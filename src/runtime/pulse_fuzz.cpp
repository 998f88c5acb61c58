// Any bytes as pulses that nobody signed for: the pool and a block refuse them or take them, and
// only pulses of the beacon are kept.
#include "base/assert.hpp"
#include "pallets/drand/calls.hpp"
#include "pallets/drand/storage.hpp"
#include "pallets/drand/validate_unsigned.hpp"

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size);
int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const auto call = scale::decoded<drand::write_pulse>(BytesView(data, size));
    if (!call) return 0;
    const MemoryView nothing;
    State state(nothing);
    Context cx{.state = state, .block = 1};
    const auto any = AnyCall::of(*call);
    const bool from_outside = bool(drand::validate_unsigned(state, true, any));
    const bool in_block = bool(drand::validate_unsigned(state, false, any));
    ASSERT(in_block || !from_outside);
    (void)any.dispatch(cx, Origin{});
    const u64 last = drand::storage.LastStoredRound.get(state);
    ASSERT(last == 0 || drand::storage.Pulses.has(state, last));
    return 0;
}
