// A map from state keys: found by hash, walked in order, sorted only when somebody walks.
#pragma once
#include <initializer_list>
#include <map>
#include <new>

#include "base/bytes.hpp"
#include "base/function_ref.hpp"

/// What a KeyMap keeps of a key beside the value.
struct KeyPlace {
    u64 hash = 0;
    const u8* bytes = nullptr;
    u32 size = 0;
    bool present = true;

    BytesView key() const { return {bytes, size}; }
};

/// The places of a KeyMap. State keys begin with 32 bytes that name their item, so the order has
/// two levels: groups by these bytes and, in a group, a sorted array with an unsorted tail, which
/// is merged when the order is asked for: a block that writes 200,000 new keys sorts them once.
/// Only time depends on the hashes.
class KeyIndex {
    struct Rank {
        u64 rank;  // the 8 bytes behind the group's, as a number: decides most comparisons
        KeyPlace* at;
    };
    struct Group {
        std::vector<Rank> ranks;
        std::size_t sorted = 0;
    };
    using Groups = std::map<Bytes, Group, BytesLess>;

public:
    static u64 hash_of(BytesView key);

    /// Where `key` is or was.
    KeyPlace* find(BytesView key, u64 hash) const;
    /// The key of `place` is not here, nor was.
    void add(KeyPlace& place);
    void set_present(KeyPlace& place, bool present);
    /// Hands absent places to `drop` if they are in the way.
    void compact(FunctionRef<void(KeyPlace*)> drop);
    void each_unordered(FunctionRef<void(KeyPlace*)> use) const;
    /// Sorts everything: walks only read then, until something is added.
    void settle() const;

    std::size_t present() const { return present_; }
    /// Changes with the keys that are present.
    u64 edits() const { return edits_; }
    /// The smallest present key greater than `key`; nullptr where there is none. Sorts no more
    /// than it must, so that keys may be added all the while.
    KeyPlace* after(BytesView key) const;

    /// Walks present places in order; valid until something is added or compacted.
    class Cursor {
    public:
        KeyPlace* at() const { return at_; }  // nullptr at the end
        void next();

    private:
        friend KeyIndex;
        Cursor(Groups& groups, Groups::iterator group) : groups_(&groups), group_(group) {}
        void find_present();
        Groups* groups_;
        Groups::iterator group_;
        std::size_t i_ = 0;
        KeyPlace* at_ = nullptr;
    };
    Cursor first() const;
    Cursor upper_bound(BytesView key) const;

private:
    Group& group_of(BytesView key);
    static bool by_key(const Rank& a, const Rank& b);
    static void settle(Group& group);
    static std::size_t behind(const Group& group, BytesView key);
    void put_slot(KeyPlace& place);
    void resize_slots(std::size_t size);

    /// Open addressing, a power of two, at most 3/4 full. A slot is one word, because to look at it
    /// is to wait for memory: a pointer, in whose 16 unused bits the hash's upper ones lie; 0 where
    /// it is free.
    std::vector<u64> slots_;
    mutable Groups groups_;
    std::array<Groups::value_type*, 64> late_{};  // groups lately added to
    std::size_t present_ = 0, absent_ = 0;
    u64 edits_ = 0;
};

/// Values stay where they are until their key is erased.
template <class V>
class KeyMap {
public:
    struct Entry : KeyPlace {
        V value{};
    };

    KeyMap() = default;
    KeyMap(std::initializer_list<std::pair<Bytes, V>> entries) {
        for (const auto& [key, value] : entries) (*this)[key] = value;
    }
    KeyMap(const KeyMap& other) {
        for (auto [key, value] : other) (*this)[key] = value;
    }
    KeyMap(KeyMap&& other) noexcept : index_(std::exchange(other.index_, {})) {}
    KeyMap& operator=(KeyMap other) noexcept {
        std::swap(index_, other.index_);
        return *this;
    }
    ~KeyMap() { index_.each_unordered(&KeyMap::destroy); }

    std::size_t size() const { return index_.present(); }
    bool empty() const { return size() == 0; }
    u64 edits() const { return index_.edits(); }
    void settle() const { index_.settle(); }

    Entry* find_entry(BytesView key) const {
        auto* const place = index_.find(key, KeyIndex::hash_of(key));
        return place != nullptr && place->present ? static_cast<Entry*>(place) : nullptr;
    }
    const V* find(BytesView key) const {
        const auto* const entry = find_entry(key);
        return entry == nullptr ? nullptr : &entry->value;
    }
    bool contains(BytesView key) const { return find_entry(key) != nullptr; }
    /// The key's entry and whether it is new.
    std::pair<Entry*, bool> insert(BytesView key) {
        const u64 hash = KeyIndex::hash_of(key);
        auto* place = index_.find(key, hash);
        if (place == nullptr)
            index_.add(*(place = make(key, hash)));
        else if (!place->present)
            index_.set_present(*place, true);
        else
            return {static_cast<Entry*>(place), false};
        return {static_cast<Entry*>(place), true};
    }
    V& operator[](BytesView key) { return insert(key).first->value; }
    /// Ends the life of this entry and maybe of others erased before.
    void erase(Entry* entry) {
        entry->value = V{};
        index_.set_present(*entry, false);
        index_.compact(&KeyMap::destroy);
    }
    void erase(BytesView key) {
        if (auto* const entry = find_entry(key)) erase(entry);
    }
    template <class Test>
    void erase_if(Test test) {
        std::vector<Entry*> gone;
        for (auto at = index_.first(); at.at() != nullptr; at.next()) {
            auto* const entry = static_cast<Entry*>(at.at());
            if (test(entry->key(), std::as_const(entry->value))) gone.push_back(entry);
        }
        for (auto* const entry : gone) {
            entry->value = V{};
            index_.set_present(*entry, false);
        }
        index_.compact(&KeyMap::destroy);
    }

    /// As KeyIndex::after.
    Entry* after(BytesView key) const { return static_cast<Entry*>(index_.after(key)); }

    /// In order of the keys.
    class Iterator {
    public:
        explicit Iterator(KeyIndex::Cursor at) : at_(at) {}
        std::pair<BytesView, const V&> operator*() const {
            const auto* const entry = static_cast<const Entry*>(at_.at());
            return {entry->key(), entry->value};
        }
        Iterator& operator++() {
            at_.next();
            return *this;
        }
        bool operator==(std::nullptr_t) const { return at_.at() == nullptr; }

    private:
        KeyIndex::Cursor at_;
    };
    Iterator begin() const { return Iterator(index_.first()); }
    std::nullptr_t end() const { return nullptr; }
    Iterator upper_bound(BytesView key) const { return Iterator(index_.upper_bound(key)); }

    friend bool operator==(const KeyMap& a, const KeyMap& b) {
        if (a.size() != b.size()) return false;
        for (auto [key, value] : a)
            if (const V* other = b.find(key); other == nullptr || !(*other == value)) return false;
        return true;
    }
    std::map<Bytes, V, BytesLess> as_map() const {
        std::map<Bytes, V, BytesLess> out;
        for (auto [key, value] : *this) out.emplace_hint(out.end(), to_bytes(key), value);
        return out;
    }

private:
    static KeyPlace* make(BytesView key, u64 hash) {  // the key's bytes lie behind the entry
        auto* const room = static_cast<u8*>(::operator new(sizeof(Entry) + key.size()));
        auto* const bytes = room + sizeof(Entry);
        std::copy(key.begin(), key.end(), bytes);
        auto* const entry = new (room) Entry;
        entry->hash = hash;
        entry->bytes = bytes;
        entry->size = static_cast<u32>(key.size());
        return entry;
    }
    static void destroy(KeyPlace* place) {
        auto* const entry = static_cast<Entry*>(place);
        entry->~Entry();
        ::operator delete(entry);
    }

    KeyIndex index_;
};
