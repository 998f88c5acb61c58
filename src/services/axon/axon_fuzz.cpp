// Any bytes as an HTTP request to an axon: headers, body, hash and verification must hold up.
#include <cstddef>

#include "services/axon/json_error.hpp"
#include "services/axon/verify.hpp"
#include "services/http/wire.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const axon::SynapseClass kind{"TextGen",
                                  {{"prompt", axon::FieldType::string},
                                   {"seed", axon::FieldType::integer, axon::Json(0)},
                                   {"opts", axon::FieldType::object, axon::Json(), true}},
                                  {"prompt", "seed", "opts"}};
    axon::JsonError error;
    if (const auto json = axon::parse_json(bytes, &error)) {
        // What we write reads back as the same value.
        const auto text = axon::dump_spaced(*json);
        const auto again = axon::parse_json(text);
        ASSERT(again && axon::dump_spaced(*again) == text);
        axon::python_str(*json);
    } else {
        axon::explain_json_error(bytes, error);
    }
    const auto request = http::parse_request(bytes);
    if (!request) return 0;
    const auto synapse = axon::from_headers(kind, request->headers);
    if (!synapse) return 0;
    axon::to_headers(kind, *synapse);
    axon::Verifier verifier;
    verifier.check(*synapse, "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty", 0);
    if (const auto body = axon::parse_json(request->body))
        if (const auto full = axon::from_body(kind, *body)) axon::body_hash(kind, full->fields);
    return 0;
}
