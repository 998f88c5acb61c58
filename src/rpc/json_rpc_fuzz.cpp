// Any bytes as a frame: always an answer that is JSON itself, or silence where none is due.
#include "base/assert.hpp"
#include "chain/chain.hpp"
#include "rpc/json_rpc.hpp"

namespace {

std::unique_ptr<chain::Chain> small_chain() {
    chain::Options options;
    options.engine = chain::Engine::Interval;  // never started: dev_newBlock is refused
    chain::use_constants(options.spec);
    auto opened =
        chain::Chain::open(std::make_unique<store::Store>(store::memory_backend()), options);
    ASSERT(opened);
    return *std::move(opened);
}

struct Silent final : rpc::Connection {
    void send(std::string) override {}
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    static const auto chain = small_chain();
    static rpc::Node node{*chain, "fuzz"};
    const auto connection = std::make_shared<Silent>();
    const auto reply = rpc::answer(node, connection, {reinterpret_cast<const char*>(data), size});
    if (!reply.text.empty()) ASSERT(rpc::Json::accept(reply.text));
    for (const auto& subscription : reply.opened) subscription->open();
    connection->drop_all();
    return 0;
}
