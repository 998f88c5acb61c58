// One call of an axon.
#include "services/axon/dendrite.hpp"

#include <algorithm>
#include <chrono>

#include "services/http/client.hpp"

namespace axon {
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

template <class T>
void override_with(std::optional<T>& local, const std::optional<T>& remote) {
    if (remote) local = remote;
}

void override_with(Terminal& local, const Terminal& remote) {
    override_with(local.status_code, remote.status_code);
    override_with(local.status_message, remote.status_message);
    override_with(local.process_time_s, remote.process_time_s);
    override_with(local.ip, remote.ip);
    override_with(local.port, remote.port);
    override_with(local.version, remote.version);
    override_with(local.nonce, remote.nonce);
    override_with(local.uuid, remote.uuid);
    override_with(local.hotkey, remote.hotkey);
    override_with(local.signature, remote.signature);
}

void set_failure(const http::FetchError& error, const Target& target, double timeout_s,
                 const std::string& name, Terminal& dendrite) {
    using http::Fault;
    const std::string where = target.ip + ":" + std::to_string(target.port) + "/" + name;
    switch (error.fault) {
        case Fault::timeout:
            dendrite.status_code = 408;
            dendrite.status_message =
                "Request timeout after " + python_float(timeout_s) + " seconds";
            return;
        case Fault::connect:
        case Fault::disconnected:
            dendrite.status_code = 503;
            dendrite.status_message = "Service unavailable at " + where;
            return;
        case Fault::bad_response:
        case Fault::too_large:
            dendrite.status_code = 422;
            dendrite.status_message = "Failed to parse response: " + error.message;
            return;
    }
}

}  // namespace

Dendrite::Dendrite(Identity identity, std::string own_ip, NowNs now_ns)
    : identity_(std::move(identity)), own_ip_(std::move(own_ip)), now_ns_(std::move(now_ns)) {}

i64 Dendrite::next_nonce() {
    std::lock_guard lock(mutex_);
    return last_nonce_ = std::max(now_ns_(), last_nonce_ + 1);
}

http::Request Dendrite::request(const SynapseClass& kind, Synapse& synapse, const Target& target) {
    synapse.name = kind.name;
    synapse.axon.ip = target.ip;
    synapse.axon.port = target.port;
    synapse.axon.hotkey = target.hotkey;
    auto& self = synapse.dendrite;
    self.ip = own_ip_;
    self.version = own_version;
    self.nonce = next_nonce();
    self.uuid = identity_.uuid;
    self.hotkey = identity_.ss58;
    self.signature =
        sign(identity_, request_message(self, target.hotkey, body_hash(kind, synapse.fields)));
    http::Request request;
    request.target = "/" + kind.name;
    request.headers = to_headers(kind, synapse);
    request.headers.emplace_back("Accept", "*/*");
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = dump_spaced(to_body(synapse));
    return request;
}

void merge_response(const SynapseClass& kind, const http::Response& response, Synapse& local) {
    const auto fail = [&](const std::string& why) {
        local.dendrite.status_code = 422;
        local.dendrite.status_message = "Failed to parse response: " + why;
    };
    if (response.status == 200 && !kind.streaming) {
        const auto body = parse_json(response.body);
        if (!body) return fail("the body is not JSON");
        auto remote = from_body(kind, *body);
        if (!remote) return fail(remote.message());
        local.fields = std::move(remote->fields);
        override_with(local.axon, remote->axon);
    } else if (response.status != 200) {
        local.axon.status_code = response.status;
        const auto body = parse_json(response.body);
        if (body && body->is_object() && body->contains("message") &&
            (*body)["message"].is_string())
            local.axon.status_message = (*body)["message"].get<std::string>();
    }
    auto from = from_headers(kind, response.headers);
    if (!from) return fail(from.message());
    override_with(local.axon, from->axon);
    override_with(local.dendrite, from->dendrite);
    local.dendrite.status_code = local.axon.status_code;
    local.dendrite.status_message = local.axon.status_message;
}

Answer Dendrite::call(const SynapseClass& kind, const Json& fields, const Target& target,
                      double timeout_s, const OnPiece& on_piece) {
    Answer answer;
    auto& synapse = answer.synapse;
    auto checked = fields_of(kind, fields);
    ASSERT(checked.ok());
    synapse.fields = *std::move(checked);
    synapse.timeout_s = timeout_s;
    const auto request_to_send = request(kind, synapse, target);
    const auto start = std::chrono::steady_clock::now();
    const auto fetched =
        http::fetch(target.ip, target.port, request_to_send, static_cast<u32>(timeout_s * 1000), {},
                    [&](const http::Response& head, std::string_view piece) {
                        if (answer.first_byte_s == 0) answer.first_byte_s = seconds_since(start);
                        if (!kind.streaming || head.status != 200) return true;
                        answer.streamed += piece;
                        return !on_piece || on_piece(piece);
                    });
    answer.total_s = seconds_since(start);
    if (fetched.error)
        set_failure(*fetched.error, target, timeout_s, kind.name, synapse.dendrite);
    else
        merge_response(kind, fetched.response, synapse);
    synapse.dendrite.process_time_s = answer.total_s;
    return answer;
}

}  // namespace axon
