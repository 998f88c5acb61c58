// The table of all methods, and what they share.
#include "rpc/method.hpp"

#include "rpc/legacy_view.hpp"
#include "runtime/apis.hpp"

namespace rpc {
namespace {

using Table = std::map<std::string_view, const Method*>;

Answer rpc_methods(Call&) { return Json{{"methods", method_names()}}; }

constexpr Method own[] = {{"rpc_methods", rpc_methods}};

const Table& table() {
    static const Table all = [] {
        Table out;
        for (const Methods methods :
             {Methods(own), author_methods(), chain_methods(), dev_methods(), payment_methods(),
              state_methods(), system_methods()})
            for (const auto& method : methods) out[method.name] = &method;
        return out;
    }();
    return all;
}

}  // namespace

const Method* find_method(std::string_view name) {
    const auto at = table().find(name);
    return at == table().end() ? nullptr : at->second;
}

std::vector<std::string_view> method_names() {
    std::vector<std::string_view> out;
    for (const auto& [name, method] : table()) out.push_back(name);
    return out;
}

chain::Head Call::block_at(std::size_t i) const {
    const auto hash = params.hash(i, "at");
    if (!hash) return chain().best();
    const auto number = store().number_of(*hash);
    if (!number) throw unknown_block(*hash);
    return {*number, *hash};
}

std::unique_ptr<View> Call::view_of(const chain::Head& block) const {
    auto view = store().view_at(block.number);
    if (!view) throw unknown_block(block.hash);
    if (served_clients() == Clients::legacy)
        return std::make_unique<LegacyView>(std::move(view));
    return view;
}

SubscriptionPtr Call::subscribe(std::string notification) {
    if (!connection) throw method_not_found();
    auto subscription = std::make_shared<Subscription>(connection, std::move(notification));
    connection->add(subscription);
    opened.push_back(subscription);
    return subscription;
}

Answer unsubscribe(Call& call) {
    const auto& id = call.params.any(0, "subscription");
    if (!call.connection || !id.is_string()) return Json(false);
    return Json(call.connection->drop(id.get<std::string>()));
}

}  // namespace rpc
