// Beacons, timelocked messages and encapsulated secrets; the real client's vectors run in the
// golden test.
#include "crypto/timelock.hpp"

#include <gtest/gtest.h>

#include "crypto/encapsulation.hpp"
#include "crypto/hash.hpp"

using namespace crypto;

namespace {

constexpr u64 round_number = 1000;

struct Locked {
    BeaconSecret secret{sha256(view("a beacon"))};
    BeaconKey key = beacon_public_key(secret).value();
    BeaconSignature signature = beacon_sign(secret, round_number).value();
    Bytes message{1, 2, 3, 4, 5};
    Bytes sealed =
        timelock_seal(key, round_number, message, {sha256(view("key")), sha256(view("sigma")), {7}})
            .value();

    std::optional<Bytes> open(BytesView from, const BeaconSignature& with) const {
        const auto ciphertext = read_timelock(from);
        return ciphertext ? timelock_open(*ciphertext, with) : std::nullopt;
    }
};

}  // namespace

TEST(beacon, a_pulse_holds_for_its_round_and_key_only) {
    const Locked l;
    EXPECT_EQ(beacon_verify(l.key, l.signature, round_number), true);
    EXPECT_EQ(beacon_verify(l.key, l.signature, round_number + 1), false);
    const auto other = beacon_public_key(BeaconSecret(sha256(view("another")))).value();
    EXPECT_EQ(beacon_verify(other, l.signature, round_number), false);
}

TEST(beacon, bytes_that_are_no_point_are_told_from_a_wrong_signature) {
    Locked l;
    EXPECT_EQ(beacon_verify(l.key, BytesView(l.signature).first(47), round_number), std::nullopt);
    EXPECT_EQ(beacon_verify(BytesView(l.key).first(95), l.signature, round_number), std::nullopt);
    auto broken = l.signature;
    broken[0] &= 0x7f;  // not marked as compressed
    EXPECT_EQ(beacon_verify(l.key, broken, round_number), std::nullopt);
    auto no_key = l.key;
    no_key[95] ^= 1;
    EXPECT_EQ(beacon_verify(no_key, l.signature, round_number), std::nullopt);
    EXPECT_FALSE(beacon_public_key(BeaconSecret()));
}

TEST(beacon, the_point_at_infinity_signs_nothing) {
    const Locked l;
    BeaconSignature infinity{0xc0};
    EXPECT_EQ(beacon_verify(l.key, infinity, round_number), false);
    EXPECT_FALSE(l.open(l.sealed, infinity));
}

TEST(beacon, a_signature_may_have_0x_before_it_and_more_bytes_behind) {
    const Locked l;
    Bytes text{'0', 'x'};
    text.insert(text.end(), l.signature.begin(), l.signature.end());
    text.push_back(9);
    EXPECT_EQ(beacon_signature_in(text), l.signature);
    EXPECT_FALSE(beacon_signature_in(BytesView(text).first(49)));
    EXPECT_FALSE(beacon_signature_in({}));
}

TEST(timelock, the_rounds_signature_opens_a_message) {
    const Locked l;
    EXPECT_EQ(l.sealed.size(), l.message.size() + 16 + 228);
    EXPECT_EQ(l.open(l.sealed, l.signature), l.message);
}

TEST(timelock, no_other_signature_does) {
    const Locked l;
    EXPECT_FALSE(l.open(l.sealed, beacon_sign(l.secret, round_number + 1).value()));
    const BeaconSecret other(sha256(view("another")));
    EXPECT_FALSE(l.open(l.sealed, beacon_sign(other, round_number).value()));
}

TEST(timelock, a_changed_or_short_ciphertext_does_not_open) {
    const Locked l;
    // A byte of u, v, w, the text, its tag and the nonce; lengths; the cipher's name does not
    // count.
    for (std::size_t at : {3u, 96u, 110u, 150u, 190u, 196u, 210u, 230u})
        for (u8 flip : {1, 0x80}) {
            auto changed = l.sealed;
            changed[at] ^= flip;
            EXPECT_FALSE(l.open(changed, l.signature)) << at;
        }
    for (std::size_t size = 0; size < l.sealed.size(); ++size)
        EXPECT_FALSE(l.open(BytesView(l.sealed).first(size), l.signature)) << size;
}

TEST(timelock, what_follows_a_ciphertext_is_left_over) {
    const Locked l;
    auto longer = l.sealed;
    longer.insert(longer.end(), {8, 9});
    BytesView in = longer;
    ASSERT_TRUE(read_timelock(in));
    EXPECT_EQ(Bytes(in.begin(), in.end()), (Bytes{8, 9}));
    EXPECT_EQ(l.open(longer, l.signature), l.message);
}

TEST(timelock, an_empty_message_can_be_locked) {
    const Locked l;
    const auto sealed = timelock_seal(l.key, round_number, {}, {{1}, {2}, {3}}).value();
    EXPECT_EQ(l.open(sealed, l.signature), Bytes{});
}

TEST(timelock, nothing_is_locked_to_a_key_that_is_no_point) {
    EXPECT_FALSE(timelock_seal(BeaconKey{1}, round_number, {}, {{1}, {2}, {3}}));
}

TEST(encapsulation, the_holder_of_the_key_gets_the_secret) {
    const auto pair = encapsulation_pair(Secret<64>());
    const auto shared = encapsulate(pair.public_key, Secret<32>()).value();
    EXPECT_EQ(decapsulate(pair.private_key, shared.wrapped), shared.secret);
    auto changed = shared.wrapped;
    changed[0] ^= 1;
    EXPECT_NE(decapsulate(pair.private_key, changed), shared.secret);
}

TEST(encapsulation, bytes_that_are_no_key_wrap_nothing) {
    auto key = encapsulation_pair(Secret<64>()).public_key;
    key[0] = key[1] = 0xff;  // a coefficient above the modulus
    EXPECT_FALSE(encapsulate(key, Secret<32>()));
}

TEST(encapsulation, sealed_text_opens_with_its_key_and_nonce_only) {
    Secret<32> key, other;
    other[0] = 1;
    const Bytes text{1, 2, 3};
    const auto sealed = xchacha_seal(key, {5}, text);
    EXPECT_EQ(xchacha_open(key, {5}, sealed), text);
    EXPECT_FALSE(xchacha_open(other, {5}, sealed));
    EXPECT_FALSE(xchacha_open(key, {6}, sealed));
    EXPECT_FALSE(xchacha_open(key, {5}, BytesView(sealed).first(15)));
}
