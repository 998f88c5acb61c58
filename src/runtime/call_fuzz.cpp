// Any bytes as a call: what is decoded is written in one form, weighs something and can be shown.
#include "base/assert.hpp"
#include "frame/call.hpp"

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size);
int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    BytesView raw(data, size);
    auto call = scale::decoded<AnyCall>(raw);
    if (!call) return 0;
    // Sets are read in any order, as in the reference, and written in theirs: the second time must
    // give the same bytes.
    auto once = scale::encoded(*call);
    auto again = scale::decoded<AnyCall>(once);
    ASSERT(again && scale::encoded(*again) == once);
    (void)call->info();
    scale::Reader in(raw.subspan(2));
    (void)scale::to_json(call->row->type(), in);
    return 0;
}
