// Who pays the fee of an extrinsic.
#include "runtime/fee_payer.hpp"

#include "pallets/proxy/calls.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/utility/calls.hpp"
#include "testing/env/env.hpp"

namespace {

using enum proxy::ProxyType;

struct FeePayer : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 1'000'000'000), bob = env.account("bob", 1'000'000'000),
              carol = env.account("carol", 1'000'000'000);
    AnyCall remark = AnyCall::of(frame_system::remark{});

    /// `real` makes `delegate` its proxy and pays for it.
    void pays_for(const AccountId& real, const AccountId& delegate) {
        env(real, proxy::add_proxy{delegate, Any, 0});
        env(real, proxy::set_real_pays_fee{delegate, true});
    }
    static AnyCall made_for(const AccountId& real, const AnyCall& call) {
        return AnyCall::of(proxy::proxy{real, {}, call});
    }
    AccountId payer(const AnyCall& call) { return fee_payer(env.state, carol, call); }
};

TEST_F(FeePayer, the_signer_pays_unless_the_account_has_said_that_it_does) {
    EXPECT_EQ(payer(remark), carol);
    env(bob, proxy::add_proxy{carol, Any, 0});
    EXPECT_EQ(payer(made_for(bob, remark)), carol);
    env(bob, proxy::set_real_pays_fee{carol, true});
    EXPECT_EQ(payer(made_for(bob, remark)), bob);
    EXPECT_EQ(payer(made_for(alice, remark)), carol);
}

TEST_F(FeePayer, a_proxy_of_a_proxy_is_followed_once) {
    pays_for(bob, carol);
    auto call = made_for(bob, made_for(alice, remark));
    EXPECT_EQ(payer(call), bob);
    pays_for(alice, bob);
    EXPECT_EQ(payer(call), alice);
}

TEST_F(FeePayer, a_batch_is_followed_when_all_is_for_one_account) {
    pays_for(bob, carol);
    pays_for(alice, bob);
    auto for_alice = made_for(alice, remark);
    auto batch = [&](std::vector<AnyCall> calls) {
        return made_for(bob, AnyCall::of(utility::batch{std::move(calls)}));
    };
    EXPECT_EQ(payer(batch({for_alice, for_alice})), alice);
    EXPECT_EQ(payer(batch({for_alice, remark})), bob);
    EXPECT_EQ(payer(batch({for_alice, made_for(carol, remark)})), bob);
    EXPECT_EQ(payer(batch({})), bob);
}

}  // namespace
