// Signed extrinsics, version 4.
#include "client/extrinsic.hpp"

#include "crypto/hash.hpp"
#include "scale/codec.hpp"

namespace client {

Bytes signed_extrinsic(BytesView encoded_call, const crypto::Sr25519Pair& signer, u32 nonce,
                       u64 tip_rao, const ChainIdentity& chain) {
    constexpr u8 signed_version_4 = 0x84, by_id = 0, sr25519 = 1, immortal = 0,
                 no_metadata_hash = 0;
    constexpr std::size_t longest_unhashed = 256;
    const auto append = [](Bytes& out, BytesView more) {
        out.insert(out.end(), more.begin(), more.end());
    };

    // Extensions that carry something: mortality, nonce, payment, metadata hash.
    Bytes extra{immortal};
    scale::encode(extra, scale::Compact<u32>{nonce});
    scale::encode(extra, scale::Compact<u64>{tip_rao});
    extra.push_back(no_metadata_hash);

    Bytes payload(encoded_call.begin(), encoded_call.end());
    append(payload, extra);
    scale::encode(payload, chain.spec_version);
    scale::encode(payload, chain.transaction_version);
    append(payload, chain.genesis_hash);
    append(payload, chain.genesis_hash);  // the first block of an immortal era
    payload.push_back(0);                 // no metadata hash
    if (payload.size() > longest_unhashed) {
        const Hash digest = crypto::blake2_256(payload);
        payload.assign(digest.begin(), digest.end());
    }

    Bytes body{signed_version_4, by_id};
    append(body, signer.public_key);
    body.push_back(sr25519);
    append(body, crypto::sr25519_sign(signer, payload));
    append(body, extra);
    append(body, encoded_call);
    return scale::encoded(body);  // a byte vector is its length and its bytes
}

}  // namespace client
