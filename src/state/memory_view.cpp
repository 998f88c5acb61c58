// The map-backed view.
#include "state/state.hpp"

bool MemoryView::read(BytesView key, ValueReader reader) const {
    auto it = entries_.find(key);
    if (it == entries_.end()) return false;
    reader(it->second);
    return true;
}

std::optional<Bytes> MemoryView::next_key(BytesView key) const {
    auto it = entries_.upper_bound(key);
    return it == entries_.end() ? std::nullopt : std::optional(it->first);
}

void MemoryView::put(BytesView key, Bytes value) {
    entries_.insert_or_assign(to_bytes(key), std::move(value));
}

void MemoryView::erase(BytesView key) {
    if (auto it = entries_.find(key); it != entries_.end()) entries_.erase(it);
}

void MemoryView::apply(const Changes& changes) {
    for (const auto& [key, value] : changes)
        if (value)
            put(key, *value);
        else
            erase(key);
}
