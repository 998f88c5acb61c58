// Storage items: typed names for places in the state, with exactly Substrate's keys.
#pragma once
#include "frame/shown.hpp"
#include "scale/type.hpp"
#include "state/state.hpp"

/// In the order of metadata's StorageHasher.
enum class Hasher : u8 {
    blake2_128,
    blake2_256,
    blake2_128_concat,
    twox_128,
    twox_256,
    twox_64_concat,
    identity
};

/// Key parts: StorageMap<Identity<NetUid>, u16>.
template <Hasher H, class K>
struct Key {
    using type = K;
    static constexpr Hasher hasher = H;
};
template <class K>
using Identity = Key<Hasher::identity, K>;
template <class K>
using Twox64Concat = Key<Hasher::twox_64_concat, K>;
template <class K>
using Blake2_128Concat = Key<Hasher::blake2_128_concat, K>;

/// How many bytes of a key stand before the encoded part.
constexpr std::size_t hash_length(Hasher h) {
    return h == Hasher::twox_64_concat ? 8 : h == Hasher::blake2_128_concat ? 16 : 0;
}
/// Ends a key part: from `from` on stand room for the hash and the encoded part.
void hash_part(Bytes& key, std::size_t from, Hasher);

class StorageEntry;

/// What one pallet keeps: its items in order of declaration. Metadata is a walk over it.
class StorageList {
public:
    explicit StorageList(std::string_view pallet) : pallet_(pallet) {}
    std::string_view pallet() const { return pallet_; }
    std::span<const StorageEntry* const> entries() const { return entries_; }

private:
    friend class StorageEntry;
    std::string_view pallet_;
    std::vector<const StorageEntry*> entries_;
};

/// All of an item that does not depend on its types.
class StorageEntry {
public:
    struct Part {
        Hasher hasher;
        scale::TypeRef type;
    };
    StorageEntry(StorageList& list, std::string_view name, std::span<const Part> keys,
                 scale::TypeRef value, bool optional, std::string_view doc, Shown shown);
    StorageEntry(const StorageEntry&) = delete;
    virtual ~StorageEntry() = default;

    std::string_view name() const { return name_; }
    std::string_view doc() const { return doc_; }
    std::span<const Part> keys() const { return keys_; }
    scale::TypeRef value_type() const { return value_; }
    bool optional() const { return optional_; }
    Shown shown() const { return shown_; }
    BytesView prefix() const { return prefix_; }
    virtual Bytes default_bytes() const = 0;

protected:
    /// Most keys need no other allocation.
    Bytes prefix_with_room() const {
        Bytes out;
        out.reserve(136);
        out.assign(prefix_.begin(), prefix_.end());
        return out;
    }

    std::array<u8, 32> prefix_;
    std::string_view name_, doc_;
    std::span<const Part> keys_;
    scale::TypeRef value_;
    bool optional_;
    Shown shown_;
};

/// Reads one hashed key part back; only for hashers that keep the key.
template <class K>
typename K::type take_key(scale::Reader& in) {
    static_assert(K::hasher == Hasher::identity || K::hasher == Hasher::twox_64_concat ||
                  K::hasher == Hasher::blake2_128_concat);
    in.view(hash_length(K::hasher));
    typename K::type k{};
    scale::decode(in, k);
    return k;
}

/// `Keys` empty: a value; one: a map; two or more: a double or n-map.
template <class V, bool is_optional, class... Keys>
class StorageItem final : public StorageEntry {
    using Get = std::conditional_t<is_optional, std::optional<V>, V>;
    using Make = V (*)();
    using KeyTuple = std::tuple<typename Keys::type...>;

public:
    StorageItem(StorageList& list, std::string_view name, std::string_view doc = {},
                Make make = nullptr, Shown shown = Shown::always)
        : StorageEntry(list, name, parts_, &scale::type_of<V>, is_optional, doc, shown),
          make_(make) {}

    /// The value, or what its absence means: the default, or nullopt for an optional item.
    Get get(const State& s, const typename Keys::type&... k) const { return get_at(s, key(k...)); }
    std::optional<V> find(const State& s, const typename Keys::type&... k) const {
        return find_at(s, key(k...));
    }
    bool has(const State& s, const typename Keys::type&... k) const {
        return s.contains(key(k...));
    }
    void set(State& s, const typename Keys::type&... k, const V& v) const {
        s.put(key(k...), scale::encoded(v));
    }
    void erase(State& s, const typename Keys::type&... k) const { s.erase(key(k...)); }
    /// Rust's `mutate`: on a plain item f gets the value or its default and the result is written;
    /// on an optional item f gets the optional, and none erases.
    template <class F>
    auto change(State& s, const typename Keys::type&... k, F&& f) const {
        const auto at = key(k...);
        Get v = get_at(s, at);
        auto write = [&] {
            if constexpr (is_optional) {
                if (v)
                    s.put(at, scale::encoded(*v));
                else
                    s.erase(at);
            } else
                s.put(at, scale::encoded(v));
        };
        if constexpr (std::is_void_v<decltype(f(v))>) {
            f(v);
            write();
        } else {
            auto r = f(v);
            write();
            return r;
        }
    }
    Get take(State& s, const typename Keys::type&... k) const {
        const auto at = key(k...);
        Get v = get_at(s, at);
        s.erase(at);
        return v;
    }

    /// Entries under the given leading keys, in raw key order: {remaining keys, value}. With one
    /// remaining key the pair's first is that key, with more it is their tuple.
    template <class... P>
    auto under(const State& s, const P&... prefix_keys) const {
        using Rest = decltype(rest_type<sizeof...(P)>());
        std::vector<std::pair<Rest, V>> out;
        each_under(
            s,
            [&](Rest k, V v) {
                out.emplace_back(std::move(k), std::move(v));
                return true;
            },
            prefix_keys...);
        return out;
    }
    /// The same one by one; visit(keys, value) returns whether to go on.
    template <class F, class... P>
    void each_under(const State& s, F&& visit, const P&... prefix_keys) const {
        auto from = prefix_key(prefix_keys...);
        s.walk(from, [&](BytesView k, BytesView raw) {
            auto v = value_of(raw);
            return v ? visit(rest_of<sizeof...(P)>(k, from.size()), *std::move(v)) : true;
        });
    }
    /// Only the keys, without decoding values.
    template <class... P>
    auto keys_under(const State& s, const P&... prefix_keys) const {
        using Rest = decltype(rest_type<sizeof...(P)>());
        std::vector<Rest> out;
        auto from = prefix_key(prefix_keys...);
        s.walk(from, [&](BytesView k, BytesView) {
            out.push_back(rest_of<sizeof...(P)>(k, from.size()));
            return true;
        });
        return out;
    }
    /// Erases everything under the given leading keys; how many were erased.
    template <class... P>
    u32 erase_under(State& s, u32 limit, const P&... prefix_keys) const {
        return s.erase_prefix(prefix_key(prefix_keys...), limit);
    }

    V initial() const {
        if (make_) return make_();
        return V{};
    }
    Bytes default_bytes() const override {
        if constexpr (is_optional)
            return {0};
        else
            return scale::encoded(initial());
    }
    Bytes key(const typename Keys::type&... k) const {
        Bytes out = prefix_with_room();
        (append<Keys>(out, k), ...);
        return out;
    }
    /// The key of a whole group: the item's prefix and its leading keys.
    template <class... P>
    Bytes prefix_key(const P&... k) const {
        Bytes out = prefix_with_room();
        append_leading(out, std::index_sequence_for<P...>{}, k...);
        return out;
    }

private:
    template <std::size_t n>
    static auto rest_type() {
        return []<std::size_t... i>(std::index_sequence<i...>) {
            if constexpr (sizeof...(i) == 1)
                return std::tuple_element_t<n, KeyTuple>{};
            else
                return std::tuple<std::tuple_element_t<n + i, KeyTuple>...>{};
        }
        (std::make_index_sequence<sizeof...(Keys) - n>{});
    }
    template <std::size_t n>
    static auto rest_of(BytesView k, std::size_t from) {
        scale::Reader in(k.subspan(from));
        return [&]<std::size_t... i>(std::index_sequence<i...>) {
            using Parts = std::tuple<Keys...>;
            if constexpr (sizeof...(i) == 1)
                return take_key<std::tuple_element_t<n, Parts>>(in);
            else
                return std::tuple<std::tuple_element_t<n + i, KeyTuple>...>{
                    take_key<std::tuple_element_t<n + i, Parts>>(in)...};
        }
        (std::make_index_sequence<sizeof...(Keys) - n>{});
    }
    template <std::size_t... i, class... P>
    static void append_leading(Bytes& out, std::index_sequence<i...>, const P&... k) {
        (append<std::tuple_element_t<i, std::tuple<Keys...>>>(out, k), ...);
    }
    std::optional<V> find_at(const State& s, BytesView at) const {
        std::optional<V> v;
        s.read(at, [&](BytesView raw) { v = value_of(raw); });
        return v;
    }
    Get get_at(const State& s, BytesView at) const {
        auto v = find_at(s, at);
        if constexpr (is_optional)
            return v;
        else
            return v ? *std::move(v) : initial();
    }
    static std::optional<V> value_of(BytesView raw) {
        scale::Reader in(raw);
        std::optional<V> v(std::in_place);
        scale::decode(in, *v);
        if (!in.ok()) v.reset();
        return v;
    }
    template <class K>
    static void append(Bytes& out, const typename K::type& k) {
        const auto from = out.size();
        out.resize(from + hash_length(K::hasher));
        scale::encode(out, k);
        hash_part(out, from, K::hasher);
    }
    static constexpr std::array<Part, sizeof...(Keys)> parts_{
        Part{Keys::hasher, &scale::type_of<typename Keys::type>}...};
    Make make_;
};

template <class V>
using StorageValue = StorageItem<V, false>;
template <class K, class V>
using StorageMap = StorageItem<V, false, K>;
template <class K1, class K2, class V>
using StorageDoubleMap = StorageItem<V, false, K1, K2>;
template <class V, class... K>
using StorageNMap = StorageItem<V, false, K...>;
template <class V>
using OptionalValue = StorageItem<V, true>;
template <class K, class V>
using OptionalMap = StorageItem<V, true, K>;
template <class K1, class K2, class V>
using OptionalDoubleMap = StorageItem<V, true, K1, K2>;
template <class V, class... K>
using OptionalNMap = StorageItem<V, true, K...>;
