// system_*: what this node is, and nonces.
#include "crypto/ss58.hpp"
#include "rpc/method.hpp"

namespace rpc {
namespace {

Answer name(Call&) { return Json("myelin"); }
Answer version(Call& call) { return Json(call.node.version); }
Answer chain_name(Call&) { return Json("Bittensor"); }
Answer chain_type(Call&) { return Json("Local"); }
Answer properties(Call&) {
    return Json{{"ss58Format", 42}, {"tokenDecimals", 9}, {"tokenSymbol", "TAO"}};
}
/// It has no peers and misses none.
Answer health(Call&) {
    return Json{{"peers", 0}, {"isSyncing", false}, {"shouldHavePeers", false}};
}
Answer peers(Call&) { return Json::array(); }
Answer node_roles(Call&) { return Json::array({"Authority"}); }
Answer sync_state(Call& call) {
    const auto best = call.chain().best().number;
    return Json{{"startingBlock", 0}, {"currentBlock", best}, {"highestBlock", best}};
}

Answer account_next_index(Call& call) {
    const auto account = crypto::account_from_text(call.params.text(0, "account"));
    if (!account) throw invalid_params("account: " + account.message());
    return Json(call.chain().pool().next_nonce({*account}));
}

constexpr Method methods[] = {
    {"system_name", name},
    {"system_version", version},
    {"system_chain", chain_name},
    {"system_chainType", chain_type},
    {"system_properties", properties},
    {"system_health", health},
    {"system_peers", peers},
    {"system_nodeRoles", node_roles},
    {"system_syncState", sync_state},
    {"system_localListenAddresses", peers},
    {"system_accountNextIndex", account_next_index},
    {"account_nextIndex", account_next_index},
};

}  // namespace

Methods system_methods() { return methods; }

}  // namespace rpc
