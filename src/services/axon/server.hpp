// The axon: serves synapse classes over HTTP as the SDK's axon does.
#pragma once
#include "services/axon/verify.hpp"
#include "services/http/server.hpp"

namespace axon {

/// Takes a piece of a stream; false when the caller is gone.
using Emit = std::function<bool(std::string_view)>;

/// One synapse class and what to do with it. A missing function lets every request pass.
struct Served {
    SynapseClass kind;
    std::function<std::optional<std::string>(const Synapse&)> blacklist = {};  // why it is refused
    /// Larger is sooner; nothing when the queue took too long. The hotkey is verified by then.
    std::function<std::optional<double>(const Synapse&)> priority = {};
    std::function<Outcome<>(Synapse&)> forward = {};              // fills in the fields
    std::function<Outcome<>(Synapse&, const Emit&)> stream = {};  // for streaming classes
};

class Axon {
public:
    Axon(Identity, const Rules&, NowNs = system_now_ns);  // serves /Synapse, the ping

    void attach(Served);
    void handle(const http::Request&, http::Responder&);

private:
    struct Call;  // one request on its way

    const Served* find(std::string_view name) const;
    std::optional<http::Response> admit(Call&);
    void answer(Call&, http::Responder&);
    void stream(Call&, http::Responder&);
    http::Response refuse(const Call&, unsigned status, const std::string& message);

    const Identity identity_;
    const NowNs now_ns_;
    Verifier verifier_;
    std::vector<Served> served_;
};

}  // namespace axon
