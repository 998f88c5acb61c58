// Versions: added by each block, read at any, dropped when their last reader may be gone.
#include "store/histories.hpp"

#include <algorithm>
#include <cstring>
#include <mutex>

#include "base/assert.hpp"

namespace store {
namespace {

bool read_version(const Version* version, ValueReader reader) {
    if (version == nullptr || !version->present()) return false;
    reader(version->bytes());
    return true;
}

}  // namespace

Version::Version(u32 block, const std::optional<Bytes>& value) : block_(block) {
    if (!value) return;
    ASSERT(value->size() < erased);
    size_ = static_cast<u32>(value->size());
    u8* to = short_;
    if (!is_short()) {
        long_ = new u8[counter + size_];
        constexpr u32 one = 1;
        std::memcpy(long_, &one, counter);
        to = long_ + counter;
    }
    std::copy(value->begin(), value->end(), to);
}

Version::Version(u32 block, const Version& same) : block_(block), size_(same.size_) {
    std::memcpy(short_, same.short_, sizeof short_);
    if (is_short() || !present()) return;
    u32 holders;
    std::memcpy(&holders, long_, counter);
    ++holders;
    std::memcpy(long_, &holders, counter);
}

void Version::release() noexcept {
    u32 holders;
    std::memcpy(&holders, long_, counter);
    if (--holders == 0) {
        delete[] long_;
        return;
    }
    std::memcpy(long_, &holders, counter);
}

void Version::swap(Version& other) noexcept {
    u8 mine[sizeof short_];
    std::memcpy(mine, short_, sizeof mine);
    std::memcpy(short_, other.short_, sizeof mine);
    std::memcpy(other.short_, mine, sizeof mine);
    std::swap(block_, other.block_);
    std::swap(size_, other.size_);
}

void Histories::History::add(Version version) {
    if (newest.present() || !older.empty()) {
        // Grows by a quarter: there are many of these and they only grow.
        if (older.size() == older.capacity()) older.reserve(older.size() + older.size() / 4 + 1);
        older.push_back(std::move(newest));
    }
    newest = std::move(version);
}

void Histories::History::forget_before(u32 block) {
    if (newest.block() <= block) return older.clear();
    auto kept = std::find_if(older.begin(), older.end(),
                             [&](const Version& v) { return v.block() > block; });
    if (kept != older.begin()) older.erase(older.begin(), std::prev(kept));
}

const Version* Histories::History::at(u32 block) const {
    if (newest.block() <= block) return &newest;
    auto it = std::upper_bound(older.begin(), older.end(), block,
                               [](u32 b, const Version& v) { return b < v.block(); });
    return it == older.begin() ? nullptr : &*std::prev(it);
}

template <std::size_t size>
Version Histories::Recent<size>::version_of(u32 block, const Bytes& value) {
    for (const auto& old : values)
        if (old.present() &&
            std::equal(value.begin(), value.end(), old.bytes().begin(), old.bytes().end()))
            return Version(block, old);
    Version made(block, value);
    values[next++ % size] = Version(block, made);
    return made;
}

Version Histories::version_of(u32 block, const std::optional<Bytes>& value) {
    if (!value || value->size() < small) return Version(block, value);
    return value->size() < big ? small_.version_of(block, *value) : big_.version_of(block, *value);
}

void Histories::add(u32 block, const Changes& changes) {
    const std::unique_lock lock(mutex_);
    if (map_.empty()) first_ = block;
    Change change{block, {}};
    for (const auto& [key, value] : changes) {
        const auto at = map_.try_emplace(key).first;
        at->second.add(version_of(block, value));
        if (kept_blocks_ != all_blocks) change.at.push_back(at);
    }
    if (kept_blocks_ == all_blocks) return;
    changed_.push_back(std::move(change));
    if (block - first_ >= kept_blocks_) forget_before(block - kept_blocks_ + 1);
}

void Histories::forget_before(u32 block) {
    first_ = block;
    for (; changed_.front().block <= block; changed_.pop_front())
        for (const auto& at : changed_.front().at) {
            History& history = at->second;
            history.forget_before(changed_.front().block);
            // Erased for good. Where a later block wrote it, its newest version is that block's.
            if (history.newest.block() == changed_.front().block && !history.newest.present())
                map_.erase(at);
        }
}

bool Histories::read(u32 block, BytesView key, ValueReader reader) const {
    auto it = map_.find(key);
    return it != map_.end() && read_version(it->second.at(block), reader);
}
std::optional<Bytes> Histories::next_key(u32 block, BytesView key) const {
    for (auto it = map_.upper_bound(key); it != map_.end(); ++it)
        if (auto version = it->second.at(block); version != nullptr && version->present())
            return it->first;
    return std::nullopt;
}

bool Histories::NewestView::read(BytesView key, ValueReader reader) const {
    auto it = map_.find(key);
    return it != map_.end() && read_version(&it->second.newest, reader);
}
std::optional<Bytes> Histories::NewestView::next_key(BytesView key) const {
    for (auto it = map_.upper_bound(key); it != map_.end(); ++it)
        if (it->second.newest.present()) return it->first;
    return std::nullopt;
}

}  // namespace store
