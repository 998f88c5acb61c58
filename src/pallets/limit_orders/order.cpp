// Orders as bytes and text, and their signatures.
#include "pallets/limit_orders/order.hpp"

#include <fmt/format.h>

#include <iterator>

#include "base/hex.hpp"
#include "crypto/hash.hpp"
#include "crypto/ss58.hpp"
#include "pallets/system/constants.hpp"

namespace limit_orders {
namespace {

/// Ledger signs the hash of anything longer (its app's MAX_SIGN_SIZE).
constexpr std::size_t ledger_max_sign_bytes = 256;

std::string address_of(const AccountId& who) {
    return crypto::ss58_encode(who.bytes, frame_system::constants.SS58Prefix);
}

std::string text_of(const OrderAmount& amount) {
    if (const auto* fixed = std::get_if<amount::Fixed>(&amount))
        return fmt::format("{}", fixed->rao);
    const auto& linked = std::get<amount::LinkedPercentage>(amount);
    return fmt::format("{} ppb of order 0x{} output", linked.pct.parts,
                       to_hex(linked.provider.bytes));
}

std::string text_of(const Relayers& relayers) {
    if (!relayers) return "none";
    if (relayers->empty()) return "[]";
    std::string out;
    for (const auto& relayer : *relayers) {
        if (!out.empty()) out += '+';
        out += address_of(relayer);
    }
    return out;
}

Bytes wrapped(BytesView content) {
    constexpr std::string_view before = "<Bytes>", after = "</Bytes>";
    Bytes out(before.begin(), before.end());
    std::copy(content.begin(), content.end(), std::back_inserter(out));
    std::copy(after.begin(), after.end(), std::back_inserter(out));
    return out;
}

}  // namespace

AccountId pallet_account() { return sub_account(constants.PalletId, std::array<u8, 0>{}); }

OrderV2 view_of(const VersionedOrder& versioned) {
    if (const auto* v2 = std::get_if<version::V2>(&versioned)) return v2->order;
    const auto& o = std::get<version::V1>(versioned).order;
    return {o.signer,
            o.hotkey,
            o.netuid,
            o.order_type,
            amount::Fixed{o.amount},
            o.limit_price,
            o.expiry,
            o.fee_rate,
            o.fee_recipient,
            o.relayer,
            o.max_slippage,
            o.chain_id,
            o.partial_fills_enabled,
            false};
}

H256 derive_order_id(const VersionedOrder& order) {
    return {crypto::blake2_256(scale::encoded(order))};
}

std::string render_order(const VersionedOrder& versioned) {
    const auto o = view_of(versioned);
    const bool v2 = std::holds_alternative<version::V2>(versioned);
    constexpr std::string_view labels[] = {"Limit buy", "Take-profit", "Stop-loss"};
    auto text = fmt::format(
        "TAO.com order {}: {} {} on subnet {}, {} price {}, expiry {}, hotkey {}, fee {} to {}, "
        "relayer {}, max slippage {}, chain {}, partial fills {}, signer {}",
        v2 ? "v2" : "v1", labels[u8(o.order_type)], text_of(o.amount), o.netuid.id,
        o.is_buy() ? "limit" : "trigger", o.limit_price, o.expiry, address_of(o.hotkey),
        o.fee_rate.parts, address_of(o.fee_recipient), text_of(o.relayer),
        o.max_slippage ? fmt::format("{}", o.max_slippage->parts) : "none", o.chain_id,
        o.partial_fills_enabled, address_of(o.signer));
    if (v2) text += fmt::format(", records output {}", o.has_linked_order);
    return text;
}

bool is_signed(const SignedOrder& s, const H256& order_id) {
    if (s.signature.kind == crypto::SignatureKind::Ecdsa) return false;
    const auto signer = view_of(s.order).signer;
    const auto covers = [&](BytesView message) {
        return crypto::verify(s.signature.kind, s.signature.view(), message, signer.bytes);
    };
    if (covers(scale::encoded(s.order)) || covers(wrapped(order_id.bytes))) return true;
    const auto text = wrapped(view(render_order(s.order)));
    return text.size() > ledger_max_sign_bytes ? covers(crypto::blake2_256(text)) : covers(text);
}

LinkedAsset input_asset(const OrderV2& o) {
    if (o.is_buy()) return asset::Tao{};
    return asset::Alpha{o.netuid, o.hotkey};
}
LinkedAsset output_asset(const OrderV2& o) {
    if (!o.is_buy()) return asset::Tao{};
    return asset::Alpha{o.netuid, o.hotkey};
}

u64 effective_swap_limit(const OrderV2& o) {
    if (!o.max_slippage) return o.is_buy() ? ~u64{0} : 0;
    const u64 delta = o.max_slippage->mul_floor(o.limit_price);
    if (!o.is_buy()) return o.limit_price - delta;
    return o.limit_price > ~u64{0} - delta ? ~u64{0} : o.limit_price + delta;
}

}  // namespace limit_orders
