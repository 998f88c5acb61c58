// Versions: added by each block, read at any, dropped when their last reader may be gone.
#include "store/histories.hpp"

#include <algorithm>
#include <cstring>
#include <mutex>

#include "base/assert.hpp"

namespace store {
namespace {

/// Shows a version in a scan; whether to go on.
bool shown(const Version& version, BytesView key, FunctionRef<bool(BytesView, BytesView)> use) {
    bool more = true;
    version.read([&](BytesView value) { more = use(key, value); });
    return more;
}

}  // namespace

Version::Version(u32 block, const std::optional<Bytes>& value, Shelf& shelf) : block_(block) {
    if (!value) return;
    if (value->size() <= sizeof short_) {
        size_ = static_cast<u32>(value->size());
        std::copy(value->begin(), value->end(), short_);
    } else {
        size_ = is_long;
        new (&long_) Kept(shelf.keep(*value));
    }
}

Version& Version::operator=(Version&& other) noexcept {
    if (size_ == is_long) long_.~Kept();
    block_ = other.block_;
    size_ = other.size_;
    if (size_ == is_long)
        new (&long_) Kept(std::move(other.long_));
    else
        std::memcpy(short_, other.short_, sizeof short_);
    return *this;
}

bool Version::read(ValueReader reader) const {
    if (size_ == is_long)
        long_.read(reader);
    else if (present())
        reader({short_, size_});
    return present();
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

void Histories::add(u32 block, const Changes& changes) {
    const std::unique_lock lock(mutex_);
    if (map_.empty()) first_ = block;
    Change change{block, {}};
    for (const auto& [key, value] : changes) {
        auto* const at = map_.insert(key).first;
        at->value.add(Version(block, value, value && value->size() >= big ? big_ : small_));
        if (kept_blocks_ != all_blocks) change.at.push_back(at);
    }
    map_.settle();  // readers only read
    if (kept_blocks_ == all_blocks) return;
    changed_.push_back(std::move(change));
    if (block - first_ >= kept_blocks_) forget_before(block - kept_blocks_ + 1);
}

void Histories::forget_before(u32 block) {
    first_ = block;
    for (; changed_.front().block <= block; changed_.pop_front())
        for (auto* const at : changed_.front().at) {
            History& history = at->value;
            history.forget_before(changed_.front().block);
            // Erased for good. Where a later block wrote it, its newest version is that block's.
            if (history.newest.block() == changed_.front().block && !history.newest.present())
                map_.erase(at);
        }
}

bool Histories::read(u32 block, BytesView key, ValueReader reader) const {
    const auto* const history = map_.find(key);
    const auto* const version = history == nullptr ? nullptr : history->at(block);
    return version != nullptr && version->read(reader);
}
std::optional<Bytes> Histories::next_key(u32 block, BytesView key) const {
    std::optional<Bytes> out;
    scan(block, key, [&](BytesView next, BytesView) {
        out = to_bytes(next);
        return false;
    });
    return out;
}
void Histories::scan(u32 block, BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const {
    for (auto it = map_.upper_bound(key); it != map_.end(); ++it) {
        const auto* const version = (*it).second.at(block);
        if (version != nullptr && !shown(*version, (*it).first, use)) return;
    }
}

bool Histories::NewestView::read(BytesView key, ValueReader reader) const {
    const auto* const history = map_.find(key);
    return history != nullptr && history->newest.read(reader);
}
std::optional<Bytes> Histories::NewestView::next_key(BytesView key) const {
    std::optional<Bytes> out;
    scan(key, [&](BytesView next, BytesView) {
        out = to_bytes(next);
        return false;
    });
    return out;
}
void Histories::NewestView::scan(BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const {
    for (auto it = map_.upper_bound(key); it != map_.end(); ++it) {
        if (!shown((*it).second.newest, (*it).first, use)) return;
    }
}

}  // namespace store
