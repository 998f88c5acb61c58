// A synapse: the request and response object of the wire protocol, its classes, headers, body and
// body hash. The rules are those of the public SDK 10 (reference: golden/axon captures).
#pragma once
#include "base/outcome.hpp"
#include "services/axon/json.hpp"
#include "services/http/message.hpp"

namespace axon {

inline constexpr std::string_view body_hash_of_nothing =
    "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a";
inline constexpr double default_timeout_s = 12.0;
inline constexpr i64 own_version = 10'002'000;  // the SDK version whose rules these are

/// One side of a call: the axon (server) or the dendrite (client).
struct Terminal {
    std::optional<i64> status_code;
    std::optional<std::string> status_message;
    std::optional<double> process_time_s;
    std::optional<std::string> ip;
    std::optional<i64> port;
    std::optional<i64> version;
    std::optional<i64> nonce;  // unix time in nanoseconds
    std::optional<std::string> uuid;
    std::optional<std::string> hotkey;     // ss58
    std::optional<std::string> signature;  // 0x and 128 hex digits
};

enum class FieldType { any, string, integer, number, boolean, list, object };

/// A field of a synapse class. Without a default it is required.
struct Field {
    std::string name;
    FieldType type = FieldType::any;
    std::optional<Json> fallback = {};
    bool nullable = false;
};

struct SynapseClass {
    std::string name = "Synapse";
    std::vector<Field> fields = {};
    std::vector<std::string> hash_fields = {};  // in the order they are hashed
    bool streaming = false;
};

struct Synapse {
    std::string name = "Synapse";
    std::optional<double> timeout_s = default_timeout_s;
    i64 total_size = 0;   // informational on the wire: Python object sizes
    i64 header_size = 0;  // informational
    Terminal dendrite, axon;
    std::string computed_body_hash;  // as received in the headers
    Json fields = Json::object();    // the class's own fields, in its order
};

/// A field value brought to the field's type as pydantic does ("5" is an int, 5 is a float, 1 is
/// not a string).
Outcome<Json> coerce(const Field&, const Json&);

/// Defaults and `values` put together; fails on a missing required field or a wrong type. Unknown
/// keys are dropped.
Outcome<Json> fields_of(const SynapseClass&, const Json& values);

std::string body_hash(const SynapseClass&, const Json& fields);

/// Headers in the SDK's order, from name to computed_body_hash (computed from the fields).
http::Headers to_headers(const SynapseClass&, const Synapse&);
/// What headers alone tell: required fields hold the empty values that stand for them.
Outcome<Synapse> from_headers(const SynapseClass&, const http::Headers&);

Json to_body(const Synapse&);
Outcome<Synapse> from_body(const SynapseClass&, const Json& body);

Json to_json(const Terminal&);

std::string sha3_256_hex(std::string_view);
std::string base64(std::string_view);
std::optional<std::string> from_base64(std::string_view);

}  // namespace axon
