// Signed extrinsics of development accounts, for tests.
#include "testing/env/signed.hpp"

#include "crypto/secret_uri.hpp"

DevKey dev_key(std::string_view uri) {
    auto pair = crypto::sr25519_from_uri(uri);
    DevKey key{*pair, {pair->public_key}};
    return key;
}

Bytes sign_extrinsic(const DevKey& key, const AnyCall& call, const ExtrinsicExtra& extra,
                     const Hash& genesis_hash, const Hash& birth_hash, u32 spec_version) {
    auto payload = signing_payload(call, extra, genesis_hash, birth_hash, spec_version);
    auto raw = crypto::sr25519_sign(key.pair, payload);
    MultiSignature signature{crypto::SignatureKind::Sr25519, {}};
    std::copy(raw.begin(), raw.end(), signature.bytes.begin());
    return encode_extrinsic({ExtrinsicSigner{key.account, signature, extra}, 5, call});
}
