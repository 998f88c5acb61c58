#include "scale/codec.hpp"

#include <gtest/gtest.h>

#include "base/hex.hpp"
#include "scale/fields_check.hpp"
#include "scale/type.hpp"

namespace {

enum class Colour : u8 { Red, Green };
ENUMERATORS(Colour, Red, Green)

struct Row {
    u16 uid = 0;
    std::vector<u32> values{};
    std::optional<bool> flag{};
    Colour colour = Colour::Red;
    FIELDS(uid, values, flag, colour)
    bool operator==(const Row&) const = default;
};
static_assert(scale::lists_all_members<Row>());

struct Forgets {
    u8 a;
    u16 b;
    FIELDS(a)
};
static_assert(!scale::lists_all_members<Forgets>());

template <class T>
std::string hex(const T& v) {
    return to_hex(scale::encoded(v));
}

}  // namespace

TEST(Codec, a_struct_is_its_fields_in_order) {
    Row row{7, {1, 2}, true, Colour::Green};
    EXPECT_EQ(hex(row),
              "07000801000000020000000101"
              "01");
    EXPECT_EQ(scale::decoded<Row>(scale::encoded(row)), row);
}

TEST(Codec, compacts_take_the_shortest_form_and_refuse_any_other) {
    for (u128 v : {u128(0), u128(63), u128(64), u128(16383), u128(16384), u128((1u << 30) - 1),
                   u128(1) << 30, ~u128(0), u128(1) << 64}) {
        Bytes out;
        scale::put_compact(out, v);
        scale::Reader in(out);
        EXPECT_EQ(scale::take_compact(in), v);
        EXPECT_TRUE(in.done());
    }
    Bytes long_form{0x01, 0x00};
    scale::Reader in(long_form);
    scale::take_compact(in);
    EXPECT_FALSE(in.ok());
}

TEST(Codec, a_length_beyond_the_input_fails_before_allocating) {
    Bytes huge{0xfe, 0xff, 0xff, 0xff};
    EXPECT_FALSE(scale::decoded<std::vector<u64>>(huge));
    EXPECT_FALSE(scale::decoded<std::string>(huge));
}

TEST(Codec, bool_and_enum_accept_only_their_values) {
    EXPECT_FALSE(scale::decoded<bool>(Bytes{2}));
    EXPECT_FALSE(scale::decoded<Colour>(Bytes{2}));
    EXPECT_FALSE(scale::decoded<std::vector<bool>>(Bytes{4, 2}));
}

TEST(Codec, a_bounded_vector_refuses_one_element_too_many) {
    using Two = scale::BoundedVec<u8, 2>;
    EXPECT_TRUE(scale::decoded<Two>(Bytes{8, 1, 2}));
    EXPECT_FALSE(scale::decoded<Two>(Bytes{12, 1, 2, 3}));
}

TEST(Codec, json_is_a_walk_over_the_type) {
    auto raw = scale::encoded(Row{7, {1, 2}, {}, Colour::Green});
    scale::Reader in(raw);
    EXPECT_EQ(scale::to_json(scale::type_of<Row>(), in),
              R"({"uid": 7, "values": [1, 2], "flag": "None", "colour": "Green"})");
}
