// JSON-RPC 2.0 on text.
#include "rpc/json_rpc.hpp"

namespace rpc {
namespace {

constexpr int batch_too_large = -32010, answer_too_large = -32008;

/// Whether brackets nest deeper than a parser should follow.
bool too_deep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"')
            quoted = true;
        else if (c == '[' || c == '{') {
            if (++depth > max_json_depth) return true;
        } else if (c == ']' || c == '}')
            --depth;
    }
    return false;
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string result_text(const Json& id, std::string_view result) {
    std::string out = R"({"jsonrpc":"2.0","result":)";
    out += result;
    out += R"(,"id":)";
    out += dump(id);
    out += '}';
    return out;
}

std::string error_text(const Json& id, const Error& error) {
    Json body{{"code", error.code}, {"message", error.message}};
    if (!error.data.empty()) body["data"] = error.data;
    return dump({{"jsonrpc", "2.0"}, {"error", std::move(body)}, {"id", id}});
}

/// Runs one method; every way to fail ends as an Error.
std::string run(Node& node, const ConnectionPtr& connection, const Json& id,
                const std::string& name, const Json& params, Reply& reply) {
    try {
        const auto* method = find_method(name);
        if (!method) throw method_not_found();
        Call call{node, connection, Params(params)};
        const auto answer = method->run(call);
        auto text = result_text(id, answer.text ? *answer.text : dump(answer.json));
        reply.opened.insert(reply.opened.end(), call.opened.begin(), call.opened.end());
        return text;
    } catch (const Error& error) {
        return error_text(id, error);
    } catch (const std::exception& problem) {
        return error_text(id, internal_error(problem.what()));
    }
}

bool is_id(const Json& id) { return id.is_string() || id.is_number() || id.is_null(); }

/// The answer to one request; empty for a notification.
std::string one(Node& node, const ConnectionPtr& connection, const Json& request, Reply& reply) {
    if (!request.is_object()) return error_text(nullptr, invalid_request());
    const auto id = request.find("id");
    const bool expects_answer = id != request.end();
    const Json answer_id = expects_answer && is_id(*id) ? *id : Json(nullptr);
    const auto version = request.find("jsonrpc"), method = request.find("method");
    if (version == request.end() || *version != "2.0" || method == request.end() ||
        !method->is_string() || (expects_answer && !is_id(*id)))
        return error_text(answer_id, invalid_request());
    auto params = request.value("params", Json::array());
    if (params.is_null()) params = Json::array();
    // Named parameters: only methods that take one object of options understand them.
    if (params.is_object()) params = Json::array({std::move(params)});
    if (!params.is_array()) return error_text(answer_id, invalid_params("params must be a list"));
    auto text = run(node, connection, answer_id, method->get<std::string>(), params, reply);
    return expects_answer ? text : std::string();
}

std::string batch(Node& node, const ConnectionPtr& connection, const Json& requests, Reply& reply) {
    if (requests.empty()) return error_text(nullptr, invalid_request());
    if (requests.size() > max_batch)
        return error_text(nullptr, {batch_too_large, "The batch request was too large",
                                    "Exceeded max limit of " + std::to_string(max_batch)});
    std::string out;
    for (const auto& request : requests) {
        const auto text = one(node, connection, request, reply);
        if (text.empty()) continue;
        out += out.empty() ? '[' : ',';
        out += text;
        if (out.size() > max_answer_bytes)
            return error_text(
                nullptr, {answer_too_large, "Response is too big", "ask for less in one batch"});
    }
    if (!out.empty()) out += ']';
    return out;
}

}  // namespace

Reply answer(Node& node, const ConnectionPtr& connection, std::string_view text) {
    Reply reply;
    const auto request =
        too_deep(text) ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
    if (request.is_discarded())
        reply.text = error_text(nullptr, parse_error());
    else if (request.is_array())
        reply.text = batch(node, connection, request, reply);
    else
        reply.text = one(node, connection, request, reply);
    return reply;
}

}  // namespace rpc
