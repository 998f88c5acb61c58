// The chain: genesis, blocks, restarts, what the pool and the engines make of them.
#include "chain/chain.hpp"

#include <gtest/gtest.h>

#include "chain/test_chain.hpp"
#include "crypto/hash.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/balances/storage.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/timestamp/timestamp.hpp"
#include "runtime/invariants/invariants.hpp"
#include "store/test_chain.hpp"
#include "trie/root.hpp"

namespace {

using namespace chain;
using store::TemporaryFolder;

const DevKey alice = dev_key("//Alice"), bob = dev_key("//Bob"), fred = dev_key("//Fred");

std::map<Bytes, Bytes, BytesLess> state_at(const Chain& chain, u32 number) {
    return store::contents(*chain.store().view_at(number));
}

TEST(Genesis, development_accounts_hold_what_clients_expect) {
    const auto chain = memory_chain();
    for (const char* uri : {"//Alice", "//Bob", "//Charlie"})
        EXPECT_EQ(free_rao(*chain, dev_key(uri).account), 1'000'000'000'000'000u) << uri;
    for (const char* uri : {"//Dave", "//Eve", "//Ferdie", "//One", "//Two", "//Three"})
        EXPECT_EQ(free_rao(*chain, dev_key(uri).account), 2'000'000'000'000u) << uri;
    EXPECT_EQ(free_rao(*chain, dev_key("//Alice_hk").account), 0u);
    EXPECT_EQ(free_rao(*chain, fred.account), 0u);
}

TEST(Genesis, follows_from_the_spec_alone) {
    const auto one = memory_chain(), two = memory_chain();
    EXPECT_EQ(one->best().hash, two->best().hash);
    EXPECT_EQ(one->best().number, 0u);
    auto other = manual_options();
    other.spec.profile = Profile::normal;
    EXPECT_NE(one->best().hash, hash_of(*memory_chain(other)->header(0)));
}

TEST(Genesis, an_account_of_choice_is_funded_or_raised) {
    auto options = manual_options();
    options.spec.funded = fred.account;
    EXPECT_EQ(free_rao(*memory_chain(options), fred.account), 1'000'000'000'000'000u);
    options.spec.funded = dev_key("//Dave").account;
    EXPECT_EQ(free_rao(*memory_chain(options), *options.spec.funded), 1'000'000'000'000'000u);
}

TEST(Blocks, headers_chain_and_commit_to_state_and_body) {
    const auto chain = memory_chain();
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, bob.account, 5, 0)));
    ASSERT_TRUE(chain->make_block() && chain->make_block());
    for (u32 number = 1; number <= 2; ++number) {
        const auto header = *chain->header(number);
        const auto block = *chain->store().block(number);
        EXPECT_EQ(header.parent_hash.bytes, *chain->store().hash_of(number - 1));
        EXPECT_EQ(header.number.value, number);
        EXPECT_EQ(header.state_root.bytes, trie::root_of(state_at(*chain, number)));
        EXPECT_EQ(header.extrinsics_root.bytes, extrinsics_root(extrinsics_of(block)));
        EXPECT_EQ(crypto::blake2_256(block.header), *chain->store().hash_of(number));
        EXPECT_EQ(extrinsics_of(block).size(), number == 1 ? 3u : 2u);
    }
}

TEST(Blocks, the_clock_of_manual_chains_is_virtual) {
    const auto one = memory_chain(), two = memory_chain();
    u64 before = 0;
    for (u32 number = 1; number <= 3; ++number) {
        ASSERT_TRUE(one->make_block() && two->make_block());
        const auto view = one->store().view_at(number);
        const auto now = timestamp::storage.Now.get(State(*view));
        if (before) {
            EXPECT_EQ(now, before + aura::constants.SlotDuration);
        }
        before = now;
    }
    EXPECT_EQ(one->best().hash, two->best().hash);
}

TEST(Blocks, a_transfer_moves_money_and_its_fee_goes_to_the_author) {
    const auto chain = memory_chain();
    const auto before = free_rao(*chain, alice.account);
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, fred.account, 1'000'000, 0)));
    EXPECT_EQ(chain->pool().next_nonce(alice.account), 1u);
    ASSERT_TRUE(chain->make_block());
    EXPECT_EQ(free_rao(*chain, fred.account), 1'000'000u);
    EXPECT_LT(free_rao(*chain, alice.account), before - 1'000'000);
    EXPECT_EQ(account_at(*chain, 0, alice.account).data.free.rao, before) << "block 0 stays";
    EXPECT_EQ(account_at(*chain, 1, alice.account).nonce, 1u);
}

TEST(Blocks, no_rao_appears_or_goes_in_fifty_blocks_of_transfers) {
    const auto chain = memory_chain();
    const auto start = chain->store().view_at(0);
    Invariants invariants{State(*start)};
    u32 nonce = 0;
    for (u32 number = 1; number <= 50; ++number) {
        for (int i = 0; i < 3; ++i, ++nonce) {
            const AccountId to{{9, u8(nonce)}};
            ASSERT_FALSE(chain->submit(transfer(*chain, alice, to, 1'000 + nonce, nonce)));
        }
        ASSERT_TRUE(chain->make_block());
        const auto view = chain->store().view_at(number);
        const State state(*view);
        u64 sum = 0;
        for (const auto& [who, info] : frame_system::storage.Account.under(state))
            sum += info.data.free.rao + info.data.reserved.rao;
        ASSERT_EQ(sum, balances::storage.TotalIssuance.get(state).rao) << "block " << number;
        ASSERT_EQ(invariants.broken(state, {}), "");
    }
}

TEST(Checking, a_block_that_makes_tao_from_nothing_ends_the_chain_with_what_it_changed) {
    auto options = manual_options();
    options.check = true;
    const auto chain = memory_chain(options);
    const auto key = balances::storage.TotalIssuance.key();
    const auto call =
        AnyCall::of(sudo::sudo{AnyCall::of(frame_system::set_storage{{{key, Bytes(8, 1)}}})});
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, fred.account, 1'000'000, 0)));
    ASSERT_TRUE(chain->make_block()) << "an honest block passes";
    ASSERT_FALSE(chain->submit(signed_call(*chain, alice, call, {.nonce = 1})));
    const auto made = chain->make_block();
    ASSERT_FALSE(made);
    for (const char* sign : {"block 2 breaks", "Balances issuance, sum of all accounts",
                             "Balances.TotalIssuance\n      before", "System.Account["})
        EXPECT_NE(made.message().find(sign), std::string::npos) << made.message();
    EXPECT_EQ(chain->best().number, 1u) << "it is not stored";
}

struct Refusal {
    const char* what;
    Bytes bytes;
    InvalidTransaction why;
};

TEST(Submitting, what_cannot_run_is_refused_with_the_reason) {
    const auto chain = memory_chain();
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, bob.account, 5, 0)));
    ASSERT_TRUE(chain->make_block());
    auto forged = transfer(*chain, bob, alice.account, 5, 0);
    forged[50] ^= 1;  // of the signature
    const Refusal table[] = {
        {"used nonce", transfer(*chain, alice, bob.account, 6, 0), InvalidTransaction::Stale},
        {"forged", forged, InvalidTransaction::BadProof},
        {"penniless", transfer(*chain, fred, bob.account, 5, 0), InvalidTransaction::Payment},
        {"other chain",
         sign_extrinsic(alice, transfer_call(bob.account, 5), {.nonce = 1}, Hash{1}, Hash{1}),
         InvalidTransaction::BadProof},
    };
    for (const auto& row : table) {
        const auto refused = chain->submit(row.bytes);
        ASSERT_TRUE(refused && std::holds_alternative<rejection::Refused>(*refused)) << row.what;
        EXPECT_TRUE(std::get<rejection::Refused>(*refused).reason.is(row.why)) << row.what;
    }
    const auto garbage = chain->submit({1, 2, 3});
    ASSERT_TRUE(garbage);
    EXPECT_TRUE(std::holds_alternative<rejection::Malformed>(*garbage));
    EXPECT_EQ(chain->pool().size(), 0u);
}

TEST(Submitting, watchers_hear_the_whole_life) {
    const auto chain = memory_chain();
    std::vector<TransactionStatus> heard;
    const auto tell = [&](const TransactionStatus& s) { heard.push_back(s); };
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, bob.account, 5, 0), tell));
    const auto made = chain->make_block();
    ASSERT_TRUE(made);
    using Kind = TransactionStatus::Kind;
    ASSERT_EQ(heard.size(), 3u);
    EXPECT_EQ(heard[0].kind, Kind::Ready);
    EXPECT_EQ(heard[1].kind, Kind::InBlock);
    EXPECT_EQ(heard[1].hash, made->hash);
    EXPECT_EQ(heard[2].kind, Kind::Finalized);
}

TEST(Submitting, finality_is_announced_as_many_blocks_later_as_asked) {
    auto options = manual_options();
    options.finality_lag = 2;
    const auto chain = memory_chain(options);
    std::vector<u32> final_blocks;
    chain->on_block([&](const NewBlock& block) {
        if (block.finalized) final_blocks.push_back(block.finalized->number.value);
    });
    std::vector<TransactionStatus> heard;
    const auto tell = [&](const TransactionStatus& s) { heard.push_back(s); };
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, bob.account, 5, 0), tell));
    const auto made = chain->make_block();
    ASSERT_TRUE(made);
    ASSERT_TRUE(chain->make_block());
    EXPECT_EQ(heard.size(), 2u);
    EXPECT_EQ(chain->finalized().number, 0u);
    ASSERT_TRUE(chain->make_block());
    ASSERT_EQ(heard.size(), 3u);
    EXPECT_EQ(heard[2].kind, TransactionStatus::Kind::Finalized);
    EXPECT_EQ(heard[2].hash, made->hash);
    EXPECT_EQ(chain->finalized().hash, made->hash);
    EXPECT_EQ(final_blocks, std::vector<u32>{1});
}

TEST(Submitting, a_mortal_transaction_runs_within_its_era) {
    const auto chain = memory_chain();
    for (int i = 0; i < 9; ++i) ASSERT_TRUE(chain->make_block());
    const auto era = Era::mortal(8, chain->best().number);
    ASSERT_FALSE(chain->submit(
        signed_call(*chain, alice, transfer_call(fred.account, 1'000), {.era = era})));
    ASSERT_TRUE(chain->make_block());
    EXPECT_EQ(free_rao(*chain, fred.account), 1'000u);
}

TEST(Submitting, a_call_that_became_impossible_leaves_the_pool) {
    const auto chain = memory_chain();
    // Everything goes; the fee of a second one cannot be paid then.
    const auto all = AnyCall::of(balances::transfer_all{fred.account, false});
    ASSERT_FALSE(chain->submit(signed_call(*chain, bob, all, {.nonce = 0})));
    ASSERT_FALSE(chain->submit(transfer(*chain, bob, fred.account, 5, 1)));
    ASSERT_TRUE(chain->make_block() && chain->make_block());
    EXPECT_EQ(chain->pool().size(), 0u);
    EXPECT_EQ(free_rao(*chain, bob.account), 0u);
}

std::unique_ptr<Chain> disk_chain(const TemporaryFolder& folder, const Options& options) {
    use_constants(options.spec);
    auto store = store::Store::open({.directory = folder.path()});
    ASSERT(store);
    auto chain = Chain::open(*std::move(store), options);
    return chain ? *std::move(chain) : nullptr;
}

TEST(Restart, continues_with_the_same_blocks_and_state) {
    const TemporaryFolder folder;
    Head last;
    {
        const auto chain = disk_chain(folder, manual_options());
        ASSERT_FALSE(chain->submit(transfer(*chain, alice, fred.account, 77'000, 0)));
        for (int i = 0; i < 5; ++i) last = *chain->make_block();
    }
    const auto chain = disk_chain(folder, manual_options());
    EXPECT_EQ(chain->best().hash, last.hash);
    EXPECT_EQ(free_rao(*chain, fred.account), 77'000u);
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, fred.account, 1'000, 1)));
    ASSERT_TRUE(chain->make_block());
    EXPECT_EQ(free_rao(*chain, fred.account), 78'000u);
    // What lies on disk is what memory would hold.
    const auto twin = memory_chain();
    ASSERT_FALSE(twin->submit(Bytes(extrinsics_of(*chain->store().block(1))[2])));
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(twin->make_block());
    EXPECT_EQ(twin->best().hash, last.hash);
}

TEST(Restart, refuses_the_folder_of_another_chain) {
    const TemporaryFolder folder;
    disk_chain(folder, manual_options());
    auto other = manual_options();
    other.spec.funded = fred.account;
    auto store = store::Store::open({.directory = folder.path()});
    ASSERT_TRUE(store);
    const auto refused = Chain::open(*std::move(store), other);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.message().find("another chain"), std::string::npos);
}

/// Waits up to 10 s for what another thread does.
template <class F>
bool eventually(F&& f) {
    for (int i = 0; i < 2000 && !f(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return f();
}

TEST(Engines, instant_makes_a_block_when_something_waits) {
    auto options = manual_options();
    options.engine = Engine::Instant;
    const auto chain = memory_chain(options);
    chain->start();
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, fred.account, 1'000, 0)));
    EXPECT_TRUE(eventually([&] { return chain->best().number == 1; }));
    EXPECT_EQ(free_rao(*chain, fred.account), 1'000u);
}

TEST(Engines, interval_makes_blocks_while_others_read_and_submit) {
    Options options;
    options.interval_ms = 5;
    const auto chain = memory_chain(options);
    std::atomic<u32> announced{0};
    chain->on_block([&](const NewBlock& block) { announced = block.head.number; });
    chain->start();
    u32 nonce = 0;
    EXPECT_TRUE(eventually([&] {
        EXPECT_FALSE(chain->submit(transfer(*chain, alice, fred.account, 1'000, nonce++)));
        const auto best = chain->best().number;
        for (u32 number = 0; number <= best; ++number)
            EXPECT_NE(account_at(*chain, number, bob.account).data.free.rao, 0u);
        return best >= 20;
    }));
    chain->stop();
    EXPECT_EQ(announced, chain->best().number);
    EXPECT_FALSE(chain->make_block()) << "a stopped chain makes no blocks";
}

}  // namespace
