// Input with a sticky failure: after the first short or bad read, every read yields zero.
#pragma once
#include <cstring>

#include "base/types.hpp"

namespace scale {

inline constexpr int max_nesting = 16;  // calls within calls, as deep as Substrate decodes them

class Reader {
public:
    explicit Reader(BytesView in) : p_(in.data()), end_(in.data() + in.size()) {}

    bool take(void* to, std::size_t n) {
        if (n == 0) return ok_;  // an empty vector's data() may be null
        if (left() < n) {
            fail();
            std::memset(to, 0, n);
            return false;
        }
        std::memcpy(to, p_, n);
        p_ += n;
        return true;
    }
    u8 byte() {
        u8 b = 0;
        take(&b, 1);
        return b;
    }
    /// The next n bytes without copying them; empty after a failure.
    BytesView view(std::size_t n) {
        if (left() < n) {
            fail();
            return {};
        }
        BytesView v(p_, n);
        p_ += n;
        return v;
    }
    void fail() {
        ok_ = false;
        p_ = end_;
    }
    bool ok() const { return ok_; }
    bool done() const { return ok_ && p_ == end_; }
    std::size_t left() const { return std::size_t(end_ - p_); }
    bool enter() { return ++depth_ <= max_nesting; }
    void leave() { --depth_; }

private:
    const u8* p_;
    const u8* end_;
    int depth_ = 0;
    bool ok_ = true;
};

void put_compact(Bytes&, u128);
u128 take_compact(Reader&);  // only the shortest form is accepted
u32 take_length(Reader&);    // a compact that must fit what is left

}  // namespace scale
