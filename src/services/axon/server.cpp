// The steps of an axon for one request: headers, blacklist, verify, priority, body, forward.
#include "services/axon/server.hpp"

#include <fmt/format.h>

#include "services/axon/json_error.hpp"

namespace axon {
namespace {

std::string internal_error() { return "Internal Server Error #" + random_uuid(); }

http::Response json_response(unsigned status, http::Headers headers, const Json& body) {
    http::Response response{status, "", std::move(headers), dump_compact(body)};
    response.headers.emplace_back("content-length", std::to_string(response.body.size()));
    response.headers.emplace_back("content-type", "application/json");
    return response;
}

/// The first segment of the path.
std::string name_in(const std::string& target) {
    const std::string path = target.substr(0, target.find('?'));
    if (path.empty() || path[0] != '/') return {};
    return path.substr(1, path.find('/', 1) - 1);
}

}  // namespace

struct Axon::Call {
    const http::Request& request;
    i64 start_ns;
    SynapseClass kind = {};  // the base class until the headers are understood
    Synapse synapse = {};
    const Served* served = nullptr;
};

Axon::Axon(Identity identity, const Rules& rules, NowNs now_ns)
    : identity_(std::move(identity)), now_ns_(std::move(now_ns)), verifier_(rules) {
    attach({.kind = {}, .forward = [](Synapse&) { return Outcome<>(); }});
}

void Axon::attach(Served served) { served_.push_back(std::move(served)); }

const Served* Axon::find(std::string_view name) const {
    for (const auto& served : served_)
        if (served.kind.name == name) return &served;
    return nullptr;
}

http::Response Axon::refuse(const Call& call, unsigned status, const std::string& message) {
    Synapse synapse = call.synapse;
    synapse.axon.status_code = status;
    synapse.axon.status_message = message;
    synapse.axon.process_time_s = static_cast<double>(now_ns_() - call.start_ns) / second_ns;
    return json_response(status, to_headers(call.kind, synapse), Json{{"message", message}});
}

/// Everything before the body is looked at; a response when the request ends here.
std::optional<http::Response> Axon::admit(Call& call) {
    const auto name = name_in(call.request.target);
    call.served = find(name);
    if (call.served == nullptr) {
        std::vector<std::string> names;
        for (const auto& served : served_) names.push_back(served.kind.name);
        return refuse(
            call, 404,
            "Synapse name '" + name + "' not found. Available synapses " + python_list(names));
    }
    auto synapse = from_headers(call.served->kind, call.request.headers);
    if (!synapse) return refuse(call, 500, internal_error());
    call.kind = call.served->kind;
    call.synapse = *std::move(synapse);
    auto& self = call.synapse.axon;
    self.version = own_version;
    self.uuid = identity_.uuid;
    self.nonce = now_ns_();
    self.status_code = 100;
    call.synapse.dendrite.ip = call.request.peer_ip;
    call.synapse.dendrite.port = call.request.peer_port;
    self.signature = sign(identity_, response_message(call.synapse));

    if (call.served->blacklist)
        if (const auto reason = call.served->blacklist(call.synapse))
            return refuse(call, 403, "Forbidden. Key is blacklisted: " + *reason + ".");
    if (const auto reason = verifier_.check(call.synapse, identity_.ss58, now_ns_()))
        return refuse(call, 401, "Not Verified with error: " + *reason);
    if (call.served->priority && !call.served->priority(call.synapse)) {
        const auto timeout = call.synapse.timeout_s;
        return refuse(
            call, 408,
            "Response timeout after: " + (timeout ? python_float(*timeout) : "None") + "s");
    }
    return {};
}

void Axon::handle(const http::Request& request, http::Responder& out) {
    Call call{request, now_ns_()};
    if (const auto refusal = admit(call)) return out.send(*refusal);
    JsonError error;
    const auto body = parse_json(request.body, &error);
    if (!body) {
        const auto [offset, message] = explain_json_error(request.body, error);
        Json detail{{"type", "json_invalid"},
                    {"loc", {"body", offset}},
                    {"msg", "JSON decode error"},
                    {"input", Json::object()},
                    {"ctx", {{"error", message}}}};
        http::Response response{422, "", {}, dump_compact(Json{{"detail", Json::array({detail})}})};
        response.headers = {{"content-length", std::to_string(response.body.size())},
                            {"content-type", "application/json"}};
        return out.send(response);
    }
    auto synapse = from_body(call.kind, *body);
    if (!synapse || body_hash(call.kind, synapse->fields) != call.synapse.computed_body_hash)
        return out.send(refuse(call, 500, internal_error()));
    const Call from_headers = call;
    call.synapse = *std::move(synapse);
    call.synapse.axon.status_code = 200;
    if (call.kind.streaming) return stream(call, out);
    if (const auto done = call.served->forward(call.synapse); !done)
        return out.send(refuse(from_headers, 500, internal_error()));
    answer(call, out);
}

void Axon::answer(Call& call, http::Responder& out) {
    auto& axon = call.synapse.axon;
    if (axon.status_code == 200 && !axon.status_message) axon.status_message = "Success";
    axon.process_time_s = static_cast<double>(now_ns_() - call.start_ns) / second_ns;
    const auto status = static_cast<unsigned>(axon.status_code.value_or(200));
    if (status != 200) return out.send(refuse(call, status, axon.status_message.value_or("")));
    http::Response response{status, "", {}, dump_compact(to_body(call.synapse))};
    response.headers = {{"content-length", std::to_string(response.body.size())},
                        {"content-type", "application/json"}};
    for (auto& header : to_headers(call.kind, call.synapse))
        response.headers.push_back(std::move(header));
    out.send(response);
}

/// The head goes out with the first piece, so that process_time is the time to the first token and
/// a forward that fails before it can still answer 500.
void Axon::stream(Call& call, http::Responder& out) {
    bool begun = false;
    const auto begin = [&] {
        begun = true;
        auto& axon = call.synapse.axon;
        axon.status_message = "Success";
        axon.process_time_s = static_cast<double>(now_ns_() - call.start_ns) / second_ns;
        http::Response head{200, "", {{"content-type", "text/event-stream"}}, ""};
        for (auto& header : to_headers(call.kind, call.synapse))
            head.headers.push_back(std::move(header));
        out.begin(head);
    };
    const auto done = call.served->stream(call.synapse, [&](std::string_view piece) {
        if (!begun) begin();
        return out.chunk(piece);
    });
    if (begun) {
        if (!done) out.abort();  // the caller sees a stream that breaks off, not a complete one
        return;
    }
    if (!done) return out.send(refuse(call, 500, internal_error()));
    begin();
}

}  // namespace axon
