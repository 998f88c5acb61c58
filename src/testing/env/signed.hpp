// Signed extrinsics of development accounts, for tests.
#pragma once
#include "crypto/sr25519.hpp"
#include "frame/version.hpp"
#include "runtime/extrinsic.hpp"

struct DevKey {
    crypto::Sr25519Pair pair{};
    AccountId account{};
};
/// The key of a secret URI such as "//Alice".
DevKey dev_key(std::string_view uri);

/// The extrinsic with its length, as a wallet would send it.
Bytes sign_extrinsic(const DevKey&, const AnyCall&, const ExtrinsicExtra&, const Hash& genesis_hash,
                     const Hash& birth_hash, u32 spec_version = newest_spec_version);
