// Who signs on the wire: an sr25519 hotkey, and the small things every message needs (uuid, time).
#pragma once
#include <functional>

#include "crypto/sr25519.hpp"
#include "services/axon/synapse.hpp"

namespace axon {

struct Identity {
    crypto::Sr25519Pair pair;
    std::string ss58;  // prefix 42
    std::string uuid;  // one per axon or dendrite object
};

Identity identity_of(const crypto::Sr25519Pair&);

/// 0x and 128 hex digits.
std::string sign(const Identity&, std::string_view message);

/// False as well for an address or signature that is not one.
bool verify(const std::string& ss58, std::string_view message, const std::string& signature);

std::optional<crypto::PublicKey> public_key_of(const std::string& ss58);

/// What a dendrite signs: {nonce}.{dendrite}.{axon}.{uuid}.{body hash}.
std::string request_message(const Terminal& dendrite, const std::string& axon_hotkey,
                            const std::string& body_hash);
/// What an axon signs (seen in error responses): {nonce}.{dendrite}.{axon as in the
/// headers}.{uuid}.
std::string response_message(const Synapse&);

std::string random_uuid();

using NowNs = std::function<i64()>;  // unix time
i64 system_now_ns();

}  // namespace axon
