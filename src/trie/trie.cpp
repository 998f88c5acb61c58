// Insertion, removal and rehashing in the in-memory trie.
#include "trie/trie.hpp"

#include "base/assert.hpp"
#include "crypto/hash.hpp"

namespace trie {

struct Trie::Branch {
    std::array<Slot, 16> child;
};

struct Trie::Item {
    Bytes partial;  // one nibble per byte
    Bytes value;    // the value or its hash
    std::unique_ptr<Branch> branch;
    NodeValue::Kind kind = NodeValue::Kind::none;
    ChildRef ref;  // empty: this node or one below it changed

    void set(NodeValue v) {
        kind = v.kind;
        value.assign(v.bytes.begin(), v.bytes.end());
    }
    NodeValue node_value() const { return {kind, value}; }
};

Trie::Trie() = default;
Trie::~Trie() = default;
Trie::Trie(Trie&&) noexcept = default;
Trie& Trie::operator=(Trie&&) noexcept = default;

void Trie::set(BytesView key, BytesView value, Version version) {
    path_.clear();
    append_nibbles(path_, key);
    root_.reset();
    if (version == Version::v0 || value.size() <= MaxInlineValue) {
        insert(top_, path_, {NodeValue::Kind::plain, value});
    } else {
        const Hash hash = crypto::blake2_256(value);
        insert(top_, path_, {NodeValue::Kind::hashed, hash});
    }
}

void Trie::insert(Slot& slot, BytesView path, NodeValue value) {
    if (!slot) {
        slot = std::make_unique<Item>();
        slot->partial = to_bytes(path);
        slot->set(value);
        return;
    }
    slot->ref.clear();
    const auto shared = common_prefix(slot->partial, path);
    if (shared < slot->partial.size()) {
        split(slot, shared, path, value);
    } else if (shared == path.size()) {
        slot->set(value);
    } else {
        if (!slot->branch) slot->branch = std::make_unique<Branch>();
        insert(slot->branch->child[path[shared]], path.subspan(shared + 1), value);
    }
}

/// Puts a branch in front of the node where `path` leaves its partial path.
void Trie::split(Slot& slot, std::size_t at, BytesView path, NodeValue value) {
    auto front = std::make_unique<Item>();
    front->partial.assign(slot->partial.begin(),
                          slot->partial.begin() + static_cast<std::ptrdiff_t>(at));
    front->branch = std::make_unique<Branch>();
    const u8 index = slot->partial[at];
    slot->partial.erase(slot->partial.begin(),
                        slot->partial.begin() + static_cast<std::ptrdiff_t>(at + 1));
    front->branch->child[index] = std::move(slot);
    if (at == path.size())
        front->set(value);
    else
        insert(front->branch->child[path[at]], path.subspan(at + 1), value);
    slot = std::move(front);
}

void Trie::erase(BytesView key) {
    path_.clear();
    append_nibbles(path_, key);
    if (remove(top_, path_)) root_.reset();
}

bool Trie::remove(Slot& slot, BytesView path) {
    if (!slot) return false;
    const auto shared = common_prefix(slot->partial, path);
    if (shared < slot->partial.size()) return false;
    if (shared == path.size()) {
        if (slot->kind == NodeValue::Kind::none) return false;
        slot->set({});
    } else {
        if (!slot->branch) return false;
        if (!remove(slot->branch->child[path[shared]], path.subspan(shared + 1))) return false;
    }
    slot->ref.clear();
    tidy_up(slot);
    return true;
}

/// Restores the one form a trie has: no node without value and with fewer than two children.
void Trie::tidy_up(Slot& slot) {
    u8 count = 0, last = 0;
    for (u8 i = 0; slot->branch && i < 16; ++i)
        if (slot->branch->child[i]) {
            ++count;
            last = i;
        }
    if (count == 0) slot->branch.reset();
    if (slot->kind != NodeValue::Kind::none || count > 1) return;
    if (count == 0) {
        slot.reset();
        return;
    }
    auto only = std::move(slot->branch->child[last]);
    auto partial = std::move(slot->partial);
    partial.push_back(last);
    partial.insert(partial.end(), only->partial.begin(), only->partial.end());
    only->partial = std::move(partial);
    only->ref.clear();
    slot = std::move(only);
}

void Trie::encode(Item& item) {
    u16 bitmap = 0;
    for (u8 i = 0; item.branch && i < 16; ++i) {
        auto& child = item.branch->child[i];
        if (!child) continue;
        bitmap = static_cast<u16>(bitmap | 1 << i);
        if (child->ref.empty()) refresh(*child);
    }
    scratch_.clear();
    if (bitmap == 0) return encode_leaf(scratch_, item.partial, item.node_value());
    BranchEncoder encoder(scratch_, item.partial, item.node_value(), bitmap);
    for (const auto& child : item.branch->child)
        if (child) encoder.child(child->ref.bytes());
}

void Trie::refresh(Item& item) {
    encode(item);
    item.ref = ChildRef::to(scratch_);
}

Hash Trie::root() {
    if (root_) return *root_;
    if (!top_) return *(root_ = empty_root());
    encode(*top_);
    return *(root_ = crypto::blake2_256(scratch_));
}

NodeValue Trie::walk(BytesView key, std::vector<Bytes>& nodes) {
    if (!top_) {
        nodes.push_back(to_bytes(EmptyNode));
        return {};
    }
    root();
    const Bytes path = to_nibbles(key);
    BytesView rest = path;
    for (Item* item = top_.get(); item != nullptr;) {
        if (item == top_.get() || item->ref.is_hash()) {
            encode(*item);
            nodes.push_back(scratch_);
        }
        const auto shared = common_prefix(item->partial, rest);
        if (shared < item->partial.size()) return {};
        if (shared == rest.size()) return item->node_value();
        if (!item->branch) return {};
        const u8 index = rest[shared];
        rest = rest.subspan(shared + 1);
        item = item->branch->child[index].get();
    }
    return {};
}

}  // namespace trie
