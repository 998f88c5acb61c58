// Any bytes as a call: what is decoded is written the same way, weighs something and can be shown.
#include "base/assert.hpp"
#include "frame/call.hpp"

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size);
int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    BytesView raw(data, size);
    auto call = scale::decoded<AnyCall>(raw);
    if (!call) return 0;
    auto again = scale::encoded(*call);
    ASSERT(std::equal(again.begin(), again.end(), raw.begin(), raw.end()));
    (void)call->info();
    scale::Reader in(raw.subspan(2));
    (void)scale::to_json(call->row->type(), in);
    return 0;
}
