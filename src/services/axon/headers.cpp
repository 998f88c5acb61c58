// A synapse's request and response headers.
#include <charconv>

#include "services/axon/synapse.hpp"

namespace axon {
namespace {

constexpr std::string_view axon_prefix = "bt_header_axon_";
constexpr std::string_view dendrite_prefix = "bt_header_dendrite_";
constexpr std::string_view input_prefix = "bt_header_input_obj_";

std::string text(const std::string& v) { return v; }
std::string text(i64 v) { return std::to_string(v); }
std::string text(double v) { return python_float(v); }

template <class T>
void put(http::Headers& out, std::string_view prefix, const char* name,
         const std::optional<T>& value) {
    if (value) out.emplace_back(std::string(prefix) + name, text(*value));
}

void put_terminal(http::Headers& out, std::string_view prefix, const Terminal& t) {
    put(out, prefix, "status_code", t.status_code);
    put(out, prefix, "status_message", t.status_message);
    put(out, prefix, "process_time", t.process_time_s);
    put(out, prefix, "ip", t.ip);
    put(out, prefix, "port", t.port);
    put(out, prefix, "version", t.version);
    put(out, prefix, "nonce", t.nonce);
    put(out, prefix, "uuid", t.uuid);
    put(out, prefix, "hotkey", t.hotkey);
    put(out, prefix, "signature", t.signature);
}

/// An empty value of the same type, as JSON: what stands for a required field in the headers.
std::string_view empty_like(const Json& value) {
    if (value.is_string()) return "\"\"";
    if (value.is_array()) return "[]";
    if (value.is_object()) return "{}";
    if (value.is_boolean()) return "false";
    if (value.is_number_float()) return "0.0";
    if (value.is_null()) return "null";
    return "0";
}

/// sys.getsizeof of a CPython 3.11 dict with n string keys; peers only log it.
int python_dict_size(std::size_t n) { return n <= 5 ? 184 : n <= 10 ? 272 : n <= 21 ? 464 : 832; }

bool parse(const std::string& from, i64& to) {
    const auto [end, error] = std::from_chars(from.data(), from.data() + from.size(), to);
    return error == std::errc() && end == from.data() + from.size();
}
bool parse(const std::string& from, double& to) {
    const auto [end, error] = std::from_chars(from.data(), from.data() + from.size(), to);
    return error == std::errc() && end == from.data() + from.size();
}
bool parse(const std::string& from, std::string& to) {
    to = from;
    return true;
}

/// Sets the member when the key is its name; false when the value does not parse.
template <class T>
bool take(std::string_view key, const char* name, const std::string& from,
          std::optional<T>& member) {
    if (key != name) return true;
    T value{};
    if (!parse(from, value)) return false;
    member = std::move(value);
    return true;
}

bool take_terminal(std::string_view key, const std::string& from, Terminal& t) {
    return take(key, "status_code", from, t.status_code) &&
           take(key, "status_message", from, t.status_message) &&
           take(key, "process_time", from, t.process_time_s) && take(key, "ip", from, t.ip) &&
           take(key, "port", from, t.port) && take(key, "version", from, t.version) &&
           take(key, "nonce", from, t.nonce) && take(key, "uuid", from, t.uuid) &&
           take(key, "hotkey", from, t.hotkey) && take(key, "signature", from, t.signature);
}

std::string lower(std::string s) {
    for (char& c : s)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return s;
}

}  // namespace

http::Headers to_headers(const SynapseClass& kind, const Synapse& synapse) {
    http::Headers out;
    out.emplace_back("name", synapse.name);
    out.emplace_back("timeout", synapse.timeout_s ? python_float(*synapse.timeout_s) : "None");
    put_terminal(out, axon_prefix, synapse.axon);
    put_terminal(out, dendrite_prefix, synapse.dendrite);
    for (const auto& field : kind.fields) {
        if (field.fallback) continue;
        const auto it = synapse.fields.find(field.name);
        const Json value = it == synapse.fields.end() ? Json() : *it;
        out.emplace_back(std::string(input_prefix) + field.name, base64(empty_like(value)));
    }
    out.emplace_back("header_size", std::to_string(python_dict_size(out.size())));
    out.emplace_back("total_size", std::to_string(dump_spaced(to_body(synapse)).size()));
    out.emplace_back("computed_body_hash", body_hash(kind, synapse.fields));
    return out;
}

Outcome<Synapse> from_headers(const SynapseClass& kind, const http::Headers& headers) {
    Synapse synapse;
    synapse.name = kind.name;
    synapse.timeout_s.reset();
    Json inputs = Json::object();
    for (const auto& [original, value] : headers) {
        const std::string name = lower(original);
        const auto after = [&](std::string_view prefix) {
            return std::string_view(name).substr(prefix.size());
        };
        bool good = true;
        if (name.starts_with(axon_prefix)) {
            good = take_terminal(after(axon_prefix), value, synapse.axon);
        } else if (name.starts_with(dendrite_prefix)) {
            good = take_terminal(after(dendrite_prefix), value, synapse.dendrite);
        } else if (name.starts_with(input_prefix)) {
            const auto decoded = from_base64(value);
            auto json = decoded ? parse_json(*decoded) : std::nullopt;
            good = json.has_value();
            if (good) inputs[std::string(after(input_prefix))] = *std::move(json);
        } else if (name == "timeout" && value != "None") {
            double seconds = 0;
            good = parse(value, seconds) && seconds >= 0;
            synapse.timeout_s = seconds;
        } else if (name == "header_size") {
            good = parse(value, synapse.header_size);
        } else if (name == "total_size") {
            good = parse(value, synapse.total_size);
        } else if (name == "computed_body_hash") {
            synapse.computed_body_hash = value;
        }
        if (!good) return Failure{"header " + original + " has a value of the wrong type"};
    }
    // The header form stands for an object with empty required fields and defaults for the others.
    for (const auto& field : kind.fields) {
        const auto it = inputs.find(field.name);
        if (it != inputs.end())
            synapse.fields[field.name] = *it;
        else if (field.fallback)
            synapse.fields[field.name] = *field.fallback;
    }
    return synapse;
}

}  // namespace axon
