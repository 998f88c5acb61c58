// author_*: submitting and watching extrinsics.
#include <fmt/format.h>

#include "base/hex.hpp"
#include "rpc/method.hpp"
#include "runtime/extrinsic.hpp"

namespace rpc {
namespace {

Answer submit(Call& call) {
    auto extrinsic = call.params.bytes(0, "extrinsic");
    const auto hash = extrinsic_hash(extrinsic);
    if (const auto refused = call.chain().submit(std::move(extrinsic))) throw from(*refused);
    return Json(to_hex_0x(hash));
}

std::string status_text(const chain::TransactionStatus& status) {
    using enum chain::TransactionStatus::Kind;
    const auto with_hash = [&](const char* name) {
        return Json{{name, to_hex_0x(status.hash)}}.dump();
    };
    switch (status.kind) {
        case Ready: return R"("ready")";
        case Future: return R"("future")";
        case InBlock: return with_hash("inBlock");
        case Finalized: return with_hash("finalized");
        case Usurped: return with_hash("usurped");
        case Dropped: return R"("dropped")";
        case Invalid: return R"("invalid")";
    }
    return "null";
}

/// A refusal is the answer to the request, not a notification.
Answer submit_and_watch(Call& call) {
    auto extrinsic = call.params.bytes(0, "extrinsic");
    const auto subscription = call.subscribe("author_extrinsicUpdate");
    const auto tell = [subscription](const chain::TransactionStatus& status) {
        if (status.is_last())
            subscription->notify_last(status_text(status));
        else
            subscription->notify(status_text(status));
    };
    const auto refused = call.chain().submit(std::move(extrinsic), tell);
    if (!refused) return Json(subscription->id());
    call.connection->drop(subscription->id());
    call.opened.pop_back();
    throw from(*refused);
}

Answer pending(Call& call) {
    Json out = Json::array();
    for (const auto& extrinsic : call.chain().pool().pending()) out.push_back(to_hex_0x(extrinsic));
    return out;
}

constexpr Method methods[] = {
    {"author_submitExtrinsic", submit},
    {"author_submitAndWatchExtrinsic", submit_and_watch},
    {"author_unwatchExtrinsic", unsubscribe},
    {"author_pendingExtrinsics", pending},
};

}  // namespace

Methods author_methods() { return methods; }

}  // namespace rpc
