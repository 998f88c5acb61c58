// Encoding and decoding of trie nodes.
#include "trie/node_codec.hpp"

#include "base/assert.hpp"
#include "crypto/hash.hpp"
#include "scale/reader.hpp"

namespace trie {
namespace {

// First byte: the kind in the upper bits, the length of the path in the `size_bits` below.
struct Kind {
    u8 prefix;
    u8 size_bits;
    bool branch;
    NodeValue::Kind value;
};
constexpr Kind leaf{0b0100'0000, 6, false, NodeValue::Kind::plain};
constexpr Kind leaf_hashed{0b0010'0000, 5, false, NodeValue::Kind::hashed};
constexpr Kind branch{0b1000'0000, 6, true, NodeValue::Kind::none};
constexpr Kind branch_plain{0b1100'0000, 6, true, NodeValue::Kind::plain};
constexpr Kind branch_hashed{0b0001'0000, 4, true, NodeValue::Kind::hashed};

void encode_header(Bytes& out, Kind kind, BytesView partial) {
    ASSERT(partial.size() <= MaxPartial);
    const auto max = (std::size_t{1} << kind.size_bits) - 1;
    if (partial.size() < max) {
        out.push_back(static_cast<u8>(kind.prefix | partial.size()));
    } else {
        out.push_back(static_cast<u8>(kind.prefix | max));
        auto rest = partial.size() - (max - 1);
        for (; rest >= 256; rest -= 255) out.push_back(255);
        out.push_back(static_cast<u8>(rest - 1));
    }
    std::size_t i = partial.size() % 2;
    if (i == 1) out.push_back(partial[0]);
    for (; i < partial.size(); i += 2)
        out.push_back(static_cast<u8>(partial[i] << 4 | partial[i + 1]));
}

void append(Bytes& out, BytesView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

/// SCALE: compact length, then the bytes.
void append_sized(Bytes& out, BytesView bytes) {
    if (bytes.size() < 64)
        out.push_back(static_cast<u8>(bytes.size() << 2));  // as put_compact, for the common case
    else
        scale::put_compact(out, bytes.size());
    append(out, bytes);
}

void append_value(Bytes& out, NodeValue value) {
    if (value.kind == NodeValue::Kind::plain) append_sized(out, value.bytes);
    if (value.kind == NodeValue::Kind::hashed) append(out, value.bytes);
}

BytesView read_sized(scale::Reader& in) { return in.view(scale::take_length(in)); }

std::optional<Kind> kind_of(u8 first) {
    for (Kind kind : {leaf, leaf_hashed, branch, branch_plain, branch_hashed})
        if (first >> kind.size_bits == kind.prefix >> kind.size_bits) return kind;
    return std::nullopt;
}

std::size_t read_size(scale::Reader& in, u8 first, Kind kind) {
    const auto max = (std::size_t{1} << kind.size_bits) - 1;
    auto size = first & max;
    if (size < max) return size;
    --size;
    while (in.ok()) {
        const u8 more = in.byte();
        if (more < 255) {
            size += more + std::size_t{1};
            break;
        }
        size += 255;
        if (size > MaxPartial) break;
    }
    if (size > MaxPartial) in.fail();
    return size;
}

void read_partial(scale::Reader& in, std::size_t size, Bytes& partial) {
    const auto packed = in.view((size + 1) / 2);
    if (!in.ok()) return;
    append_nibbles(partial, packed);
    if (size % 2 == 1) {
        if (partial.front() != 0) in.fail();
        partial.erase(partial.begin());
    }
}

}  // namespace

ChildRef ChildRef::to(BytesView encoded_child) {
    ChildRef ref;
    if (encoded_child.size() >= 32) {
        ref.size_ = 32;
        crypto::blake2b(encoded_child, ref.bytes_);
    } else {
        ref.size_ = static_cast<u8>(encoded_child.size());
        std::copy(encoded_child.begin(), encoded_child.end(), ref.bytes_.begin());
    }
    return ref;
}

Hash empty_root() { return crypto::blake2_256(EmptyNode); }

void encode_leaf(Bytes& out, BytesView partial, NodeValue value) {
    ASSERT(value.kind != NodeValue::Kind::none);
    encode_header(out, value.kind == NodeValue::Kind::hashed ? leaf_hashed : leaf, partial);
    append_value(out, value);
}

BranchEncoder::BranchEncoder(Bytes& out, BytesView partial, NodeValue value, u16 bitmap)
    : out_(out) {
    encode_header(out,
                  value.kind == NodeValue::Kind::none    ? branch
                  : value.kind == NodeValue::Kind::plain ? branch_plain
                                                         : branch_hashed,
                  partial);
    out.push_back(static_cast<u8>(bitmap));
    out.push_back(static_cast<u8>(bitmap >> 8));
    append_value(out, value);
}

void BranchEncoder::child(BytesView reference) { append_sized(out_, reference); }

void encode_branch(Bytes& out, BytesView partial, NodeValue value, const Children& children) {
    u16 bitmap = 0;
    for (std::size_t i = 0; i < 16; ++i)
        if (!children[i].empty()) bitmap = static_cast<u16>(bitmap | 1 << i);
    BranchEncoder encoder(out, partial, value, bitmap);
    for (const auto& child : children)
        if (!child.empty()) encoder.child(child.bytes());
}

std::optional<Node> decode_node(BytesView encoded) {
    Node node;
    if (equal(encoded, EmptyNode)) return node;
    scale::Reader in(encoded);
    const u8 first = in.byte();
    const auto kind = kind_of(first);
    if (!kind) return std::nullopt;
    read_partial(in, read_size(in, first, *kind), node.partial);
    node.branch = kind->branch;
    node.value.kind = kind->value;
    u32 bitmap = 0;
    if (kind->branch) {
        bitmap = in.byte();
        bitmap |= u32{in.byte()} << 8;
        if (bitmap == 0) in.fail();
    }
    if (kind->value == NodeValue::Kind::plain) node.value.bytes = read_sized(in);
    if (kind->value == NodeValue::Kind::hashed) node.value.bytes = in.view(32);
    for (std::size_t i = 0; i < 16; ++i) {
        if ((bitmap >> i & 1) == 0) continue;
        node.children[i] = read_sized(in);
        if (node.children[i].empty() || node.children[i].size() > 32) in.fail();
    }
    if (!in.done()) return std::nullopt;
    return node;
}

}  // namespace trie
