// What ShieldApi answers, and what comes out of a shell.
#include "runtime/shielded.hpp"

#include <gtest/gtest.h>

#include "crypto/hash.hpp"
#include "frame/pallet.hpp"
#include "pallets/shield/calls.hpp"
#include "pallets/shield/storage.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/storage.hpp"
#include "testing/env/signed.hpp"

namespace {

using shield::ShieldedTransaction;

const DevKey alice = dev_key("//Alice");
const Hash genesis{7};

struct ShieldApi : testing::Test {
    MemoryView nothing;
    State state{nothing};
    crypto::EncapsulationPair pair = crypto::encapsulation_pair(crypto::Secret<64>());
    Bytes inside = sign_extrinsic(alice, AnyCall::of(frame_system::remark{Bytes{1, 2}}),
                                  {.nonce = 1}, genesis, genesis);

    ShieldApi() {
        frame_system::storage.BlockHash.set(state, 0, {genesis});
        frame_system::storage.Number.set(state, 1);
    }
    Bytes ask(std::string_view method, const Bytes& arguments) {
        const auto answer = find_api(method)->call(state, arguments);
        EXPECT_TRUE(answer) << method;
        return answer.value_or(Bytes());
    }
    ShieldedTransaction sealed(BytesView text) const {
        const auto shared = crypto::encapsulate(pair.public_key, crypto::Secret<32>()).value();
        ShieldedTransaction tx;
        tx.key_hash = shield::key_hash(pair.public_key);
        tx.kem_ct.assign(shared.wrapped.begin(), shared.wrapped.end());
        tx.aead_ct = crypto::xchacha_seal(shared.secret, tx.nonce, text);
        return tx;
    }
    Bytes shell(const ShieldedTransaction& tx) const {
        Bytes wire(tx.key_hash.begin(), tx.key_hash.end());
        scale::encode(wire, u16(tx.kem_ct.size()));
        wire.insert(wire.end(), tx.kem_ct.begin(), tx.kem_ct.end());
        wire.insert(wire.end(), tx.nonce.begin(), tx.nonce.end());
        wire.insert(wire.end(), tx.aead_ct.begin(), tx.aead_ct.end());
        shield::submit_encrypted call{shield::EncryptedCall(wire.begin(), wire.end())};
        return sign_extrinsic(alice, AnyCall::of(call), {}, genesis, genesis);
    }
    Bytes unshield(BytesView key, const ShieldedTransaction& tx) {
        Bytes arguments;
        scale::encode(arguments, Bytes(key.begin(), key.end()));
        scale::encode(arguments, tx);
        return ask("ShieldApi_try_unshield_tx", arguments);
    }
    Bytes found(const Bytes& extrinsic) {
        Bytes some{1};
        some.insert(some.end(), extrinsic.begin(), extrinsic.end());
        return some;
    }
    const Bytes none{0};
};

TEST_F(ShieldApi, takes_a_shell_apart) {
    const auto tx = sealed(inside);
    const auto answer = ask("ShieldApi_try_decode_shielded_tx", shell(tx));
    const auto decoded = scale::decoded<std::optional<ShieldedTransaction>>(answer);
    ASSERT_TRUE(decoded && *decoded);
    EXPECT_EQ((*decoded)->key_hash, tx.key_hash);
    EXPECT_EQ((*decoded)->kem_ct, tx.kem_ct);
    EXPECT_EQ((*decoded)->aead_ct, tx.aead_ct);
}

TEST_F(ShieldApi, finds_no_shell_in_other_or_forged_extrinsics) {
    EXPECT_EQ(ask("ShieldApi_try_decode_shielded_tx", inside), none);
    auto forged = shell(sealed(inside));
    forged[50] ^= 1;  // of the signature
    EXPECT_EQ(ask("ShieldApi_try_decode_shielded_tx", forged), none);
    auto call = AnyCall::of(shield::submit_encrypted{shield::EncryptedCall(10, 1)});
    EXPECT_EQ(
        ask("ShieldApi_try_decode_shielded_tx", sign_extrinsic(alice, call, {}, genesis, genesis)),
        none);
    EXPECT_EQ(ask("ShieldApi_try_decode_shielded_tx", bare_extrinsic(call)), none);
    EXPECT_FALSE(find_api("ShieldApi_try_decode_shielded_tx")->call(state, Bytes{1, 2}));
}

TEST_F(ShieldApi, the_current_key_is_that_of_the_next_block) {
    const auto hash = scale::encoded(shield::key_hash(pair.public_key));
    EXPECT_EQ(ask("ShieldApi_is_shielded_using_current_key", hash), Bytes{0});
    shield::storage.PendingKey.set(
        state, shield::ShieldEncKey(pair.public_key.begin(), pair.public_key.end()));
    EXPECT_EQ(ask("ShieldApi_is_shielded_using_current_key", hash), Bytes{1});
}

TEST_F(ShieldApi, the_pool_alone_minds_an_unknown_key) {
    const auto raw = shell(sealed(inside));
    EXPECT_EQ(refuse_unknown_key(state, raw), invalid_custom(24));
    EXPECT_EQ(refuse_unknown_key(state, inside), std::nullopt);
    EXPECT_EQ(refuse_unknown_key(state, Bytes{1}), std::nullopt);
    for (const auto* item :
         {&shield::storage.CurrentKey, &shield::storage.PendingKey, &shield::storage.NextKey}) {
        item->set(state, shield::ShieldEncKey(pair.public_key.begin(), pair.public_key.end()));
        EXPECT_EQ(refuse_unknown_key(state, raw), std::nullopt);
        item->erase(state);
    }
}

TEST_F(ShieldApi, opens_with_the_key_that_is_given) {
    EXPECT_EQ(unshield(pair.private_key, sealed(inside)), found(inside));
    EXPECT_EQ(unshield(Bytes(2400, 1), sealed(inside)), none);
    EXPECT_EQ(unshield(Bytes(2399, 1), sealed(inside)), none) << "no key has this size";
    auto cut = sealed(inside);
    cut.kem_ct.pop_back();
    EXPECT_EQ(unshield(pair.private_key, cut), none);
    auto changed = sealed(inside);
    changed.nonce[0] ^= 1;
    EXPECT_EQ(unshield(pair.private_key, changed), none);
}

TEST_F(ShieldApi, what_comes_out_is_one_extrinsic) {
    EXPECT_EQ(unshield(pair.private_key, sealed({})), none);
    EXPECT_EQ(unshield(pair.private_key, sealed(Bytes{4, 255})), none);
    auto longer = inside;
    longer.push_back(9);
    EXPECT_EQ(unshield(pair.private_key, sealed(longer)), found(inside))
        << "as the original, which reads one and looks no further";
    EXPECT_EQ(unshield(pair.private_key, sealed(BytesView(inside).first(inside.size() - 1))), none);
}

}  // namespace
