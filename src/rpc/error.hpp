// JSON-RPC errors: the codes and words that clients look for.
#pragma once
#include <nlohmann/json.hpp>

#include "chain/pool.hpp"

namespace rpc {

using Json = nlohmann::json;

/// Thrown by methods, caught by the dispatcher, which makes the error reply of it.
struct Error {
    int code = 0;
    std::string message;
    std::string data = {};  // left out of the reply when empty
};

inline Error parse_error() { return {-32700, "Parse error"}; }
inline Error invalid_request() { return {-32600, "Invalid request"}; }
inline Error method_not_found() { return {-32601, "Method not found"}; }
inline Error invalid_params(std::string why) { return {-32602, "Invalid params", std::move(why)}; }
inline Error internal_error(std::string why) { return {-32603, "Internal error", std::move(why)}; }
/// Anything that goes wrong with a block's state.
Error client_error(std::string why);
Error unknown_block(const Hash&);
/// Why the pool did not take an extrinsic, as Substrate's author API puts it.
Error from(const chain::Rejection&);

}  // namespace rpc
