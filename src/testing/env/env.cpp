#include "testing/env/env.hpp"

#include "pallets/balances/balances.hpp"
#include "pallets/system/storage.hpp"
#include "runtime/invariants/invariants.hpp"

static constexpr Weight max_block_weight{4'000'000'000'000, ~u64(0)};

Env::Env() { frame_system::storage.Number.set(state, cx.block); }

AccountId Env::account(std::string_view name, u64 free_rao) {
    AccountId id;
    std::copy(name.begin(), name.end(), id.bytes.begin());
    if (free_rao) (void)balances::mint_into(cx, id, TaoBalance{free_rao});
    return id;
}

u64 Env::free_rao(const AccountId& who) const {
    return frame_system::storage.Account.get(state, who).data.free.rao;
}

void Env::run_to(u32 block) {
    while (cx.block < block) {
        for (auto p : runtime())
            if (p->hooks.on_idle) p->hooks.on_idle(cx, max_block_weight);
        for (auto p : runtime())
            if (p->hooks.on_finalize) p->hooks.on_finalize(cx);
        ++cx.block;
        frame_system::storage.Number.set(state, cx.block);
        for (auto p : runtime())
            if (p->hooks.on_initialize) p->hooks.on_initialize(cx);
    }
}

Result<> Env::apply(const Origin& who, BytesView raw) {
    scale::Reader in(raw);
    AnyCall call;
    scale::decode(in, call);
    if (!in.done()) {
        ADD_FAILURE() << "the call does not decode from its own encoding";
        return fail(DispatchError::Kind::Other);
    }
    auto before = state.changes();
    auto events = cx.events.size();
    Invariants rules(state);
    cx.extrinsic_index = 0;
    auto r = transactional(cx, [&] { return call.dispatch(cx, who); });
    cx.extrinsic_index.reset();
    if (!r) {
        EXPECT_EQ(cx.events.size(), events) << "a failed call left events";
        for (const auto& [k, v] : state.changes()) {
            const auto* const pending = before.find(k);
            auto was = pending == nullptr ? view.get(k) : *pending;
            EXPECT_EQ(v, was) << "a failed call changed the state";
        }
    } else if (invariants_hold) {
        EXPECT_EQ(rules.broken(state, std::span(cx.events).subspan(events)), "");
    }
    return r;
}

void Env::check(const Result<>& r, std::size_t, env_words::Ok) {
    EXPECT_TRUE(bool(r)) << (r ? "" : error_name(r.error()));
}
void Env::check(const Result<>& r, std::size_t, const env_words::Fails& f) {
    if (r)
        ADD_FAILURE() << "succeeded; expected " << error_name(f.error);
    else
        EXPECT_EQ(error_name(r.error()), error_name(f.error));
}
void Env::check_emitted(std::size_t from, const Event& wanted) {
    for (auto i = from; i < cx.events.size(); ++i)
        if (cx.events[i].pallet == wanted.pallet && cx.events[i].index == wanted.index &&
            cx.events[i].payload == wanted.payload)
            return;
    std::string have;
    for (auto i = from; i < cx.events.size(); ++i) have += "\n  " + event_json(cx.events[i]);
    ADD_FAILURE() << "expected " << event_json(wanted) << ", emitted:" << have;
}
