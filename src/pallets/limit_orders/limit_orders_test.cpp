// Orders through the real dispatch path: who may bring which, what each gets, and every refusal.
// Rules: subtensor pallets/limit-orders lib.rs of runtime 475 and its tests; recorded signatures:
// its tests/ledger_vector.rs.
#include "base/hex.hpp"
#include "crypto/hash.hpp"
#include "crypto/ss58.hpp"
#include "pallets/evm_chain_id/pallet.hpp"
#include "pallets/limit_orders/calls.hpp"
#include "pallets/limit_orders/errors.hpp"
#include "pallets/limit_orders/events.hpp"
#include "pallets/limit_orders/order.hpp"
#include "pallets/limit_orders/pallet.hpp"
#include "pallets/limit_orders/storage.hpp"
#include "pallets/swap/errors.hpp"
#include "pallets/swap/storage.hpp"
#include "pallets/timestamp/timestamp.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/signed.hpp"
#include "testing/env/staking_world.hpp"

namespace limit_orders {
namespace {

static_assert(scale::lists_all_members<Order>());
static_assert(scale::lists_all_members<OrderV2>());
static_assert(scale::lists_all_members<SignedOrder>());
static_assert(scale::lists_all_members<LinkedOutput>());
static_assert(scale::lists_all_members<Constants>());
static_assert(scale::lists_all_members<OrderExecuted>());
static_assert(scale::lists_all_members<GroupExecutionSummary>());
static_assert(scale::lists_all_members<LinkedOutputRecorded>());
static_assert(scale::lists_all_members<LinkedOutputConsumed>());

const DevKey carol = dev_key("//Charlie"), dave = dev_key("//Dave");
constexpr u64 tao = 1'000'000'000, now_ms = 5'000, chain_id = 945;

MultiSignature sign(const DevKey& who, BytesView message) {
    MultiSignature out{crypto::SignatureKind::Sr25519, {}};
    const auto raw = crypto::sr25519_sign(who.pair, message);
    std::copy(raw.begin(), raw.end(), out.bytes.begin());
    return out;
}
SignedOrder signed_by(const DevKey& who, const VersionedOrder& order,
                      std::optional<u64> fill = {}) {
    return {order, sign(who, scale::encoded(order)), fill};
}
Bytes wrap(std::string_view text) {
    const auto whole = "<Bytes>" + std::string(text) + "</Bytes>";
    return {whole.begin(), whole.end()};
}

struct LimitOrders : subtensor::Staking {
    LimitOrders() {
        build_genesis(env.state);
        timestamp::storage.Now.set(env.state, now_ms);
        evm_chain_id::storage.ChainId.set(env.state, chain_id);
        for (auto& who : {carol, dave}) {
            (void)balances::mint_into(env.cx, who.account, {1000 * tao});
            env(who.account, subtensor::add_stake{hotkey, pool, {100 * tao}});
        }
    }
    /// At any price, by anybody, without a fee.
    OrderV2 order(const DevKey& who, OrderType type, u64 rao) const {
        OrderV2 o;
        o.signer = who.account;
        o.hotkey = hotkey;
        o.netuid = pool;
        o.order_type = type;
        o.amount = amount::Fixed{rao};
        o.limit_price = type == OrderType::TakeProfit ? 0 : ~u64{0};
        o.expiry = now_ms;
        o.fee_recipient = fees;
        o.chain_id = chain_id;
        return o;
    }
    OrderV2 buy(const DevKey& who, u64 rao) const { return order(who, OrderType::LimitBuy, rao); }
    OrderV2 sell(const DevKey& who, u64 rao) const {
        return order(who, OrderType::TakeProfit, rao);
    }
    H256 id(const OrderV2& o) const { return derive_order_id(version::V2{o}); }
    u64 alpha(const DevKey& who) const { return stake(who.account, pool).rao; }
    u64 free(const DevKey& who) const { return env.free_rao(who.account); }

    execute_orders strictly(const DevKey& who, const OrderV2& o, std::optional<u64> fill = {}) {
        return {{signed_by(who, version::V2{o}, fill)}, true};
    }
    template <class E>
    void refused(const DevKey& who, const OrderV2& o, E why, std::optional<u64> fill = {}) {
        env(relayer, strictly(who, o, fill), fails(why));
    }

    const AccountId relayer = env.account("relayer", tao), fees = env.account("fees", tao);
};

TEST_F(LimitOrders, a_buy_spends_tao_and_pays_its_fee_from_it) {
    auto o = buy(carol, 10 * tao);
    o.fee_rate = {10'000'000};  // 1 %
    const u64 staked = alpha(carol), held = free(carol), fees_before = env.free_rao(fees);
    env(relayer, strictly(carol, o));
    EXPECT_EQ(free(carol), held - 10 * tao);
    EXPECT_EQ(env.free_rao(fees), fees_before + tao / 10);
    const u64 got = alpha(carol) - staked;
    EXPECT_GT(got, 0u);
    env(relayer, strictly(carol, o), fails(Error::OrderAlreadyProcessed));
    const auto& last = env.cx.events.back();
    EXPECT_EQ(last.pallet, pallet_index);
    const auto told = scale::decoded<OrderExecuted>(last.payload);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->order_id, id(o));
    EXPECT_EQ(told->amount_in, 10 * tao - tao / 10);
    EXPECT_NEAR(double(told->amount_out), double(got), 2) << "shares round";
}

TEST_F(LimitOrders, a_sell_pays_its_fee_from_what_it_brings) {
    auto o = sell(carol, 50 * tao);
    o.fee_rate = {500'000'000};
    const u64 held = free(carol), fees_before = env.free_rao(fees);
    env(relayer, strictly(carol, o));
    const u64 got = free(carol) - held, fee = env.free_rao(fees) - fees_before;
    EXPECT_GT(fee, 0u);
    EXPECT_LE(got - fee, 1u) << "half and half";
}

TEST_F(LimitOrders, three_forms_of_signature_are_taken) {
    const VersionedOrder one = version::V1{{.signer = carol.account,
                                            .hotkey = hotkey,
                                            .netuid = pool,
                                            .amount = tao,
                                            .limit_price = ~u64{0},
                                            .expiry = now_ms,
                                            .fee_recipient = fees,
                                            .chain_id = chain_id}};
    const auto order_id = derive_order_id(one);
    const auto name = wrap({reinterpret_cast<const char*>(order_id.bytes.data()), 32});
    const auto text = wrap(render_order(one));
    const std::pair<Bytes, bool> forms[] = {
        {scale::encoded(one), true},
        {name, true},
        {to_bytes(crypto::blake2_256(text)), true},  // it is over 256 bytes
        {text, false},
        {to_bytes(order_id.bytes), false},
    };
    for (auto& [bytes, good] : forms)
        EXPECT_EQ(is_signed({one, sign(carol, bytes), {}}, order_id), good) << to_hex(bytes);
    auto ecdsa = sign(carol, scale::encoded(one));
    ecdsa.kind = crypto::SignatureKind::Ecdsa;
    EXPECT_FALSE(is_signed({one, ecdsa, {}}, order_id));
    EXPECT_FALSE(is_signed({one, sign(dave, scale::encoded(one)), {}}, order_id));
    env(relayer, execute_orders{{SignedOrder{one, sign(carol, name), {}}}, true});
}

AccountId account_of(std::string_view address) { return {*crypto::account_from_text(address)}; }

TEST(LimitOrderText, is_what_a_ledger_showed_and_signed) {
    Order o{.signer = account_of("5CD9UfFv3FLd9BRP8tK7BumpEYvu2y3KZMuhUnDAhuzPbdtC"),
            .hotkey = account_of("5HK5tp6t2S59DywmHRWPBVJeJ86T61KjurYqeooqj8sREpeN"),
            .netuid = {64},
            .order_type = OrderType::LimitBuy,
            .amount = 1'000'000'000,
            .limit_price = 500'000'000,
            .expiry = 1'793'000'000,
            .fee_rate = {8'500'000},
            .fee_recipient = account_of("5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY"),
            .max_slippage = Perbill{7'500'000},
            .chain_id = 1,
            .partial_fills_enabled = true};
    o.relayer.emplace().push_back(account_of("5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"));
    const auto text = render_order(version::V1{o});
    EXPECT_EQ(text.size(), 381u);
    const auto digest = crypto::blake2_256(wrap(text));
    EXPECT_EQ(to_hex(digest),
              "3c3ea88b5145718938890"
              "6eecb582d5ebf481b1af5b66b6b5771e4e84b6e5ed7");
    const auto device =
        *from_hex("76e2815d89ea8f87a7fc62c21b3ee2fb81d78ca28a24d33a974f47b20bb70a63");
    const auto signature = *from_hex(
        "91a37e50d01eeb407d9d1902374fef24dc287c1edb81474dbe19e46157bcc23d"
        "c5b7ba723ae7f8dd192004c150a8d0479a0ccb522c930dc8fcda7a15d6b45b08");
    AccountId signer;
    std::copy(device.begin(), device.end(), signer.bytes.begin());
    EXPECT_TRUE(crypto::verify(crypto::SignatureKind::Ed25519, signature, digest, signer.bytes));
    // The second form says more.
    OrderV2 linked = view_of(version::V1{o});
    linked.amount = amount::LinkedPercentage{{Hash{0xab}}, {250'000'000}};
    linked.relayer.emplace();
    linked.max_slippage.reset();
    const auto second = render_order(version::V2{linked});
    EXPECT_NE(second.find("v2: Limit buy 250000000 ppb of order 0xab00"), second.npos);
    EXPECT_NE(second.find("relayer [], max slippage none"), second.npos);
    EXPECT_TRUE(second.ends_with(", records output false"));
}

TEST_F(LimitOrders, an_order_that_does_not_hold_is_refused_with_the_reason) {
    auto o = buy(carol, tao);
    const auto with = [&](auto change) {
        auto other = o;
        change(other);
        return other;
    };
    refused(carol, with([](auto& x) { x.netuid = root_netuid; }), Error::RootNetUidNotAllowed);
    refused(carol, with([](auto& x) { x.chain_id = 1; }), Error::ChainIdMismatch);
    refused(dave, o, Error::InvalidSignature);
    refused(carol, with([](auto& x) { x.expiry = now_ms - 1; }), Error::OrderExpired);
    refused(carol, with([](auto& x) { x.limit_price = 1; }), Error::PriceConditionNotMet);
    auto profit = sell(carol, tao), loss = order(carol, OrderType::StopLoss, tao);
    profit.limit_price = 100 * tao;
    loss.limit_price = 1;
    refused(carol, profit, Error::PriceConditionNotMet);
    refused(carol, loss, Error::PriceConditionNotMet);
    refused(carol, with([](auto& x) { x.relayer.emplace(); }), Error::RelayerMissMatch);
    env(carol.account, cancel_order{version::V2{o}}, emits(OrderCancelled{id(o), carol.account}));
    refused(carol, o, Error::OrderCancelled);
    env(carol.account, cancel_order{version::V2{o}}, fails(Error::OrderAlreadyProcessed));
    env(dave.account, cancel_order{version::V2{o}}, fails(Error::Unauthorized));
    env(Origin::root(), strictly(carol, o), fails(DispatchError::Kind::BadOrigin));
}

TEST_F(LimitOrders, one_bad_order_is_skipped_or_ends_the_call) {
    auto bad = buy(carol, tao);
    bad.expiry = 0;
    const auto good = buy(dave, tao);
    SignedOrders both;
    both.push_back(signed_by(dave, version::V2{good}));
    both.push_back(signed_by(carol, version::V2{bad}));
    env(relayer, execute_orders{both, true}, fails(Error::OrderExpired));
    EXPECT_FALSE(storage.Orders.has(env.state, id(good))) << "all or nothing";
    env(relayer, execute_orders{both, false},
        emits(OrderSkipped{id(bad), fail(Error::OrderExpired)}));
    EXPECT_TRUE(storage.Orders.has(env.state, id(good)));
    EXPECT_FALSE(storage.Orders.has(env.state, id(bad)));
}

TEST_F(LimitOrders, slippage_and_the_stakers_rules_hold) {
    auto o = buy(carol, 300 * tao);  // a third of the pool
    const u64 price = 250'000'000;   // before the stakes of the set-up
    o.limit_price = price * 2;
    o.max_slippage = Perbill{};
    refused(carol, o, subtensor::Error::SlippageTooHigh);
    o.max_slippage.reset();
    env(relayer, strictly(carol, o));
    refused(carol, buy(carol, 1), subtensor::Error::AmountTooLow);
    refused(carol, buy(carol, 5000 * tao), subtensor::Error::NotEnoughBalanceToStake);
    refused(carol, sell(carol, ~u64{0} / 2), subtensor::Error::NotEnoughStakeToWithdraw);
    auto nobody = buy(carol, tao);
    nobody.hotkey = relayer;
    refused(carol, nobody, subtensor::Error::HotKeyAccountNotExists);
    auto nowhere = buy(carol, tao);
    nowhere.netuid = {77};
    refused(carol, nowhere, subtensor::Error::SubnetNotExists);
    EXPECT_EQ(effective_swap_limit(nobody), ~u64{0});
    auto floor = sell(carol, tao);
    floor.limit_price = 1'000;
    EXPECT_EQ(effective_swap_limit(floor), 0u);
    floor.max_slippage = Perbill{100'000'000};
    EXPECT_EQ(effective_swap_limit(floor), 900u);
    nobody.max_slippage = Perbill{Perbill::one};
    EXPECT_EQ(effective_swap_limit(nobody), ~u64{0}) << "it saturates";
}

TEST_F(LimitOrders, parts_add_up_to_what_was_signed) {
    auto o = buy(carol, 10 * tao);
    refused(carol, o, Error::RelayerRequiredForPartialFill, 4 * tao);
    o.relayer.emplace().push_back(relayer);
    refused(carol, o, Error::PartialFillsNotEnabled, 4 * tao);
    o.partial_fills_enabled = true;
    refused(carol, o, Error::IncorrectPartialFillAmount, 0);
    refused(carol, o, Error::IncorrectPartialFillAmount, 10 * tao + 1);
    env(relayer, strictly(carol, o, 4 * tao));
    EXPECT_EQ(std::get<status::PartiallyFilled>(*storage.Orders.get(env.state, id(o))).rao,
              4 * tao);
    refused(carol, o, Error::IncorrectPartialFillAmount);  // the whole on top of a part
    refused(carol, o, Error::IncorrectPartialFillAmount, 6 * tao + 1);
    env(relayer, strictly(carol, o, 6 * tao));
    EXPECT_TRUE(std::holds_alternative<status::Fulfilled>(*storage.Orders.get(env.state, id(o))));
}

struct LinkedOrders : LimitOrders {
    /// Sells 40 alpha of Carol's and leaves the TAO for one order.
    OrderV2 provide() {
        auto o = sell(carol, 40 * tao);
        o.has_linked_order = true;
        env(relayer, strictly(carol, o));
        return o;
    }
    OrderV2 linked(const DevKey& who, const OrderV2& to, u32 parts) const {
        auto o = buy(who, 0);
        o.amount = amount::LinkedPercentage{id(to), {parts}};
        return o;
    }
};

TEST_F(LinkedOrders, one_order_spends_a_part_of_what_another_brought) {
    const auto provider = provide();
    const auto record = storage.LinkedOutputs.get(env.state, id(provider));
    ASSERT_TRUE(record);
    EXPECT_EQ(record->expires_at, now_ms + constants.LinkedOutputTtl);
    EXPECT_EQ(record->asset, LinkedAsset(asset::Tao{}));
    const u64 half = record->total / 2;
    const auto o = linked(carol, provider, Perbill::one / 2);
    const u64 held = free(carol);
    env(relayer, strictly(carol, o),
        emits(LinkedOutputConsumed{id(provider), id(o), half, record->total - half}));
    EXPECT_EQ(free(carol), held - half);
    refused(carol, linked(carol, provider, Perbill::one / 4), Error::NoLinkedOutput);
}

TEST_F(LinkedOrders, only_the_right_order_spends_it_in_time) {
    const auto provider = provide();
    refused(dave, linked(dave, provider, Perbill::one), Error::LinkedOutputSignerMismatch);
    auto other_side = sell(carol, 0);
    other_side.amount = amount::LinkedPercentage{id(provider), {Perbill::one}};
    refused(carol, other_side, Error::LinkedOutputAssetMismatch);
    refused(carol, linked(carol, provider, 0), Error::LinkedAmountResolvedToZero);
    auto o = linked(carol, provider, Perbill::one);
    o.expiry = ~u64{0};
    refused(carol, o, Error::PartialFillNotSupportedForLinkedAmount, 1);
    auto again = sell(carol, 30 * tao);
    again.has_linked_order = true;
    refused(carol, again, Error::PartialFillNotSupportedForProvider, 1);
    env(dave.account, prune_linked_output{id(provider)}, fails(Error::LinkedOutputNotPrunable));
    timestamp::storage.Now.set(env.state, now_ms + constants.LinkedOutputTtl + 1);
    refused(carol, o, Error::LinkedOutputExpired);
    const u64 total = storage.LinkedOutputs.get(env.state, id(provider))->total;
    env(dave.account, prune_linked_output{id(provider)},
        emits(LinkedOutputPruned{id(provider), total}));
    env(dave.account, prune_linked_output{id(provider)}, fails(Error::NoLinkedOutput));
}

TEST_F(LinkedOrders, its_signer_forgets_an_output_any_time) {
    const auto provider = provide();
    env(Origin::root(), set_pallet_status{false});
    env(carol.account, prune_linked_output{id(provider)});
    EXPECT_FALSE(storage.LinkedOutputs.has(env.state, id(provider)));
}

TEST_F(LimitOrders, root_switches_orders_on_and_off) {
    env(carol.account, set_pallet_status{false}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), set_pallet_status{false}, emits(LimitOrdersPalletStatusChanged{false}));
    refused(carol, buy(carol, tao), Error::LimitOrdersDisabled);
    env(relayer, execute_batched_orders{pool, {}}, fails(Error::LimitOrdersDisabled));
    subtensor::storage.Owner.set(env.state, constants.PalletHotkey, relayer);
    env(Origin::root(), set_pallet_status{true}, fails(Error::PalletHotkeyNotRegistered));
    subtensor::storage.Owner.set(env.state, constants.PalletHotkey, pallet_account());
    env(Origin::root(), set_pallet_status{true});
    env(relayer, strictly(carol, buy(carol, tao)));
}

TEST_F(LimitOrders, newer_rules_give_an_older_chain_the_pallets_hotkey_once) {
    Env old;
    pallet.hooks.on_runtime_upgrade(old.state);
    EXPECT_TRUE(
        subtensor::coldkey_owns_hotkey(old.state, pallet_account(), constants.PalletHotkey));
    EXPECT_FALSE(storage.LimitOrdersEnabled.get(old.state)) << "root decides there";
    EXPECT_EQ(storage.HasMigrationRun.under(old.state).size(), 1u);
    subtensor::storage.Owner.erase(old.state, constants.PalletHotkey);
    pallet.hooks.on_runtime_upgrade(old.state);
    EXPECT_FALSE(subtensor::storage.Owner.has(old.state, constants.PalletHotkey));
}

// As bittensor 11.3 says of OrderSignerFrozen.
TEST_F(LimitOrders, wait_while_their_signer_changes_its_coldkey) {
    const auto o = buy(carol, tao);
    const auto set = [&](bool announced, bool disputed) {
        if (announced)
            subtensor::storage.ColdkeySwapAnnouncements.set(env.state, carol.account, {1, {}});
        else
            subtensor::storage.ColdkeySwapAnnouncements.erase(env.state, carol.account);
        if (disputed)
            subtensor::storage.ColdkeySwapDisputes.set(env.state, carol.account, 1);
        else
            subtensor::storage.ColdkeySwapDisputes.erase(env.state, carol.account);
    };
    set(true, false);
    refused(carol, o, Error::OrderSignerFrozen);
    set(false, true);
    refused(carol, o, Error::OrderSignerFrozen);
    set(false, false);
    env(relayer, strictly(carol, o));
}

struct Batches : LimitOrders {
    template <class... O>
    execute_batched_orders batch(const std::pair<DevKey, O>&... orders) const {
        execute_batched_orders out{pool, {}};
        (out.orders.push_back(signed_by(orders.first, version::V2{orders.second})), ...);
        return out;
    }
    GroupExecutionSummary summary() const {
        return *scale::decoded<GroupExecutionSummary>(env.cx.events.back().payload);
    }
    U64F64 price() const { return swap::current_alpha_price(env.state, pool); }
};

TEST_F(Batches, buyers_and_sellers_trade_with_each_other_first) {
    auto a = buy(carol, 20 * tao), b = sell(dave, 40 * tao);
    a.fee_rate = b.fee_rate = {100'000'000};  // 10 %
    const u64 held = free(dave), staked = alpha(carol), fees_before = env.free_rao(fees);
    const u64 worth =
        price().saturating_mul(U64F64::saturating_from_num(40 * tao)).saturating_to_num<u64>();
    env(relayer, batch(std::pair{carol, a}, std::pair{dave, b}));
    const auto told = summary();
    EXPECT_EQ(told.executed_count, 2u);
    EXPECT_EQ(told.net_side, OrderSide::Buy);
    EXPECT_EQ(told.net_amount, 18 * tao - worth) << "the rest goes through the pool";
    EXPECT_EQ(free(dave) - held, worth - worth / 10) << "at the price, without slippage";
    EXPECT_NEAR(double(alpha(carol) - staked), double(told.actual_out + 40 * tao), 2);
    EXPECT_EQ(env.free_rao(fees) - fees_before, 2 * tao + worth / 10);
    EXPECT_EQ(storage.Orders.under(env.state).size(), 2u);
}

TEST_F(Batches, sellers_share_what_the_pool_gives_for_the_rest) {
    const u64 held_c = free(carol), held_d = free(dave);
    env(relayer,
        batch(std::pair{carol, sell(carol, 60 * tao)}, std::pair{dave, sell(dave, 20 * tao)}));
    const auto told = summary();
    EXPECT_EQ(told.net_side, OrderSide::Sell);
    EXPECT_EQ(told.net_amount, 80 * tao);
    const u64 c = free(carol) - held_c, d = free(dave) - held_d;
    EXPECT_LE(told.actual_out - (c + d), 2u);
    EXPECT_NEAR(double(c), 3.0 * double(d), 8);
}

TEST_F(Batches, one_bad_order_ends_the_batch) {
    const auto good = std::pair{carol, buy(carol, 5 * tao)};
    env(Origin::root(), batch(good), fails(DispatchError::Kind::BadOrigin));
    env(relayer, batch(good, good), fails(Error::DuplicateOrderInBatch));
    auto elsewhere = buy(dave, tao);
    elsewhere.netuid = {2};
    env(relayer, batch(good, std::pair{dave, elsewhere}), fails(Error::OrderNetUidMismatch));
    env(relayer, batch(good, std::pair{carol, buy(dave, tao)}), fails(Error::InvalidSignature));
    auto root_batch = batch(good);
    root_batch.netuid = root_netuid;
    env(relayer, root_batch, fails(Error::RootNetUidNotAllowed));
    env(relayer, batch(good, std::pair{dave, buy(dave, 0)}), fails(Error::ZeroShareInBatch));
    EXPECT_TRUE(storage.Orders.under(env.state).empty());
    const auto events = env.cx.events.size();
    env(relayer, batch());
    EXPECT_EQ(env.cx.events.size(), events) << "nothing to do";
}

TEST_F(Batches, a_rest_for_which_the_pool_gives_nothing_ends_the_batch) {
    swap::storage.FeeRate.set(env.state, pool, 60'000);  // of 65535
    const u64 worth =
        price().saturating_mul(U64F64::saturating_from_num(40 * tao)).saturating_to_num<u64>();
    env(relayer,
        batch(std::pair{carol, buy(carol, worth - 1)}, std::pair{dave, sell(dave, 40 * tao)}),
        fails(swap::Error::ReservesTooLow));
}

TEST_F(Batches, the_strictest_limit_of_the_greater_side_holds_for_all) {
    auto careful = buy(dave, 5 * tao);
    careful.limit_price =
        price().saturating_mul(U64F64::saturating_from_num(tao)).saturating_to_num<u64>();
    careful.max_slippage = Perbill{100'000'000};
    env(relayer, batch(std::pair{carol, buy(carol, 200 * tao)}, std::pair{dave, careful}),
        fails(subtensor::Error::SlippageTooHigh));
    careful.max_slippage.reset();
    env(relayer, batch(std::pair{carol, buy(carol, 200 * tao)}, std::pair{dave, careful}));
}

TEST_F(Batches, an_order_and_one_linked_to_it_need_two_calls) {
    auto provider = buy(carol, 10 * tao);
    provider.has_linked_order = true;
    auto o = sell(carol, 0);
    o.amount = amount::LinkedPercentage{id(provider), {Perbill::one}};
    env(relayer, batch(std::pair{carol, provider}, std::pair{carol, o}),
        fails(Error::NoLinkedOutput));
    env(relayer, batch(std::pair{carol, provider}));
    const auto record = storage.LinkedOutputs.get(env.state, id(provider));
    EXPECT_EQ(record->asset, LinkedAsset(asset::Alpha{pool, hotkey}));
    env(relayer, batch(std::pair{carol, o}),
        emits(LinkedOutputConsumed{id(provider), id(o), record->total, 0}));
}

}  // namespace
}  // namespace limit_orders
