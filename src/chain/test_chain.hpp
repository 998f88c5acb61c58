// A chain for tests and benches: blocks by hand, development accounts, signed transfers.
#pragma once
#include "chain/chain.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"
#include "testing/env/signed.hpp"

namespace chain {

inline Options manual_options() {
    Options options;
    options.engine = Engine::Manual;
    options.seed = Hash{1};
    return options;
}

inline std::unique_ptr<Chain> memory_chain(const Options& options = manual_options()) {
    use_constants(options.spec);
    auto chain = Chain::open(std::make_unique<store::Store>(store::memory_backend()), options);
    ASSERT(chain);
    return *std::move(chain);
}

/// An immortal extrinsic of `who`.
inline Bytes signed_call(const Chain& chain, const DevKey& who, const AnyCall& call,
                         ExtrinsicExtra extra) {
    const auto genesis = *chain.store().hash_of(0);
    Hash birth = genesis;
    if (!extra.era.is_immortal())
        birth = *chain.store().hash_of(u32(extra.era.birth(chain.best().number)));
    const auto view = chain.store().view_at(chain.best().number);
    return sign_extrinsic(who, call, extra, genesis, birth,
                          frame_system::spec_version(State(*view)));
}

inline AnyCall transfer_call(const AccountId& to, u64 rao) {
    return AnyCall::of(balances::transfer_keep_alive{to, {{rao}}});
}

inline Bytes transfer(const Chain& chain, const DevKey& from, const AccountId& to, u64 rao,
                      u32 nonce) {
    return signed_call(chain, from, transfer_call(to, rao), {.nonce = nonce});
}

inline frame_system::AccountInfo account_at(const Chain& chain, u32 block, const AccountId& who) {
    const auto view = chain.store().view_at(block);
    return frame_system::storage.Account.get(State(*view), who);
}
inline u64 free_rao(const Chain& chain, const AccountId& who) {
    return account_at(chain, chain.best().number, who).data.free.rao;
}

}  // namespace chain
