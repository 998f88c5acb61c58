// Orders of one subnet all together: buyers and sellers trade with each other at the current price,
// only the rest goes through the pool, and each gets a share of what comes. All or nothing.
#include <set>

#include "pallets/limit_orders/calls.hpp"
#include "pallets/limit_orders/errors.hpp"
#include "pallets/limit_orders/events.hpp"
#include "pallets/limit_orders/order.hpp"
#include "pallets/limit_orders/storage.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/staking/order_swap.hpp"

namespace limit_orders {
namespace {

struct Entry {
    H256 id{};
    OrderV2 order{};
    u64 gross = 0;         // traded now, fee included
    u64 order_amount = 0;  // all that was signed
    u64 net = 0;           // without a buyer's fee; a seller's comes off what is got
    std::optional<u64> partial_fill{};
};
using Fees = std::vector<std::pair<AccountId, u64>>;

u128 saturating_mul(u128 a, u128 b) {
    u128 out;
    return __builtin_mul_overflow(a, b, &out) ? ~u128{0} : out;
}
u128 saturating_add(u128 a, u128 b) { return a > ~u128{0} - b ? ~u128{0} : a + b; }
u128 saturating_sub(u128 a, u128 b) { return a - std::min(a, b); }

Result<u128> tao_to_alpha(u128 tao, U64F64 price) {
    if (price == U64F64{}) return u128{0};
    const auto alpha = U64F64::saturating_from_num(tao).checked_div(price);
    ENSURE(alpha, Error::ArithmeticOverflow);
    return alpha->saturating_to_num<u128>();
}
u128 alpha_to_tao(u128 alpha, U64F64 price) {
    return price.saturating_mul(U64F64::saturating_from_num(alpha)).saturating_to_num<u128>();
}

void add_fee(Fees& fees, const AccountId& recipient, u64 fee) {
    if (fee == 0) return;
    const auto at = std::find_if(fees.begin(), fees.end(),
                                 [&](auto& entry) { return entry.first == recipient; });
    if (at == fees.end())
        fees.emplace_back(recipient, fee);
    else if (__builtin_add_overflow(at->second, fee, &at->second))
        at->second = ~u64{0};
}

class Batch {
public:
    Batch(Context& cx, NetUid netuid)
        : cx_(cx), netuid_(netuid), price_(swap::current_alpha_price(cx.state, netuid)) {}

    Result<> run(const SignedOrders& orders, const AccountId& relayer) {
        TRY(classify(orders, relayer));
        if (buys_.empty() && sells_.empty()) return {};
        for (auto& e : buys_) buy_net_ += e.net;
        for (auto& e : sells_) sell_net_ += e.net;
        sell_tao_ = alpha_to_tao(sell_net_, price_);
        side_ = buy_net_ >= sell_tao_ ? OrderSide::Buy : OrderSide::Sell;
        TRY(collect());
        TRY(swap_rest());
        TRY(pay_buyers());
        TRY(pay_sellers());
        for (auto& e : buys_) add_fee(fees_, e.order.fee_recipient, e.gross - e.net);
        for (auto& [recipient, fee] : fees_)
            TRY(subtensor::transfer_tao(cx_, own_.coldkey, recipient, {fee}));
        cx_.emit(GroupExecutionSummary{netuid_, side_, net_amount_, u64(pool_out_),
                                       u32(buys_.size() + sells_.size())});
        return {};
    }

private:
    Result<> classify(const SignedOrders& orders, const AccountId& relayer) {
        std::set<H256> seen;
        for (const auto& order : orders) {
            const auto id = derive_order_id(order.order);
            ENSURE(seen.insert(id).second, Error::DuplicateOrderInBatch);
            Entry e{.id = id, .order = view_of(order.order), .partial_fill = order.partial_fill};
            ENSURE(e.order.netuid == netuid_, Error::OrderNetUidMismatch);
            ASSIGN(const auto allowed,
                   validate_order(cx_.state, order, e.order, id, price_, relayer));
            // Spent at once: a second order linked to the same one finds nothing.
            if (allowed.provider)
                TRY(consume_linked_output(cx_, *allowed.provider, id, allowed.amount));
            e.order_amount = allowed.amount;
            e.gross = order.partial_fill.value_or(allowed.amount);
            const bool buys = e.order.is_buy();
            e.net = buys ? e.gross - e.order.fee_rate.mul_floor(e.gross) : e.gross;
            (buys ? buys_ : sells_).push_back(std::move(e));
        }
        return {};
    }

    /// The pallet's account holds everything while it is traded.
    Result<> collect() {
        for (auto& e : buys_)
            TRY(subtensor::transfer_tao(cx_, e.order.signer, own_.coldkey, {e.gross}));
        for (auto& e : sells_)
            TRY(subtensor::transfer_staked_alpha(cx_, {e.order.signer, e.order.hotkey}, own_,
                                                 netuid_, {e.gross}, true, false));
        return {};
    }

    /// The strictest limit of the side that needs the pool.
    TaoBalance price_limit() const {
        u64 limit = side_ == OrderSide::Buy ? ~u64{0} : 0;
        if (side_ == OrderSide::Buy)
            for (auto& e : buys_) limit = std::min(limit, effective_swap_limit(e.order));
        else
            for (auto& e : sells_) limit = std::max(limit, effective_swap_limit(e.order));
        return {limit};
    }

    Result<> swap_rest() {
        if (side_ == OrderSide::Buy) {
            net_amount_ = u64(buy_net_ - sell_tao_);
            if (net_amount_ == 0) return {};
            ASSIGN(const auto alpha, subtensor::buy_alpha(cx_, own_.coldkey, own_.hotkey, netuid_,
                                                          {net_amount_}, price_limit(), false));
            pool_out_ = alpha.rao;
        } else {
            ASSIGN(const auto bought, tao_to_alpha(buy_net_, price_));
            net_amount_ = u64(saturating_sub(sell_net_, bought));
            if (net_amount_ == 0) return {};
            ASSIGN(const auto tao, subtensor::sell_alpha(cx_, own_.coldkey, own_.hotkey, netuid_,
                                                         {net_amount_}, price_limit(), false));
            pool_out_ = tao.rao;
        }
        ENSURE(pool_out_ > 0, Error::SwapReturnedZero);
        return {};
    }

    void finish(const Entry& e, u64 share) {
        const auto& o = e.order;
        note_execution(cx_.state, e.id, e.partial_fill, e.order_amount);
        record_linked_output(cx_, e.id, o.signer, output_asset(o), o.has_linked_order, share);
        cx_.emit(OrderExecuted{e.id, o.signer, netuid_, o.order_type, e.gross, share});
    }

    Result<> pay_buyers() {
        u128 total = saturating_add(pool_out_, sell_net_);
        if (side_ == OrderSide::Sell) {
            ASSIGN(total, tao_to_alpha(buy_net_, price_));
        }
        for (auto& e : buys_) {
            const u64 share = buy_net_ ? u64(saturating_mul(total, e.net) / buy_net_) : 0;
            ENSURE(share > 0, Error::ZeroShareInBatch);
            TRY(subtensor::transfer_staked_alpha(cx_, own_, {e.order.signer, e.order.hotkey},
                                                 netuid_, {share}, false, true));
            finish(e, share);
        }
        return {};
    }

    Result<> pay_sellers() {
        const u128 total =
            side_ == OrderSide::Sell ? saturating_add(pool_out_, buy_net_) : sell_tao_;
        for (auto& e : sells_) {
            const u128 worth = alpha_to_tao(e.net, price_);
            const u64 gross = sell_tao_ ? u64(saturating_mul(total, worth) / sell_tao_) : 0;
            const u64 fee = e.order.fee_rate.mul_floor(gross), share = gross - fee;
            ENSURE(share > 0, Error::ZeroShareInBatch);
            add_fee(fees_, e.order.fee_recipient, fee);
            TRY(subtensor::transfer_tao(cx_, own_.coldkey, e.order.signer, {share}));
            finish(e, share);
        }
        return {};
    }

    Context& cx_;
    const NetUid netuid_;
    const U64F64 price_;
    const subtensor::StakePlace own_{pallet_account(), constants.PalletHotkey};
    std::vector<Entry> buys_{}, sells_{};
    u128 buy_net_ = 0, sell_net_ = 0;  // TAO and alpha, in rao
    u128 sell_tao_ = 0;                // what the alpha is worth
    u128 pool_out_ = 0;
    OrderSide side_ = OrderSide::Buy;  // whose rest goes through the pool
    u64 net_amount_ = 0;
    Fees fees_{};
};

}  // namespace

Result<> execute_batched_orders::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto relayer, ensure_signed(origin));
    ENSURE(storage.LimitOrdersEnabled.get(cx.state), Error::LimitOrdersDisabled);
    ENSURE(!netuid.is_root(), Error::RootNetUidNotAllowed);
    return Batch(cx, netuid).run(orders, relayer);
}

}  // namespace limit_orders
