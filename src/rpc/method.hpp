// What a JSON-RPC method is: a name and a function of the node and the request.
#pragma once
#include "rpc/params.hpp"
#include "rpc/subscriptions.hpp"

namespace rpc {

/// A result; large constant ones (metadata) are JSON text that exists already.
struct Answer {
    Answer(Json j) : json(std::move(j)) {}
    Answer(std::shared_ptr<const std::string> t) : text(std::move(t)) {}
    Json json;
    std::shared_ptr<const std::string> text;
};

/// What all methods work on.
struct Node {
    chain::Chain& chain;
    std::string version{};
    Hub hub{};
};

/// One request being answered.
struct Call {
    Node& node;
    ConnectionPtr connection;  // null over HTTP
    Params params;
    std::vector<SubscriptionPtr> opened{};  // to open once the answer is on its way

    chain::Chain& chain() const { return node.chain; }
    const store::Store& store() const { return node.chain.store(); }
    /// The block that parameter `i` names, or the best one; throws unknown_block().
    chain::Head block_at(std::size_t i) const;
    std::unique_ptr<View> view_at(std::size_t i) const { return view_of(block_at(i)); }
    std::unique_ptr<View> view_of(const chain::Head&) const;
    /// A subscription of this connection, still silent. Refused over HTTP.
    SubscriptionPtr subscribe(std::string notification);
};

struct Method {
    std::string_view name;
    Answer (*run)(Call&);
};
using Methods = std::span<const Method>;

Methods author_methods();
Methods chain_methods();
Methods dev_methods();
Methods payment_methods();
Methods state_methods();
Methods system_methods();

/// nullptr: there is none of this name.
const Method* find_method(std::string_view name);
std::vector<std::string_view> method_names();  // in alphabetical order

/// Every unsubscribe method: whether there was such a subscription.
Answer unsubscribe(Call&);

}  // namespace rpc
