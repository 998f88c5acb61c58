// Orders that people sign off the chain and others bring to it, and what is kept of them.
// Source: subtensor pallets/limit-orders lib.rs and v2.rs of runtime 475.
#pragma once
#include "pallets/subtensor/types.hpp"
#include "primitives/perbill.hpp"
#include "primitives/signature.hpp"

namespace limit_orders {

inline constexpr u8 pallet_index = 32;
inline constexpr u32 max_relayers = 10, max_orders = 100;

enum class OrderSide : u8 { Buy, Sell };
ENUMERATORS(OrderSide, Buy, Sell)
ENUM_PATH(OrderSide, "pallet_limit_orders::OrderSide")

/// Buys alpha when the price is low enough, or sells it when it is high (TakeProfit) or low
/// (StopLoss).
enum class OrderType : u8 { LimitBuy, TakeProfit, StopLoss };
ENUMERATORS(OrderType, LimitBuy, TakeProfit, StopLoss)
ENUM_PATH(OrderType, "pallet_limit_orders::OrderType")

using Relayers = std::optional<scale::BoundedVec<AccountId, max_relayers>>;

namespace amount {
/// TAO to spend or alpha to sell, in rao.
struct Fixed {
    u64 rao = 0;
    UNNAMED(rao)
};
/// A part of what the order `provider` brought; spends its record.
struct LinkedPercentage {
    H256 provider{};
    Perbill pct{};
    FIELDS(provider, pct)
};
}  // namespace amount
struct OrderAmount : std::variant<amount::Fixed, amount::LinkedPercentage> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Fixed, LinkedPercentage";
    PATH("pallet_limit_orders::v2::OrderAmount")
};

/// The first form of an order.
struct Order {
    AccountId signer{}, hotkey{};
    NetUid netuid{};
    OrderType order_type{};
    u64 amount = 0;       // TAO to spend or alpha to sell, in rao
    u64 limit_price = 0;  // rao per whole alpha
    u64 expiry = 0;       // milliseconds since 1970; the last at which it may be executed
    Perbill fee_rate{};   // of the TAO spent or got
    AccountId fee_recipient{};
    Relayers relayer{};                     // who may bring it; none: anybody
    std::optional<Perbill> max_slippage{};  // of limit_price; none: any
    u64 chain_id = 0;
    bool partial_fills_enabled = false;
    FIELDS(signer, hotkey, netuid, order_type, amount, limit_price, expiry, fee_rate, fee_recipient,
           relayer, max_slippage, chain_id, partial_fills_enabled)
    PATH("pallet_limit_orders::Order")
    TYPE_PARAMS("AccountId", AccountId)
};
/// The second form: its amount may be a part of an earlier order's output, and its own output may
/// be left for a later one. Both forms are worked on as this one.
struct OrderV2 {
    AccountId signer{}, hotkey{};
    NetUid netuid{};
    OrderType order_type{};
    OrderAmount amount{};
    u64 limit_price = 0, expiry = 0;
    Perbill fee_rate{};
    AccountId fee_recipient{};
    Relayers relayer{};
    std::optional<Perbill> max_slippage{};
    u64 chain_id = 0;
    bool partial_fills_enabled = false, has_linked_order = false;
    FIELDS(signer, hotkey, netuid, order_type, amount, limit_price, expiry, fee_rate, fee_recipient,
           relayer, max_slippage, chain_id, partial_fills_enabled, has_linked_order)
    PATH("pallet_limit_orders::v2::OrderV2")
    TYPE_PARAMS("AccountId", AccountId)

    bool is_buy() const { return order_type == OrderType::LimitBuy; }
};
namespace version {
struct V1 {
    Order order{};
    UNNAMED(order)
};
struct V2 {
    OrderV2 order{};
    UNNAMED(order)
};
}  // namespace version
struct VersionedOrder : std::variant<version::V1, version::V2> {
    using variant::variant;
    static constexpr std::string_view alternatives = "V1, V2";
    PATH("pallet_limit_orders::VersionedOrder")
    TYPE_PARAMS("AccountId", AccountId)
};
struct SignedOrder {
    VersionedOrder order{};
    MultiSignature signature{};
    std::optional<u64> partial_fill{};  // of the amount, in rao; none: all of it
    FIELDS(order, signature, partial_fill)
    PATH("pallet_limit_orders::SignedOrder")
    TYPE_PARAMS("AccountId", AccountId)
};
using SignedOrders = scale::BoundedVec<SignedOrder, max_orders>;

namespace status {
struct Fulfilled {
    NO_FIELDS
};
struct PartiallyFilled {
    u64 rao = 0;  // of the order's amount
    UNNAMED(rao)
};
struct Cancelled {
    NO_FIELDS
};
}  // namespace status
struct OrderStatus : std::variant<status::Fulfilled, status::PartiallyFilled, status::Cancelled> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Fulfilled, PartiallyFilled, Cancelled";
    PATH("pallet_limit_orders::OrderStatus")
};

namespace asset {
struct Tao {
    NO_FIELDS
    bool operator==(const Tao&) const = default;
};
/// Staked on a hotkey.
struct Alpha {
    NetUid netuid{};
    AccountId hotkey{};
    FIELDS(netuid, hotkey)
    bool operator==(const Alpha&) const = default;
};
}  // namespace asset
struct LinkedAsset : std::variant<asset::Tao, asset::Alpha> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Tao, Alpha";
    PATH("pallet_limit_orders::v2::LinkedAsset")
    TYPE_PARAMS("AccountId", AccountId)
};
/// What an order brought its signer, fees taken off; one later order may spend it.
struct LinkedOutput {
    AccountId signer{};
    LinkedAsset asset{};
    u64 total = 0;       // rao
    u64 expires_at = 0;  // milliseconds since 1970
    FIELDS(signer, asset, total, expires_at)
    PATH("pallet_limit_orders::v2::LinkedOutput")
    TYPE_PARAMS("AccountId", AccountId)
};

struct Constants {
    u32 MaxOrdersPerBatch = max_orders;
    ::PalletId PalletId{{'b', 't', '/', 'l', 'i', 'm', 'i', 't'}};
    AccountId PalletHotkey =
        sub_account(::PalletId{{'b', 't', '/', 'l', 'm', 'h', 'k', 'y'}}, u8{});
    u64 LinkedOutputTtl = 604'800'000;  // milliseconds: seven days
    FIELDS(MaxOrdersPerBatch, PalletId, PalletHotkey, LinkedOutputTtl)
};
extern const Constants constants;

}  // namespace limit_orders
