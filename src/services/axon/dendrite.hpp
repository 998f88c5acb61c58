// The dendrite: calls an axon, unary or streaming, and reads its answer as the SDK's dendrite does.
#pragma once
#include <mutex>

#include "services/axon/identity.hpp"

namespace axon {

/// Where an axon listens and whose it is.
struct Target {
    std::string ip;
    u16 port = 0;
    std::string hotkey;  // ss58
};

/// A call's end. Times are seconds from the moment the request was sent.
struct Answer {
    Synapse synapse;  // with the statuses of both sides; the fields as answered
    std::string streamed;
    double first_byte_s = 0;
    double total_s = 0;

    bool ok() const { return synapse.dendrite.status_code == 200; }
    std::string error() const { return synapse.dendrite.status_message.value_or("no status"); }
};

using OnPiece = std::function<bool(std::string_view)>;  // false ends the call

/// Thread-safe: calls may run side by side.
class Dendrite {
public:
    explicit Dendrite(Identity, std::string own_ip = "127.0.0.1", NowNs = system_now_ns);

    /// `fields` must satisfy the class (ASSERT). The timeout covers the whole answer.
    Answer call(const SynapseClass&, const Json& fields, const Target&, double timeout_s,
                const OnPiece& on_piece = {});

    /// The request as it would be sent; its nonce is used up.
    http::Request request(const SynapseClass&, Synapse&, const Target&);

private:
    i64 next_nonce();

    const Identity identity_;
    const std::string own_ip_;
    const NowNs now_ns_;
    std::mutex mutex_;
    i64 last_nonce_ = 0;
};

/// Puts an HTTP answer into the local object by the SDK's client rules.
void merge_response(const SynapseClass&, const http::Response&, Synapse&);

}  // namespace axon
