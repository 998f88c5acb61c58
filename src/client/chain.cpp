// A node as programs see it.
#include "client/chain.hpp"

#include <algorithm>
#include <thread>

#include "base/hex.hpp"
#include "crypto/ss58.hpp"

namespace client {
namespace {

Failure unexpected(const char* method) {
    return Failure{std::string("the node's answer to ") + method + " is not of the expected form"};
}

std::optional<Bytes> bytes_from_json(const Json& j) {
    if (!j.is_string()) return {};
    return from_hex(j.get_ref<const std::string&>());
}

Json at_json(const std::optional<Hash>& at) { return at ? Json(to_hex_0x(*at)) : Json(); }

}  // namespace

std::optional<Hash> hash_from_json(const Json& j) {
    const auto bytes = bytes_from_json(j);
    if (!bytes || bytes->size() != 32) return {};
    Hash hash;
    std::copy(bytes->begin(), bytes->end(), hash.begin());
    return hash;
}

Outcome<std::unique_ptr<Chain>> Chain::open(std::string_view url) {
    auto rpc = Rpc::open(url);
    if (!rpc) return rpc.failure();
    return std::unique_ptr<Chain>(new Chain(*std::move(rpc)));
}

Outcome<> Chain::wait_ready(Ms timeout_ms) {
    const auto deadline = Clock::now() + timeout_ms;
    for (;;) {
        const auto known = identity();
        if (known) return {};
        if (Clock::now() >= deadline) return known.failure();
        std::this_thread::sleep_for(Ms(100));
    }
}

Outcome<ChainIdentity> Chain::identity() {
    if (identity_) return *identity_;
    const auto genesis = rpc_->call("chain_getBlockHash", Json::array({0}));
    if (!genesis) return genesis.failure();
    const auto version = rpc_->call("state_getRuntimeVersion");
    if (!version) return version.failure();
    const auto hash = hash_from_json(*genesis);
    if (!hash || !version->is_object() || !version->contains("specVersion") ||
        !version->contains("transactionVersion"))
        return unexpected("state_getRuntimeVersion");
    identity_ = ChainIdentity{*hash, (*version)["specVersion"].get<u32>(),
                              (*version)["transactionVersion"].get<u32>()};
    return *identity_;
}

Outcome<Head> Chain::head() {
    const auto hash_json = rpc_->call("chain_getBlockHash");
    if (!hash_json) return hash_json.failure();
    const auto header = rpc_->call("chain_getHeader", Json::array({*hash_json}));
    if (!header) return header.failure();
    const auto hash = hash_from_json(*hash_json);
    if (!hash || !header->is_object() || !(*header)["number"].is_string())
        return unexpected("chain_getHeader");
    return Head{static_cast<u32>(std::stoul((*header)["number"].get<std::string>(), nullptr, 16)),
                *hash};
}

Outcome<Hash> Chain::block_hash(u32 number) {
    const auto answer = rpc_->call("chain_getBlockHash", Json::array({number}));
    if (!answer) return answer.failure();
    const auto hash = hash_from_json(*answer);
    if (!hash) return Failure{"there is no block " + std::to_string(number) + " yet"};
    return *hash;
}

Outcome<std::optional<Bytes>> Chain::storage(BytesView key, const std::optional<Hash>& at) {
    auto params = Json::array({to_hex_0x(key)});
    if (at) params.push_back(at_json(at));
    const auto answer = rpc_->call("state_getStorage", params);
    if (!answer) return answer.failure();
    if (answer->is_null()) return std::optional<Bytes>();
    auto bytes = bytes_from_json(*answer);
    if (!bytes) return unexpected("state_getStorage");
    return bytes;
}

Outcome<std::vector<std::optional<Bytes>>> Chain::storage_many(const std::vector<Bytes>& keys,
                                                               const std::optional<Hash>& at) {
    Json names = Json::array();
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        names.push_back(to_hex_0x(keys[i]));
        places[names.back().get<std::string>()] = i;
    }
    auto params = Json::array({names});
    if (at) params.push_back(at_json(at));
    const auto answer = rpc_->call("state_queryStorageAt", params);
    if (!answer) return answer.failure();
    std::vector<std::optional<Bytes>> values(keys.size());
    if (!answer->is_array() || answer->empty() || !(*answer)[0].contains("changes"))
        return unexpected("state_queryStorageAt");
    for (const auto& change : (*answer)[0]["changes"]) {
        const auto place = places.find(change.at(0).get<std::string>());
        if (place == places.end() || change.at(1).is_null()) continue;
        values[place->second] = bytes_from_json(change.at(1));
    }
    return values;
}

Outcome<std::vector<std::pair<Bytes, Bytes>>> Chain::storage_under(BytesView prefix,
                                                                   const std::optional<Hash>& at) {
    constexpr u32 page = 500;
    std::vector<Bytes> keys;
    Json start;
    for (;;) {
        auto params = Json::array({to_hex_0x(prefix), page, start});
        if (at) params.push_back(at_json(at));
        const auto answer = rpc_->call("state_getKeysPaged", params);
        if (!answer) return answer.failure();
        if (!answer->is_array()) return unexpected("state_getKeysPaged");
        for (const auto& key : *answer) {
            auto bytes = bytes_from_json(key);
            if (!bytes) return unexpected("state_getKeysPaged");
            keys.push_back(*std::move(bytes));
        }
        if (answer->size() < page) break;
        start = answer->back();
    }
    std::vector<std::pair<Bytes, Bytes>> out;
    for (std::size_t from = 0; from < keys.size(); from += page) {
        const auto end = std::min(keys.size(), from + page);
        const std::vector<Bytes> some(keys.begin() + static_cast<i64>(from),
                                      keys.begin() + static_cast<i64>(end));
        auto values = storage_many(some, at);
        if (!values) return values.failure();
        for (std::size_t i = 0; i < some.size(); ++i)
            if ((*values)[i]) out.emplace_back(some[i], *(*values)[i]);
    }
    return out;
}

Outcome<Bytes> Chain::state_call(const std::string& method, BytesView arguments,
                                 const std::optional<Hash>& at) {
    auto params = Json::array({method, to_hex_0x(arguments)});
    if (at) params.push_back(at_json(at));
    const auto answer = rpc_->call("state_call", params);
    if (!answer) return answer.failure();
    auto bytes = bytes_from_json(*answer);
    if (!bytes) return unexpected("state_call");
    return *std::move(bytes);
}

Outcome<u32> Chain::next_nonce(const std::string& ss58) {
    const auto answer = rpc_->call("system_accountNextIndex", Json::array({ss58}));
    if (!answer) return answer.failure();
    if (!answer->is_number_unsigned()) return unexpected("system_accountNextIndex");
    return answer->get<u32>();
}

Outcome<Included> Chain::locate(const Json& block_hash, BytesView extrinsic) {
    const auto hash = hash_from_json(block_hash);
    const auto block = rpc_->call("chain_getBlock", Json::array({block_hash}));
    if (!block) return block.failure();
    if (!hash || !block->is_object() || !block->contains("block"))
        return unexpected("chain_getBlock");
    const std::string wanted = to_hex_0x(extrinsic);
    const auto& all = (*block)["block"]["extrinsics"];
    for (u32 i = 0; i < all.size(); ++i)
        if (all[i] == wanted) return Included{*hash, i};
    return Failure{"the extrinsic is not in the block that should hold it"};
}

Outcome<Included> Chain::submit(BytesView encoded_call, const crypto::Sr25519Pair& signer,
                                Ms timeout_ms) {
    const auto chain = identity();
    if (!chain) return chain.failure();
    const auto nonce = next_nonce(crypto::ss58_encode(signer.public_key));
    if (!nonce) return nonce.failure();
    const Bytes extrinsic = signed_extrinsic(encoded_call, signer, *nonce, 0, *chain);
    const auto watch =
        rpc_->subscribe("author_submitAndWatchExtrinsic", Json::array({to_hex_0x(extrinsic)}));
    if (!watch) return watch.failure();
    const auto deadline = Clock::now() + timeout_ms;
    for (;;) {
        const auto left = std::chrono::ceil<Ms>(deadline - Clock::now());
        const auto status = rpc_->next(*watch, std::max(left, Ms(0)));
        if (!status) return status.failure();
        if (!*status) return Failure{"the extrinsic did not get into a block in time"};
        const Json& s = **status;
        if (s.is_object()) {
            for (const char* good : {"inBlock", "finalized"})
                if (s.contains(good)) return locate(s[good], extrinsic);
            for (const char* bad : {"usurped", "finalityTimeout", "retracted"})
                if (s.contains(bad)) return Failure{std::string("the extrinsic was ") + bad};
        } else if (s == "dropped" || s == "invalid") {
            return Failure{"the pool took the extrinsic out again: " + s.get<std::string>()};
        }
    }
}

}  // namespace client
