// Bytes in memory, each kept as what sets it apart from others of late: blocks repeat themselves.
#pragma once
#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "base/function_ref.hpp"

namespace store {

/// Bytes on a shelf: whole, or the beginning and the end of others with a middle of their own.
/// Holders are counted, by the one thread that writes; reading changes nothing.
class Kept {
public:
    Kept() = default;
    Kept(Kept&& other) noexcept : node_(std::exchange(other.node_, nullptr)) {}
    Kept& operator=(Kept other) noexcept {
        std::swap(node_, other.node_);
        return *this;
    }
    Kept(const Kept& other) noexcept;
    ~Kept() { release(); }

    /// The bytes live during the call only.
    void read(FunctionRef<void(BytesView)> reader) const;

private:
    friend class Shelf;
    struct Node;
    struct Part;
    explicit Kept(Node* node) : node_(node) {}
    static Kept whole(BytesView bytes);
    static Kept part(const Kept& base, u32 prefix, u32 suffix, BytesView bytes);
    u32 depth() const;
    void release() noexcept;

    Node* node_ = nullptr;
};

class Shelf {
public:
    /// Compares with so many others; which ones, only memory and time depend on.
    explicit Shelf(std::size_t late) : late_(late) {}
    Kept keep(BytesView bytes);

private:
    /// Less is kept as it is; sharing less than that would cost more than it saves.
    static constexpr std::size_t least_compared = 32, least_shared = 64;
    /// Reads of a kept one that builds on others pass through so many at most.
    static constexpr u32 most_depth = 48;
    struct Late {
        Bytes bytes;
        Kept kept;
    };
    std::vector<Late> late_;
    std::size_t next_ = 0;
};

}  // namespace store
