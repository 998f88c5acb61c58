// Bytes that are written once and stay where they are.
#pragma once
#include <memory>
#include <vector>

#include "base/bytes.hpp"

namespace store {

/// Hands out stable copies; frees them all at its end. Grows in chunks, so its waste is at most a
/// chunk.
class Arena {
public:
    static constexpr std::size_t ChunkBytes = 256 << 10;

    const u8* keep(BytesView bytes) {
        if (bytes.empty()) return nullptr;
        u8* at = reserve(bytes.size());
        std::memcpy(at, bytes.data(), bytes.size());
        return at;
    }

private:
    u8* reserve(std::size_t size) {
        if (size > ChunkBytes / 4) {  // a big value gets a chunk of its own
            return big_.emplace_back(new u8[size]).get();
        }
        if (size > left_) {
            chunks_.emplace_back(new u8[ChunkBytes]);
            left_ = ChunkBytes;
        }
        u8* at = chunks_.back().get() + (ChunkBytes - left_);
        left_ -= size;
        return at;
    }

    std::vector<std::unique_ptr<u8[]>> chunks_, big_;
    std::size_t left_ = 0;
};

}  // namespace store
