// The shield: keys that move up block by block, the queue, and what opens.
#include "pallets/shield/calls.hpp"
#include "pallets/shield/errors.hpp"
#include "pallets/shield/events.hpp"
#include "pallets/shield/pallet.hpp"
#include "pallets/shield/shielded.hpp"
#include "pallets/shield/storage.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/storage.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace shield {
namespace {

static_assert(scale::lists_all_members<announce_next_key>());
static_assert(scale::lists_all_members<PendingExtrinsic>());
static_assert(scale::lists_all_members<ShieldedTransaction>());

struct Shield : testing::Test {
    Env env;
    const AccountId alice = env.account("alice", 10'000);

    void authors(std::initializer_list<u8> all) {
        scale::BoundedVec<aura::Public, aura::max_authorities> list;
        for (u8 a : all) list.push_back({{a}});
        aura::storage.Authorities.set(env.state, list);
        at_slot(0);
    }
    void at_slot(u64 slot) {
        frame_system::storage.Digest.set(env.state, {{aura::slot_digest(slot)}});
    }
    void announce(u64 slot, std::optional<u8> key) {
        at_slot(slot);
        announce_next_key call;
        if (key) call.enc_key = ShieldEncKey(enc_key_bytes, *key);
        env(Origin{}, call);
        ++env.cx.block;
    }
    std::optional<u8> key(const OptionalValue<ShieldEncKey>& item) const {
        const auto k = item.get(env.state);
        return k ? std::optional(k->front()) : std::nullopt;
    }
};

TEST_F(Shield, a_key_moves_from_next_to_pending_to_current) {
    authors({1});
    announce(0, 10);
    EXPECT_EQ(key(storage.NextKey), std::nullopt);
    announce(1, 11);
    EXPECT_EQ(key(storage.NextKey), 10);
    EXPECT_EQ(storage.NextKeyExpiresAt.get(env.state), env.cx.block - 1 + 3);
    announce(2, 12);
    EXPECT_EQ(key(storage.NextKey), 11);
    EXPECT_EQ(key(storage.PendingKey), 10);
    EXPECT_EQ(storage.PendingKeyExpiresAt.get(env.state), env.cx.block - 1 + 2);
    announce(3, 13);
    EXPECT_EQ(key(storage.CurrentKey), 10);
    EXPECT_TRUE(is_shielded_using_current_key(env.state, key_hash(Bytes(enc_key_bytes, 11))));
    EXPECT_FALSE(is_shielded_using_current_key(env.state, key_hash(Bytes(enc_key_bytes, 12))));
    EXPECT_TRUE(is_for_known_key(env.state, key_hash(Bytes(enc_key_bytes, 12))));
    EXPECT_FALSE(is_for_known_key(env.state, key_hash(Bytes(enc_key_bytes, 9))));
}

TEST_F(Shield, the_next_key_is_that_of_the_author_after_the_next) {
    authors({1, 2, 3});
    announce(0, 10);
    announce(1, 20);
    announce(2, 30);
    EXPECT_EQ(key(storage.NextKey), 20);  // slot 4 is the second author's
    announce(3, 11);
    EXPECT_EQ(key(storage.NextKey), 30);
    announce(4, std::nullopt);  // has no key: is left out from now on
    EXPECT_EQ(key(storage.NextKey), 11);
    announce(5, 31);
    EXPECT_EQ(key(storage.NextKey), std::nullopt);
    EXPECT_FALSE(storage.NextKeyExpiresAt.has(env.state));
}

TEST_F(Shield, only_authors_announce_keys_and_only_of_the_right_size) {
    env(Origin{}, announce_next_key{}, fails(Error::Unreachable));
    authors({1});
    env(alice, announce_next_key{}, fails(DispatchError::Kind::BadOrigin));
    env(Origin{}, announce_next_key{ShieldEncKey(1183, 1)}, fails(Error::BadEncKeyLen));
}

TEST_F(Shield, a_submitted_transaction_is_named_by_its_hash) {
    const submit_encrypted call{EncryptedCall(100, 5)};
    const auto from = env.cx.events.size();
    env(alice, call);
    EXPECT_EQ(env.cx.events.size(), from + 1);
    env(Origin{}, call, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Shield, stored_calls_are_dropped_as_the_runtime_has_no_key_for_them) {
    env(alice, store_encrypted{EncryptedCall(3, 5)}, emits(ExtrinsicStored{0, alice}));
    env(Origin{}, store_encrypted{}, fails(DispatchError::Kind::BadOrigin));
    const auto from = env.cx.events.size();
    env.run_to(env.cx.block + 1);
    bool told = false;
    for (auto i = from; i < env.cx.events.size(); ++i)
        told |= env.cx.events[i].pallet == pallet_index &&
                env.cx.events[i].index == ExtrinsicDecodeFailed::index;
    EXPECT_TRUE(told);
    EXPECT_EQ(storage.CounterForPendingExtrinsics.get(env.state), 0u);
    EXPECT_EQ(storage.NextPendingExtrinsicIndex.get(env.state), 1u);
}

TEST_F(Shield, stored_calls_expire) {
    env(alice, store_encrypted{EncryptedCall(3, 5)});
    auto old = *storage.PendingExtrinsics.get(env.state, 0);
    env.cx.block = 20;
    old.submitted_at = 9;
    storage.PendingExtrinsics.set(env.state, 0, old);
    const auto from = env.cx.events.size();
    env.run_to(21);
    ASSERT_GT(env.cx.events.size(), from);
    bool told = false;
    for (auto i = from; i < env.cx.events.size(); ++i)
        told |= env.cx.events[i].pallet == pallet_index &&
                env.cx.events[i].index == ExtrinsicExpired::index;
    EXPECT_TRUE(told);
}

/// As the mock runtime of the reference's tests: what is stored is the plain call.
struct OpenQueue : Shield {
    OpenQueue() {
        use_decryptor([](BytesView raw) {
            scale::Reader in(raw);
            AnyCall inside;
            scale::decode(in, inside);
            return in.done() ? std::optional(inside) : std::nullopt;
        });
    }
    ~OpenQueue() override { use_decryptor(nullptr); }
    template <class C>
    void store(const C& inside) {
        const auto raw = scale::encoded(AnyCall::of(inside));
        env(alice, store_encrypted{EncryptedCall(raw.begin(), raw.end())});
    }
    std::vector<u8> told() {
        std::vector<u8> out;
        const auto from = env.cx.events.size();
        env.run_to(env.cx.block + 1);
        for (auto i = from; i < env.cx.events.size(); ++i)
            if (env.cx.events[i].pallet == pallet_index) out.push_back(env.cx.events[i].index);
        return out;
    }
    const frame_system::remark_with_event call{Bytes{1, 2, 3}};
};

TEST_F(OpenQueue, calls_run_in_the_next_block_for_those_who_stored_them) {
    store(call);
    store(frame_system::set_storage{});  // root's
    EXPECT_EQ(told(),
              (std::vector<u8>{ExtrinsicDispatched::index, ExtrinsicDispatchFailed::index}));
    EXPECT_EQ(storage.CounterForPendingExtrinsics.get(env.state), 0u);
    EXPECT_TRUE(told().empty());
}

TEST_F(OpenQueue, a_call_over_the_limit_of_one_is_dropped) {
    store(call);
    env(Origin::root(), set_max_extrinsic_weight{1});
    EXPECT_EQ(told(), std::vector<u8>{ExtrinsicWeightExceeded::index});
    EXPECT_EQ(storage.CounterForPendingExtrinsics.get(env.state), 0u);
}

TEST_F(OpenQueue, a_call_without_room_in_the_block_waits_with_those_after_it) {
    store(call);
    store(call);
    env(Origin::root(), set_on_initialize_weight{1});
    EXPECT_EQ(told(), std::vector<u8>{ExtrinsicPostponed::index});
    EXPECT_EQ(storage.CounterForPendingExtrinsics.get(env.state), 2u);
    storage.OnInitializeWeight.erase(env.state);
    EXPECT_EQ(told(), (std::vector<u8>(2, ExtrinsicDispatched::index)));
}

TEST_F(OpenQueue, garbage_between_calls_is_dropped_alone) {
    store(call);
    env(alice, store_encrypted{EncryptedCall(3, 255)});
    store(call);
    EXPECT_EQ(told(), (std::vector<u8>{ExtrinsicDispatched::index, ExtrinsicDecodeFailed::index,
                                       ExtrinsicDispatched::index}));
}

TEST_F(Shield, the_queue_has_a_limit_that_root_sets) {
    env(Origin::root(), set_max_pending_extrinsics_number{1},
        emits(MaxPendingExtrinsicsNumberSet{1}));
    env(alice, store_encrypted{EncryptedCall(3, 5)});
    env(alice, store_encrypted{EncryptedCall(3, 5)}, fails(Error::TooManyPendingExtrinsics));
}

TEST_F(Shield, root_sets_the_limits_up_to_half_a_block) {
    constexpr u64 most = 2'000'000'000'000;
    env(Origin::root(), set_on_initialize_weight{most}, emits(OnInitializeWeightSet{most}));
    env(Origin::root(), set_max_extrinsic_weight{most}, emits(MaxExtrinsicWeightSet{most}));
    env(Origin::root(), set_stored_extrinsic_lifetime{5}, emits(ExtrinsicLifetimeSet{5}));
    env(Origin::root(), set_on_initialize_weight{most + 1}, fails(Error::WeightExceedsAbsoluteMax));
    env(Origin::root(), set_max_extrinsic_weight{most + 1}, fails(Error::WeightExceedsAbsoluteMax));
    env(alice, set_on_initialize_weight{1}, fails(DispatchError::Kind::BadOrigin));
    env(alice, set_max_extrinsic_weight{1}, fails(DispatchError::Kind::BadOrigin));
    env(alice, set_stored_extrinsic_lifetime{1}, fails(DispatchError::Kind::BadOrigin));
    env(alice, set_max_pending_extrinsics_number{1}, fails(DispatchError::Kind::BadOrigin));
}

TEST(ShieldedTransactions, are_taken_apart_or_refused_when_cut_short) {
    Bytes wire(16, 1);
    wire.insert(wire.end(), {2, 0, 8, 9});
    wire.insert(wire.end(), 24, 3);
    const auto empty = parse(wire);
    ASSERT_TRUE(empty);
    EXPECT_TRUE(empty->aead_ct.empty());
    EXPECT_EQ(empty->kem_ct, (Bytes{8, 9}));
    EXPECT_FALSE(parse(BytesView(wire).first(wire.size() - 1)));
    EXPECT_FALSE(unshield({}, *empty));  // not the size of ML-KEM-768
}

TEST(ShieldedTransactions, open_with_the_key_they_were_made_for) {
    const auto pair = crypto::encapsulation_pair(crypto::Secret<64>());
    const auto shared = crypto::encapsulate(pair.public_key, crypto::Secret<32>()).value();
    ShieldedTransaction tx;
    tx.kem_ct.assign(shared.wrapped.begin(), shared.wrapped.end());
    tx.aead_ct = crypto::xchacha_seal(shared.secret, tx.nonce, Bytes{1, 2, 3});
    EXPECT_EQ(unshield(pair.private_key, tx), (Bytes{1, 2, 3}));
    crypto::Secret<64> other;
    other[0] = 1;
    EXPECT_FALSE(unshield(crypto::encapsulation_pair(other).private_key, tx));
}

}  // namespace
}  // namespace shield
