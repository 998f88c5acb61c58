// A node as programs see it: blocks, storage, runtime calls, and extrinsics followed into a block.
#pragma once
#include "client/extrinsic.hpp"
#include "client/rpc.hpp"
#include "scale/codec.hpp"

namespace client {

struct Head {
    u32 number = 0;
    Hash hash{};
};

/// An extrinsic in a block.
struct Included {
    Hash block_hash{};
    u32 index = 0;  // of the extrinsic in the block
};

class Chain {
public:
    static Outcome<std::unique_ptr<Chain>> open(std::string_view url);

    /// Tries until the node answers or the time is over.
    Outcome<> wait_ready(Ms timeout_ms);

    Outcome<Head> head();
    Outcome<Hash> block_hash(u32 number);
    /// At a block, or at the head.
    Outcome<std::optional<Bytes>> storage(BytesView key, const std::optional<Hash>& at = {});
    Outcome<std::vector<std::optional<Bytes>>> storage_many(const std::vector<Bytes>& keys,
                                                            const std::optional<Hash>& at = {});
    /// Every key under the prefix and its value, in key order.
    Outcome<std::vector<std::pair<Bytes, Bytes>>> storage_under(BytesView prefix,
                                                                const std::optional<Hash>& at = {});
    Outcome<Bytes> state_call(const std::string& method, BytesView arguments,
                              const std::optional<Hash>& at = {});

    Outcome<u32> next_nonce(const std::string& ss58);
    /// Signs, submits and waits until it is in a block. Whether the call itself succeeded is told
    /// by the events there.
    Outcome<Included> submit(BytesView encoded_call, const crypto::Sr25519Pair&,
                             Ms timeout_ms = Ms(30'000));

    /// New heads, one by one; nothing when none came in time.
    Outcome<std::string> subscribe_heads() { return rpc_->subscribe("chain_subscribeNewHeads"); }
    Outcome<std::optional<Json>> next(const std::string& subscription, Ms timeout_ms) {
        return rpc_->next(subscription, timeout_ms);
    }

    /// Typed: reads a storage item (anything with key(...) and value type) through its SCALE codec.
    template <class T>
    Outcome<std::optional<T>> read(BytesView key, const std::optional<Hash>& at = {}) {
        auto raw = storage(key, at);
        if (!raw) return raw.failure();
        if (!*raw) return std::optional<T>();
        T value{};
        scale::Reader in(**raw);
        scale::decode(in, value);
        if (!in.done())
            return Failure{
                "a stored value does not decode; node and program are of different versions"};
        return std::optional<T>(std::move(value));
    }

    Rpc& rpc() { return *rpc_; }

private:
    explicit Chain(std::unique_ptr<Rpc> rpc) : rpc_(std::move(rpc)) {}
    Outcome<ChainIdentity> identity();
    Outcome<Included> locate(const Json& block_hash, BytesView extrinsic);

    std::unique_ptr<Rpc> rpc_;
    std::optional<ChainIdentity> identity_;
};

/// 0x text of exactly 32 bytes.
std::optional<Hash> hash_from_json(const Json&);

}  // namespace client
