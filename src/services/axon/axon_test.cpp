// The axon and the dendrite against each other, over loopback, with good and bad callers.
#include <gtest/gtest.h>

#include "crypto/secret_uri.hpp"
#include "services/axon/dendrite.hpp"
#include "services/axon/json_error.hpp"
#include "services/axon/server.hpp"

namespace {

using namespace axon;

Identity dev(const char* uri) { return identity_of(*crypto::sr25519_from_uri(uri)); }

SynapseClass echo_class() {
    return {"Echo",
            {{"text", FieldType::string},
             {"times", FieldType::integer, Json(1)},
             {"out", FieldType::string, Json(), true}},
            {"text", "times"}};
}
SynapseClass count_class() { return {"Count", {{"to", FieldType::integer}}, {"to"}, true}; }

/// An axon of //Bob on a free port.
struct Loopback {
    explicit Loopback(const Rules& rules = {}) : axon(dev("//Bob"), rules) {
        axon.attach({.kind = echo_class(), .forward = [](Synapse& s) -> Outcome<> {
                         if (s.fields["text"] == "fail") return Failure{"asked to fail"};
                         if (s.fields["text"] == "teapot") {
                             s.axon.status_code = 418;
                             s.axon.status_message = "I am a teapot";
                         }
                         s.fields["out"] = s.fields["text"];
                         return {};
                     }});
        axon.attach(
            {.kind = count_class(), .stream = [](Synapse& s, const Emit& emit) -> Outcome<> {
                 const i64 to = s.fields["to"].get<i64>();
                 if (to < 0) return Failure{"negative"};
                 for (i64 i = 1; i <= to; ++i) emit(std::to_string(i) + " ");
                 if (to == 13) return Failure{"unlucky"};
                 return {};
             }});
        auto listening = http::Server::listen(
            "127.0.0.1", 0, {},
            [this](const auto& request, auto& out) { axon.handle(request, out); });
        EXPECT_TRUE(listening);
        server = *std::move(listening);
    }
    Target target() const { return {"127.0.0.1", server->port(), dev("//Bob").ss58}; }

    Axon axon;
    std::unique_ptr<http::Server> server;
};

TEST(Axon, a_unary_call_comes_back_filled_in) {
    Loopback bob;
    Dendrite alice(dev("//Alice"));
    const auto answer = alice.call(echo_class(), {{"text", "Zürich ☃"}}, bob.target(), 5);
    ASSERT_TRUE(answer.ok()) << answer.error();
    EXPECT_EQ(answer.synapse.fields["out"], "Zürich ☃");
    EXPECT_EQ(answer.synapse.fields["times"], 1);
    EXPECT_GE(answer.synapse.axon.process_time_s.value(), 0);
}

TEST(Axon, the_ping_is_always_there) {
    Loopback bob;
    Dendrite alice(dev("//Alice"));
    EXPECT_TRUE(alice.call({}, Json::object(), bob.target(), 5).ok());
}

TEST(Axon, a_stream_comes_in_pieces_with_the_head_first) {
    Loopback bob;
    Dendrite alice(dev("//Alice"));
    std::string seen;
    const auto answer =
        alice.call(count_class(), {{"to", 5}}, bob.target(), 5, [&](std::string_view piece) {
            seen += piece;
            return true;
        });
    ASSERT_TRUE(answer.ok()) << answer.error();
    EXPECT_EQ(seen, "1 2 3 4 5 ");
    EXPECT_EQ(answer.streamed, seen);
}

TEST(Axon, a_stream_that_fails_midway_is_not_taken_for_a_whole_one) {
    Loopback bob;
    Dendrite alice(dev("//Alice"));
    EXPECT_FALSE(alice.call(count_class(), {{"to", 13}}, bob.target(), 5).ok());
    EXPECT_EQ(alice.call(count_class(), {{"to", -1}}, bob.target(), 5).synapse.dendrite.status_code,
              500);
}

TEST(Axon, what_the_forward_function_says_reaches_the_caller) {
    Loopback bob;
    Dendrite alice(dev("//Alice"));
    EXPECT_EQ(
        alice.call(echo_class(), {{"text", "fail"}}, bob.target(), 5).synapse.dendrite.status_code,
        500);
    const auto teapot = alice.call(echo_class(), {{"text", "teapot"}}, bob.target(), 5);
    EXPECT_EQ(teapot.synapse.dendrite.status_code, 418);
    EXPECT_EQ(teapot.error(), "I am a teapot");
}

TEST(Axon, a_call_for_another_axon_is_refused) {
    Loopback bob;
    Dendrite alice(dev("//Alice"));
    Target wrong = bob.target();
    wrong.hotkey = dev("//Charlie").ss58;
    const auto answer = alice.call(echo_class(), {{"text", "x"}}, wrong, 5);
    EXPECT_EQ(answer.synapse.dendrite.status_code, 401);
    EXPECT_NE(answer.error().find("Signature mismatch"), std::string::npos);
}

TEST(Axon, an_unknown_synapse_lists_what_there_is) {
    Loopback bob;
    Dendrite alice(dev("//Alice"));
    const auto answer = alice.call({.name = "Nope"}, Json::object(), bob.target(), 5);
    EXPECT_EQ(answer.error(),
              "Synapse name 'Nope' not found. Available synapses ['Synapse', 'Echo', 'Count']");
}

/// A signed request as the server sees it in its headers.
Synapse signed_request(Dendrite& dendrite, const Identity& axon) {
    Synapse synapse;
    synapse.fields = {{"text", "x"}, {"times", 1}, {"out", nullptr}};
    const auto request = dendrite.request(echo_class(), synapse, {"127.0.0.1", 1, axon.ss58});
    return *from_headers(echo_class(), request.headers);
}

TEST(Verifier, a_nonce_counts_once_and_must_be_fresh) {
    i64 now = 1'000 * second_ns;
    const auto bob = dev("//Bob");
    Dendrite alice(dev("//Alice"), "127.0.0.1", [&] { return now; });
    Verifier verifier;
    const auto request = signed_request(alice, bob);
    EXPECT_EQ(verifier.check(request, bob.ss58, now), std::nullopt);
    EXPECT_EQ(verifier.check(request, bob.ss58, now),
              "Nonce is too old, a newer one was last processed");
    Verifier fresh;
    EXPECT_EQ(
        fresh.check(request, bob.ss58, now + 20 * second_ns),
        "Nonce is too old: acceptable delta is 16.00 seconds but request was 20.00 seconds old");
}

TEST(Verifier, our_rules_refuse_what_the_sdk_lets_pass) {
    i64 now = 1'000 * second_ns;
    const auto bob = dev("//Bob");
    Dendrite early(dev("//Alice"), "127.0.0.1", [&] { return now + 3'600 * second_ns; });
    const auto future = signed_request(early, bob);
    EXPECT_EQ(Verifier().check(future, bob.ss58, now), "Nonce is too far in the future");
    EXPECT_EQ(Verifier(Rules::sdk_10_2()).check(future, bob.ss58, now), std::nullopt);
    Dendrite alice(dev("//Alice"), "127.0.0.1", [&] { return now; });
    auto unsigned_one = signed_request(alice, bob);
    unsigned_one.dendrite.signature.reset();
    EXPECT_EQ(Verifier().check(unsigned_one, bob.ss58, now), "Missing Signature");
    EXPECT_EQ(Verifier(Rules::sdk_10_2()).check(unsigned_one, bob.ss58, now), std::nullopt);
}

TEST(Verifier, a_bad_signature_does_not_use_up_the_nonce) {
    i64 now = 1'000 * second_ns;
    const auto bob = dev("//Bob");
    Dendrite alice(dev("//Alice"), "127.0.0.1", [&] { return now; });
    Verifier verifier;
    const auto good = signed_request(alice, bob);
    auto forged = good;
    forged.computed_body_hash = std::string(body_hash_of_nothing);
    EXPECT_TRUE(verifier.check(forged, bob.ss58, now).has_value());
    EXPECT_EQ(verifier.check(good, bob.ss58, now), std::nullopt);
}

TEST(Verifier, the_memory_for_callers_is_bounded) {
    i64 now = 10'000 * second_ns;
    Rules rules;
    rules.max_callers = 2;
    const auto bob = dev("//Bob");
    Verifier verifier(rules);
    const auto call = [&] {
        Dendrite fresh(dev("//Alice"), "127.0.0.1", [&] { return now; });  // a new uuid each time
        return verifier.check(signed_request(fresh, bob), bob.ss58, now);
    };
    EXPECT_EQ(call(), std::nullopt);
    EXPECT_EQ(call(), std::nullopt);
    EXPECT_EQ(call(), "Too many callers");
    now += 700 * second_ns;  // a replay of the first two is too old by now
    EXPECT_EQ(call(), std::nullopt);
}

TEST(Synapse, values_are_brought_to_the_type_of_their_field) {
    const Field number{"n", FieldType::integer};
    EXPECT_EQ(*coerce(number, Json("12")), 12);
    EXPECT_EQ(*coerce(number, Json(3.0)), 3);
    EXPECT_FALSE(coerce(number, Json(3.5)));
    EXPECT_FALSE(coerce(number, Json("abc")));
    EXPECT_FALSE(coerce(number, Json()));
    EXPECT_EQ(python_str(*coerce({"f", FieldType::number}, Json(5))), "5.0");
    EXPECT_FALSE(coerce({"s", FieldType::string}, Json(5)));
}

TEST(Json, is_written_as_python_writes_it) {
    const auto value =
        *parse_json(R"({"a":[1,2.0,"\u00fc\ud83d\ude00"],"b":123456789012345678901234567890})");
    EXPECT_EQ(dump_spaced(value),
              R"({"a": [1, 2.0, "\u00fc\ud83d\ude00"], "b": 123456789012345678901234567890})");
    EXPECT_EQ(dump_compact(value), R"({"a":[1,2.0,"ü😀"],"b":123456789012345678901234567890})");
}

TEST(Json, deep_nesting_is_refused) {
    EXPECT_TRUE(parse_json(std::string(60, '[') + std::string(60, ']')));
    EXPECT_FALSE(parse_json(std::string(100'000, '[')));
}

TEST(Json, errors_are_in_pythons_words) {
    const auto explain = [](const char* text) { return explain_json_error(text, {}).message; };
    EXPECT_EQ(explain("{not"), "Expecting property name enclosed in double quotes");
    EXPECT_EQ(explain(""), "Expecting value");
    EXPECT_EQ(explain("{\"a\" 1}"), "Expecting ':' delimiter");
    EXPECT_EQ(explain("[1 2]"), "Expecting ',' delimiter");
    EXPECT_EQ(explain("1 2"), "Extra data");
    EXPECT_EQ(explain("\"abc"), "Unterminated string starting at");
}

TEST(Base64, goes_there_and_back) {
    for (const char* text : {"", "a", "ab", "abc", "\"\""})
        EXPECT_EQ(from_base64(base64(text)), text);
    EXPECT_FALSE(from_base64("a"));
    EXPECT_FALSE(from_base64("!!!!"));
}

}  // namespace
