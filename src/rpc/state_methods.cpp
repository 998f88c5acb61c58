// state_*: storage, runtime calls, metadata, proofs.
#include <fmt/format.h>

#include "base/hex.hpp"
#include "crypto/hash.hpp"
#include "frame/pallet.hpp"
#include "frame/version.hpp"
#include "pallets/system/spec_version.hpp"
#include "rpc/method.hpp"

namespace rpc {
namespace {

constexpr u32 max_page = 1000;              // keys of state_getKeysPaged
constexpr std::size_t max_keys = 200'000;   // of state_getKeys, state_getPairs
constexpr u32 max_query_blocks = 10'000;    // of state_queryStorage
constexpr std::size_t max_watched = 1'000;  // keys of a storage subscription
constexpr int invalid_range = 4001, invalid_count = 4002;

using Text = std::shared_ptr<const std::string>;

Json hex_or_null(const std::optional<Bytes>& value) {
    return value ? Json(to_hex_0x(*value)) : Json(nullptr);
}

Answer get_storage(Call& call) {
    const auto key = call.params.bytes(0, "key");
    return hex_or_null(call.view_at(1)->get(key));
}
Answer get_storage_hash(Call& call) {
    const auto key = call.params.bytes(0, "key");
    const auto value = call.view_at(1)->get(key);
    return value ? Json(to_hex_0x(crypto::blake2_256(*value))) : Json(nullptr);
}
Answer get_storage_size(Call& call) {
    const auto key = call.params.bytes(0, "key");
    const auto value = call.view_at(1)->get(key);
    return value ? Json(value->size()) : Json(nullptr);
}

/// Calls `visit` with the keys under `prefix`, after `after` if given, until it says stop.
void each_key(const View& view, BytesView prefix, const std::optional<Bytes>& after,
              FunctionRef<bool(const Bytes&)> visit) {
    std::optional<Bytes> key;
    if (after && compare(*after, prefix) >= 0)
        key = view.next_key(*after);
    else
        key = view.contains(prefix) ? to_bytes(prefix) : view.next_key(prefix);
    for (; key && starts_with(*key, prefix); key = view.next_key(*key))
        if (!visit(*key)) return;
}

Answer get_keys_paged(Call& call) {
    const auto prefix = call.params.absent(0) ? Bytes{} : call.params.bytes(0, "prefix");
    const auto count = call.params.number(1, "count", ~u32{0});
    if (count > max_page)
        throw Error{invalid_count, fmt::format("count exceeds maximum value. value: {}, max: {}",
                                               count, max_page)};
    std::optional<Bytes> after;
    if (!call.params.absent(2)) after = call.params.bytes(2, "start_key");
    const auto view = call.view_at(3);
    Json keys = Json::array();
    if (count == 0) return keys;
    each_key(*view, prefix, after, [&](const Bytes& key) {
        keys.push_back(to_hex_0x(key));
        return keys.size() < count;
    });
    return keys;
}

void check_count(std::size_t count) {
    if (count >= max_keys)
        throw Error{invalid_count,
                    fmt::format("more than {} keys; use state_getKeysPaged", max_keys)};
}

Answer get_keys(Call& call) {
    const auto prefix = call.params.bytes(0, "prefix");
    Json keys = Json::array();
    each_key(*call.view_at(1), prefix, {}, [&](const Bytes& key) {
        check_count(keys.size());
        keys.push_back(to_hex_0x(key));
        return true;
    });
    return keys;
}

Answer get_pairs(Call& call) {
    const auto prefix = call.params.bytes(0, "prefix");
    const auto view = call.view_at(1);
    Json pairs = Json::array();
    each_key(*view, prefix, {}, [&](const Bytes& key) {
        check_count(pairs.size());
        pairs.push_back(Json::array({to_hex_0x(key), hex_or_null(view->get(key))}));
        return true;
    });
    return pairs;
}

std::vector<std::optional<Bytes>> values_of(const View& view, std::span<const Bytes> keys) {
    std::vector<std::optional<Bytes>> values;
    values.reserve(keys.size());
    for (const auto& key : keys) values.push_back(view.get(key));
    return values;
}

/// Every key that was asked for, in that order: clients read by position.
Answer query_storage_at(Call& call) {
    const auto keys = call.params.byte_strings(0, "keys");
    const auto block = call.block_at(1);
    return Json::array({change_set(block.hash, keys, values_of(*call.view_of(block), keys))});
}

/// All values at the first block, then for each block up to the last what it changed.
Answer query_storage(Call& call) {
    const auto keys = call.params.byte_strings(0, "keys");
    call.params.any(1, "from");
    const auto from = call.block_at(1), to = call.block_at(2);
    if (to.number < from.number || to.number - from.number > max_query_blocks)
        throw Error{invalid_range, "Invalid block range",
                    fmt::format("from {} to {}", from.number, to.number)};
    Json out = Json::array();
    std::vector<std::optional<Bytes>> known;
    for (u32 number = from.number; number <= to.number; ++number) {
        const chain::Head block{number, *call.store().hash_of(number)};
        auto values = values_of(*call.view_of(block), keys);
        std::vector<Bytes> changed_keys;
        std::vector<std::optional<Bytes>> changed;
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (known.empty() || known[i] != values[i]) {
                changed_keys.push_back(keys[i]);
                changed.push_back(values[i]);
            }
        if (!changed_keys.empty()) out.push_back(change_set(block.hash, changed_keys, changed));
        known = std::move(values);
    }
    return out;
}

Answer get_runtime_version(Call& call) {
    return runtime_version_json(runtime_version(State(*call.view_at(0))));
}

Bytes run_api(const View& view, const std::string& name, BytesView arguments) {
    const auto* row = find_api(name);
    if (!row)
        throw client_error(
            fmt::format("Execution failed: Other: Exported method {} is not found", name));
    State scratch(view);
    auto result = row->call(scratch, arguments);
    if (!result)
        throw client_error(fmt::format(
            "Execution failed: Runtime panicked: Bad input data provided to {}: Codec error",
            name));
    return *std::move(result);
}

/// JSON text that is made once for a runtime: nothing in metadata changes while it is in force.
template <int which>
Text once(const View& view, FunctionRef<Bytes()> make) {
    static std::mutex mutex;
    static std::map<u32, Text> texts;
    const u32 runtime = frame_system::spec_version(State(view));
    const std::lock_guard lock(mutex);
    auto& text = texts[runtime];
    if (!text) text = std::make_shared<const std::string>('"' + to_hex_0x(make()) + '"');
    return text;
}

Answer call_api(Call& call) {
    const auto name = call.params.text(0, "name");
    const auto arguments = call.params.absent(1) ? Bytes{} : call.params.bytes(1, "data");
    const auto view = call.view_at(2);
    if (name == "Metadata_metadata_at_version" && arguments == Bytes{15, 0, 0, 0})
        return once<15>(*view, [&] { return run_api(*view, name, arguments); });
    return Json(to_hex_0x(run_api(*view, name, arguments)));
}

Answer get_metadata(Call& call) {
    const auto view = call.view_at(0);
    return once<14>(*view, [&] {
        const auto opaque = run_api(*view, "Metadata_metadata", {});
        return scale::decoded<Bytes>(opaque).value_or(Bytes{});
    });
}

Answer get_read_proof(Call& call) {
    const auto keys = call.params.byte_strings(0, "keys");
    const auto block = call.block_at(1);
    const auto proof = call.store().prove(block.number, keys);
    if (!proof) throw client_error(proof.message());
    Json nodes = Json::array();
    for (const auto& node : *proof) nodes.push_back(to_hex_0x(node));
    return Json{{"at", to_hex_0x(block.hash)}, {"proof", std::move(nodes)}};
}

Answer subscribe_storage(Call& call) {
    std::vector<Bytes> keys;
    if (!call.params.absent(0)) keys = call.params.byte_strings(0, "keys");
    if (keys.empty() || keys.size() > max_watched)
        throw invalid_params(fmt::format("between 1 and {} keys can be watched", max_watched));
    const auto block = call.chain().best();
    auto values = values_of(*call.view_of(block), keys);
    const auto subscription = call.subscribe("state_storage");
    subscription->notify(change_set(block.hash, keys, values).dump());
    call.node.hub.add_storage(subscription, std::move(keys), std::move(values));
    return Json(subscription->id());
}

Answer subscribe_runtime_version(Call& call) {
    const auto subscription = call.subscribe("state_runtimeVersion");
    call.node.hub.add_runtime_version(subscription, call.chain());
    return Json(subscription->id());
}

constexpr Method methods[] = {
    {"state_getStorage", get_storage},
    {"state_getStorageAt", get_storage},
    {"state_getStorageHash", get_storage_hash},
    {"state_getStorageHashAt", get_storage_hash},
    {"state_getStorageSize", get_storage_size},
    {"state_getStorageSizeAt", get_storage_size},
    {"state_getKeys", get_keys},
    {"state_getKeysPaged", get_keys_paged},
    {"state_getKeysPagedAt", get_keys_paged},
    {"state_getPairs", get_pairs},
    {"state_queryStorage", query_storage},
    {"state_queryStorageAt", query_storage_at},
    {"state_getRuntimeVersion", get_runtime_version},
    {"chain_getRuntimeVersion", get_runtime_version},
    {"state_getMetadata", get_metadata},
    {"state_call", call_api},
    {"state_callAt", call_api},
    {"state_getReadProof", get_read_proof},
    {"state_subscribeStorage", subscribe_storage},
    {"state_unsubscribeStorage", unsubscribe},
    {"state_subscribeRuntimeVersion", subscribe_runtime_version},
    {"state_unsubscribeRuntimeVersion", unsubscribe},
    {"chain_subscribeRuntimeVersion", subscribe_runtime_version},
    {"chain_unsubscribeRuntimeVersion", unsubscribe},
};

}  // namespace

Methods state_methods() { return methods; }

}  // namespace rpc
