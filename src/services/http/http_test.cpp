// The HTTP server and client against each other and against raw sockets.
#include <gtest/gtest.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <thread>

#include "client/socket.hpp"
#include "services/http/client.hpp"
#include "services/http/server.hpp"

namespace {

using namespace http;

std::unique_ptr<Server> serve(Handler handler, const Limits& limits = {}) {
    auto server = Server::listen("127.0.0.1", 0, limits, std::move(handler));
    EXPECT_TRUE(server);
    return *std::move(server);
}

/// Sends raw bytes and returns all that comes back until the server closes or a second passes.
std::string raw(u16 port, std::string_view bytes) {
    auto socket = client::Socket::connect("127.0.0.1", port, client::Ms(2000));
    EXPECT_TRUE(socket);
    socket->expires_after(client::Ms(1000));
    boost::system::error_code ec;
    boost::asio::write(*socket, boost::asio::buffer(bytes.data(), bytes.size()), ec);
    std::string answer(100'000, '\0');
    answer.resize(boost::asio::read(*socket, boost::asio::buffer(answer), ec));
    return answer;
}

void echo(const Request& request, Responder& out) {
    out.send({200, "", {{"content-type", "text/plain"}}, request.method + request.body});
}

TEST(Http, a_body_comes_back) {
    auto server = serve(echo);
    const auto got = fetch("127.0.0.1", server->port(), {.body = "hello"}, 2000);
    ASSERT_FALSE(got.error);
    EXPECT_EQ(got.response.status, 200u);
    EXPECT_EQ(got.response.body, "POSThello");
}

TEST(Http, a_stream_arrives_piece_by_piece) {
    auto server = serve([](const Request&, Responder& out) {
        out.begin({200, "", {{"content-type", "text/event-stream"}}, ""});
        for (const char* word : {"one ", "two ", "three"}) {
            out.chunk(word);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
    std::vector<std::string> pieces;
    const auto got = fetch("127.0.0.1", server->port(), {}, 2000, {},
                           [&](const Response& head, std::string_view piece) {
                               EXPECT_EQ(head.status, 200u);
                               pieces.emplace_back(piece);
                               return true;
                           });
    ASSERT_FALSE(got.error);
    EXPECT_EQ(got.response.body, "one two three");
    EXPECT_EQ(pieces.size(), 3u);
}

TEST(Http, a_chunked_request_is_put_together) {
    auto server = serve(echo);
    const auto answer =
        raw(server->port(),
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    EXPECT_TRUE(answer.ends_with("POSTabcde")) << answer;
}

TEST(Http, a_kept_alive_connection_serves_again) {
    auto server = serve(echo);
    const auto answer = raw(server->port(),
                            "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nA"
                            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_NE(answer.find("POSTA"), answer.npos) << answer;
    EXPECT_TRUE(answer.ends_with("GET")) << answer;
}

TEST(Http, garbage_gets_400_and_large_things_413_and_431) {
    auto server = serve(echo, {.max_header_bytes = 1000, .max_body_bytes = 10});
    EXPECT_TRUE(raw(server->port(), "\x01\x02 nonsense\r\n\r\n").starts_with("HTTP/1.1 400"));
    EXPECT_TRUE(raw(server->port(), "POST / HTTP/1.1\r\nContent-Length: 11\r\n\r\n")
                    .starts_with("HTTP/1.1 413"));
    const std::string wide(2000, 'x');
    EXPECT_TRUE(raw(server->port(), "GET / HTTP/1.1\r\na: " + wide + "\r\n\r\n")
                    .starts_with("HTTP/1.1 431"));
}

TEST(Http, a_peer_that_sends_half_a_request_is_let_go) {
    auto server = serve(echo, {.request_ms = 100});
    EXPECT_TRUE(raw(server->port(), "POST / HTTP/1.1\r\nContent-").starts_with("HTTP/1.1 408"));
}

TEST(Http, connections_beyond_the_limit_get_503) {
    auto server = serve(echo, {.max_connections = 1});
    auto holder = client::Socket::connect("127.0.0.1", server->port(), client::Ms(1000));
    ASSERT_TRUE(holder);
    const auto got = fetch("127.0.0.1", server->port(), {}, 2000);
    EXPECT_EQ(got.response.status, 503u);
}

TEST(Http, the_client_names_what_went_wrong) {
    auto slow = serve([](const Request&, Responder&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
    });
    EXPECT_EQ(fetch("127.0.0.1", slow->port(), {}, 100).error->fault, Fault::timeout);
    EXPECT_EQ(fetch("127.0.0.1", slow->port(), {}, 2000).error->fault, Fault::disconnected);
    const u16 closed_port = serve(echo)->port();
    EXPECT_EQ(fetch("127.0.0.1", closed_port, {}, 1000).error->fault, Fault::connect);
}

TEST(Http, an_answer_over_the_limit_is_refused) {
    auto server = serve([](const Request&, Responder& out) {
        out.send({200, "", {}, std::string(1000, 'x')});
    });
    const auto got = fetch("127.0.0.1", server->port(), {}, 2000, {.max_body_bytes = 100});
    ASSERT_TRUE(got.error);
    EXPECT_EQ(got.error->fault, Fault::too_large);
}

TEST(Http, a_port_in_use_is_said_clearly) {
    auto server = serve(echo);
    const auto second = Server::listen("127.0.0.1", server->port(), {}, echo);
    ASSERT_FALSE(second);
    EXPECT_NE(second.message().find("cannot listen"), std::string::npos);
}

TEST(Http, urls_are_taken_apart) {
    EXPECT_EQ(parse_url("http://a.b:80/x/y")->path, "/x/y");
    EXPECT_EQ(parse_url("http://[::1]:8080")->host, "::1");
    EXPECT_EQ(parse_url("http://localhost")->port, 80);
    for (const char* bad :
         {"https://a", "a", "http://", "http://a:0", "http://a:99999", "http://a:x"})
        EXPECT_FALSE(parse_url(bad)) << bad;
}

}  // namespace
