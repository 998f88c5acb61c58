// A flood of transactions through RPC: memory stays bounded, honest transactions land.
#include <gtest/gtest.h>
#include <malloc.h>

#include "base/hex.hpp"
#include "chain/test_chain.hpp"
#include "pallets/admin_utils/calls.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/sudo/sudo.hpp"
#include "rpc/json_rpc.hpp"

namespace {

using namespace rpc;

const DevKey alice = dev_key("//Alice"), bob = dev_key("//Bob"), eve = dev_key("//Eve");

/// What is allocated, of all threads.
double allocated_mb() { return double(mallinfo2().uordblks) / (1 << 20); }

class Flood : public testing::Test {
protected:
    /// "result", or the error's code.
    std::string submit(const std::string& hex) {
        const Json request{
            {"jsonrpc", "2.0"}, {"id", 1}, {"method", "author_submitExtrinsic"}, {"params", {hex}}};
        const Json reply = Json::parse(answer(node_, nullptr, request.dump()).text);
        return reply.contains("result") ? "result" : reply["error"]["code"].dump();
    }
    std::string signed_by(const DevKey& who, const AnyCall& call, u32 nonce) {
        return to_hex_0x(chain::signed_call(*chain_, who, call, {.nonce = nonce}));
    }
    static AnyCall weights(u32 n) {
        return AnyCall::of(subtensor::set_weights{{1}, {u16(n)}, {1}, n});
    }
    std::string transfer(const DevKey& from, u32 nonce) {
        return signed_by(from, chain::transfer_call(bob.account, 1'000), nonce);
    }

    std::unique_ptr<chain::Chain> chain_ = chain::memory_chain(chain::manual_options());
    Node node_{*chain_, "test"};
};

TEST_F(Flood, of_fee_paying_transactions_is_capped_and_the_next_block_takes_honest_ones) {
    const chain::PoolLimits limits;
    std::size_t taken = 0;
    for (u32 n = 0; n < limits.max_per_account + 500; ++n)
        taken += submit(transfer(eve, n)) == "result";
    EXPECT_EQ(taken, limits.max_per_account);
    EXPECT_EQ(submit(transfer(alice, 0)), "result");
    ASSERT_TRUE(chain_->make_block());
    EXPECT_EQ(chain::account_at(*chain_, 1, alice.account).nonce, 1u)
        << "the flood of one account does not shut out another";
}

TEST_F(Flood, of_garbage_leaves_nothing_behind) {
    const std::string good = transfer(eve, 0);
    const auto spoiled = [&](u32 n) {  // another signature each time, none of them right
        std::string text = good;
        for (int i = 0; i < 8; ++i) text[100 + i] = "0123456789abcdef"[n >> 4 * i & 15];
        return text;
    };
    for (u32 n = 0; n < 2'000; ++n) EXPECT_NE(submit(spoiled(n)), "result");  // warm
    const double before = allocated_mb();
    for (u32 n = 2'000; n < 22'000; ++n) EXPECT_NE(submit(spoiled(n)), "result");
    EXPECT_LT(allocated_mb() - before, 16);
    EXPECT_EQ(chain_->pool().size(), 0u);
    EXPECT_EQ(submit(transfer(alice, 0)), "result");
}

/// Weights pay nothing. Whoever may not set them is refused before a block is spent on it.
TEST_F(Flood, of_free_calls_that_must_fail_is_refused_at_the_door) {
    const auto raise = AnyCall::of(admin_utils::sudo_set_stake_threshold{1'000'000'000'000});
    ASSERT_EQ(submit(signed_by(alice, AnyCall::of(sudo::sudo{raise}), 0)), "result");
    ASSERT_TRUE(chain_->make_block());
    for (u32 n = 0; n < 500; ++n) EXPECT_EQ(submit(signed_by(eve, weights(n), 0)), "1010");
    EXPECT_EQ(chain_->pool().size(), 0u);
}

TEST_F(Flood, of_free_calls_leaves_room_for_who_pays) {
    const chain::PoolLimits limits;
    for (u32 n = 0; n < limits.max_per_account; ++n)
        ASSERT_EQ(submit(signed_by(eve, weights(n), n)), "result");
    EXPECT_NE(submit(signed_by(eve, weights(0), limits.max_per_account)), "result");
    EXPECT_EQ(submit(transfer(alice, 0)), "result");
    ASSERT_TRUE(chain_->make_block());
    EXPECT_EQ(chain::account_at(*chain_, 1, alice.account).nonce, 1u);
}

}  // namespace
