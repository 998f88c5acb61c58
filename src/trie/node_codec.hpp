// Trie nodes as bytes: Substrate's node format with blake2b-256 (sp-trie node_codec.rs).
#pragma once
#include "trie/nibbles.hpp"

namespace trie {

/// State version: v1 puts the hash of a value longer than 32 bytes into its node, v0 the value.
enum class Version : u8 { v0, v1 };
inline constexpr std::size_t MaxInlineValue = 32;

/// Longest path in a node (sp-trie NIBBLE_SIZE_BOUND).
inline constexpr std::size_t MaxPartial = 0xFFFF;

/// A node's value as its encoding holds it. A view: the bytes are someone else's.
struct NodeValue {
    enum class Kind : u8 { none, plain, hashed } kind = Kind::none;
    BytesView bytes{};  // the value, or its hash
};

/// How a parent names a child: its encoding where that is shorter than 32 bytes, else its hash.
class ChildRef {
public:
    ChildRef() = default;
    static ChildRef to(BytesView encoded_child);

    bool empty() const { return size_ == 0; }
    bool is_hash() const { return size_ == 32; }
    BytesView bytes() const { return {bytes_.data(), size_}; }
    void clear() { size_ = 0; }

private:
    u8 size_ = 0;
    std::array<u8, 32> bytes_;
};
using Children = std::array<ChildRef, 16>;

/// The encoding of the empty trie's root node.
inline constexpr std::array<u8, 1> EmptyNode{0};
Hash empty_root();

void encode_leaf(Bytes& out, BytesView partial, NodeValue value);

/// Writes a branch piece by piece: constructor, child() for each bit of `bitmap` upwards.
class BranchEncoder {
public:
    BranchEncoder(Bytes& out, BytesView partial, NodeValue value, u16 bitmap);
    void child(BytesView reference);

private:
    Bytes& out_;
};
void encode_branch(Bytes& out, BytesView partial, NodeValue value, const Children& children);

/// A node read back; the views point into the encoding, `partial` is unpacked.
struct Node {
    Bytes partial;
    NodeValue value;
    bool branch = false;
    std::array<BytesView, 16> children{};  // empty: no child; 32 bytes: a hash; else an inline node
};
/// nullopt: not a node in its one canonical form. The empty node is a Node without value.
std::optional<Node> decode_node(BytesView encoded);

}  // namespace trie
