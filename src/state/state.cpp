// Reads, writes and nested undo of the execution state.
#include "state/state.hpp"

#include "base/assert.hpp"

std::optional<Bytes> View::get(BytesView key) const {
    std::optional<Bytes> value;
    read(key, [&](BytesView v) { value = to_bytes(v); });
    return value;
}

bool View::contains(BytesView key) const {
    return read(key, [](BytesView) {});
}

bool State::read(BytesView key, ValueReader reader) const {
    if (auto it = changes_.find(key); it != changes_.end()) {
        if (it->second) reader(*it->second);
        return it->second.has_value();
    }
    return base_.read(key, reader);
}

std::optional<Bytes> State::get(BytesView key) const {
    if (auto it = changes_.find(key); it != changes_.end()) return it->second;
    return base_.get(key);
}

bool State::contains(BytesView key) const {
    return read(key, [](BytesView) {});
}

std::optional<Bytes> State::next_key(BytesView key) const {
    auto pending = changes_.upper_bound(key);
    auto below = base_.next_key(key);
    while (pending != changes_.end()) {
        const int order = below ? compare(pending->first, *below) : -1;
        if (order > 0) return below;
        if (pending->second) return pending->first;
        if (order == 0) below = base_.next_key(*below);  // erased above: look past it
        ++pending;
    }
    return below;
}

void State::write(BytesView key, std::optional<Bytes> value) {
    auto it = changes_.lower_bound(key);
    const bool existed = it != changes_.end() && equal(it->first, key);
    if (!existed) it = changes_.emplace_hint(it, to_bytes(key), std::nullopt);
    std::swap(it->second, value);
    if (!marks_.empty()) journal_.push_back({it, existed, std::move(value)});
}

void State::put(BytesView key, Bytes value) { write(key, std::move(value)); }
void State::erase(BytesView key) { write(key, std::nullopt); }

u32 State::erase_prefix(BytesView prefix, u32 limit) {
    if (limit == 0) return 0;
    u32 count = 0;
    Bytes key = to_bytes(prefix);
    if (contains(key)) {
        erase(key);
        ++count;
    }
    while (count < limit) {
        auto next = next_key(key);
        if (!next || !starts_with(*next, prefix)) break;
        erase(*next);
        ++count;
        key = std::move(*next);
    }
    return count;
}

PrefixRemoval State::clear_prefix(BytesView prefix, std::optional<u32> limit,
                                  const std::optional<Bytes>& cursor) {
    PrefixRemoval done;
    std::vector<Bytes> pending;
    for (auto it = changes_.lower_bound(prefix);
         it != changes_.end() && starts_with(it->first, prefix); ++it)
        if (it->second) pending.push_back(it->first);
    for (const auto& key : pending) erase(key);

    std::optional<Bytes> key = cursor ? *cursor : to_bytes(prefix);
    if (!base_.contains(*key)) key = base_.next_key(*key);
    for (; key && starts_with(*key, prefix); key = base_.next_key(*key)) {
        if (limit && done.loops == *limit) {
            done.cursor = std::move(key);
            break;
        }
        if (!changes_.contains(*key)) {
            erase(*key);
            ++done.backend;
        }
        ++done.loops;
    }
    done.unique = static_cast<u32>(pending.size()) + done.backend;
    return done;
}

void State::open() {
    ASSERT(marks_.size() < MaxDepth);
    marks_.push_back(journal_.size());
}

void State::commit() {
    ASSERT(!marks_.empty());
    marks_.pop_back();
    if (marks_.empty()) journal_.clear();
}

void State::revert() {
    ASSERT(!marks_.empty());
    for (; journal_.size() > marks_.back(); journal_.pop_back()) {
        auto& undo = journal_.back();
        if (undo.existed)
            undo.at->second = std::move(undo.before);
        else
            changes_.erase(undo.at);
    }
    marks_.pop_back();
}

Changes State::take_changes() && {
    ASSERT(marks_.empty());
    return std::move(changes_);
}

std::vector<State::Touched> State::touched() const {
    ASSERT(!marks_.empty());
    std::map<BytesView, const Undo*, BytesLess> first;  // a key's oldest entry holds its old value
    for (auto i = marks_.back(); i < journal_.size(); ++i)
        first.emplace(journal_[i].at->first, &journal_[i]);
    std::vector<Touched> out;
    out.reserve(first.size());
    for (const auto& [key, undo] : first)
        out.push_back({key, undo->existed ? undo->before : base_.get(key), undo->at->second});
    return out;
}
