// Tests speak in accounts, calls and expectations:
//     env(alice, add_stake{.hotkey = bob, .netuid = {1}, .amount_staked = 5_tao}, ok, emits(...));
//     env(alice, add_stake{...}, fails(Error::SubnetNotExists));
// Every call goes the whole way (encode, decode, guards, dispatch). Checked without being asked: a
// failed one leaves neither state nor events behind, a good one no invariant broken.
#pragma once
#include <gtest/gtest.h>

#include "frame/pallet.hpp"

namespace env_words {
inline constexpr struct Ok {
} ok;
struct Fails {
    DispatchError error;
};
template <class E>
struct Emits {
    E expected;
};
}  // namespace env_words
using env_words::ok;

/// fails(Error::X) of any pallet, fails(TokenError::Frozen), fails(DispatchError::Kind::BadOrigin).
template <class E>
env_words::Fails fails(E e) {
    return {fail(e)};
}
template <class E>
env_words::Emits<E> emits(E e) {
    return {std::move(e)};
}

class Env {
public:
    /// An account whose id begins with the name, holding `free_rao`.
    AccountId account(std::string_view name, u64 free_rao = 0);

    template <class C, class... Expect>
    void operator()(const Origin& who, const C& call, const Expect&... expect) {
        Bytes raw{C::pallet, C::index};
        scale::encode(raw, call);
        auto from = cx.events.size();
        auto r = apply(who, raw);
        if constexpr (sizeof...(expect) == 0) check(r, from, ok);
        (check(r, from, expect), ...);
    }
    template <class C, class... Expect>
    void operator()(const AccountId& who, const C& call, const Expect&... expect) {
        (*this)(Origin::signed_by(who), call, expect...);
    }

    /// The result, whatever it is; also here a failed call must leave nothing behind.
    template <class C>
    Result<> attempt(const Origin& who, const C& call) {
        Bytes raw{C::pallet, C::index};
        scale::encode(raw, call);
        return apply(who, raw);
    }

    /// Ends blocks and begins the next ones, all hooks included, until `block` is current.
    void run_to(u32 block);
    u64 free_rao(const AccountId&) const;

    Env();
    MemoryView view;
    State state{view};
    Context cx{state, 1};
    /// Off where a test means to break them: root corrects the issuance, neurons of nobody.
    bool invariants_hold = true;

private:
    Result<> apply(const Origin&, BytesView call);
    void check(const Result<>&, std::size_t from, env_words::Ok);
    void check(const Result<>&, std::size_t from, const env_words::Fails&);
    void check_emitted(std::size_t from, const Event& wanted);
    template <class E>
    void check(const Result<>&, std::size_t from, const env_words::Emits<E>& e) {
        check_emitted(from, {E::pallet, E::index, scale::encoded(e.expected)});
    }
};
