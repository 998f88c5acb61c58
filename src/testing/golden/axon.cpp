// Captures of the wire protocol (real SDK dendrite and axon): every request goes through our axon,
// every response through our dendrite, and what our side makes of it must equal what the SDK made.
#include <fstream>
#include <regex>
#include <sstream>
#include <thread>

#include "crypto/secret_uri.hpp"
#include "services/axon/dendrite.hpp"
#include "services/axon/server.hpp"
#include "services/http/wire.hpp"
#include "testing/golden/checkers.hpp"

namespace golden {
namespace {

using axon::Field;
using axon::FieldType;
using axon::Served;
using axon::Synapse;
using axon::SynapseClass;
using Ordered = axon::Json;

// ---- the classes of the recorded axon, with its behaviour ----

Outcome<> unchanged(Synapse&) { return {}; }

SynapseClass plain(std::string name) {
    return {std::move(name), {{"x", FieldType::integer, Ordered(0)}}};
}

Served text_gen() {
    SynapseClass kind{"TextGen",
                      {{"prompt", FieldType::string},
                       {"seed", FieldType::integer, Ordered(0)},
                       {"tags", FieldType::list, Ordered::array()},
                       {"temperature", FieldType::number, Ordered(0.5)},
                       {"opts", FieldType::object, Ordered(), true},
                       {"completion", FieldType::string, Ordered(), true}},
                      {"prompt", "seed", "tags", "temperature", "opts"}};
    return {.kind = kind, .forward = [](Synapse& s) {
                s.fields["completion"] = "echo: " + s.fields["prompt"].get<std::string>();
                return Outcome<>();
            }};
}

Served no_hash() {
    SynapseClass kind = plain("NoHash");
    kind.fields.push_back({"y", FieldType::integer, Ordered(), true});
    return {.kind = kind, .forward = [](Synapse& s) {
                s.fields["y"] = s.fields["x"].get<i64>() + 41;
                return Outcome<>();
            }};
}

Served tensor() {
    SynapseClass kind{
        "TensorSyn",
        {{"t", FieldType::object, Ordered(), true}, {"out", FieldType::object, Ordered(), true}},
        {"t"}};
    return {.kind = kind, .forward = [](Synapse& s) {
                s.fields["out"] = s.fields["t"];
                return Outcome<>();
            }};
}

Served stream_gen() {
    SynapseClass kind{
        "StreamGen",
        {{"prompt", FieldType::string}, {"completion", FieldType::string, Ordered("")}},
        {"prompt"},
        true};
    return {.kind = kind, .stream = [](Synapse& s, const axon::Emit& emit) {
                for (const char* piece : {"Once ", "upon ", "a ", "time\n"}) emit(piece);
                emit(s.fields["prompt"].get<std::string>());
                return Outcome<>();
            }};
}

std::vector<Served> recorded_axon() {
    using Reason = std::optional<std::string>;
    using Priority = std::optional<double>;
    return {
        text_gen(),
        no_hash(),
        tensor(),
        {.kind = plain("Boom"), .forward = [](Synapse&) { return Outcome<>(::Failure{"boom"}); }},
        {.kind = plain("Slow"), .forward = unchanged},
        {.kind = plain("Black"),
         .blacklist = [](const Synapse&) { return Reason("not today"); },
         .forward = unchanged},
        {.kind = plain("Prio"),
         .priority = [](const Synapse&) { return Priority(7.5); },
         .forward = unchanged},
        {.kind = plain("PrioTimeout"),
         .priority = [](const Synapse&) { return Priority(); },
         .forward = unchanged},
        stream_gen(),
    };
}

SynapseClass class_named(const std::string& name) {
    for (const auto& served : recorded_axon())
        if (served.kind.name == name) return served.kind;
    if (name == "Synapse") return {};
    return plain(name);  // called, but not served by the recorded axon
}

// ---- one capture: NAME.json, NAME.request.bin, NAME.response.bin ----

std::string read_all(const Path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

struct Capture {
    std::string name;
    Ordered record;
    std::string request_bytes, response_bytes;
    http::Request request;
    std::optional<http::Response> response;
};

Capture load(const Path& file) {
    Capture c;
    const std::string file_name = file.filename().string();
    c.name = file_name.substr(0, file_name.find('.'));
    const Path base = file.parent_path() / c.name;
    auto record = axon::parse_json(read_all(base.string() + ".json"));
    if (!record) throw std::runtime_error("not JSON");
    c.record = *record;
    c.request_bytes = read_all(base.string() + ".request.bin");
    c.response_bytes = read_all(base.string() + ".response.bin");
    auto request = http::parse_request(c.request_bytes);
    if (!request) throw std::runtime_error("the request does not parse");
    c.request = *request;
    if (!c.response_bytes.empty()) {
        c.response = http::parse_response(c.response_bytes);
        if (!c.response) throw std::runtime_error("the response does not parse");
    }
    return c;
}

std::string class_name(const Capture& c) { return c.request.target.substr(1); }

// ---- the request through our axon ----

class Recorder : public http::Responder {
public:
    http::Response response;
    void send(const http::Response& r) override { response = r; }
    void begin(const http::Response& r) override { response = r; }
    bool chunk(std::string_view piece) override {
        response.body += piece;
        return true;
    }
    void abort() override { response.status = 0; }
};

std::string without_uuids(const std::string& text) {
    static const std::regex uuid("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    return std::regex_replace(text, uuid, "UUID");
}
std::string without_times(const std::string& text) {
    static const std::regex time("(process_time[\"']: ?)[-+0-9.e]+");
    static const std::regex size("((?:total|header)_size[\"']: ?)[0-9]+");
    return std::regex_replace(std::regex_replace(text, time, "$1T"), size, "$1N");
}

/// Headers that say the same on both sides, as lines; the others' names only.
std::string comparable(const http::Headers& headers) {
    static const std::vector<std::string> varies = {
        "total_size",           "bt_header_axon_process_time", "bt_header_axon_uuid",
        "bt_header_axon_nonce", "bt_header_axon_signature",    "bt_header_dendrite_port",
        "content-length"};
    static const std::vector<std::string> transport = {"date", "server", "Transfer-Encoding"};
    std::string out;
    for (const auto& [name, value] : headers) {
        const auto in = [&name = name](const auto& list) {
            return std::count(list.begin(), list.end(), name) != 0;
        };
        if (in(transport)) continue;
        out += name +
               (in(varies) && name != "bt_header_dendrite_port" ? "" : ": " + without_uuids(value));
        if (name == "bt_header_dendrite_port") out.resize(out.size() - value.size() - 2);
        out += "\n";
    }
    return out;
}

i64 clock_of(const Capture& c) {
    if (c.response)
        if (const auto* nonce = http::find_header(c.response->headers, "bt_header_axon_nonce"))
            return std::stoll(*nonce);
    if (const auto* nonce = http::find_header(c.request.headers, "bt_header_dendrite_nonce"))
        return std::stoll(*nonce) + axon::second_ns;
    return 0;
}

Failure check_counter_signature(const http::Response& response) {
    const auto synapse = axon::from_headers({}, response.headers);
    if (!synapse) return "our response headers do not parse: " + synapse.message();
    if (!synapse->axon.signature) return {};
    static const auto bob = *crypto::sr25519_from_uri("//Bob");
    auto with_key = *synapse;
    const std::string message = axon::response_message(with_key);
    if (!axon::verify(axon::identity_of(bob).ss58, message, *synapse->axon.signature))
        return "our counter-signature does not verify";
    return {};
}

Failure check_request(const Path& file) {
    const Capture c = load(file);
    static const auto bob = *crypto::sr25519_from_uri("//Bob");
    const i64 now_ns = clock_of(c);
    axon::Axon axon(axon::identity_of(bob), axon::Rules::sdk_10_2(), [&] { return now_ns; });
    for (auto& served : recorded_axon()) axon.attach(std::move(served));
    http::Request request = c.request;
    request.peer_ip = "127.0.0.1";
    request.peer_port = 50'000;
    Recorder out;
    const bool replayed =
        c.response && c.response->body.find("a newer one was last") != std::string::npos;
    if (replayed) axon.handle(request, out);
    axon.handle(request, out);
    Differences d;
    if (!c.response) {  // the recorded client gave up waiting; the request itself must be good
        d.compare("status", out.response.status, 200u);
        return d.failure();
    }
    d.compare("status", out.response.status, c.response->status);
    d.compare("headers", comparable(out.response.headers), comparable(c.response->headers));
    d.compare("body", without_uuids(without_times(out.response.body)),
              without_uuids(without_times(c.response->body)));
    if (d.failure()) return d.failure();
    return check_counter_signature(out.response);
}

// ---- the response through our dendrite ----

/// The object as the recorded client held it when the call began.
Synapse local_object(const Capture& c, const SynapseClass& kind) {
    const auto body = axon::parse_json(c.request.body);
    auto synapse = body ? axon::from_body(kind, *body) : Outcome<Synapse>(::Failure{"bad body"});
    if (!synapse) throw std::runtime_error(synapse.message());
    return *std::move(synapse);
}

/// The recorded axon never answered: neither does the one that our dendrite calls here.
Failure check_timeout(const Capture& c) {
    auto silent =
        http::Server::listen("127.0.0.1", 0, {}, [](const http::Request&, http::Responder&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1500));
        });
    if (!silent) return silent.message();
    const SynapseClass kind = class_named(class_name(c));
    const auto& view = c.record["client_view_after_call"];
    axon::Dendrite dendrite(axon::identity_of(*crypto::sr25519_from_uri("//Alice")));
    const auto answer =
        dendrite.call(kind, Ordered::object(), {"127.0.0.1", (*silent)->port(), "5F"},
                      view["timeout"].get<double>());
    Differences d;
    d.compare("status", *answer.synapse.dendrite.status_code,
              view["dendrite"]["status_code"].get<i64>());
    d.compare("message", answer.error(), view["dendrite"]["status_message"].get<std::string>());
    return d.failure();
}

Failure check_response(const Path& file) {
    const Capture c = load(file);
    if (!c.response) return check_timeout(c);
    Differences d;
    if (!c.record.contains("client_view_after_call")) {
        const auto& recorded = c.record["response"];
        d.compare("body", c.response->body, recorded["body_utf8"].get<std::string>());
        d.compare("headers", c.response->headers.size(), recorded["headers"].size());
        return d.failure();
    }
    const SynapseClass kind = class_named(class_name(c));
    Synapse local = local_object(c, kind);
    axon::merge_response(kind, *c.response, local);
    local.dendrite.process_time_s = 0.5;  // measured by the caller
    if (kind.streaming) local.fields["completion"] = c.response->body;
    const std::string view = axon::python_str(axon::to_body(local));
    d.compare("client's view", without_times(view),
              without_times(axon::python_str(c.record["client_view_after_call"])));
    return d.failure();
}

// ---- the record: hashes, signatures, and our dendrite's own request ----

/// Our request for the same object: same headers but for total_size, and the same body bytes.
void check_own_request(const Capture& c, Differences& d) {
    const SynapseClass kind = class_named(class_name(c));
    const Synapse synapse = local_object(c, kind);
    d.compare("our body", axon::dump_spaced(axon::to_body(synapse)), c.request.body);
    http::Headers theirs;
    for (const auto& header : c.request.headers) {
        const auto& name = header.first;
        if (name == "name" || name == "timeout" || name.starts_with("bt_") ||
            name == "header_size" || name == "total_size" || name == "computed_body_hash")
            theirs.push_back(header);
    }
    d.compare("our headers", comparable(axon::to_headers(kind, synapse)), comparable(theirs));
}

Failure check_record(const Path& file) {
    const Capture c = load(file);
    Differences d;
    if (!c.record.contains("signed_message")) {
        d.compare("start line", c.request.method + " " + c.request.target + " HTTP/1.1",
                  c.record["request"]["start_line"].get<std::string>());
        return d.failure();
    }
    auto headers = axon::from_headers({}, c.request.headers);
    if (!headers) return "headers do not parse: " + headers.message();
    const std::string axon_key = c.record["axon_ss58"].get<std::string>();
    const auto message =
        axon::request_message(headers->dendrite, axon_key, headers->computed_body_hash);
    d.compare("signed message", message, c.record["signed_message"].get<std::string>());
    d.compare(
        "signature",
        axon::verify(*headers->dendrite.hotkey, message, headers->dendrite.signature.value_or("")),
        c.record["signature_verifies"].get<bool>());
    if (c.record.contains("hash_fields")) {
        const auto& fields = c.record["hash_fields"];
        const Synapse synapse = local_object(c, class_named(class_name(c)));
        for (std::size_t i = 0; i < fields["fields"].size(); ++i)
            d.compare("str of field",
                      axon::python_str(synapse.fields.at(fields["fields"][i].get<std::string>())),
                      fields["python_str_of_each"][i].get<std::string>());
        d.compare("body hash", axon::body_hash(class_named(class_name(c)), synapse.fields),
                  fields["body_hash"].get<std::string>());
    }
    // A body changed after signing is not what a dendrite would send.
    if (c.name.find("mismatch") == std::string::npos) check_own_request(c, d);
    return d.failure();
}

}  // namespace

Counts check_axon_capture(const Path& file) {
    Counts counts;
    const std::string name = file.filename().string();
    const auto check = name.ends_with(".request.bin")    ? check_request
                       : name.ends_with(".response.bin") ? check_response
                                                         : check_record;
    counts.add(check(file), name);
    return counts;
}

Counts check_axon_python_str(const Path& file) {
    Counts counts;
    const auto all = axon::parse_json(read_all(file));
    if (!all) throw std::runtime_error("not JSON");
    const SynapseClass kind{"V", {{"v"}}, {"v"}};
    for (const auto& vector : (*all)["vectors"]) {
        const auto json = vector["json"].get<std::string>();
        const auto value = axon::parse_json(json);
        Differences d;
        if (value) {
            d.compare("str", axon::python_str(*value), vector["python_str"].get<std::string>());
            d.compare("hash", axon::body_hash(kind, Ordered{{"v", *value}}),
                      vector["body_hash"].get<std::string>());
        } else {
            d.add("parse", "refused", "accepted");
        }
        counts.add(d.failure(), json);
    }
    return counts;
}

}  // namespace golden
