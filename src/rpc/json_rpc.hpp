// JSON-RPC 2.0 on text: requests and batches in, answers out.
#pragma once
#include "rpc/method.hpp"

namespace rpc {

inline constexpr std::size_t max_batch = 1'000;            // requests in one frame
inline constexpr std::size_t max_answer_bytes = 64 << 20;  // of all answers to one frame
inline constexpr int max_json_depth = 64;

struct Reply {
    std::string text;                       // empty: nothing is to be sent
    std::vector<SubscriptionPtr> opened{};  // to open once the text is on its way
};

/// Never throws: whatever the text holds, the reply is an answer or an error.
Reply answer(Node&, const ConnectionPtr&, std::string_view text);

}  // namespace rpc
