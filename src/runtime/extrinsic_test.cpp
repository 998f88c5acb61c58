// Extrinsics and eras on the wire.
#include "runtime/extrinsic.hpp"

#include <gtest/gtest.h>

#include "pallets/balances/calls.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/utility/calls.hpp"
#include "testing/env/signed.hpp"

namespace {

const Hash genesis{1}, birth{2};

AnyCall transfer(u64 rao) {
    return AnyCall::of(balances::transfer_keep_alive{dev_key("//Bob").account, {{rao}}});
}
Bytes signed_transfer() {
    return sign_extrinsic(dev_key("//Alice"), transfer(7), {Era::mortal(64, 42), 300, {5}}, genesis,
                          birth);
}

TEST(Extrinsic, reads_back_as_it_was_written) {
    auto raw = signed_transfer();
    auto xt = decode_extrinsic(raw);
    ASSERT_TRUE(xt && xt->signer);
    EXPECT_EQ(encode_extrinsic(*xt), raw);
    EXPECT_EQ(xt->signer->extra.nonce, 300u);
    EXPECT_EQ(xt->signer->extra.tip, TaoBalance{5});
    EXPECT_EQ(xt->signer->extra.era, (Era{64, 42}));
    EXPECT_TRUE(xt->call.as<balances::transfer_keep_alive>());
}

TEST(Extrinsic, a_bare_one_keeps_its_version) {
    for (u8 version : {4, 5}) {
        Extrinsic xt{{}, version, transfer(1)};
        auto raw = encode_extrinsic(xt);
        EXPECT_EQ(raw[1], version);
        auto back = decode_extrinsic(raw);
        ASSERT_TRUE(back);
        EXPECT_FALSE(back->signer);
        EXPECT_EQ(encode_extrinsic(*back), raw);
    }
}

TEST(Extrinsic, is_refused_when_a_byte_is_missing_or_added) {
    auto whole = signed_transfer();
    for (std::size_t n = 0; n < whole.size(); ++n)
        EXPECT_FALSE(decode_extrinsic(BytesView(whole).first(n))) << n;
    BytesView body = BytesView(whole).subspan(2);
    for (std::size_t n = 0; n < body.size(); ++n)
        EXPECT_FALSE(decode_extrinsic_body(body.first(n))) << n;
    whole.push_back(0);
    EXPECT_FALSE(decode_extrinsic(whole));
}

TEST(Extrinsic, of_an_unknown_format_is_refused) {
    auto raw = signed_transfer();
    for (int version = 0; version < 256; ++version) {
        if (version == 0x84) continue;
        raw[2] = u8(version);
        EXPECT_FALSE(decode_extrinsic(raw)) << version;
    }
}

TEST(Extrinsic, calls_nest_only_so_deep) {
    auto nested = [](int depth) {
        auto call = AnyCall::of(frame_system::remark{});
        for (int i = 0; i < depth; ++i) call = AnyCall::of(utility::batch{{call}});
        return bare_extrinsic(call);
    };
    EXPECT_TRUE(decode_extrinsic(nested(scale::max_nesting - 1)));
    EXPECT_FALSE(decode_extrinsic(nested(scale::max_nesting)));
}

TEST(Extrinsic, a_payload_over_256_bytes_is_signed_as_its_hash) {
    auto payload_of = [](std::size_t remark_bytes) {
        auto call = AnyCall::of(frame_system::remark{Bytes(remark_bytes)});
        return signing_payload(call, {}, genesis, birth, newest_spec_version).size();
    };
    // The call, 4 bytes of extra, two versions, two hashes and a mode are the rest.
    EXPECT_EQ(payload_of(175), 256u);
    EXPECT_EQ(payload_of(176), 32u);
}

TEST(Era, is_two_bytes_with_the_period_first) {
    // The examples of sp_runtime's era.rs.
    EXPECT_EQ(scale::encoded(Era{}), Bytes{0});
    EXPECT_EQ(scale::encoded(Era::mortal(64, 42)), (Bytes{5 + 42 % 16 * 16, 42 / 16}));
    EXPECT_EQ(scale::encoded(Era::mortal(32768, 20000)), (Bytes{14 + 2500 % 16 * 16, 2500 / 16}));
    for (u64 period = 4; period <= 65536; period *= 2)
        for (u64 now : {0, 1, 41, 4095, 70001}) {
            auto era = Era::mortal(period, now);
            EXPECT_EQ(scale::decoded<Era>(scale::encoded(era)), era) << period << ' ' << now;
        }
}

TEST(Era, begins_before_the_block_it_was_made_for_and_ends_a_period_later) {
    auto era = Era::mortal(64, 6);
    for (u64 now = 6; now < 70; ++now) {
        EXPECT_EQ(era.birth(now), 6u);
        EXPECT_EQ(era.death(now), 70u);
    }
    EXPECT_EQ(era.birth(5), 6u);  // not begun: its birth lies ahead
    EXPECT_EQ(era.birth(70), 70u);
    EXPECT_EQ(Era{}.birth(99), 0u);
    EXPECT_EQ(Era{}.death(99), ~u64{0});
}

TEST(Era, with_a_phase_beyond_its_period_is_refused) {
    for (int both = 0; both < 65536; ++both) {
        Bytes raw{u8(both), u8(both >> 8)};
        if (raw[0] == 0) continue;
        auto era = scale::decoded<Era>(raw);
        if (era) {
            EXPECT_EQ(scale::encoded(*era), raw);
        }
    }
    EXPECT_FALSE(scale::decoded<Era>(Bytes{0x51, 0x02}));  // period 4, phase 37
}

}  // namespace
