// chain_*: blocks and headers.
#include <fmt/format.h>

#include "base/hex.hpp"
#include "rpc/method.hpp"

namespace rpc {
namespace {

/// The number of the block that parameter 0 names, or the best one's; none: unknown.
std::optional<u32> number_at(const Call& call) {
    const auto hash = call.params.hash(0, "hash");
    return hash ? call.store().number_of(*hash) : std::optional(call.chain().best().number);
}

Answer get_header(Call& call) {
    const auto number = number_at(call);
    if (!number) return Json(nullptr);
    return header_json(*call.chain().header(*number));
}

Answer get_block(Call& call) {
    const auto number = number_at(call);
    if (!number) return Json(nullptr);
    const auto block = call.store().block(*number);
    Json extrinsics = Json::array();
    for (const auto& xt : chain::extrinsics_of(*block)) extrinsics.push_back(to_hex_0x(xt));
    return Json{{"block",
                 {{"header", header_json(chain::header_of(*block))},
                  {"extrinsics", std::move(extrinsics)}}},
                {"justifications", nullptr}};
}

Json hash_json(const Call& call, u64 number) {
    if (number > ~u32{0}) return nullptr;
    const auto hash = call.store().hash_of(static_cast<u32>(number));
    return hash ? Json(to_hex_0x(*hash)) : Json(nullptr);
}

/// Without a number the best block's; a list of numbers gives a list of hashes.
Answer get_block_hash(Call& call) {
    if (call.params.absent(0)) return Json(to_hex_0x(call.chain().best().hash));
    const auto& asked = call.params.any(0, "number");
    if (!asked.is_array()) return hash_json(call, call.params.number(0, "number", ~u64{0}));
    if (asked.size() > max_list)
        throw invalid_params(fmt::format("at most {} numbers at once", max_list));
    const Params numbers(asked);
    Json out = Json::array();
    for (std::size_t i = 0; i < asked.size(); ++i)
        out.push_back(hash_json(call, numbers.number(i, "number", ~u64{0})));
    return out;
}

Answer finalized_hash(Call& call) { return Json(to_hex_0x(call.chain().finalized().hash)); }

Answer follow_heads(Call& call, const char* notification) {
    const auto subscription = call.subscribe(notification);
    call.node.hub.add_heads(subscription, call.chain());
    return Json(subscription->id());
}
Answer subscribe_new(Call& call) { return follow_heads(call, "chain_newHead"); }
Answer subscribe_all(Call& call) { return follow_heads(call, "chain_allHead"); }
Answer subscribe_finalized(Call& call) {
    const auto subscription = call.subscribe("chain_finalizedHead");
    call.node.hub.add_finalized_heads(subscription, call.chain());
    return Json(subscription->id());
}

constexpr Method methods[] = {
    {"chain_getHeader", get_header},
    {"chain_getBlock", get_block},
    {"chain_getBlockHash", get_block_hash},
    {"chain_getHead", get_block_hash},
    {"chain_getFinalizedHead", finalized_hash},
    {"chain_getFinalisedHead", finalized_hash},
    {"chain_subscribeNewHeads", subscribe_new},
    {"chain_subscribeNewHead", subscribe_new},
    {"subscribe_newHead", subscribe_new},
    {"chain_unsubscribeNewHeads", unsubscribe},
    {"chain_unsubscribeNewHead", unsubscribe},
    {"unsubscribe_newHead", unsubscribe},
    {"chain_subscribeAllHeads", subscribe_all},
    {"chain_unsubscribeAllHeads", unsubscribe},
    {"chain_subscribeFinalizedHeads", subscribe_finalized},
    {"chain_subscribeFinalisedHeads", subscribe_finalized},
    {"chain_unsubscribeFinalizedHeads", unsubscribe},
    {"chain_unsubscribeFinalisedHeads", unsubscribe},
};

}  // namespace

Methods chain_methods() { return methods; }

}  // namespace rpc
