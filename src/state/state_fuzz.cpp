// Any sequence of state operations against a stack of copies of a plain map.
#include "base/assert.hpp"
#include "state/state.hpp"

namespace {

using Model = std::map<Bytes, Bytes, BytesLess>;

class Input {
public:
    Input(const u8* data, std::size_t size) : rest_(data, size) {}
    bool empty() const { return rest_.empty(); }
    u8 byte() {
        if (rest_.empty()) return 0;
        const u8 b = rest_[0];
        rest_ = rest_.subspan(1);
        return b;
    }
    /// At most three letters of four.
    Bytes key() {
        const u8 shape = byte();
        Bytes out(shape % 4);
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = std::array<u8, 4>{0, 1, 0x80, 0xFF}[shape >> (2 * i + 2) & 3];
        return out;
    }

private:
    BytesView rest_;
};

std::optional<Bytes> next_of(const Model& model, const Bytes& key) {
    auto it = model.upper_bound(key);
    return it == model.end() ? std::nullopt : std::optional(it->first);
}

u32 erase_prefix(Model& model, const Bytes& prefix, u32 limit) {
    u32 count = 0;
    for (auto it = model.lower_bound(prefix);
         it != model.end() && count < limit && starts_with(it->first, prefix); ++count)
        it = model.erase(it);
    return count;
}

void step(Input& in, State& state, std::vector<Model>& models) {
    switch (const u8 op = in.byte(); op % 8) {
        case 0: {
            const auto key = in.key();
            models.back()[key] = {op};
            return state.put(key, {op});
        }
        case 1: {
            const auto key = in.key();
            models.back().erase(key);
            return state.erase(key);
        }
        case 2:
            if (models.size() > State::MaxDepth) return;
            models.push_back(models.back());
            return state.open();
        case 3:
            if (models.size() == 1) return;
            models.erase(models.end() - 2);
            return state.commit();
        case 4:
            if (models.size() == 1) return;
            models.pop_back();
            return state.revert();
        case 5: {
            const auto prefix = in.key();
            const u32 limit = op < 128 ? op / 8 : ~0u;
            ASSERT(state.erase_prefix(prefix, limit) == erase_prefix(models.back(), prefix, limit));
            return;
        }
        case 6: {
            const auto prefix = in.key();
            for (std::optional<Bytes> cursor;;) {
                cursor = state.clear_prefix(prefix, 1 + op / 64, cursor).cursor;
                if (!cursor) break;
            }
            erase_prefix(models.back(), prefix, ~0u);
            return;
        }
        default: {
            const auto key = in.key();
            const auto it = models.back().find(key);
            ASSERT(state.get(key) ==
                   (it == models.back().end() ? std::nullopt : std::optional(it->second)));
            ASSERT(state.next_key(key) == next_of(models.back(), key));
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    Input in(data, std::min<std::size_t>(size, 2000));
    MemoryView base;
    for (u8 n = in.byte() % 16; n > 0; --n) base.put(in.key(), {n});
    State state(base);
    std::vector<Model> models{base.entries().as_map()};
    while (!in.empty()) step(in, state, models);
    while (state.depth() > 0) {
        state.commit();
        models.erase(models.end() - 2);
    }
    base.apply(state.changes());
    ASSERT(base.entries().as_map() == models.back());
    return 0;
}
