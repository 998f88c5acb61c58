#include "rpc/legacy_view.hpp"

#include "pallets/swap/storage.hpp"
#include "pallets/swap/swap.hpp"
#include "primitives/fixed_math.hpp"

namespace rpc {
namespace {

BytesView own_prefix() { return swap::storage.AlphaSqrtPrice.prefix(); }
BytesView pools_prefix() { return swap::storage.PalSwapInitialized.prefix(); }

/// The same subnet's key in another map with the same hasher.
Bytes moved(BytesView key, BytesView from, BytesView to) {
    Bytes out = to_bytes(to);
    const auto rest = key.subspan(from.size());
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}

bool initialised(const View& view, BytesView pool_key) {
    const auto value = view.get(pool_key);
    return value && *value == Bytes{1};
}

}  // namespace

bool LegacyView::read(BytesView key, ValueReader reader) const {
    constexpr std::size_t hash_bytes = 8;  // of Twox64Concat, before the netuid
    const auto prefix = own_prefix();
    if (!starts_with(key, prefix)) return base_->read(key, reader);
    if (key.size() != prefix.size() + hash_bytes + sizeof(u16)) return false;
    if (!initialised(*base_, moved(key, prefix, pools_prefix()))) return false;
    const auto low = key[key.size() - 2], high = key[key.size() - 1];
    const State state(*base_);
    const auto price = swap::current_alpha_price(state, NetUid{static_cast<u16>(low | high << 8)});
    const auto root = primitives::sqrt(price).value_or(U64F64{0});
    Bytes value;
    scale::encode(value, root);
    reader(value);
    return true;
}

std::optional<Bytes> LegacyView::next_own(BytesView key) const {
    const auto prefix = own_prefix(), pools = pools_prefix();
    const bool inside = starts_with(key, prefix);
    if (!inside && compare(key, prefix) > 0) return {};
    auto pool = base_->next_key(inside ? moved(key, prefix, pools) : to_bytes(pools));
    while (pool && starts_with(*pool, pools) && !initialised(*base_, *pool))
        pool = base_->next_key(*pool);
    if (!pool || !starts_with(*pool, pools)) return {};
    return moved(*pool, pools, prefix);
}

std::optional<Bytes> LegacyView::next_key(BytesView key) const {
    auto own = next_own(key);
    auto base = base_->next_key(key);
    if (own && (!base || compare(*own, *base) < 0)) return own;
    return base;
}

}  // namespace rpc
