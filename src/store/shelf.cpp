// Differences: found by common beginnings and ends, put together when somebody reads.
#include "store/shelf.hpp"

#include <new>

#include "base/assert.hpp"

namespace store {

/// Bytes of its own follow a node, or a part.
struct Kept::Node {
    u32 holders : 31;
    u32 is_part : 1;
    u32 size;  // of the whole

    const u8* own() const;
    void copy(u32 from, u32 to, u8* out) const;
};
struct Kept::Part : Node {
    u32 prefix, suffix, depth;
    Kept base;
};

const u8* Kept::Node::own() const {
    const auto* const here = reinterpret_cast<const u8*>(this);
    return here + (is_part ? sizeof(Part) : sizeof(Node));
}

/// Bytes `from` to `to` of it.
void Kept::Node::copy(u32 from, u32 to, u8* out) const {
    if (!is_part) {
        std::memcpy(out, own() + from, to - from);
        return;
    }
    const auto& part = static_cast<const Part&>(*this);
    const Node& base = *part.base.node_;
    const u32 rest = size - part.suffix;  // where the end of the other begins
    const u32 moved = base.size - size;   // may wrap around: modulo 2^32
    if (from < part.prefix) base.copy(from, std::min(to, part.prefix), out);
    if (const u32 begin = std::max(from, part.prefix), end = std::min(to, rest); begin < end)
        std::memcpy(out + (begin - from), own() + (begin - part.prefix), end - begin);
    if (const u32 begin = std::max(from, rest); begin < to)
        base.copy(begin + moved, to + moved, out + (begin - from));
}

Kept Kept::whole(BytesView bytes) {
    auto* const room = static_cast<u8*>(::operator new(sizeof(Node) + bytes.size()));
    std::copy(bytes.begin(), bytes.end(), room + sizeof(Node));
    return Kept(new (room) Node{1, 0, static_cast<u32>(bytes.size())});
}

Kept Kept::part(const Kept& base, u32 prefix, u32 suffix, BytesView bytes) {
    const auto own = bytes.subspan(prefix, bytes.size() - prefix - suffix);
    auto* const room = static_cast<u8*>(::operator new(sizeof(Part) + own.size()));
    std::copy(own.begin(), own.end(), room + sizeof(Part));
    return Kept(new (room) Part{
        {1, 1, static_cast<u32>(bytes.size())}, prefix, suffix, base.depth() + 1, base});
}

Kept::Kept(const Kept& other) noexcept : node_(other.node_) {
    if (node_ != nullptr) ++node_->holders;
}

u32 Kept::depth() const { return node_->is_part ? static_cast<const Part*>(node_)->depth : 0; }

void Kept::release() noexcept {
    if (node_ == nullptr || --node_->holders > 0) return;
    if (node_->is_part) static_cast<Part*>(node_)->~Part();
    ::operator delete(node_);
}

void Kept::read(FunctionRef<void(BytesView)> reader) const {
    if (node_ == nullptr) return reader({});
    if (!node_->is_part) return reader({node_->own(), node_->size});
    Bytes out(node_->size);
    node_->copy(0, node_->size, out.data());
    reader(out);
}

Kept Shelf::keep(BytesView bytes) {
    ASSERT(bytes.size() < ~u32{0});
    if (bytes.size() < least_compared) return Kept::whole(bytes);
    Late* nearest = nullptr;
    std::size_t prefix = 0, suffix = 0;
    for (Late& late : late_) {
        const auto most = std::min(bytes.size(), late.bytes.size());
        const auto begin =
            std::mismatch(bytes.begin(), bytes.begin() + std::ptrdiff_t(most), late.bytes.begin());
        const auto same_begin = static_cast<std::size_t>(begin.first - bytes.begin());
        std::size_t same_end = 0;
        while (same_begin + same_end < most &&
               bytes[bytes.size() - 1 - same_end] == late.bytes[late.bytes.size() - 1 - same_end])
            ++same_end;
        if (same_begin + same_end <= prefix + suffix) continue;
        nearest = &late;
        prefix = same_begin;
        suffix = same_end;
    }
    if (nearest != nullptr && equal(nearest->bytes, bytes)) return nearest->kept;
    Kept kept;
    if (prefix + suffix < least_shared) {
        nearest = &late_[next_++ % late_.size()];
        kept = Kept::whole(bytes);
    } else if (nearest->kept.depth() == most_depth) {
        kept = Kept::whole(bytes);
    } else {
        kept = Kept::part(nearest->kept, static_cast<u32>(prefix), static_cast<u32>(suffix), bytes);
    }
    *nearest = {to_bytes(bytes), kept};
    return kept;
}

}  // namespace store
