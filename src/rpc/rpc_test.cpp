// JSON-RPC over real sockets: what clients send, and what nobody should.
#include <gtest/gtest.h>

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include "base/hex.hpp"
#include "chain/test_chain.hpp"
#include "crypto/ss58.hpp"
#include "rpc/server.hpp"
#include "trie/proof.hpp"

namespace {

using namespace rpc;
using chain::Engine;
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;

const DevKey alice = dev_key("//Alice"), bob = dev_key("//Bob");

/// A manual chain behind a server on a free port.
struct Served {
    explicit Served(const ServerLimits& limits = {},
                    const chain::Options& options = chain::manual_options())
        : chain(chain::memory_chain(options)) {
        node.chain.on_block([this](const chain::NewBlock& b) { node.hub.block_made(*chain, b); });
        const std::array<u16, 1> ports{0};
        auto opened = Server::listen(node, ports, limits);
        ASSERT(opened);
        server = *std::move(opened);
    }
    ~Served() { chain->stop(); }
    u16 port() const { return server->ports()[0]; }
    Bytes transfer(u32 nonce, u64 rao = 1'000) const {
        return chain::transfer(*chain, alice, bob.account, rao, nonce);
    }

    std::unique_ptr<chain::Chain> chain;
    Node node{*chain, "test"};
    std::unique_ptr<Server> server;
};

/// A WebSocket client that reads with a time limit.
class Client {
public:
    explicit Client(const Served& served, const char* host = "127.0.0.1") {
        auto& tcp = beast::get_lowest_layer(socket_);
        tcp.expires_after(std::chrono::seconds(10));
        tcp.connect(Tcp::endpoint(asio::ip::make_address(host), served.port()));
        socket_.handshake("localhost", "/");
    }
    void send(std::string_view text, bool as_text = true) {
        socket_.text(as_text);
        socket_.write(asio::buffer(text.data(), text.size()));
    }
    Json receive() {
        beast::flat_buffer buffer;
        socket_.read(buffer);
        return Json::parse(beast::buffers_to_string(buffer.data()));
    }
    Json call(const std::string& method, Json params = Json::array()) {
        send(
            Json{{"jsonrpc", "2.0"}, {"id", "yF1"}, {"method", method}, {"params", params}}.dump());
        for (;;) {
            auto message = receive();
            if (message.contains("id")) return message;
            kept_.push_back(std::move(message));
        }
    }
    Json result(const std::string& method, Json params = Json::array()) {
        auto reply = call(method, std::move(params));
        EXPECT_TRUE(reply.contains("result")) << method << ": " << reply;
        return reply["result"];
    }
    int error_code(const std::string& method, Json params = Json::array()) {
        const auto reply = call(method, std::move(params));
        return reply.contains("error") ? reply["error"]["code"].get<int>() : 0;
    }
    /// The next notification's result.
    Json next() {
        Json message;
        if (kept_.empty()) {
            message = receive();
        } else {
            message = std::move(kept_.front());
            kept_.pop_front();
        }
        EXPECT_TRUE(message.contains("params")) << message;
        return message["params"]["result"];
    }

private:
    asio::io_context io_;
    beast::websocket::stream<beast::tcp_stream> socket_{io_};
    std::deque<Json> kept_;
};

std::string address_of(const DevKey& key) { return crypto::ss58_encode(key.account.bytes); }
std::string key_of(const AccountId& who) {
    return to_hex_0x(frame_system::storage.Account.key(who));
}

TEST(Rpc, the_opening_handshake_of_clients) {
    Served served;
    ASSERT_TRUE(served.chain->make_block());
    for (const char* host : {"127.0.0.1", "::1"}) {
        Client client(served, host);
        const auto head = client.result("chain_getHead");
        const auto header = client.result("chain_getHeader", Json::array({head}));
        EXPECT_EQ(header["number"], "0x1");
        const auto parent = header["parentHash"];
        EXPECT_EQ(parent, client.result("chain_getBlockHash", {0}));
        EXPECT_EQ(client.result("state_getRuntimeVersion", Json::array({parent}))["specVersion"],
                  475);
        const auto v14 =
            client.result("state_getMetadata", Json::array({parent})).get<std::string>();
        EXPECT_EQ(v14.substr(0, 12), "0x6d6574610e");
        for (const char* version : {"0x0f000000", "0f000000"}) {
            const auto v15 =
                client.result("state_call", {"Metadata_metadata_at_version", version, parent});
            EXPECT_EQ(v15.get<std::string>().substr(0, 4), "0x01");
            EXPECT_NE(v15.get<std::string>().find("6d6574610f"), std::string::npos);
        }
    }
}

TEST(Rpc, the_version_is_that_of_the_block_and_followers_hear_of_a_new_one) {
    Served served({}, [] {
        auto options = chain::manual_options();
        options.spec.spec_version = 425;
        options.upgrades = {{475, 2}};
        return options;
    }());
    Client client(served);
    const auto at = [&](u32 number) {
        const auto hash = client.result("chain_getBlockHash", {number});
        return client.result("state_getRuntimeVersion", Json::array({hash}))["specVersion"];
    };
    client.result("state_subscribeRuntimeVersion");
    EXPECT_EQ(client.next()["specVersion"], 425);
    const auto before = client.result("state_getMetadata");
    client.result("dev_newBlock", {{{"count", 3}}});
    EXPECT_EQ(client.next()["specVersion"], 475);
    EXPECT_EQ(at(1), 425);
    EXPECT_EQ(at(2), 475);
    EXPECT_NE(client.result("state_getMetadata"), before);
}

TEST(Rpc, rpc_methods_lists_what_clients_ask_for) {
    Served served;
    Client client(served);
    const auto listed = client.result("rpc_methods")["methods"];
    for (const char* name :
         {"account_nextIndex", "state_call", "state_getStorageAt", "chain_getHead",
          "author_submitAndWatchExtrinsic", "payment_queryInfo", "state_getReadProof",
          "engine_createBlock", "dev_newBlock", "system_health"})
        EXPECT_NE(std::find(listed.begin(), listed.end(), name), listed.end()) << name;
}

TEST(Rpc, ids_come_back_as_they_were_sent) {
    Served served;
    Client client(served);
    for (const char* id : {R"("yF1")", "7", "null", "-3", "1.5", R"("\u00e9\"")"}) {
        client.send(std::string(R"({"jsonrpc":"2.0","id":)") + id +
                    R"(,"method":"system_chain","params":[]})");
        EXPECT_EQ(client.receive()["id"], Json::parse(id));
    }
}

TEST(Rpc, a_watched_transfer_goes_ready_in_block_finalized) {
    Served served;
    Client client(served);
    const auto raw = to_hex_0x(served.transfer(0));
    const auto id = client.result("author_submitAndWatchExtrinsic", Json::array({raw}));
    EXPECT_EQ(client.next(), "ready");
    EXPECT_EQ(client.result("account_nextIndex", {address_of(alice)}), 1);
    EXPECT_EQ(client.result("author_pendingExtrinsics"), Json::array({raw}));
    const auto block = client.result("dev_newBlock");
    EXPECT_EQ(client.next(), (Json{{"inBlock", block}}));
    EXPECT_EQ(client.next(), (Json{{"finalized", block}}));
    EXPECT_EQ(client.result("author_unwatchExtrinsic", Json::array({id})), false)
        << "it ended by itself";
    const auto body = client.result("chain_getBlock", Json::array({block}))["block"];
    EXPECT_EQ(body["extrinsics"][2], raw) << "byte for byte what was sent";
}

TEST(Rpc, refusals_are_answers_with_the_codes_and_words_clients_match) {
    Served served;
    Client client(served);
    const auto first = to_hex_0x(served.transfer(0));
    ASSERT_TRUE(client.call("author_submitExtrinsic", Json::array({first})).contains("result"));
    const auto again = client.call("author_submitExtrinsic", Json::array({first}))["error"];
    EXPECT_EQ(again["code"], 1013);
    EXPECT_EQ(again["message"], "Transaction Already Imported");
    const auto rival =
        client.call("author_submitAndWatchExtrinsic", {to_hex_0x(served.transfer(0, 2))})["error"];
    EXPECT_EQ(rival["code"], 1014);
    EXPECT_EQ(rival["message"], "Priority is too low: (1 vs 1)");
    client.result("engine_createBlock", {true, true, nullptr});
    EXPECT_EQ(client.error_code("author_submitExtrinsic", Json::array({first})), 1012);
    const auto stale =
        client.call("author_submitExtrinsic", {to_hex_0x(served.transfer(0, 3))})["error"];
    EXPECT_EQ(stale["code"], 1010);
    EXPECT_EQ(stale["message"], "Invalid Transaction");
    EXPECT_EQ(stale["data"], "Transaction is outdated");
    const auto garbage = client.call("author_submitExtrinsic", {"0x00"})["error"];
    EXPECT_EQ(garbage["code"], 1001);
    EXPECT_TRUE(garbage["data"].is_string());
}

TEST(Rpc, storage_is_read_at_any_block) {
    Served served;
    Client client(served);
    const auto genesis = client.result("chain_getHead");
    client.result("author_submitExtrinsic", {to_hex_0x(served.transfer(0))});
    client.result("dev_newBlock", {{{"count", 3}}});
    const auto key = key_of(bob.account);
    const auto before = client.result("state_getStorageAt", {key, genesis}),
               after = client.result("state_getStorage", Json::array({key}));
    EXPECT_TRUE(before.is_string());
    EXPECT_NE(before, after);
    EXPECT_EQ(client.result("state_getStorageAt", {"0x1234", nullptr}), nullptr);
    const auto changes =
        client.result("state_queryStorageAt", {{key, "0x1234"}, genesis})[0]["changes"];
    EXPECT_EQ(changes, Json::array({Json::array({key, before}), Json::array({"0x1234", nullptr})}));
    EXPECT_EQ(client.result("state_queryStorage", {{key}, genesis}).size(), 2u);
}

TEST(Rpc, pages_of_keys_come_in_order_and_end) {
    Served served;
    Client client(served);
    const auto prefix = to_hex_0x(frame_system::storage.Account.prefix());
    const auto all = client.result("state_getKeys", {prefix, nullptr});
    EXPECT_GE(all.size(), 11u);
    Json paged = Json::array(), start = prefix;
    for (;;) {
        const auto page = client.result("state_getKeysPaged", {prefix, 4, start, nullptr});
        if (page.empty()) break;
        for (const auto& key : page) paged.push_back(key);
        start = page.back();
    }
    EXPECT_EQ(paged, all);
    EXPECT_EQ(client.error_code("state_getKeysPaged", {prefix, 1001, nullptr, nullptr}), 4002);
}

TEST(Rpc, read_proofs_verify_against_the_header) {
    Served served;
    Client client(served);
    const auto key = frame_system::storage.Account.key(bob.account);
    const auto answer = client.result("state_getReadProof", {{to_hex_0x(key)}, nullptr});
    std::vector<Bytes> nodes;
    for (const auto& node : answer["proof"]) nodes.push_back(*from_hex(node.get<std::string>()));
    const auto root = served.chain->header(0)->state_root.bytes;
    const auto read = trie::Proof(nodes).read(root, key);
    EXPECT_EQ(read.answer, trie::Proof::Answer::present);
    EXPECT_EQ(read.value, *served.chain->store().view_at(0)->get(key));
}

TEST(Rpc, fees_are_told_without_looking_at_the_signature) {
    Served served;
    Client client(served);
    auto raw = served.transfer(0);
    raw[50] ^= 1;
    const auto info = client.result("payment_queryInfo", {to_hex_0x(raw)});
    EXPECT_EQ(info["class"], "normal");
    EXPECT_GT(std::stoull(info["partialFee"].get<std::string>()), 0u);
    EXPECT_EQ(client.error_code("payment_queryInfo", {"0x0102"}), -32602);
}

TEST(Rpc, heads_are_told_to_those_who_subscribed_until_they_leave) {
    Served served;
    Client client(served), other(served);
    const auto id = client.result("chain_subscribeNewHeads");
    EXPECT_EQ(client.next()["number"], "0x0");
    other.result("dev_newBlock", {{{"to", 2}}});
    EXPECT_EQ(client.next()["number"], "0x1");
    EXPECT_EQ(client.next()["number"], "0x2");
    EXPECT_EQ(client.result("chain_unsubscribeNewHeads", Json::array({id})), true);
    EXPECT_EQ(client.result("chain_unsubscribeNewHeads", Json::array({id})), false);
    other.result("dev_newBlock");
    EXPECT_EQ(client.result("chain_getHeader")["number"], "0x3") << "no head came in between";
}

TEST(Rpc, changed_storage_is_told) {
    Served served;
    Client client(served);
    client.result("state_subscribeStorage", {{key_of(bob.account)}});
    const auto first = client.next()["changes"][0][1];
    client.result("dev_newBlock");
    client.result("author_submitExtrinsic", {to_hex_0x(served.transfer(0))});
    client.result("dev_newBlock");
    EXPECT_NE(client.next()["changes"][0][1], first) << "the empty block changed nothing";
}

TEST(Rpc, unknown_things_get_the_errors_clients_know) {
    Served served;
    Client client(served);
    const auto nowhere = "0x" + std::string(64, '7');
    EXPECT_EQ(client.result("chain_getHeader", Json::array({nowhere})), nullptr);
    EXPECT_EQ(client.result("chain_getBlock", Json::array({nowhere})), nullptr);
    EXPECT_EQ(client.result("chain_getBlockHash", {1'000}), nullptr);
    const auto gone = client.call("state_getStorage", {"0x00", nowhere})["error"];
    EXPECT_EQ(
        gone["message"],
        "Client error: Api called for an unknown Block: State already discarded for " + nowhere);
    const auto no_api = client.call("state_call", {"Nope_nope", ""})["error"];
    EXPECT_EQ(no_api["code"], 4003);
    EXPECT_EQ(no_api["message"],
              "Client error: Execution failed: Other: Exported method Nope_nope is not found");
    EXPECT_EQ(client.error_code("no_such_method"), -32601);
}

struct Bad {
    const char* frame;
    int code;
};

TEST(Rpc, malformed_frames_get_an_error_and_the_socket_lives) {
    Served served;
    Client client(served);
    const std::string deep(5'000, '[');
    const Bad table[] = {
        {"", -32700},
        {"{'id': 1}", -32700},
        {deep.c_str(), -32700},
        {"[]", -32600},
        {"null", -32600},
        {"{}", -32600},
        {R"({"jsonrpc":"2.0","id":1,"method":5})", -32600},
        {R"({"jsonrpc":"2.0","id":{},"method":"system_chain"})", -32600},
        {R"({"id":1,"method":"system_chain"})", -32600},
        {R"({"jsonrpc":"2.0","id":1,"method":"system_chain","params":3})", -32602}};
    for (const auto& row : table) {
        client.send(row.frame);
        EXPECT_EQ(client.receive()["error"]["code"], row.code) << row.frame;
    }
    client.send("\xff\xfe", false);  // in a text frame it would break the WebSocket's own rules
    EXPECT_EQ(client.receive()["error"]["code"], -32700);
    const Json wrong[] = {{"x"}, {-1}, {1.5}, {Json::object()}, {Json::array({"x"})}};
    for (const auto& params : wrong)
        EXPECT_EQ(client.error_code("chain_getBlockHash", params), -32602) << params;
    EXPECT_EQ(client.error_code("state_getStorage", {"0xzz"}), -32602);
    EXPECT_EQ(client.error_code("state_getStorage"), -32602);
    EXPECT_EQ(client.error_code("dev_newBlock", {{{"count", 1'000'000}}}), -32602);
    EXPECT_EQ(client.result("system_chain"), "Bittensor");
}

TEST(Rpc, batches_and_pipelines_are_answered_by_id) {
    Served served;
    Client client(served);
    Json batch = Json::array({17});
    for (int i = 0; i < 50; ++i)
        batch.push_back({{"jsonrpc", "2.0"}, {"id", i}, {"method", "chain_getHead"}});
    batch.push_back({{"jsonrpc", "2.0"}, {"method", "chain_getHead"}});  // wants no answer
    client.send(batch.dump());
    const auto answers = client.receive();
    ASSERT_EQ(answers.size(), 51u);
    EXPECT_EQ(answers[0]["error"]["code"], -32600);
    EXPECT_EQ(answers[50]["id"], 49);
    for (int i = 0; i < 300; ++i)
        client.send(Json{{"jsonrpc", "2.0"}, {"id", i}, {"method", "system_name"}}.dump());
    for (int i = 0; i < 300; ++i) EXPECT_EQ(client.receive()["id"], i);
}

http::response<http::string_body> post(const Served& served, http::verb verb,
                                       const std::string& body) {
    asio::io_context io;
    beast::tcp_stream stream(io);
    stream.expires_after(std::chrono::seconds(10));
    stream.connect(Tcp::endpoint(asio::ip::address_v4::loopback(), served.port()));
    http::request<http::string_body> request(verb, "/", 11, body);
    request.prepare_payload();
    http::write(stream, request);
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    http::read(stream, buffer, response);
    return response;
}

TEST(Rpc, http_answers_on_the_same_port) {
    Served served;
    const auto ok = post(served, http::verb::post,
                         R"({"jsonrpc":"2.0","id":1,"method":"system_chain","params":[]})");
    EXPECT_EQ(Json::parse(ok.body())["result"], "Bittensor");
    const auto broken = post(served, http::verb::post, "{");
    EXPECT_EQ(Json::parse(broken.body())["error"]["code"], -32700);
    const auto subscribe =
        post(served, http::verb::post,
             R"({"jsonrpc":"2.0","id":1,"method":"chain_subscribeNewHeads","params":[]})");
    EXPECT_EQ(Json::parse(subscribe.body())["error"]["code"], -32601);
    EXPECT_EQ(post(served, http::verb::get, "").result(), http::status::method_not_allowed);
}

TEST(Rpc, a_client_that_does_not_read_is_let_go_and_others_are_served) {
    ServerLimits limits;
    limits.max_outgoing_bytes = 4 << 20;
    Served served(limits);
    Client deaf(served), other(served);
    deaf.result("chain_subscribeNewHeads");
    for (int i = 0; i < 200; ++i)
        deaf.send(R"({"jsonrpc":"2.0","id":1,"method":"state_getMetadata","params":[]})");
    for (int i = 0; i < 5; ++i) other.result("dev_newBlock", {{{"count", 100}}});
    EXPECT_EQ(other.result("chain_getHeader")["number"], "0x1f4");
}

TEST(Rpc, a_port_in_use_is_refused_by_name) {
    Served served;
    const std::array<u16, 1> ports{served.port()};
    const auto second = Server::listen(served.node, ports);
    ASSERT_FALSE(second);
    EXPECT_NE(second.message().find(std::to_string(served.port())), std::string::npos);
}

TEST(Rpc, blocks_are_made_while_old_ones_are_read) {
    Served served;
    std::atomic<bool> done{false};
    std::thread maker([&] {
        Client client(served);
        for (int i = 0; i < 20; ++i) client.result("dev_newBlock", {{{"count", 20}}});
        done = true;
    });
    Client reader(served);
    const auto genesis = reader.result("chain_getBlockHash", {0});
    const auto key = key_of(alice.account);
    const auto value = reader.result("state_getStorage", {key, genesis});
    do EXPECT_EQ(reader.result("state_getStorage", {key, genesis}), value);
    while (!done);
    maker.join();
}

}  // namespace
