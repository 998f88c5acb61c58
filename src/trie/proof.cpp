// Making and reading state proofs.
#include "trie/proof.hpp"

#include <set>

#include "crypto/hash.hpp"

namespace trie {

std::vector<Bytes> prove(Trie& trie, std::span<const Bytes> keys, ValueSource value_at) {
    std::set<Bytes, BytesLess> nodes;
    for (const auto& key : keys) {
        std::vector<Bytes> met;
        if (trie.walk(key, met).kind == NodeValue::Kind::hashed)
            if (auto value = value_at(key)) nodes.insert(std::move(*value));
        for (auto& node : met) nodes.insert(std::move(node));
    }
    return {nodes.begin(), nodes.end()};
}

Proof::Proof(std::span<const Bytes> nodes) {
    if (nodes.size() > MaxNodes) return;
    std::size_t total = 0;
    for (const auto& node : nodes) total += node.size();
    if (total > MaxBytes) return;
    for (const auto& node : nodes) nodes_.emplace(crypto::blake2_256(node), node);
}

std::optional<BytesView> Proof::find(BytesView hash) const {
    Hash key;
    if (hash.size() != key.size()) return std::nullopt;
    std::copy(hash.begin(), hash.end(), key.begin());
    auto it = nodes_.find(key);
    if (it == nodes_.end()) return std::nullopt;
    return it->second;
}

Proof::Lookup Proof::value(const NodeValue& found) const {
    switch (found.kind) {
        case NodeValue::Kind::none: return {Answer::absent, {}};
        case NodeValue::Kind::plain: return {Answer::present, to_bytes(found.bytes)};
        case NodeValue::Kind::hashed:
            if (auto bytes = find(found.bytes)) return {Answer::present, to_bytes(*bytes)};
    }
    return {};
}

Proof::Lookup Proof::read(const Hash& root, BytesView key) const {
    const Bytes path = to_nibbles(key);
    BytesView rest = path;
    auto encoded = find(root);
    while (encoded) {
        const auto node = decode_node(*encoded);
        if (!node) break;
        const auto shared = common_prefix(node->partial, rest);
        if (shared < node->partial.size()) return {Answer::absent, {}};
        if (shared == rest.size()) return value(node->value);
        const auto child = node->children[rest[shared]];
        if (child.empty()) return {Answer::absent, {}};
        rest = rest.subspan(shared + 1);
        encoded = child.size() == 32 ? find(child) : std::optional(child);
    }
    return {};
}

}  // namespace trie
