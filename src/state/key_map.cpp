// The two orders of a KeyMap: by hash in a table, by key in groups that are sorted on demand.
#include "state/key_map.hpp"

#include "base/assert.hpp"
#include "state/key_seed.hpp"

namespace {

constexpr std::size_t group_bytes = 32;
/// A tail this short is searched as it is: sorting it in after each new key would cost more.
constexpr std::size_t short_tail = 64;
/// So many are put in one by one: a merge would compare all the others too.
constexpr std::size_t few = 8;

constexpr int pointer_bits = 48;
constexpr u64 pointer_mask = (u64{1} << pointer_bits) - 1;
KeyPlace* place_in(u64 slot) { return reinterpret_cast<KeyPlace*>(slot & pointer_mask); }

u64 load(const u8* from, std::size_t size = sizeof(u64)) {
    u64 out = 0;
    std::memcpy(&out, from, size);
    return out;
}
u64 mix(u64 a, u64 b) {
    const u128 product = u128{a} * b;
    return static_cast<u64>(product) ^ static_cast<u64>(product >> 64);
}

constexpr std::array<u64, 3> odd{0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9};
/// A word of a key that equals one of these wipes out what came before it.
std::array<u64, 3> secrets = odd;

BytesView group_part(BytesView key) { return key.first(std::min(key.size(), group_bytes)); }
u64 rank_of(BytesView key) {
    if (key.size() <= group_bytes) return 0;
    const auto rest = key.subspan(group_bytes);
    return __builtin_bswap64(load(rest.data(), std::min(rest.size(), sizeof(u64))));
}

/// Of two keys of one group.
bool less(u64 rank_a, BytesView a, u64 rank_b, BytesView b) {
    if (rank_a != rank_b) return rank_a < rank_b;
    const auto skip = std::min({a.size(), b.size(), group_bytes});
    return compare(a.subspan(skip), b.subspan(skip)) < 0;
}

}  // namespace

void set_key_hash_seed(u64 seed) {
    for (std::size_t i = 0; i < odd.size(); ++i) secrets[i] = odd[i] ^ mix(seed, odd[i] + i);
}

u64 KeyIndex::hash_of(BytesView key) {
    const u8* at = key.data();
    std::size_t left = key.size();
    u64 out = secrets[0] ^ left;
    for (; left >= 16; at += 16, left -= 16) out = mix(load(at) ^ secrets[1], load(at + 8) ^ out);
    if (left > 0) {
        const auto low = std::min<std::size_t>(left, 8);
        out = mix(load(at, low) ^ secrets[1], load(at + low, left - low) ^ out);
    }
    return mix(out, secrets[2]);
}

KeyPlace* KeyIndex::find(BytesView key, u64 hash) const {
    if (slots_.empty()) return nullptr;
    for (auto i = hash;; ++i) {
        const u64 slot = slots_[i & (slots_.size() - 1)];
        if (slot == 0) return nullptr;
        if ((slot ^ hash) >> pointer_bits != 0) continue;
        if (auto* const place = place_in(slot); equal(place->key(), key)) return place;
    }
}

void KeyIndex::put_slot(KeyPlace& place) {
    const auto pointer = reinterpret_cast<u64>(&place);
    ASSERT(pointer >> pointer_bits == 0);
    auto i = place.hash;
    while (slots_[i & (slots_.size() - 1)] != 0) ++i;
    slots_[i & (slots_.size() - 1)] = (place.hash & ~pointer_mask) | pointer;
}

void KeyIndex::resize_slots(std::size_t size) {
    const auto old = std::exchange(slots_, std::vector<u64>(size));
    for (const u64 slot : old)
        if (slot != 0) put_slot(*place_in(slot));
}

KeyIndex::Group& KeyIndex::group_of(BytesView key) {
    const auto name = group_part(key);
    auto*& late = late_[name.size() < group_bytes ? 0 : name[group_bytes / 2] % late_.size()];
    if (late == nullptr || !equal(late->first, name)) {
        auto at = groups_.find(name);
        if (at == groups_.end()) at = groups_.emplace(to_bytes(name), Group{}).first;
        late = &*at;
    }
    return late->second;
}

void KeyIndex::add(KeyPlace& place) {
    if ((present_ + absent_ + 1) * 4 > slots_.size() * 3)
        resize_slots(std::max<std::size_t>(16, slots_.size() * 2));
    put_slot(place);
    group_of(place.key()).ranks.push_back({rank_of(place.key()), &place});
    ++present_;
    ++edits_;
}

void KeyIndex::set_present(KeyPlace& place, bool present) {
    place.present = present;
    present ? ++present_ : --present_;
    present ? --absent_ : ++absent_;
    ++edits_;
}

void KeyIndex::compact(FunctionRef<void(KeyPlace*)> drop) {
    if (absent_ <= present_ + 64) return;
    for (auto at = groups_.begin(); at != groups_.end();) {
        auto& [ranks, sorted] = at->second;
        const auto is_absent = [](const Rank& r) { return !r.at->present; };
        const auto first = ranks.begin();
        sorted -= static_cast<std::size_t>(
            std::count_if(first, first + static_cast<std::ptrdiff_t>(sorted), is_absent));
        std::erase_if(ranks, is_absent);
        at = ranks.empty() ? groups_.erase(at) : std::next(at);
    }
    late_ = {};
    const auto old = std::exchange(slots_, std::vector<u64>(slots_.size()));
    for (const u64 slot : old) {
        if (slot == 0) continue;
        auto* const place = place_in(slot);
        place->present ? put_slot(*place) : drop(place);
    }
    absent_ = 0;
    ++edits_;
}

void KeyIndex::each_unordered(FunctionRef<void(KeyPlace*)> use) const {
    for (const auto& [name, group] : groups_)
        for (const Rank& r : group.ranks) use(r.at);
}

bool KeyIndex::by_key(const Rank& a, const Rank& b) {
    return less(a.rank, a.at->key(), b.rank, b.at->key());
}

void KeyIndex::settle(Group& group) {
    if (group.sorted == group.ranks.size()) return;
    const auto middle = group.ranks.begin() + static_cast<std::ptrdiff_t>(group.sorted);
    if (group.ranks.size() - group.sorted > few) {
        std::sort(middle, group.ranks.end(), by_key);
        std::inplace_merge(group.ranks.begin(), middle, group.ranks.end(), by_key);
    } else
        for (auto next = middle; next != group.ranks.end(); ++next)
            std::rotate(std::upper_bound(group.ranks.begin(), next, *next, by_key), next, next + 1);
    group.sorted = group.ranks.size();
}

void KeyIndex::settle() const {
    for (auto& [name, group] : groups_) settle(group);
}

/// The first of the sorted ones that is greater than `key`, a key of this group.
std::size_t KeyIndex::behind(const Group& group, BytesView key) {
    const Rank wanted{rank_of(key), nullptr};
    const auto from = group.ranks.begin(), to = from + static_cast<std::ptrdiff_t>(group.sorted);
    return static_cast<std::size_t>(
        std::upper_bound(
            from, to, wanted,
            [&](const Rank& w, const Rank& r) { return less(w.rank, key, r.rank, r.at->key()); }) -
        from);
}

KeyPlace* KeyIndex::after(BytesView key) const {
    const auto name = group_part(key);
    for (auto at = groups_.lower_bound(name); at != groups_.end(); ++at) {
        auto& group = at->second;
        const bool same = equal(at->first, name);
        if (group.ranks.size() - group.sorted > short_tail) settle(group);
        std::size_t i = same ? behind(group, key) : 0;
        while (i < group.sorted && !group.ranks[i].at->present) ++i;
        const Rank* best = i < group.sorted ? &group.ranks[i] : nullptr;
        const Rank wanted{rank_of(key), nullptr};
        for (i = group.sorted; i < group.ranks.size(); ++i) {
            const Rank& r = group.ranks[i];
            if (!r.at->present) continue;
            if (same && !less(wanted.rank, key, r.rank, r.at->key())) continue;
            if (best == nullptr || by_key(r, *best)) best = &r;
        }
        if (best != nullptr) return best->at;
    }
    return nullptr;
}

void KeyIndex::Cursor::find_present() {
    for (; group_ != groups_->end(); ++group_, i_ = 0) {
        settle(group_->second);
        for (const auto& ranks = group_->second.ranks; i_ < ranks.size(); ++i_)
            if (at_ = ranks[i_].at; at_->present) return;
    }
    at_ = nullptr;
}

void KeyIndex::Cursor::next() {
    ++i_;
    find_present();
}

KeyIndex::Cursor KeyIndex::first() const {
    Cursor out(groups_, groups_.begin());
    out.find_present();
    return out;
}

KeyIndex::Cursor KeyIndex::upper_bound(BytesView key) const {
    const auto name = group_part(key);
    Cursor out(groups_, groups_.lower_bound(name));
    if (out.group_ != groups_.end() && equal(out.group_->first, name)) {
        settle(out.group_->second);
        out.i_ = behind(out.group_->second, key);
    }
    out.find_present();
    return out;
}
