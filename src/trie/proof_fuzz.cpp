// Any bytes as a proof: nodes are read back to the same bytes, and nothing false is proven.
#include "base/assert.hpp"
#include "crypto/hash.hpp"
#include "trie/proof.hpp"

namespace {

void encode_again(BytesView raw) {
    const auto node = trie::decode_node(raw);
    if (!node || equal(raw, trie::EmptyNode)) return;
    Bytes again;
    if (node->branch) {
        u16 bitmap = 0;
        for (std::size_t i = 0; i < 16; ++i)
            if (!node->children[i].empty()) bitmap = static_cast<u16>(bitmap | 1 << i);
        trie::BranchEncoder encoder(again, node->partial, node->value, bitmap);
        for (const auto& child : node->children)
            if (!child.empty()) encoder.child(child);
    } else {
        trie::encode_leaf(again, node->partial, node->value);
    }
    ASSERT(equal(again, raw));
}

}  // namespace

/// Input: a key of data[0] % 8 bytes, then nodes, each behind a length byte. The first is the root.
extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    BytesView in(data, size);
    if (in.empty()) return 0;
    const auto key_size = std::min<std::size_t>(in[0] % 8, in.size() - 1);
    const auto key = in.subspan(1, key_size);
    in = in.subspan(1 + key_size);
    std::vector<Bytes> nodes;
    while (!in.empty()) {
        const auto n = std::min<std::size_t>(in[0], in.size() - 1);
        nodes.push_back(to_bytes(in.subspan(1, n)));
        in = in.subspan(1 + n);
    }
    for (const auto& node : nodes) encode_again(node);
    const trie::Proof proof(nodes);
    if (!nodes.empty()) proof.read(crypto::blake2_256(nodes[0]), key);
    ASSERT(proof.read(Hash{}, key).answer == trie::Proof::Answer::unproven);
    return 0;
}
