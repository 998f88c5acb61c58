// The RPC client against a node made of a few lines, good and bad.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <functional>
#include <thread>

#include "base/hex.hpp"
#include "client/chain.hpp"
#include "crypto/hash.hpp"
#include "crypto/secret_uri.hpp"
#include "crypto/ss58.hpp"

namespace {

using namespace client;
namespace ws = boost::beast::websocket;

/// Answers each message with the texts that `answer` gives; an empty list ends the connection.
class FakeNode {
public:
    using Answer = std::function<std::vector<std::string>(const Json&)>;

    explicit FakeNode(Answer answer, u16 port = 0)
        : answer_(std::move(answer)), acceptor_(context_) {
        const boost::asio::ip::tcp::endpoint endpoint(boost::asio::ip::make_address("127.0.0.1"),
                                                      port);
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(boost::asio::ip::tcp::acceptor::reuse_address(true));
        acceptor_.bind(endpoint);
        acceptor_.listen();
        acceptor_.non_blocking(true);
        thread_ = std::thread([this] { run(); });
    }
    ~FakeNode() {
        stop_ = true;
        ::shutdown(connected_, SHUT_RDWR);
        thread_.join();
    }
    std::string url() { return "ws://127.0.0.1:" + std::to_string(port()); }
    u16 port() { return acceptor_.local_endpoint().port(); }

private:
    void run() {
        while (!stop_) {
            if (!wait_for(acceptor_.native_handle(), true, Clock::now() + Ms(50))) continue;
            boost::asio::ip::tcp::socket tcp(context_);
            boost::system::error_code ec;
            acceptor_.accept(tcp, ec);
            tcp.native_non_blocking(false, ec);
            connected_ = tcp.native_handle();
            if (!ec) serve(ws::stream<boost::asio::ip::tcp::socket>(std::move(tcp)));
            connected_ = -1;
        }
    }
    void serve(ws::stream<boost::asio::ip::tcp::socket> stream) {
        boost::system::error_code ec;
        stream.accept(ec);
        while (!ec && !stop_) {
            boost::beast::flat_buffer buffer;
            stream.read(buffer, ec);
            if (ec) return;
            const auto replies =
                answer_(Json::parse(boost::beast::buffers_to_string(buffer.data())));
            if (replies.empty()) return;
            for (const auto& reply : replies) stream.write(boost::asio::buffer(reply), ec);
        }
    }

    boost::asio::io_context context_;
    std::atomic<int> connected_ = -1;
    Answer answer_;
    boost::asio::ip::tcp::acceptor acceptor_;
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

std::string result(const Json& request, const Json& value) {
    return Json{{"jsonrpc", "2.0"}, {"id", request["id"]}, {"result", value}}.dump();
}

TEST(Rpc, a_call_gets_its_result) {
    FakeNode node(
        [](const Json& request) { return std::vector{result(request, request["params"][0])}; });
    auto rpc = *Rpc::open(node.url());
    EXPECT_EQ(*rpc->call("echo", {"x"}), "x");
    EXPECT_EQ(*rpc->call("echo", {42}), 42);
}

TEST(Rpc, an_error_is_told_with_its_data) {
    FakeNode node([](const Json& request) {
        return std::vector{
            Json{{"id", request["id"]},
                 {"error",
                  {{"code", 1010}, {"message", "Invalid Transaction"}, {"data", "bad signature"}}}}
                .dump()};
    });
    const auto answer = (*Rpc::open(node.url()))->call("author_submitExtrinsic");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.message(),
              "author_submitExtrinsic: Invalid Transaction (1010): bad signature");
}

TEST(Rpc, notifications_wait_until_they_are_asked_for) {
    FakeNode node([](const Json& request) {
        std::vector<std::string> out;
        for (int i = 0; i < 2; ++i)  // the first even before the subscription's id
            out.push_back(
                Json{{"method", "n"}, {"params", {{"subscription", "abc"}, {"result", i}}}}.dump());
        out.insert(out.begin() + 1, result(request, "abc"));
        return out;
    });
    auto rpc = *Rpc::open(node.url());
    const auto id = rpc->subscribe("chain_subscribeNewHeads");
    ASSERT_TRUE(id);
    EXPECT_EQ(**rpc->next(*id, Ms(1000)), 0);
    EXPECT_EQ(**rpc->next(*id, Ms(1000)), 1);
    const auto none = rpc->next(*id, Ms(30));
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->has_value());
    EXPECT_TRUE(rpc->call("still_usable"));
}

TEST(Rpc, a_restarted_node_is_found_again) {
    const auto echo = [](const Json& request) { return std::vector{result(request, 1)}; };
    auto node = std::make_unique<FakeNode>(echo);
    const u16 port = node->port();
    auto rpc = *Rpc::open(node->url());
    ASSERT_TRUE(rpc->call("a"));
    node.reset();
    EXPECT_FALSE(rpc->call("b"));
    node = std::make_unique<FakeNode>(echo, port);
    EXPECT_TRUE(rpc->call("c"));
}

TEST(Rpc, bad_nodes_give_errors_not_hangs) {
    FakeNode silent([](const Json&) { return std::vector<std::string>{"{}"}; });
    RpcLimits limits;
    limits.answer_ms = Ms(100);
    EXPECT_FALSE((*Rpc::open(silent.url(), limits))->call("x"));
    FakeNode garbage([](const Json&) { return std::vector<std::string>{"not json"}; });
    EXPECT_FALSE((*Rpc::open(garbage.url()))->call("x"));
    FakeNode closing([](const Json&) { return std::vector<std::string>{}; });
    EXPECT_FALSE((*Rpc::open(closing.url()))->call("x"));
    EXPECT_FALSE((*Rpc::open("ws://127.0.0.1:1"))->call("x"));
    for (const char* bad : {"http://a:1", "ws://", "ws://a", "ws://a:", "ws://a:99999", "ws://:1"})
        EXPECT_FALSE(Rpc::open(bad)) << bad;
}

TEST(Extrinsic, the_signature_covers_call_extensions_and_chain) {
    const auto alice = *crypto::sr25519_from_uri("//Alice");
    const ChainIdentity chain{crypto::blake2_256(view("genesis")), 475, 1};
    const Bytes call{5, 3, 1, 2, 3};
    const Bytes bytes = signed_extrinsic(call, alice, 7, 0, chain);
    // length (two bytes: 112 in all), version, address, signature, era, nonce 7, tip 0, mode 0,
    // call
    ASSERT_EQ(bytes.size(), 2u + 1 + 33 + 65 + 4 + call.size());
    const BytesView body = BytesView(bytes).subspan(2);
    EXPECT_EQ(body[0], 0x84);
    const BytesView signature = body.subspan(1 + 33 + 1, 64);
    Bytes payload = call;
    for (const u8 byte : {0, 7 << 2, 0, 0}) payload.push_back(byte);
    scale::encode(payload, u32{475});
    scale::encode(payload, u32{1});
    for (int i = 0; i < 2; ++i)
        payload.insert(payload.end(), chain.genesis_hash.begin(), chain.genesis_hash.end());
    payload.push_back(0);
    EXPECT_TRUE(crypto::sr25519_verify(signature, payload, alice.public_key));
    payload[0] ^= 1;
    EXPECT_FALSE(crypto::sr25519_verify(signature, payload, alice.public_key));
}

TEST(Chain, an_extrinsic_is_followed_into_its_block) {
    const std::string hash = to_hex_0x(crypto::blake2_256(view("block")));
    std::string submitted;
    FakeNode node([&](const Json& request) -> std::vector<std::string> {
        const std::string method = request["method"];
        if (method == "chain_getBlockHash") return {result(request, hash)};
        if (method == "state_getRuntimeVersion")
            return {result(request, {{"specVersion", 475}, {"transactionVersion", 1}})};
        if (method == "system_accountNextIndex") return {result(request, 3)};
        if (method == "chain_getBlock")
            return {result(request, {{"block", {{"extrinsics", {"0x00", submitted}}}}})};
        submitted = request["params"][0];
        const auto status = [](const Json& s) {
            return Json{{"params", {{"subscription", "w"}, {"result", s}}}}.dump();
        };
        return {result(request, "w"), status("ready"), status({{"inBlock", hash}})};
    });
    auto chain = *Chain::open(node.url());
    const auto included = chain->submit(Bytes{0, 1}, *crypto::sr25519_from_uri("//Alice"));
    ASSERT_TRUE(included) << included.message();
    EXPECT_EQ(included->index, 1u);
    EXPECT_EQ(to_hex_0x(included->block_hash), hash);
}

TEST(Chain, a_rejected_extrinsic_says_why) {
    FakeNode node([&](const Json& request) -> std::vector<std::string> {
        const std::string method = request["method"];
        if (method == "chain_getBlockHash") return {result(request, to_hex_0x(Hash{}))};
        if (method == "state_getRuntimeVersion")
            return {result(request, {{"specVersion", 475}, {"transactionVersion", 1}})};
        if (method == "system_accountNextIndex") return {result(request, 0)};
        return {result(request, "w"),
                Json{{"params", {{"subscription", "w"}, {"result", "invalid"}}}}.dump()};
    });
    const auto included =
        (*Chain::open(node.url()))->submit(Bytes{0}, *crypto::sr25519_from_uri("//Alice"));
    ASSERT_FALSE(included);
    EXPECT_NE(included.message().find("invalid"), std::string::npos);
}

}  // namespace
