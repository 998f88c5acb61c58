// The map-backed view.
#include "state/state.hpp"

bool MemoryView::read(BytesView key, ValueReader reader) const {
    const auto* const value = entries_.find(key);
    if (value == nullptr) return false;
    reader(*value);
    return true;
}

std::optional<Bytes> MemoryView::next_key(BytesView key) const {
    const auto* const next = entries_.after(key);
    return next == nullptr ? std::nullopt : std::optional(to_bytes(next->key()));
}

void MemoryView::scan(BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const {
    for (auto it = entries_.upper_bound(key); it != entries_.end(); ++it)
        if (!use((*it).first, (*it).second)) return;
}

void MemoryView::put(BytesView key, Bytes value) { entries_[key] = std::move(value); }
void MemoryView::erase(BytesView key) { entries_.erase(key); }

void MemoryView::apply(const Changes& changes) {
    for (const auto& [key, value] : changes)
        if (value)
            put(key, *value);
        else
            erase(key);
}
