// The pool by itself: who is ready, who is refused, who goes.
#include "chain/pool.hpp"

#include <gtest/gtest.h>

namespace {

using namespace chain;
using Kind = TransactionStatus::Kind;

const AccountId alice{{1}}, bob{{2}}, carol{{3}};

class PoolOf : public testing::Test {
protected:
    std::map<AccountId, u32> nonces;
    PoolLimits limits;
    std::unique_ptr<Pool> pool_;
    std::map<Hash, std::vector<Kind>> heard;

    Pool& pool() {
        if (!pool_)
            pool_ = std::make_unique<Pool>([this](const AccountId& who) { return nonces[who]; },
                                           limits);
        return *pool_;
    }
    static Hash hash_of(const AccountId& who, u32 nonce, u64 priority) {
        return {who.bytes[0], u8(nonce), u8(nonce >> 8), u8(priority)};
    }
    std::optional<Rejection> add(const AccountId& who, u32 nonce, u64 priority = 1,
                                 u64 longevity = ~u64{0}, u32 best = 0) {
        ValidTransaction valid;
        valid.priority = priority;
        valid.longevity = longevity;
        valid.provides.push_back(scale::encoded(std::pair{who, nonce}));
        const auto hash = hash_of(who, nonce, priority);
        return pool().add(Bytes(100), hash, valid, best, [this, hash](const TransactionStatus& s) {
            heard[hash].push_back(s.kind);
        });
    }
    std::vector<std::pair<u8, u32>> order() {
        std::vector<std::pair<u8, u32>> out;
        for (const auto& tx : pool().ready()) out.emplace_back(tx->account.bytes[0], tx->nonce);
        return out;
    }
    /// A block with these, on top of which the nonces are as given before.
    void block(u32 number, std::vector<Pool::Entry> included) {
        for (const auto& tx : included) nonces[tx->account] = tx->nonce + 1;
        pool().block_made(number, Hash{u8(number)}, included);
        pool().finalize(number);
    }
    template <class R>
    static bool is(const std::optional<Rejection>& refused) {
        return refused && std::holds_alternative<R>(*refused);
    }
};
using Order = std::vector<std::pair<u8, u32>>;

TEST_F(PoolOf, transactions_run_in_the_order_of_nonces_whatever_order_they_came_in) {
    EXPECT_FALSE(add(alice, 2));
    EXPECT_FALSE(add(alice, 1));
    EXPECT_TRUE(order().empty());
    EXPECT_EQ(heard[hash_of(alice, 1, 1)], std::vector{Kind::Future});
    EXPECT_FALSE(add(alice, 0));
    EXPECT_EQ(order(), (Order{{1, 0}, {1, 1}, {1, 2}}));
    EXPECT_EQ(heard[hash_of(alice, 2, 1)], (std::vector{Kind::Future, Kind::Ready}));
    EXPECT_EQ(heard[hash_of(alice, 0, 1)], std::vector{Kind::Ready});
}

TEST_F(PoolOf, higher_priority_runs_first_then_the_older) {
    EXPECT_FALSE(add(alice, 0, 5));
    EXPECT_FALSE(add(bob, 0, 9));
    EXPECT_FALSE(add(carol, 0, 5));
    EXPECT_FALSE(add(alice, 1, 200));  // waits for its predecessor
    EXPECT_EQ(order(), (Order{{2, 0}, {1, 0}, {1, 1}, {3, 0}}));
}

TEST_F(PoolOf, the_next_nonce_counts_ready_transactions_only) {
    nonces[alice] = 7;
    EXPECT_EQ(pool().next_nonce(alice), 7u);
    EXPECT_FALSE(add(alice, 7));
    EXPECT_FALSE(add(alice, 8));
    EXPECT_FALSE(add(alice, 10));
    EXPECT_EQ(pool().next_nonce(alice), 9u);
}

TEST_F(PoolOf, only_a_higher_priority_replaces_the_same_nonce) {
    EXPECT_FALSE(add(alice, 0, 5));
    const auto refused = add(alice, 0, 4);
    ASSERT_TRUE(is<rejection::TooLowPriority>(refused));
    EXPECT_EQ(std::get<rejection::TooLowPriority>(*refused).old_priority, 5u);
    EXPECT_EQ(std::get<rejection::TooLowPriority>(*refused).new_priority, 4u);
    EXPECT_FALSE(add(alice, 0, 6));
    EXPECT_EQ(heard[hash_of(alice, 0, 5)], (std::vector{Kind::Ready, Kind::Usurped}));
    EXPECT_EQ(pool().size(), 1u);
}

TEST_F(PoolOf, unsigned_transactions_wait_once_for_each_tag_and_not_for_long) {
    const auto add_unsigned = [&](u8 tag, u8 hash) {
        ValidTransaction valid;
        valid.longevity = 3;
        valid.provides.push_back(Bytes(40, tag));
        return pool().add(Bytes(100), Hash{hash}, valid, 0, {});
    };
    EXPECT_FALSE(add_unsigned(1, 1));
    EXPECT_FALSE(add_unsigned(2, 2));
    EXPECT_TRUE(add_unsigned(2, 3));  // the same tag
    EXPECT_EQ(pool().ready().size(), 2u);
    block(1, {pool().ready()[0]});
    EXPECT_EQ(pool().ready().size(), 1u);
    block(3, {});
    EXPECT_EQ(pool().size(), 0u);
}

TEST_F(PoolOf, the_same_transaction_enters_once_and_not_again_after_its_block) {
    EXPECT_FALSE(add(alice, 0));
    EXPECT_TRUE(is<rejection::AlreadyImported>(add(alice, 0)));
    EXPECT_TRUE(is<rejection::AlreadyImported>(pool().known(hash_of(alice, 0, 1))));
    block(1, pool().ready());
    EXPECT_TRUE(is<rejection::Banned>(pool().known(hash_of(alice, 0, 1))));
    EXPECT_EQ(pool().size(), 0u);
    EXPECT_EQ(heard[hash_of(alice, 0, 1)],
              (std::vector{Kind::Ready, Kind::InBlock, Kind::Finalized}));
}

TEST_F(PoolOf, a_used_nonce_is_stale) {
    nonces[alice] = 3;
    const auto refused = add(alice, 2);
    ASSERT_TRUE(is<rejection::Refused>(refused));
    EXPECT_TRUE(std::get<rejection::Refused>(*refused).reason.is(InvalidTransaction::Stale));
}

TEST_F(PoolOf, what_cannot_be_used_goes_with_all_that_depends_on_it) {
    for (u32 nonce : {0u, 1u, 2u}) EXPECT_FALSE(add(alice, nonce));
    EXPECT_FALSE(add(bob, 0));
    pool().invalid(pool().ready()[1]);
    EXPECT_EQ(order(), (Order{{1, 0}, {2, 0}}));
    EXPECT_EQ(heard[hash_of(alice, 2, 1)].back(), Kind::Invalid);
    EXPECT_TRUE(is<rejection::Banned>(add(alice, 1)));
    EXPECT_FALSE(add(alice, 1, 2)) << "another transaction may take its place";
}

TEST_F(PoolOf, mortal_transactions_die_in_time) {
    EXPECT_FALSE(add(alice, 0, 1, 4, 10));  // valid in blocks 11 to 14
    for (u32 number : {11u, 12u, 13u}) block(number, {});
    EXPECT_EQ(order().size(), 1u);
    block(14, {});
    EXPECT_TRUE(order().empty());
    EXPECT_EQ(heard[hash_of(alice, 0, 1)].back(), Kind::Invalid);
}

TEST_F(PoolOf, a_full_pool_drops_the_least_for_the_better) {
    limits.max_count = 3;
    EXPECT_FALSE(add(alice, 0, 5));
    EXPECT_FALSE(add(bob, 0, 3));
    EXPECT_FALSE(add(bob, 1, 9));
    EXPECT_TRUE(is<rejection::Full>(add(carol, 0, 3)));
    EXPECT_FALSE(add(carol, 0, 4));
    EXPECT_EQ(order(), (Order{{1, 0}, {3, 0}})) << "bob's second cannot stay without his first";
    EXPECT_EQ(heard[hash_of(bob, 1, 9)].back(), Kind::Dropped);
}

TEST_F(PoolOf, bytes_futures_and_accounts_have_limits) {
    limits.max_bytes = 1000;
    limits.max_future = 2;
    limits.max_per_account = 4;
    for (u32 nonce = 0; nonce < 4; ++nonce) EXPECT_FALSE(add(alice, nonce));
    EXPECT_TRUE(is<rejection::Full>(add(alice, 4)));
    EXPECT_FALSE(add(bob, 5));
    EXPECT_FALSE(add(carol, 5));
    EXPECT_TRUE(is<rejection::Full>(add(bob, 6)));
    for (u32 nonce = 0; nonce < 3; ++nonce) EXPECT_FALSE(add(bob, nonce));
    EXPECT_FALSE(add(carol, 0));
    EXPECT_EQ(pool().size(), 10u);
    EXPECT_TRUE(is<rejection::Full>(add(carol, 1)));
}

TEST_F(PoolOf, an_account_that_lost_its_nonce_waits_again) {
    nonces[alice] = 1;
    EXPECT_FALSE(add(alice, 1));
    EXPECT_TRUE(pool().has_ready());
    nonces[alice] = 0;
    pool().look_again(alice);
    EXPECT_FALSE(pool().has_ready());
    EXPECT_EQ(pool().size(), 1u);
}

}  // namespace
