// Synapse classes: coercion of field values, the body and its hash.
#include "services/axon/synapse.hpp"

#include <openssl/evp.h>

#include <charconv>
#include <cmath>

#include "base/hex.hpp"

namespace axon {
namespace {

bool python_integer(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

std::optional<Json> to_integer(const Json& v) {
    if (v.is_number_integer() || is_big_integer(v)) return v;
    if (v.is_boolean()) return Json(v.get<bool>() ? 1 : 0);
    if (v.is_number_float()) {
        const double d = v.get<double>();
        if (d == std::trunc(d) && std::abs(d) < 9e18) return Json(static_cast<i64>(d));
    }
    if (v.is_string() && python_integer(v.get_ref<const std::string&>()))
        return parse_json(v.get_ref<const std::string&>());
    return {};
}

std::optional<Json> to_number(const Json& v) {
    if (v.is_number_float()) return v;
    if (v.is_number()) return Json(v.get<double>());
    if (v.is_boolean()) return Json(v.get<bool>() ? 1.0 : 0.0);
    if (v.is_string()) {
        const auto& text = v.get_ref<const std::string&>();
        double d = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), d);
        if (error == std::errc() && end == text.data() + text.size()) return Json(d);
    }
    return {};
}

std::optional<Json> to_boolean(const Json& v) {
    if (v.is_boolean()) return v;
    if (v.is_number_integer() && (v == 0 || v == 1)) return Json(v == 1);
    if (v.is_string()) {
        const auto& text = v.get_ref<const std::string&>();
        if (text == "true" || text == "True") return Json(true);
        if (text == "false" || text == "False") return Json(false);
    }
    return {};
}

std::optional<Json> convert(FieldType type, const Json& v) {
    const auto only = [&](bool right) { return right ? std::optional<Json>(v) : std::nullopt; };
    switch (type) {
        case FieldType::any: return v;
        case FieldType::string: return only(v.is_string());
        case FieldType::integer: return to_integer(v);
        case FieldType::number: return to_number(v);
        case FieldType::boolean: return to_boolean(v);
        case FieldType::list: return only(v.is_array());
        case FieldType::object: return only(v.is_object());
    }
    return {};
}

template <class T>
void put(Json& out, const char* key, const std::optional<T>& value) {
    if (value)
        out[key] = *value;
    else
        out[key] = nullptr;
}

/// Reads body[key] as type into a member; absent and null leave it empty. False on a wrong type.
template <class T>
bool take(const Json& body, const char* key, FieldType type, std::optional<T>& member) {
    const auto it = body.find(key);
    if (it == body.end() || it->is_null()) return true;
    const auto value = convert(type, *it);
    if (!value || is_big_integer(*value)) return false;
    member = value->template get<T>();
    return true;
}

bool take_terminal(const Json& body, const char* key, Terminal& t) {
    const auto it = body.find(key);
    if (it == body.end() || it->is_null()) return true;
    if (!it->is_object()) return false;
    using enum FieldType;
    return take(*it, "status_code", integer, t.status_code) &&
           take(*it, "status_message", string, t.status_message) &&
           take(*it, "process_time", number, t.process_time_s) && take(*it, "ip", string, t.ip) &&
           take(*it, "port", integer, t.port) && take(*it, "version", integer, t.version) &&
           take(*it, "nonce", integer, t.nonce) && take(*it, "uuid", string, t.uuid) &&
           take(*it, "hotkey", string, t.hotkey) && take(*it, "signature", string, t.signature);
}

}  // namespace

Outcome<Json> coerce(const Field& field, const Json& value) {
    if (value.is_null() && (field.nullable || field.type == FieldType::any)) return value;
    if (auto converted = convert(field.type, value)) return *std::move(converted);
    return Failure{"field " + field.name + " has a value of the wrong type"};
}

Outcome<Json> fields_of(const SynapseClass& kind, const Json& values) {
    Json fields = Json::object();
    for (const auto& field : kind.fields) {
        const auto it = values.find(field.name);
        if (it == values.end()) {
            if (!field.fallback) return Failure{"field " + field.name + " is missing"};
            fields[field.name] = *field.fallback;
            continue;
        }
        auto value = coerce(field, *it);
        if (!value) return value.failure();
        fields[field.name] = *std::move(value);
    }
    return fields;
}

std::string body_hash(const SynapseClass& kind, const Json& fields) {
    std::string hashes;
    for (const auto& name : kind.hash_fields) {
        const auto it = fields.find(name);
        hashes += sha3_256_hex(python_str(it == fields.end() ? Json() : *it));
    }
    return sha3_256_hex(hashes);
}

Json to_json(const Terminal& t) {
    Json out = Json::object();
    put(out, "status_code", t.status_code);
    put(out, "status_message", t.status_message);
    put(out, "process_time", t.process_time_s);
    put(out, "ip", t.ip);
    put(out, "port", t.port);
    put(out, "version", t.version);
    put(out, "nonce", t.nonce);
    put(out, "uuid", t.uuid);
    put(out, "hotkey", t.hotkey);
    put(out, "signature", t.signature);
    return out;
}

Json to_body(const Synapse& synapse) {
    Json out = Json::object();
    out["name"] = synapse.name;
    put(out, "timeout", synapse.timeout_s);
    out["total_size"] = synapse.total_size;
    out["header_size"] = 0;
    out["dendrite"] = to_json(synapse.dendrite);
    out["axon"] = to_json(synapse.axon);
    out["computed_body_hash"] = "";
    for (auto it = synapse.fields.begin(); it != synapse.fields.end(); ++it)
        out[it.key()] = it.value();
    return out;
}

Outcome<Synapse> from_body(const SynapseClass& kind, const Json& body) {
    if (!body.is_object()) return Failure{"the body is not an object"};
    Synapse synapse;
    synapse.name = kind.name;
    synapse.timeout_s.reset();
    std::optional<i64> total_size;
    std::optional<i64> header_size;
    if (!take(body, "timeout", FieldType::number, synapse.timeout_s) ||
        !take(body, "total_size", FieldType::integer, total_size) ||
        !take(body, "header_size", FieldType::integer, header_size) ||
        !take_terminal(body, "dendrite", synapse.dendrite) ||
        !take_terminal(body, "axon", synapse.axon))
        return Failure{"a base field has a value of the wrong type"};
    if (!body.contains("timeout")) synapse.timeout_s = default_timeout_s;
    synapse.total_size = total_size.value_or(0);
    synapse.header_size = header_size.value_or(0);
    auto fields = fields_of(kind, body);
    if (!fields) return fields.failure();
    synapse.fields = *std::move(fields);
    return synapse;
}

std::string sha3_256_hex(std::string_view text) {
    Hash digest;
    unsigned size = digest.size();
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha3_256(), nullptr);
    return to_hex(digest);
}

std::string base64(std::string_view text) {
    std::string out((text.size() + 2) / 3 * 4 + 1, '\0');
    const auto* in = reinterpret_cast<const unsigned char*>(text.data());
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    out.resize(static_cast<std::size_t>(EVP_EncodeBlock(to, in, static_cast<int>(text.size()))));
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return {};
    std::string out(text.size() / 4 * 3 + 1, '\0');
    const auto* in = reinterpret_cast<const unsigned char*>(text.data());
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    const int size = EVP_DecodeBlock(to, in, static_cast<int>(text.size()));
    if (size < 0) return {};
    const auto padding =
        text.size() < 2 ? 0 : (text.back() == '=') + (text[text.size() - 2] == '=');
    out.resize(static_cast<std::size_t>(size - padding));
    return out;
}

}  // namespace axon
