// What can be asked of the pallet.
#pragma once
#include "pallets/shield/types.hpp"

namespace shield {

/// The author's inherent: the key for its next block; none when it has no key.
struct announce_next_key {
    CALL(0)
    std::optional<ShieldEncKey> enc_key{};
    FIELDS(enc_key)
};
/// A signed extrinsic, encrypted to NextKey; the author puts it into the block beside this call.
struct submit_encrypted {
    CALL(1)
    EncryptedCall ciphertext{};
    FIELDS(ciphertext)
};
/// A call that waits in the queue.
struct store_encrypted {
    CALL(2)
    EncryptedCall encrypted_call{};
    FIELDS(encrypted_call)
};
struct set_max_pending_extrinsics_number {
    CALL(3)
    u32 value = 0;
    FIELDS(value)
};
struct set_on_initialize_weight {
    CALL(4)
    u64 value = 0;
    FIELDS(value)
};
struct set_stored_extrinsic_lifetime {
    CALL(5)
    u32 value = 0;
    FIELDS(value)
};
struct set_max_extrinsic_weight {
    CALL(6)
    u64 value = 0;
    FIELDS(value)
};

}  // namespace shield
