// One block under construction.
#include "chain/building.hpp"

#include "pallets/shield/storage.hpp"
#include "runtime/shielded.hpp"

namespace chain {

/// Extrinsics that do not fit before the builder takes the block for full.
constexpr int max_skipped = 8;

Building::Building(BlockExecution& execution, Pool& pool, const ShieldKeys& keys,
                   const State& parent)
    : execution_(execution), pool_(pool), keys_(keys) {
    if (const auto key = shield::storage.PendingKey.get(parent))
        opens_now_ = shield::key_hash(*key);
}

void Building::add_own(const AnyCall& call) {
    auto raw = bare_extrinsic(call);
    if (execution_.apply(raw)) extrinsics_.push_back(std::move(raw));
}

/// False: the block is full.
bool Building::skip() { return ++skipped_ < max_skipped; }

bool Building::include(const Pool::Entry& tx) {
    extrinsics_.push_back(tx->bytes);
    included_.push_back(tx);
    return true;
}

bool Building::take(const Pool::Entry& tx) {
    if (waiting_.contains(tx->account)) return true;
    const auto extrinsic = decode_extrinsic(tx->bytes);
    const auto shielded = extrinsic ? shielded_in(*extrinsic) : std::nullopt;
    if (shielded && shielded->key_hash != opens_now_) {
        waiting_.insert(tx->account);  // and with it what depends on it
        return true;
    }
    const auto result = execution_.apply(tx->bytes);
    if (result) {
        include(tx);
        return !shielded || take_inside(*shielded);
    }
    const auto& error = result.error();
    if (error.is(InvalidTransaction::ExhaustsResources)) return skip();
    if (error.is(InvalidTransaction::Future))
        pool_.look_again(tx->account);
    else
        pool_.invalid(tx);
    return true;
}

/// The block holds the shell already, which has paid; what is inside follows it or is left out.
bool Building::take_inside(const shield::ShieldedTransaction& tx) {
    const auto key = keys_.find(tx.key_hash);
    auto bytes = key ? unshielded(*key, tx) : std::nullopt;
    if (!bytes) return true;
    const auto extrinsic = decode_extrinsic(*bytes);
    // An author's inherent stands at the front of a block or nowhere.
    if (!extrinsic || is_inherent(extrinsic->call)) return true;
    const auto result = execution_.apply(*bytes);
    if (!result) return !result.error().is(InvalidTransaction::ExhaustsResources) || skip();
    return include(pool_.entry_of(*std::move(bytes), *extrinsic));
}

}  // namespace chain
