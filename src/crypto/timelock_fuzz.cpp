// Any bytes as a timelocked message: it is taken apart or refused, and opens only if it was made
// for the round. The first byte chooses how the rest is read.
#include "base/assert.hpp"
#include "base/hex.hpp"
#include "crypto/timelock.hpp"

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size);
int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    // quicknet's round 1000
    static const auto signature =
        crypto::beacon_signature_in(*from_hex("b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350"
                                              "f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"));
    static const crypto::BeaconKey key =
        crypto::beacon_public_key(crypto::BeaconSecret(Hash{1})).value();
    if (size == 0) return 0;
    BytesView rest(data + 1, size - 1);
    if (data[0] == 0) {
        (void)crypto::beacon_verify(key, rest, 1000);
        (void)crypto::beacon_verify(rest, *signature, 1000);
        (void)crypto::beacon_signature_in(rest);
        return 0;
    }
    const auto whole = rest.size();
    const auto read = crypto::read_timelock(rest);
    ASSERT(rest.size() <= whole);
    if (read) (void)crypto::timelock_open(*read, *signature);
    return 0;
}
