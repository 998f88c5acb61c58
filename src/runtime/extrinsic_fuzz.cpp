// Any bytes as an extrinsic: decoded or refused, and what is decoded is written in one form.
#include "base/assert.hpp"
#include "runtime/executive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size);
int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    BytesView raw(data, size);
    if (auto xt = decode_extrinsic(raw)) {
        auto once = encode_extrinsic(*xt);
        auto again = decode_extrinsic(once);
        ASSERT(again && encode_extrinsic(*again) == once);
    }
    MemoryView empty;
    State scratch(empty);
    (void)validate_transaction(scratch, TransactionSource::External, Hash{}, raw);
    return 0;
}
