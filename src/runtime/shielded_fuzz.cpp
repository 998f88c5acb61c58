// Any bytes as what submit_encrypted carries, and as what was encrypted: whatever comes out of a
// shell is exactly one extrinsic.
#include "base/assert.hpp"
#include "runtime/shielded.hpp"

namespace {

struct Sealed {
    crypto::EncapsulationPair pair = crypto::encapsulation_pair(crypto::Secret<64>());
    crypto::SharedSecret shared =
        crypto::encapsulate(pair.public_key, crypto::Secret<32>()).value();
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size);
int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    static const Sealed sealed;
    const BytesView raw(data, size);
    if (const auto tx = shield::parse(raw)) {
        ASSERT(16 + 2 + tx->kem_ct.size() + 24 + tx->aead_ct.size() == size);
        (void)unshielded(sealed.pair.private_key, *tx);
    }
    shield::ShieldedTransaction tx;
    tx.kem_ct.assign(sealed.shared.wrapped.begin(), sealed.shared.wrapped.end());
    tx.aead_ct = crypto::xchacha_seal(sealed.shared.secret, tx.nonce, raw);
    if (const auto inside = unshielded(sealed.pair.private_key, tx))
        ASSERT(inside->size() <= size && decode_extrinsic(*inside));
    return 0;
}
