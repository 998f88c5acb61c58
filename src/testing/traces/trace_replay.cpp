#include "testing/traces/trace_replay.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/hex.hpp"
#include "crypto/hash.hpp"
#include "frame/storage_json.hpp"
#include "runtime/invariants/invariants.hpp"
#include "testing/traces/since_425.hpp"
#include "trie/root.hpp"

namespace traces {
namespace {

using vectors::Json;
constexpr Weight max_block_weight{4'000'000'000'000, ~u64(0)};

Bytes bytes(const std::string& hex) {
    auto out = from_hex(hex);
    if (!out) throw std::runtime_error("not hex: " + hex);
    return *out;
}

Bytes prefix_of(std::string_view pallet) {
    auto prefix = crypto::twox_128(pallet);
    return {prefix.begin(), prefix.end()};
}

Bytes system_key(std::string_view item) { return item_prefix("System", item); }

class Replay {
public:
    explicit Replay(const Json& header) {
        for (auto& p : header.at("excluded_prefixes")) excluded_.push_back(bytes(p));
        // What was left out of the recorded runtime writes nothing there.
        for (auto p : runtime())
            if (header.at("pallets").contains(std::string(p->name)))
                pallets_.push_back(p);
            else
                excluded_.push_back(prefix_of(p->name));
        for (auto& a : header.at("authors")) {
            auto raw = bytes(a);
            std::copy_n(raw.begin(), 32, authors_.emplace_back().bytes.begin());
        }
        block_ = header.at("start_block").get<u32>();
        seed_ = vectors::to_u64(header.at("seed"));
    }
    void load(const Json& storage) {
        for (auto& [k, v] : storage.items()) view_.put(our_key(bytes(k)), bytes(v));
    }

    /// What differs is in problems() afterwards.
    void step(const Json& j) {
        problems_.clear();
        auto kind = j.at("kind").get<std::string>();
        if (kind == "raw") {
            apply(j.at("changes"));
            if (auto number = view_.get(system_key("Number")))  // a raw step may jump years
                block_ = scale::decoded<u32>(*number).value_or(block_);
            return;
        }
        State state(view_);
        Context cx{state, block_};
        if (kind == "call")
            call(cx, j);
        else
            blocks(cx, j, kind == "block" ? 1 : j.at("n").get<u32>());
        compare_changes(state, j.at("changes"));
        if (kind == "call" || !j.contains("events_omitted")) compare_events(cx, j);
        events_ = std::move(cx.events);
        view_.apply(state.changes());
        if (problems_.empty() && j.contains("checksum")) compare_checksum(j);
    }
    void apply(const Json& changes) {
        for (auto& [k, v] : changes.items())
            if (v.is_null())
                view_.erase(our_key(bytes(k)));
            else
                view_.put(our_key(bytes(k)), bytes(v));
    }
    /// Looks whether a step of ours broke what must always hold; what the harness wrote is where
    /// the rules begin anew.
    void check_invariants(bool own_step) {
        const State now(view_);
        if (own_step && invariants_) problems_ += invariants_->broken(now, events_);
        if (!own_step || !invariants_) invariants_.emplace(now);
    }
    const std::string& problems() const { return problems_; }

private:
    void problem(std::string text) { problems_ += "  " + std::move(text) + "\n"; }

    bool excluded(BytesView key) const {
        if (!key.empty() && key[0] == ':') return true;
        return std::any_of(excluded_.begin(), excluded_.end(),
                           [&](auto& p) { return begins_with(key, p); });
    }
    std::optional<AccountId> author() const {
        if (authors_.empty()) return {};
        return authors_[block_ % authors_.size()];
    }

    void call(Context& cx, const Json& j) {
        Bytes raw{j.at("pallet_index").get<u8>()};
        auto args = bytes(j.at("args"));
        raw.insert(raw.end(), args.begin(), args.end());
        scale::Reader in(raw);
        AnyCall any;
        scale::decode(in, any);
        if (!in.done()) return problem("the call does not decode here: it is not declared");
        compare_info(any.info(), j);
        cx.extrinsic_index = 0;
        cx.author = author();
        auto result = transactional(cx, [&] { return any.dispatch(cx, origin(j.at("origin"))); });
        compare_result(result, j);
        if (j.value("post_pays", true) != (cx.post.pays_fee == Pays::Yes))
            problem(fmt::format("post_pays: ours {}", cx.post.pays_fee == Pays::Yes));
        if (j.contains("post_weight") && !j["post_weight"].is_null()) {
            auto ours = cx.post.actual_weight.value_or(any.info().weight);
            Weight theirs{j["post_weight"][0].get<u64>(), j["post_weight"][1].get<u64>()};
            if (!(ours == theirs))
                problem(fmt::format("post_weight: ours {} {}, theirs {} {}", ours.ref_time,
                                    ours.proof_size, theirs.ref_time, theirs.proof_size));
        }
    }
    static Origin origin(const Json& j) {
        auto text = j.get<std::string>();
        if (text == "root") return Origin::root();
        if (text == "none") return {};
        AccountId who;
        auto raw = from_hex(text.substr(text.find(':') + 1));
        std::copy_n(raw->begin(), 32, who.bytes.begin());
        return Origin::signed_by(who);
    }
    void compare_info(const DispatchInfo& info, const Json& j) {
        Weight theirs{j.at("weight")[0].get<u64>(), j.at("weight")[1].get<u64>()};
        if (!(info.weight == theirs))
            problem(fmt::format("weight: ours {} {}, theirs {} {}", info.weight.ref_time,
                                info.weight.proof_size, theirs.ref_time, theirs.proof_size));
        auto names = scale::split(enumerators(DispatchClass{}));
        if (names[u8(info.dispatch_class)] != j.at("class").get<std::string>())
            problem(fmt::format("class: ours {}", names[u8(info.dispatch_class)]));
        if ((info.pays_fee == Pays::Yes) != j.at("pays").get<bool>()) problem("pays differs");
    }
    void compare_result(const Result<>& r, const Json& j) {
        auto& theirs = j.at("result");
        bool their_ok = theirs.is_string();
        std::string ours = r ? "ok" : error_name(r.error());
        if (their_ok) {
            if (!r) problem("result: ours " + ours + ", theirs ok");
            return;
        }
        if (theirs.contains("module")) {
            auto name = theirs["module"].at("name").get<std::string>();
            if (auto dot = name.rfind('.'); dot != name.npos) name = name.substr(dot + 1);
            if (auto colon = name.rfind("::"); colon != name.npos) name = name.substr(colon + 2);
            auto own = ours.substr(ours.find('.') == ours.npos ? 0 : ours.find('.') + 1);
            bool same_pallet =
                !r && r.error().pallet == theirs["module"].at("pallet_index").get<u8>();
            if (!same_pallet || !same_error_name(own, name))
                problem("result: ours " + ours + ", theirs " + name);
        } else if (r || to_hex(scale::encoded(r.error())) != theirs.at("scale").get<std::string>())
            problem("result: ours " + ours + ", theirs " + theirs.dump());
    }

    /// Ends the block and begins the next, n times, as the harness behind the traces does.
    void blocks(Context& cx, const Json& j, u32 n) {
        for (u32 i = 0; i < n; ++i) {
            for (auto p : pallets_)
                if (p->hooks.on_idle) p->hooks.on_idle(cx, max_block_weight);
            for (auto p : pallets_)
                if (p->hooks.on_finalize) p->hooks.on_finalize(cx);
            cx.block = ++block_;
            cx.author = author();
            cx.state.put(system_key("Number"), scale::encoded(block_));
            cx.state.put(system_key("ParentHash"), parent_hash(block_));
            for (auto p : pallets_)
                if (p->hooks.on_initialize) p->hooks.on_initialize(cx);
        }
        if (to_hex(parent_hash(block_)) != j.at("parent_hash").get<std::string>())
            problem("parent hash rule differs");
    }
    Bytes parent_hash(u32 block) const {
        Bytes in;
        for (char c : std::string_view("trace-parent")) in.push_back(u8(c));
        scale::encode(in, seed_);
        scale::encode(in, block - 1);
        auto h = crypto::blake2_256(in);
        return {h.begin(), h.end()};
    }

    void compare_changes(const State& state, const Json& theirs) {
        std::map<Bytes, std::optional<Bytes>, BytesLess> expected;
        for (auto& [k, v] : theirs.items())
            expected[our_key(bytes(k))] = v.is_null() ? std::nullopt : std::optional(bytes(v));
        for (const auto& [k, v] : state.changes()) {
            if (excluded(k) || view_.get(k) == v) continue;
            auto it = expected.find(k);
            if (it == expected.end())
                differs(k, v, view_.get(k));
            else {
                if (!it->second != !v || (v && their_value(k, *v) != *it->second))
                    differs(k, v, it->second);
                expected.erase(it);
            }
        }
        for (auto& [k, v] : expected) differs(k, state.get(k), v);
    }
    void differs(BytesView key, const std::optional<Bytes>& ours,
                 const std::optional<Bytes>& theirs) {
        auto text = [&](const std::optional<Bytes>& v) {
            return v ? value_text(key, *v) : std::string("absent");
        };
        auto before = view_.get(key);
        problem(fmt::format("{}\n      before {}\n      ours   {}\n      theirs {}", key_text(key),
                            text(before), text(ours), text(theirs)));
    }
    void compare_events(const Context& cx, const Json& j) {
        auto& theirs = j.at("events");
        std::vector<std::string> want, have;
        for (auto& e : theirs) {
            auto raw = bytes(e[2]);
            want.push_back(fmt::format("{}.{} {}", e[0].get<std::string>(), e[1].get<std::string>(),
                                       to_hex(BytesView(raw).subspan(2))));
        }
        for (auto& e : cx.events) {
            std::string name = "?";
            if (auto p = find_pallet(e.pallet))
                for (auto& row : p->events)
                    if (row.index == e.index) name = fmt::format("{}.{}", p->name, row.name);
            have.push_back(name + " " + to_hex(e.payload));
        }
        for (std::size_t i = 0; i < std::max(want.size(), have.size()); ++i) {
            auto at = [i](auto& list) { return i < list.size() ? list[i] : std::string("none"); };
            if (same_event(at(have), at(want))) continue;
            problem(
                fmt::format("event {}:\n      ours   {}\n      theirs {}", i, at(have), at(want)));
            return;
        }
    }
    void compare_checksum(const Json& j) {
        std::vector<trie::Entry> entries;
        Bytes all;
        std::map<Bytes, Bytes> named;  // in the order of the record's keys
        for (const auto& [k, v] : view_.entries())
            if (!excluded(k)) named.emplace(their_key(to_bytes(k)), their_value(k, v));
        for (auto& [k, v] : named) {
            entries.push_back({k, v});
            scale::encode(all, u32(k.size()));
            all.insert(all.end(), k.begin(), k.end());
            scale::encode(all, u32(v.size()));
            all.insert(all.end(), v.begin(), v.end());
        }
        if (to_hex(crypto::blake2_256(all)) != j.at("checksum").get<std::string>())
            problem("checksum of all storage differs");
        if (to_hex(trie::root(entries)) != j.at("state_root_v1").get<std::string>())
            problem("state root differs");
    }

    MemoryView view_;
    std::vector<const Pallet*> pallets_;  // of the runtime that was recorded
    std::vector<Bytes> excluded_;
    std::vector<AccountId> authors_;
    std::string problems_;
    std::optional<Invariants> invariants_;
    std::vector<Event> events_;  // of the last step
    u32 block_ = 1;
    u64 seed_ = 0;
};

std::string report(const Json& j, const std::string& problems) {
    std::string head =
        fmt::format("step {} ({}", j.at("step").get<u64>(), j.at("kind").get<std::string>());
    if (j.contains("call"))
        head += fmt::format(" {}.{} by {}: {}", j["pallet"].get<std::string>(),
                            j["call"].get<std::string>(), j["origin"].get<std::string>(),
                            j.value("args_debug", ""));
    constexpr std::size_t readable = 6000;  // a wrong block can differ everywhere
    return head + fmt::format(", block {})\n", j.at("block").get<u64>()) +
           problems.substr(0, readable);
}

}  // namespace

Outcome replay(const std::filesystem::path& file, Invariance invariance) {
    Outcome out;
    std::optional<Replay> replay;
    const bool checked = invariance == Invariance::checked;
    vectors::for_each_record(file, [&](const Json& j, std::size_t) {
        if (j.contains("format"))
            replay.emplace(j);
        else if (j.contains("initial_storage"))
            replay->load(j["initial_storage"]);
        else if (j.contains("kind")) {
            ++out.total;
            if (!out.difference.empty()) return;
            replay->step(j);
            if (checked && replay->problems().empty()) replay->check_invariants(j["kind"] != "raw");
            if (replay->problems().empty())
                ++out.steps;
            else
                out.difference = report(j, replay->problems());
        }
    });
    if (!replay) throw std::runtime_error("no trace header in " + file.string());
    return out;
}

}  // namespace traces
