// Subscriptions and their notifications.
#include "rpc/subscriptions.hpp"

#include <fmt/format.h>

#include "base/hex.hpp"
#include "pallets/system/spec_version.hpp"

namespace rpc {
namespace {

constexpr int too_many_subscriptions = -32006;

std::string next_id() {
    static std::atomic<u64> last{0};
    return fmt::format("{:016x}", ++last * 0x9E3779B97F4A7C15);  // distinct for distinct counts
}

}  // namespace

void Connection::add(SubscriptionPtr subscription) {
    const std::lock_guard lock(mutex_);
    if (subscriptions_.size() >= max_subscriptions)
        throw Error{too_many_subscriptions, "Too many subscriptions on the connection",
                    fmt::format("Exceeded max limit of {}", max_subscriptions)};
    const auto id = subscription->id();
    subscriptions_[id] = std::move(subscription);
}

bool Connection::drop(const std::string& id) {
    SubscriptionPtr found;
    {
        const std::lock_guard lock(mutex_);
        const auto at = subscriptions_.find(id);
        if (at == subscriptions_.end()) return false;
        found = std::move(at->second);
        subscriptions_.erase(at);
    }
    found->end();
    return true;
}

void Connection::drop_all() {
    std::map<std::string, SubscriptionPtr> all;
    {
        const std::lock_guard lock(mutex_);
        all.swap(subscriptions_);
    }
    for (auto& [id, subscription] : all) subscription->end();
}

Subscription::Subscription(std::weak_ptr<Connection> to, std::string method)
    : to_(std::move(to)), id_(next_id()), method_(std::move(method)) {}

void Subscription::notify(const std::string& result) {
    const std::lock_guard lock(mutex_);
    if (ended_) return;
    auto text = fmt::format(
        R"({{"jsonrpc":"2.0","method":"{}","params":{{"subscription":"{}","result":{}}}}})",
        method_, id_, result);
    if (!open_) {
        if (kept_.size() < max_kept) kept_.push_back(std::move(text));
        return;
    }
    if (const auto to = to_.lock())
        to->send(std::move(text));
    else
        ended_ = true;
}

void Subscription::notify_last(const std::string& result) {
    notify(result);
    {
        const std::lock_guard lock(mutex_);
        last_kept_ = !open_;
        if (last_kept_) return;
    }
    if (const auto to = to_.lock()) to->drop(id_);
}

void Subscription::open() {
    bool last;
    {
        const std::lock_guard lock(mutex_);
        open_ = true;
        last = last_kept_;
        if (const auto to = to_.lock(); to && !ended_)
            for (auto& text : kept_) to->send(std::move(text));
        kept_.clear();
    }
    if (const auto to = to_.lock(); to && last) to->drop(id_);
}

void Subscription::end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
}
bool Subscription::ended() const {
    const std::lock_guard lock(mutex_);
    return ended_;
}

Json header_json(const Header& header) {
    Json logs = Json::array();
    for (const auto& log : header.digest.logs) logs.push_back(to_hex_0x(scale::encoded(log)));
    return {{"parentHash", to_hex_0x(header.parent_hash.bytes)},
            {"number", fmt::format("{:#x}", header.number.value)},
            {"stateRoot", to_hex_0x(header.state_root.bytes)},
            {"extrinsicsRoot", to_hex_0x(header.extrinsics_root.bytes)},
            {"digest", {{"logs", logs}}}};
}

Json runtime_version_json(const RuntimeVersion& v) {
    Json apis = Json::array();
    for (const auto& [id, version] : v.apis.apis)
        apis.push_back(Json::array({to_hex_0x(id), version}));
    return Json{{"specName", v.spec_name.text},
                {"implName", v.impl_name.text},
                {"authoringVersion", v.authoring_version},
                {"specVersion", v.spec_version},
                {"implVersion", v.impl_version},
                {"apis", std::move(apis)},
                {"transactionVersion", v.transaction_version},
                {"systemVersion", v.system_version},
                {"stateVersion", v.system_version}};
}

Json change_set(const Hash& block, std::span<const Bytes> keys,
                std::span<const std::optional<Bytes>> values) {
    Json changes = Json::array();
    for (std::size_t i = 0; i < keys.size(); ++i)
        changes.push_back(Json::array(
            {to_hex_0x(keys[i]), values[i] ? Json(to_hex_0x(*values[i])) : Json(nullptr)}));
    return {{"block", to_hex_0x(block)}, {"changes", std::move(changes)}};
}

void Hub::add_heads(SubscriptionPtr subscription, const chain::Chain& chain) {
    const std::lock_guard lock(mutex_);
    subscription->notify(header_json(*chain.header(chain.best().number)).dump());
    heads_.push_back(subscription);
}

void Hub::add_finalized_heads(SubscriptionPtr subscription, const chain::Chain& chain) {
    const std::lock_guard lock(mutex_);
    subscription->notify(header_json(*chain.header(chain.finalized().number)).dump());
    finalized_heads_.push_back(subscription);
}

void Hub::add_runtime_version(SubscriptionPtr subscription, const chain::Chain& chain) {
    const std::lock_guard lock(mutex_);
    const auto view = chain.store().view_at(chain.best().number);
    const State state(*view);
    tell_runtime_version(state);  // who is there already hears it first, if it is news
    subscription->notify(runtime_version_json(runtime_version(state)).dump());
    runtime_versions_.push_back(subscription);
}

void Hub::add_storage(SubscriptionPtr subscription, std::vector<Bytes> keys,
                      std::vector<std::optional<Bytes>> values) {
    const std::lock_guard lock(mutex_);
    storage_.push_back({subscription, std::move(keys), std::move(values)});
}

namespace {

void tell(std::vector<std::weak_ptr<Subscription>>& subscribers, const std::string& text) {
    std::erase_if(subscribers, [&](auto& weak) {
        const auto to = weak.lock();
        if (!to || to->ended()) return true;
        to->notify(text);
        return false;
    });
}

}  // namespace

void Hub::tell_runtime_version(const State& state) {
    const u32 now = frame_system::spec_version(state);
    if (now == told_spec_version_) return;
    told_spec_version_ = now;
    tell(runtime_versions_, runtime_version_json(runtime_version(state)).dump());
}

void Hub::block_made(const chain::Chain& chain, const chain::NewBlock& block) {
    const std::lock_guard lock(mutex_);
    if (!heads_.empty()) tell(heads_, header_json(block.header).dump());
    if (block.finalized && !finalized_heads_.empty())
        tell(finalized_heads_, header_json(*block.finalized).dump());
    if (storage_.empty() && runtime_versions_.empty()) return;
    const auto view = chain.store().view_at(block.head.number);
    tell_runtime_version(State(*view));
    std::erase_if(storage_, [&](Watched& watched) {
        const auto to = watched.to.lock();
        if (!to || to->ended()) return true;
        std::vector<Bytes> keys;
        std::vector<std::optional<Bytes>> values;
        for (std::size_t i = 0; i < watched.keys.size(); ++i) {
            auto value = view->get(watched.keys[i]);
            if (value == watched.values[i]) continue;
            watched.values[i] = value;
            keys.push_back(watched.keys[i]);
            values.push_back(std::move(value));
        }
        if (!keys.empty()) to->notify(change_set(block.head.hash, keys, values).dump());
        return false;
    });
}

}  // namespace rpc
