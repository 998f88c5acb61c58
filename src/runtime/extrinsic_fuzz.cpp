// Any bytes as an extrinsic: decoded or refused, and what is decoded is written the same way.
#include "base/assert.hpp"
#include "runtime/executive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size);
int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    BytesView raw(data, size);
    if (auto xt = decode_extrinsic(raw)) {
        auto again = encode_extrinsic(*xt);
        ASSERT(std::equal(again.begin(), again.end(), raw.begin(), raw.end()));
    }
    MemoryView empty;
    State scratch(empty);
    (void)validate_transaction(scratch, TransactionSource::External, Hash{}, raw);
    return 0;
}
