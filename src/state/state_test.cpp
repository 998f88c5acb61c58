// The execution state against plain maps.
#include "state/state.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

using Model = std::map<Bytes, Bytes, BytesLess>;

Bytes bytes(std::string_view s) { return to_bytes(view(s)); }

Model visible(const State& state) {
    Model out;
    if (auto empty = state.get({})) out.emplace(Bytes{}, *empty);
    for (auto key = state.next_key({}); key; key = state.next_key(*key))
        out.emplace(*key, *state.get(*key));
    return out;
}

TEST(State, reads_fall_through_to_the_base_and_erased_keys_do_not) {
    MemoryView base;
    base.put(view("a"), bytes("1"));
    base.put(view("b"), bytes("2"));
    State state(base);
    state.erase(view("a"));
    state.put(view("c"), {});
    EXPECT_EQ(state.get(view("a")), std::nullopt);
    EXPECT_EQ(state.get(view("b")), bytes("2"));
    EXPECT_EQ(state.get(view("c")), Bytes{}) << "an empty value is present";
    EXPECT_EQ(state.next_key({}), bytes("b"));
    EXPECT_EQ(state.next_key(view("b")), bytes("c"));
    EXPECT_EQ(state.next_key(view("c")), std::nullopt);
}

TEST(State, a_transaction_that_is_not_kept_leaves_no_trace) {
    MemoryView base;
    base.put(view("a"), bytes("1"));
    State state(base);
    state.put(view("x"), bytes("outer"));
    const auto before = state.changes();
    {
        Transaction outer(state);
        state.put(view("a"), bytes("2"));
        {
            Transaction inner(state);
            state.erase(view("x"));
            state.put(view("y"), bytes("new"));
            inner.keep();
        }
        EXPECT_EQ(state.get(view("x")), std::nullopt);
    }
    EXPECT_EQ(state.changes(), before);
    EXPECT_EQ(state.depth(), 0u);
}

TEST(State, touched_lists_each_key_of_the_layer_once_with_its_old_value) {
    MemoryView base;
    base.put(view("a"), bytes("1"));
    State state(base);
    state.put(view("b"), bytes("before"));
    Transaction layer(state);
    state.put(view("b"), bytes("x"));
    state.put(view("b"), bytes("after"));
    state.erase(view("a"));
    const auto touched = state.touched();
    ASSERT_EQ(touched.size(), 2u);
    EXPECT_EQ(touched[0].before, bytes("1"));
    EXPECT_EQ(touched[0].after, std::nullopt);
    EXPECT_EQ(touched[1].before, bytes("before"));
    EXPECT_EQ(touched[1].after, bytes("after"));
}

TEST(State, a_walk_shows_what_is_there_and_what_its_visitor_changes_ahead) {
    MemoryView base;
    for (int i = 0; i < 200; ++i) base.put(Bytes{'p', u8(i)}, bytes("base"));
    State state(base);
    state.put(Bytes{'p', 3, 1}, bytes("pending"));
    state.put(Bytes{'p', 5}, bytes("over"));
    state.erase(Bytes{'p', 6});
    Model seen;
    state.walk(view("p"), [&](BytesView key, BytesView value) {
        seen[to_bytes(key)] = to_bytes(value);
        if (key[1] == 7) state.put(Bytes{'p', 7, 0}, bytes("new"));
        if (key[1] == 8) state.erase(Bytes{'p', 9});
        if (key[1] == 10) state.put(Bytes{'p', 2}, bytes("behind"));
        return key[1] < 150;
    });
    EXPECT_EQ(seen.size(), 151u);
    EXPECT_EQ(seen[(Bytes{'p', 2})], bytes("base"));
    EXPECT_EQ(seen[(Bytes{'p', 3, 1})], bytes("pending"));
    EXPECT_EQ(seen[(Bytes{'p', 5})], bytes("over"));
    EXPECT_EQ(seen[(Bytes{'p', 7, 0})], bytes("new"));
    EXPECT_FALSE(seen.contains(Bytes{'p', 6}) || seen.contains(Bytes{'p', 9}));
}

TEST(State, erase_prefix_stops_at_its_limit_and_at_the_prefix) {
    MemoryView base;
    for (auto key : {"p", "pa", "pb", "pc", "q"}) base.put(view(key), bytes("v"));
    State state(base);
    state.put(view("pab"), bytes("pending"));
    EXPECT_EQ(state.erase_prefix(view("p"), 0), 0u);
    EXPECT_EQ(state.erase_prefix(view("p"), 3), 3u);
    EXPECT_EQ(state.next_key({}), bytes("pb"));
    EXPECT_EQ(state.erase_prefix(view("p")), 2u);
    EXPECT_EQ(state.next_key({}), bytes("q"));
}

TEST(State, clear_prefix_counts_as_frame_does) {
    MemoryView base;
    for (auto key : {"p1", "p2", "p3", "q"}) base.put(view(key), bytes("v"));
    State state(base);
    state.put(view("p0"), bytes("pending only"));
    state.put(view("p1"), bytes("both"));

    auto first = state.clear_prefix(view("p"), 2, std::nullopt);
    EXPECT_EQ(first.cursor, bytes("p3"));
    EXPECT_EQ(first.loops, 2u);
    EXPECT_EQ(first.backend, 1u) << "p1 was pending, so its erasure is not the base's";
    EXPECT_EQ(first.unique, 3u);

    auto second = state.clear_prefix(view("p"), 2, first.cursor);
    EXPECT_EQ(second.cursor, std::nullopt);
    EXPECT_EQ(second.loops, 1u);
    EXPECT_EQ(state.next_key({}), bytes("q"));
}

/// Random operations on the state and on a stack of copies of a plain map.
class Pair {
public:
    explicit Pair(u64 seed) : random_(seed), state_(base_) {
        for (int i = 0; i < 30; ++i) {
            auto key = some_key();
            base_.put(key, key);
        }
        models_.push_back(base_.entries().as_map());
    }

    void step() {
        switch (const auto key = some_key(); random_() % 10) {
            case 0:
            case 1:
            case 2:
                state_.put(key, {static_cast<u8>(random_())});
                models_.back()[key] = *state_.get(key);
                break;
            case 3:
            case 4:
                state_.erase(key);
                models_.back().erase(key);
                break;
            case 5: open(); break;
            case 6: close(true); break;
            case 7: close(false); break;
            case 8: erase_prefix(key, random_() % 2 == 0 ? 3 : ~0u); break;
            default: EXPECT_EQ(state_.next_key(key), model_next(key));
        }
    }

    void check() const { EXPECT_EQ(visible(state_), models_.back()); }
    void finish() {
        while (models_.size() > 1) close(random_() % 2 == 0);
        auto result = base_;
        result.apply(state_.changes());
        EXPECT_EQ(result.entries().as_map(), models_.back());
    }

private:
    Bytes some_key() {
        Bytes key(random_() % 4);
        for (auto& b : key) b = static_cast<u8>(random_() % 3 * 127);
        if (random_() % 2 == 0) key.insert(key.begin(), 32, 9);  // as long as an item's name
        return key;
    }
    std::optional<Bytes> model_next(const Bytes& key) const {
        auto it = models_.back().upper_bound(key);
        return it == models_.back().end() ? std::nullopt : std::optional(it->first);
    }
    void open() {
        if (models_.size() > 8) return;
        state_.open();
        models_.push_back(models_.back());
    }
    void close(bool keep) {
        if (models_.size() == 1) return;
        auto top = std::move(models_.back());
        models_.pop_back();
        if (keep) {
            state_.commit();
            models_.back() = std::move(top);
        } else {
            state_.revert();
        }
    }
    void erase_prefix(const Bytes& prefix, u32 limit) {
        u32 count = 0;
        auto& model = models_.back();
        for (auto it = model.lower_bound(prefix);
             it != model.end() && count < limit && starts_with(it->first, prefix); ++count)
            it = model.erase(it);
        EXPECT_EQ(state_.erase_prefix(prefix, limit), count);
    }

    std::mt19937_64 random_;
    MemoryView base_;
    State state_;
    std::vector<Model> models_;
};

TEST(State, behaves_like_a_stack_of_plain_maps) {
    for (u64 seed = 1; seed <= 300 && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        Pair pair(seed);
        for (int i = 0; i < 200; ++i) {
            pair.step();
            if (i % 10 == 0) pair.check();
        }
        pair.finish();
    }
}

}  // namespace
