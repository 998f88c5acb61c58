// The MEV shield in a chain: keys that change block by block, shells and what is inside them.
#include <gtest/gtest.h>

#include "chain/test_chain.hpp"
#include "crypto/encapsulation.hpp"
#include "pallets/shield/calls.hpp"
#include "pallets/shield/storage.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/timestamp/timestamp.hpp"
#include "store/test_chain.hpp"

namespace {

using namespace chain;
using store::TemporaryFolder;

const DevKey alice = dev_key("//Alice"), bob = dev_key("//Bob"), fred = dev_key("//Fred");
constexpr u8 cannot_be_parsed = 23, of_no_known_key = 24;

shield::EncryptedCall sealed_to(const Bytes& key, BytesView text) {
    crypto::EncapsulationKey enc;
    std::copy(key.begin(), key.end(), enc.begin());
    const auto shared = crypto::encapsulate(enc, crypto::Secret<32>(Hash{7})).value();
    constexpr crypto::XNonce nonce{1, 2, 3};
    const auto hash = shield::key_hash(key);
    Bytes wire(hash.begin(), hash.end());
    scale::encode(wire, u16(shared.wrapped.size()));
    wire.insert(wire.end(), shared.wrapped.begin(), shared.wrapped.end());
    wire.insert(wire.end(), nonce.begin(), nonce.end());
    const auto secret = crypto::xchacha_seal(shared.secret, nonce, text);
    wire.insert(wire.end(), secret.begin(), secret.end());
    return shield::EncryptedCall(wire.begin(), wire.end());
}

struct ShieldedChain : testing::Test {
    std::unique_ptr<Chain> chain;
    static constexpr u64 amount = 1'000'000;

    explicit ShieldedChain(Profile profile = Profile::fast) {
        auto options = manual_options();
        options.spec.profile = profile;
        chain = memory_chain(options);
        make(4);
    }
    void make(int blocks) {
        for (int i = 0; i < blocks; ++i) ASSERT_TRUE(chain->make_block());
    }
    std::optional<Bytes> stored(const OptionalValue<shield::ShieldEncKey>& item) const {
        const auto view = chain->store().view_at(chain->best().number);
        const auto key = item.get(State(*view));
        return key ? std::optional(Bytes(key->begin(), key->end())) : std::nullopt;
    }
    Bytes next_key() const { return stored(shield::storage.NextKey).value(); }
    /// A transfer of alice's to fred, as wallets put it inside: with the nonce after the shell's.
    Bytes inner(u32 nonce = 1) const {
        return signed_call(*chain, alice, transfer_call(fred.account, amount), {.nonce = nonce});
    }
    Bytes shell(const shield::EncryptedCall& ciphertext, u32 nonce = 0,
                const DevKey& who = alice) const {
        const auto era = Era::mortal(8, chain->best().number);
        return signed_call(*chain, who, AnyCall::of(shield::submit_encrypted{ciphertext}),
                           {.era = era, .nonce = nonce});
    }
    std::vector<Bytes> body() const {
        return extrinsics_of(*chain->store().block(chain->best().number));
    }
    void refused(const Bytes& raw, const ValidityError& why) {
        const auto answer = chain->submit(raw);
        ASSERT_TRUE(answer && std::holds_alternative<rejection::Refused>(*answer));
        const auto reason = std::get<rejection::Refused>(*answer).reason;
        EXPECT_EQ(reason, why) << int(reason.kind) << ' ' << int(reason.custom);
    }
    /// The shell is in the block and has paid; nothing of it came out.
    void only_the_shell_counts(const Bytes& raw) {
        ASSERT_FALSE(chain->submit(Bytes(raw)));
        make(2);
        EXPECT_EQ(body().back(), raw);
        EXPECT_EQ(body().size(), 3u);
        EXPECT_EQ(free_rao(*chain, fred.account), 0u);
        EXPECT_EQ(account_at(*chain, chain->best().number, alice.account).nonce, 1u);
        EXPECT_EQ(chain->pool().size(), 0u);
    }
};

TEST_F(ShieldedChain, every_block_announces_a_key_and_they_move_up) {
    std::vector<Bytes> seen;
    for (int i = 0; i < 6; ++i) {
        const auto next = next_key();
        EXPECT_EQ(std::count(seen.begin(), seen.end(), next), i / 3) << "each author has its own";
        seen.push_back(next);
        make(1);
        EXPECT_EQ(stored(shield::storage.PendingKey), next);
        const auto extrinsics = body();
        ASSERT_EQ(extrinsics.size(), 2u);
        const auto second = decode_extrinsic(extrinsics[1]);
        ASSERT_TRUE(second && second->call.as<shield::announce_next_key>());
        EXPECT_EQ(second->call.as<shield::announce_next_key>()->enc_key->size(), 1184u);
    }
    make(144);  // 36 s
    EXPECT_EQ(std::count(seen.begin(), seen.end(), next_key()), 0) << "others by now";
}

TEST_F(ShieldedChain, what_was_encrypted_follows_its_shell_in_the_block_of_its_key) {
    const auto inside = inner(), outside = shell(sealed_to(next_key(), inside));
    std::vector<TransactionStatus> heard;
    ASSERT_FALSE(chain->submit(Bytes(outside), [&](auto& s) { heard.push_back(s); }));
    make(1);
    EXPECT_EQ(body().size(), 2u) << "not for this block's author";
    EXPECT_EQ(chain->pool().size(), 1u);
    make(1);
    ASSERT_EQ(body().size(), 4u);
    EXPECT_EQ(body()[2], outside);
    EXPECT_EQ(body()[3], inside) << "byte for byte what the wallet signed";
    EXPECT_EQ(free_rao(*chain, fred.account), amount);
    EXPECT_EQ(account_at(*chain, chain->best().number, alice.account).nonce, 2u);
    EXPECT_EQ(chain->pool().size(), 0u);
    ASSERT_EQ(heard.size(), 3u);
    EXPECT_EQ(heard[1].hash, chain->best().hash);
}

TEST_F(ShieldedChain, neither_shell_nor_content_runs_twice) {
    const auto inside = inner(), outside = shell(sealed_to(next_key(), inside));
    ASSERT_FALSE(chain->submit(Bytes(outside)));
    make(2);
    EXPECT_TRUE(chain->submit(Bytes(outside)));
    EXPECT_TRUE(chain->submit(Bytes(inside)));
    ASSERT_FALSE(chain->submit(shell(sealed_to(next_key(), inside), 2))) << "a new shell for it";
    make(2);
    EXPECT_EQ(body().size(), 3u);
    EXPECT_EQ(free_rao(*chain, fred.account), amount);
}

TEST_F(ShieldedChain, another_account_may_pay_for_the_shell) {
    const auto inside = inner(0);
    ASSERT_FALSE(chain->submit(shell(sealed_to(next_key(), inside), 0, bob)));
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, fred.account, 5, 1)));  // waits for nonce 0
    make(2);
    EXPECT_EQ(free_rao(*chain, fred.account), amount);
    EXPECT_TRUE(chain->pool().has_ready()) << "the content made it ready";
    make(1);
    EXPECT_EQ(free_rao(*chain, fred.account), amount + 5);
    EXPECT_EQ(chain->pool().size(), 0u);
}

TEST_F(ShieldedChain, content_that_waits_openly_too_is_reported_once) {
    const auto inside = inner();
    std::vector<TransactionStatus> heard;
    ASSERT_FALSE(chain->submit(Bytes(inside), [&](auto& s) { heard.push_back(s); }));
    ASSERT_FALSE(chain->submit(shell(sealed_to(next_key(), inside))));
    make(2);
    EXPECT_EQ(free_rao(*chain, fred.account), amount);
    const auto extrinsics = body();
    EXPECT_EQ(std::count(extrinsics.begin(), extrinsics.end(), inside), 1);
    ASSERT_FALSE(heard.empty());
    EXPECT_EQ(heard.back().kind, TransactionStatus::Kind::Finalized);
}

TEST_F(ShieldedChain, content_that_cannot_run_is_left_out) {
    only_the_shell_counts(shell(sealed_to(next_key(), inner(0))));  // the shell uses nonce 0
}
TEST_F(ShieldedChain, content_from_the_future_is_left_out) {
    only_the_shell_counts(shell(sealed_to(next_key(), inner(2))));
}
TEST_F(ShieldedChain, content_with_a_forged_signature_is_left_out) {
    auto forged = inner();
    forged[50] ^= 1;
    only_the_shell_counts(shell(sealed_to(next_key(), forged)));
}
TEST_F(ShieldedChain, content_that_is_no_extrinsic_is_left_out) {
    only_the_shell_counts(shell(sealed_to(next_key(), Bytes{9, 9, 9})));
}
TEST_F(ShieldedChain, a_shell_with_nothing_inside_is_only_a_shell) {
    only_the_shell_counts(shell(sealed_to(next_key(), {})));
}
TEST_F(ShieldedChain, a_shell_that_was_tampered_with_stays_shut) {
    auto ciphertext = sealed_to(next_key(), inner());
    ciphertext.back() ^= 1;
    only_the_shell_counts(shell(ciphertext));
}
TEST_F(ShieldedChain, a_wrapped_secret_of_another_size_stays_shut) {
    auto ciphertext = sealed_to(next_key(), inner());
    ciphertext[16] = 4;
    ciphertext[17] = 0;
    only_the_shell_counts(shell(ciphertext));
}
TEST_F(ShieldedChain, an_authors_inherent_cannot_be_smuggled_in) {
    const shield::ShieldEncKey mine(1184, 5);
    only_the_shell_counts(
        shell(sealed_to(next_key(), bare_extrinsic(AnyCall::of(shield::announce_next_key{mine})))));
    EXPECT_NE(stored(shield::storage.NextKey), Bytes(mine.begin(), mine.end()));
}
TEST_F(ShieldedChain, the_time_cannot_be_smuggled_in) {
    only_the_shell_counts(
        shell(sealed_to(next_key(), bare_extrinsic(AnyCall::of(timestamp::set{{1}})))));
}

TEST_F(ShieldedChain, content_that_fails_pays_like_any_call) {
    const auto all = AnyCall::of(balances::transfer_keep_alive{fred.account, {{~u64{0}}}});
    const auto inside = signed_call(*chain, alice, all, {.nonce = 1});
    ASSERT_FALSE(chain->submit(shell(sealed_to(next_key(), inside))));
    make(2);
    EXPECT_EQ(body().back(), inside);
    EXPECT_EQ(account_at(*chain, chain->best().number, alice.account).nonce, 2u);
    EXPECT_EQ(free_rao(*chain, fred.account), 0u);
}

TEST_F(ShieldedChain, the_pool_refuses_shells_that_can_never_open) {
    refused(shell(shield::EncryptedCall(41, 1)), invalid_custom(cannot_be_parsed));
    auto ciphertext = sealed_to(next_key(), inner());
    ciphertext[0] ^= 1;
    refused(shell(ciphertext), invalid_custom(of_no_known_key));
    ciphertext[0] ^= 1;
    const auto immortal = AnyCall::of(shield::submit_encrypted{ciphertext});
    refused(signed_call(*chain, alice, immortal, {}), invalid(InvalidTransaction::Stale));
    refused(signed_call(*chain, alice, immortal, {.era = Era::mortal(16, 4)}),
            invalid(InvalidTransaction::Stale));
    EXPECT_EQ(chain->pool().size(), 0u);
}

TEST_F(ShieldedChain, a_ciphertext_over_8192_bytes_is_no_extrinsic) {
    auto raw = decode_extrinsic(shell(shield::EncryptedCall(8192, 1)));
    ASSERT_TRUE(raw);
    frame_system::remark carrier{Bytes(8193, 1)};
    raw->call = AnyCall::of(carrier);
    auto bytes = encode_extrinsic(*raw);
    // The same fields under submit_encrypted's indices: a list of 8193 bytes.
    const Bytes from{frame_system::remark::pallet, frame_system::remark::index};
    const auto at = std::search(bytes.begin(), bytes.begin() + 200, from.begin(), from.end());
    ASSERT_NE(at, bytes.begin() + 200);
    at[0] = shield::submit_encrypted::pallet;
    at[1] = shield::submit_encrypted::index;
    const auto answer = chain->submit(bytes);
    ASSERT_TRUE(answer);
    EXPECT_TRUE(std::holds_alternative<rejection::Malformed>(*answer));
}

struct ShieldAtTwelveSeconds : ShieldedChain {
    ShieldAtTwelveSeconds() : ShieldedChain(Profile::normal) {}
};

TEST_F(ShieldAtTwelveSeconds, every_block_has_a_key_of_its_own) {
    std::set<Bytes> seen;
    for (int i = 0; i < 12; ++i) {
        make(1);
        seen.insert(body()[1]);
    }
    EXPECT_EQ(seen.size(), 12u);
}

TEST_F(ShieldAtTwelveSeconds, a_shell_for_a_key_of_the_past_dies_with_its_era) {
    const auto key = next_key();
    make(1);  // the key is the next block's
    make(1);  // and was the last block's: still known, but nobody will open it again
    ASSERT_FALSE(chain->submit(shell(sealed_to(key, inner()))));
    ASSERT_FALSE(chain->submit(transfer(*chain, alice, fred.account, 9, 1)));
    make(8);
    EXPECT_EQ(chain->pool().size(), 0u);
    EXPECT_EQ(account_at(*chain, chain->best().number, alice.account).nonce, 0u);
    EXPECT_EQ(free_rao(*chain, fred.account), 0u);
}

TEST_F(ShieldedChain, a_shell_that_missed_its_block_waits_for_its_authors_next_turn) {
    const auto key = next_key();
    make(2);  // where blocks come fast, the author announces the same key again
    ASSERT_FALSE(chain->submit(shell(sealed_to(key, inner()))));
    make(3);
    EXPECT_EQ(free_rao(*chain, fred.account), amount);
}

TEST_F(ShieldedChain, others_do_not_wait_for_a_shell_that_waits) {
    ASSERT_FALSE(chain->submit(shell(sealed_to(next_key(), inner()))));
    ASSERT_FALSE(chain->submit(transfer(*chain, bob, fred.account, 7'000, 0)));
    make(1);
    EXPECT_EQ(free_rao(*chain, fred.account), 7'000u);
    make(1);
    EXPECT_EQ(free_rao(*chain, fred.account), 7'000u + amount);
}

TEST(ShieldRestart, the_chain_goes_on_and_new_keys_open) {
    const TemporaryFolder folder;
    const auto open = [&] {
        use_constants(manual_options().spec);
        auto store = store::Store::open({.directory = folder.path()});
        ASSERT(store);
        auto chain = Chain::open(*std::move(store), manual_options());
        ASSERT(chain);
        return *std::move(chain);
    };
    Bytes old_key;
    {
        const auto chain = open();
        for (int i = 0; i < 5; ++i) ASSERT_TRUE(chain->make_block());
        const auto view = chain->store().view_at(5);
        const auto key = shield::storage.NextKey.get(State(*view)).value();
        old_key.assign(key.begin(), key.end());
    }
    const auto chain = open();
    const auto submit = [&](const Bytes& key, u32 nonce) {
        const auto inside =
            signed_call(*chain, alice, transfer_call(fred.account, 1'000), {.nonce = nonce + 1});
        const auto call = AnyCall::of(shield::submit_encrypted{sealed_to(key, inside)});
        const auto era = Era::mortal(8, chain->best().number);
        EXPECT_FALSE(chain->submit(signed_call(*chain, alice, call, {.era = era, .nonce = nonce})));
    };
    submit(old_key, 0);
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(chain->make_block());
    EXPECT_EQ(account_at(*chain, 9, alice.account).nonce, 1u) << "the shell paid";
    EXPECT_EQ(free_rao(*chain, fred.account), 0u) << "the key to it went with the process";
    const auto view = chain->store().view_at(9);
    const auto key = shield::storage.NextKey.get(State(*view)).value();
    submit(Bytes(key.begin(), key.end()), 1);
    ASSERT_TRUE(chain->make_block() && chain->make_block());
    EXPECT_EQ(free_rao(*chain, fred.account), 1'000u);
}

TEST(ShieldKeys, only_those_that_the_state_names_are_kept) {
    MemoryView nothing;
    State state(nothing);
    ShieldKeys keys{{}};
    const auto one = keys.announce(alice.account, 1, 0), two = keys.announce(bob.account, 2, 0);
    EXPECT_NE(one, two) << "drawn by chance";
    EXPECT_EQ(keys.size(), 2u);
    shield::storage.PendingKey.set(state, shield::ShieldEncKey(two.begin(), two.end()));
    keys.forget_old(state);
    EXPECT_EQ(keys.size(), 1u);
    EXPECT_TRUE(keys.find(shield::key_hash(two)));
    EXPECT_FALSE(keys.find(shield::key_hash(one)));
    EXPECT_NE(keys.announce(alice.account, 3, 1), one) << "what is forgotten is not announced";
}

TEST(ShieldKeys, an_author_changes_its_key_after_36_seconds) {
    ShieldKeys keys{{}};
    const auto first = keys.announce(alice.account, 1, 1'000);
    EXPECT_EQ(keys.announce(alice.account, 4, 36'999), first);
    EXPECT_NE(keys.announce(alice.account, 5, 37'000), first);
}

TEST(ShieldKeys, a_seed_makes_them_foreseeable) {
    const auto key = [](u8 seed, u32 number) {
        return ShieldKeys(Hash{seed}).announce(alice.account, number, 0);
    };
    EXPECT_EQ(key(3, 9), key(3, 9));
    EXPECT_NE(key(3, 9), key(3, 8));
    EXPECT_NE(key(3, 9), key(4, 9));
}

}  // namespace
