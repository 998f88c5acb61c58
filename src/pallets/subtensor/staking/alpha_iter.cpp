// The two share maps read as one; where both have an entry the second counts.
// Source: subtensor staking/helpers.rs.
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {

using kernel::SafeFloat;

std::vector<std::tuple<AccountId, NetUid, SafeFloat>> alpha_iter_single_prefix(
    const State& s, const AccountId& hotkey) {
    std::map<std::tuple<AccountId, NetUid>, SafeFloat> merged;
    storage.Alpha.each_under(
        s,
        [&](const auto& key, const U64F64& share) {
            merged[key] = SafeFloat::from_fixed(share);
            return true;
        },
        hotkey);
    storage.AlphaV2.each_under(
        s,
        [&](const auto& key, const SafeFloat& share) {
            merged[key] = share;
            return true;
        },
        hotkey);
    std::vector<std::tuple<AccountId, NetUid, SafeFloat>> out;
    for (const auto& [key, share] : merged)
        out.emplace_back(std::get<0>(key), std::get<1>(key), share);
    return out;
}

std::vector<std::pair<NetUid, SafeFloat>> alpha_iter_prefix(const State& s, const AccountId& hotkey,
                                                            const AccountId& coldkey) {
    std::map<NetUid, SafeFloat> merged;
    storage.Alpha.each_under(
        s,
        [&](NetUid netuid, const U64F64& share) {
            merged[netuid] = SafeFloat::from_fixed(share);
            return true;
        },
        hotkey, coldkey);
    storage.AlphaV2.each_under(
        s,
        [&](NetUid netuid, const SafeFloat& share) {
            merged[netuid] = share;
            return true;
        },
        hotkey, coldkey);
    std::vector<std::pair<NetUid, SafeFloat>> out;
    for (const auto& [netuid, share] : merged)
        if (!share.is_zero()) out.emplace_back(netuid, share);
    return out;
}

std::vector<std::tuple<AccountId, AccountId, NetUid>> alpha_iter(const State& s) {
    auto out = storage.Alpha.keys_under(s);
    const auto current = storage.AlphaV2.keys_under(s);
    out.insert(out.end(), current.begin(), current.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

namespace {

constexpr std::size_t alpha_map_batch_size = 30;

/// One batch of a share map from the stored cursor on; where to go on, or nullopt at the end.
template <class Item>
std::optional<Bytes> next_batch(State& s, const Item& item, const std::optional<Bytes>& cursor) {
    const Bytes prefix(item.prefix().begin(), item.prefix().end());
    Bytes at = cursor.value_or(prefix);
    for (std::size_t n = 0; n < alpha_map_batch_size; ++n) {
        auto key = s.next_key(at);
        if (!key || !std::equal(prefix.begin(), prefix.end(), key->begin())) return std::nullopt;
        at = *std::move(key);
        scale::Reader in(BytesView(at).subspan(prefix.size()));
        take_key<Blake2_128Concat<AccountId>>(in);
        const auto coldkey = take_key<Blake2_128Concat<AccountId>>(in);
        if (take_key<Identity<NetUid>>(in).is_root() && in.done())
            maybe_add_coldkey_index(s, coldkey);
    }
    return at;
}

/// A batch of one share map, from its cursor on. An empty map leaves no cursor behind.
template <class Item>
void walk(State& s, const Item& item, const StorageValue<std::optional<Bytes>>& last_key) {
    const auto cursor = last_key.get(s);
    const auto prefix = item.prefix();
    if (!cursor) {
        const auto first = s.next_key(prefix);
        if (!first || !std::equal(prefix.begin(), prefix.end(), first->begin())) return;
    }
    last_key.set(s, next_batch(s, item, cursor));
}

}  // namespace

void populate_root_coldkey_staking_maps(State& s) {
    walk(s, storage.Alpha, storage.AlphaMapLastKey);
}

void populate_root_coldkey_staking_maps_v2(State& s) {
    walk(s, storage.AlphaV2, storage.AlphaV2MapLastKey);
}

}  // namespace subtensor
