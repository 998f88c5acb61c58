// Reads, writes and nested undo of the execution state.
#include "state/state.hpp"

#include <map>

#include "base/assert.hpp"

std::optional<Bytes> View::get(BytesView key) const {
    std::optional<Bytes> value;
    read(key, [&](BytesView v) { value = to_bytes(v); });
    return value;
}

bool View::contains(BytesView key) const {
    return read(key, [](BytesView) {});
}

void View::scan(BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const {
    bool more = true;
    for (auto at = next_key(key); at && more; at = more ? next_key(*at) : std::nullopt)
        read(*at, [&](BytesView value) { more = use(*at, value); });
}

bool State::read(BytesView key, ValueReader reader) const {
    if (const auto* const pending = changes_.find(key)) {
        if (*pending) reader(**pending);
        return pending->has_value();
    }
    return base_.read(key, reader);
}

std::optional<Bytes> State::get(BytesView key) const {
    if (const auto* const pending = changes_.find(key)) return *pending;
    return base_.get(key);
}

bool State::contains(BytesView key) const {
    return read(key, [](BytesView) {});
}

std::optional<Bytes> State::next_key(BytesView key) const {
    auto below = base_.next_key(key);
    for (auto* pending = changes_.after(key); pending != nullptr;
         pending = changes_.after(pending->key())) {
        const int order = below ? compare(pending->key(), *below) : -1;
        if (order > 0) return below;
        if (pending->value) return to_bytes(pending->key());
        if (order == 0) below = base_.next_key(*below);  // erased above: look past it
    }
    return below;
}

namespace {

/// Entries of the base read ahead: it does not change, but must not be used while it is read.
class Ahead {
public:
    Ahead(const View& base, BytesView prefix) : base_(base), prefix_(prefix) {}
    /// Whether there is an entry greater than `key`, which never falls.
    bool find(BytesView key) {
        for (;; ++next_) {
            if (next_ == entries_.size()) {
                if (ended_) return false;
                fill(key);
            } else if (compare(this->key(), key) > 0) {
                return true;
            }
        }
    }
    BytesView key() const { return BytesView(bytes_).subspan(at().from, at().key); }
    BytesView value() const { return BytesView(bytes_).subspan(at().from + at().key, at().value); }

private:
    static constexpr std::size_t many_entries = 64, many_bytes = 16 << 10;
    struct Entry {
        std::size_t from, key, value;
    };
    const Entry& at() const { return entries_[next_]; }
    void fill(BytesView key) {
        bytes_.clear();
        entries_.clear();
        next_ = ~std::size_t{0};  // the caller's loop steps to 0
        ended_ = true;
        base_.scan(key, [&](BytesView k, BytesView v) {
            if (!starts_with(k, prefix_)) return false;
            entries_.push_back({bytes_.size(), k.size(), v.size()});
            bytes_.insert(bytes_.end(), k.begin(), k.end());
            bytes_.insert(bytes_.end(), v.begin(), v.end());
            ended_ = entries_.size() < many_entries && bytes_.size() < many_bytes;
            return ended_;
        });
    }

    const View& base_;
    BytesView prefix_;
    Bytes bytes_;
    std::vector<Entry> entries_;
    std::size_t next_ = 0;
    bool ended_ = false;
};

}  // namespace

void State::walk(BytesView prefix, FunctionRef<bool(BytesView, BytesView)> visit) const {
    Ahead below(base_, prefix);
    Bytes at = to_bytes(prefix), value;
    const Changes::Entry* pending = nullptr;
    for (auto seen = changes_.edits() - 1;;) {
        if (seen != changes_.edits() || (pending != nullptr && compare(pending->key(), at) <= 0)) {
            pending = changes_.after(at);
            if (pending != nullptr && !starts_with(pending->key(), prefix)) pending = nullptr;
            seen = changes_.edits();
        }
        const bool is_below = below.find(at);
        if (pending != nullptr && (!is_below || compare(pending->key(), below.key()) <= 0)) {
            at.assign(pending->key().begin(), pending->key().end());
            if (!pending->value) continue;
            value = *pending->value;  // `visit` may change it
            if (!visit(at, value)) return;
        } else if (is_below) {
            at.assign(below.key().begin(), below.key().end());
            if (!visit(at, below.value())) return;
        } else {
            return;
        }
    }
}

void State::write(BytesView key, std::optional<Bytes> value) {
    const auto [entry, fresh] = changes_.insert(key);
    std::swap(entry->value, value);
    if (!marks_.empty()) journal_.push_back({entry, !fresh, std::move(value)});
}

void State::put(BytesView key, Bytes value) { write(key, std::move(value)); }
void State::erase(BytesView key) { write(key, std::nullopt); }

u32 State::erase_prefix(BytesView prefix, u32 limit) {
    std::vector<Bytes> keys;
    if (limit > 0 && contains(prefix)) keys.push_back(to_bytes(prefix));
    if (keys.size() < limit)
        walk(prefix, [&](BytesView key, BytesView) {
            keys.push_back(to_bytes(key));
            return keys.size() < limit;
        });
    for (const auto& key : keys) erase(key);
    return static_cast<u32>(keys.size());
}

PrefixRemoval State::clear_prefix(BytesView prefix, std::optional<u32> limit,
                                  const std::optional<Bytes>& cursor) {
    PrefixRemoval done;
    std::vector<Bytes> pending;
    if (const auto* const whole = changes_.find(prefix); whole != nullptr && *whole)
        pending.push_back(to_bytes(prefix));
    for (auto* at = changes_.after(prefix); at != nullptr && starts_with(at->key(), prefix);
         at = changes_.after(at->key()))
        if (at->value) pending.push_back(to_bytes(at->key()));
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
            undo.at->value = std::move(undo.before);
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
        first.emplace(journal_[i].at->key(), &journal_[i]);
    std::vector<Touched> out;
    out.reserve(first.size());
    for (const auto& [key, undo] : first)
        out.push_back({key, undo->existed ? undo->before : base_.get(key), undo->at->value});
    return out;
}
