// Counting weight against a limit, for work that may take several blocks.
// Source: substrate weights/src/weight_meter.rs; subtensor common/src/lib.rs, for clear_prefix.
#pragma once
#include "frame/dispatch_info.hpp"
#include "frame/storage.hpp"

class WeightMeter {
public:
    explicit WeightMeter(Weight limit) : limit_(limit) {}
    static WeightMeter unlimited() { return WeightMeter({~u64{0}, ~u64{0}}); }

    Weight consumed() const { return consumed_; }
    Weight remaining() const { return limit_.saturating_sub(consumed_); }
    bool can_consume(Weight w) const { return !consumed_.saturating_add(w).any_gt(limit_); }
    /// Counted even where the limit is passed: what is begun may have to be finished.
    void consume(Weight w) { consumed_ = consumed_.saturating_add(w); }
    bool try_consume(Weight w) {
        if (!can_consume(w)) return false;
        consume(w);
        return true;
    }

private:
    Weight limit_, consumed_{};
};

/// Erases as many entries under the prefix as the meter pays for, a write each; whether none is
/// left.
inline bool clear_prefix(State& s, WeightMeter& meter, BytesView prefix) {
    const u64 each = db_weight(0, 1).ref_time;
    const u32 limit = u32(std::min<u64>(meter.remaining().ref_time / each, ~u32{0}));
    if (limit == 0) return false;
    const auto done = s.clear_prefix(prefix, limit, std::nullopt);
    meter.consume(db_weight(0, std::max(done.unique, done.loops)));
    return !done.cursor;
}
/// The same for each of the items, under the same leading key.
template <class K, class... Items>
bool clear_rows(State& s, WeightMeter& meter, const K& key, const Items&... items) {
    return (clear_prefix(s, meter, items.prefix_key(key)) && ...);
}

/// Entries of an item in raw key order, from behind `start` on (none: from the first). `visit` gets
/// the full key and its parts and says whether to go on; it may change the state.
template <class V, bool is_optional, class... K, class F>
void each_key_after(const State& s, const StorageItem<V, is_optional, K...>& item,
                    const std::optional<Bytes>& start, F&& visit) {
    const Bytes prefix(item.prefix().begin(), item.prefix().end());
    Bytes at = start.value_or(prefix);
    while (auto next = s.next_key(at)) {
        if (!starts_with(*next, prefix)) return;
        at = *std::move(next);
        scale::Reader in(BytesView(at).subspan(prefix.size()));
        const std::tuple<typename K::type...> parts{take_key<K>(in)...};
        if (!visit(at, parts)) return;
    }
}
