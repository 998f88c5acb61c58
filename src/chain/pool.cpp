// Transactions that wait for a block.
#include "chain/pool.hpp"

#include <algorithm>
#include <cstring>
#include <queue>

#include "crypto/hash.hpp"

namespace chain {
namespace {

/// The tag a signed transaction provides: its signer and nonce. An unsigned one is kept as the only
/// transaction of an account that nobody has, named by its tag.
std::optional<std::pair<AccountId, u32>> signer_of(const ValidTransaction& valid) {
    if (valid.provides.empty()) return {};
    const auto& tag = valid.provides[0];
    if (auto signer = scale::decoded<std::pair<AccountId, u32>>(tag)) return signer;
    return std::pair{AccountId{crypto::blake2_256(tag)}, u32{0}};
}

void tell(const PoolTransaction& tx, TransactionStatus::Kind kind, const Hash& hash = {}) {
    if (tx.watcher) tx.watcher({kind, hash});
}

u64 saturating_sum(u64 a, u64 b) { return a + std::min(b, ~u64{0} - a); }

}  // namespace

std::size_t Pool::HashOf::operator()(const Hash& hash) const {
    std::size_t out;
    std::memcpy(&out, hash.data(), sizeof out);
    return out;
}

Pool::Pool(NonceOf nonce_of, const PoolLimits& limits)
    : nonce_of_(std::move(nonce_of)), limits_(limits) {}

std::optional<Rejection> Pool::known(const Hash& hash) const {
    const std::lock_guard lock(mutex_);
    if (by_hash_.contains(hash)) return rejection::AlreadyImported{hash};
    if (is_banned(hash)) return rejection::Banned{};
    return {};
}

std::optional<Rejection> Pool::add(Bytes bytes, const Hash& hash, const ValidTransaction& valid,
                                   u32 best, Watcher watcher) {
    const auto signer = signer_of(valid);
    if (!signer) return rejection::Malformed{};
    const auto tx = std::make_shared<PoolTransaction>(
        PoolTransaction{std::move(bytes), hash, signer->first, signer->second, valid.priority,
                        saturating_sum(u64{best} + 1, valid.longevity), 0, std::move(watcher)});

    const std::lock_guard lock(mutex_);
    if (by_hash_.contains(hash)) return rejection::AlreadyImported{hash};
    if (is_banned(hash)) return rejection::Banned{};  // it was included meanwhile
    auto& account = accounts_[tx->account];
    account.first = nonce_of_(tx->account);
    settle(account);
    auto refused = replace(account, *tx);
    if (!refused) refused = make_room(account, *tx);
    if (refused) {
        forget_if_empty(tx->account);
        return refused;
    }
    tx->arrival = arrivals_++;
    bytes_ += tx->bytes.size();
    by_hash_[hash] = tx;
    by_worth_.insert(tx.get());
    account.by_nonce[tx->nonce] = tx;
    settle(account);
    if (!tx->is_ready) tell(*tx, Kind::Future);
    return {};
}

/// Whether the nonce is free, or taken by one of less priority, which goes.
std::optional<Rejection> Pool::replace(Account& account, const PoolTransaction& tx) {
    if (tx.nonce < account.first) return rejection::Refused{::invalid(InvalidTransaction::Stale)};
    const auto old = account.by_nonce.find(tx.nonce);
    if (old == account.by_nonce.end()) return {};
    if (tx.priority <= old->second->priority)
        return rejection::TooLowPriority{old->second->priority, tx.priority};
    tell(*old->second, Kind::Usurped, tx.hash);
    remove(account, tx.nonce);
    return {};
}

std::optional<Rejection> Pool::make_room(const Account& account, const PoolTransaction& tx) {
    if (account.by_nonce.size() >= limits_.max_per_account)
        return rejection::Full{"too many transactions of this account wait"};
    if (tx.nonce > account.ready_end && by_hash_.size() - ready_count_ >= limits_.max_future)
        return rejection::Full{"too many transactions wait for earlier ones of their accounts"};
    while (by_hash_.size() >= limits_.max_count || bytes_ + tx.bytes.size() > limits_.max_bytes)
        if (!drop_worse_than(tx))
            return rejection::Full{"The transaction couldn't enter the pool because of the limit"};
    return {};
}

/// The transaction of least priority goes, and with it what depends on it.
bool Pool::drop_worse_than(const PoolTransaction& tx) {
    if (by_worth_.empty()) return false;
    const PoolTransaction* worst = *by_worth_.begin();
    if (worst->priority >= tx.priority || worst->account == tx.account) return false;
    const auto account = worst->account;
    remove_from(accounts_[account], worst->nonce, Kind::Dropped);
    forget_if_empty(account);
    return true;
}

/// Finds out anew who of an account is ready; earlier nonces than the account's leave first.
void Pool::settle(Account& account) {
    while (!account.by_nonce.empty() && account.by_nonce.begin()->first < account.first) {
        tell(*account.by_nonce.begin()->second, Kind::Invalid);
        remove(account, account.by_nonce.begin()->first);
    }
    account.ready_end = account.first;
    for (auto& [nonce, tx] : account.by_nonce) {
        const bool ready = nonce == account.ready_end;
        if (ready) ++account.ready_end;
        if (ready == tx->is_ready) continue;
        tx->is_ready = ready;
        ready ? ++ready_count_ : --ready_count_;
        tell(*tx, ready ? Kind::Ready : Kind::Future);
    }
}

void Pool::remove(Account& account, u32 nonce) {
    const auto at = account.by_nonce.find(nonce);
    bytes_ -= at->second->bytes.size();
    if (at->second->is_ready) --ready_count_;
    by_worth_.erase(at->second.get());
    by_hash_.erase(at->second->hash);
    account.by_nonce.erase(at);
}

/// The one with this nonce and the later ones, which cannot run without it.
void Pool::remove_from(Account& account, u32 nonce, Kind why) {
    for (auto at = account.by_nonce.lower_bound(nonce); at != account.by_nonce.end();
         at = account.by_nonce.lower_bound(nonce)) {
        tell(*at->second, why);
        remove(account, at->first);
    }
    settle(account);
}

void Pool::forget_if_empty(const AccountId& who) {
    const auto at = accounts_.find(who);
    if (at != accounts_.end() && at->second.by_nonce.empty()) accounts_.erase(at);
}

u32 Pool::next_nonce(const AccountId& who) const {
    const std::lock_guard lock(mutex_);
    const u32 first = nonce_of_(who);
    const auto at = accounts_.find(who);
    return at == accounts_.end() ? first : std::max(first, at->second.ready_end);
}

std::vector<Bytes> Pool::pending() const {
    std::vector<Bytes> out;
    for (const auto& tx : ready()) out.push_back(tx->bytes);
    return out;
}
std::size_t Pool::size() const {
    const std::lock_guard lock(mutex_);
    return by_hash_.size();
}
bool Pool::has_ready() const {
    const std::lock_guard lock(mutex_);
    return ready_count_ > 0;
}

std::vector<Pool::Entry> Pool::ready() const {
    using Next = std::map<u32, std::shared_ptr<PoolTransaction>>::const_iterator;
    struct Turn {
        Next at, end;
    };
    // True where a comes after b.
    const auto later = [](const Turn& a, const Turn& b) {
        const auto &x = *a.at->second, &y = *b.at->second;
        if (x.priority != y.priority) return x.priority < y.priority;
        return x.arrival > y.arrival;
    };
    const std::lock_guard lock(mutex_);
    std::priority_queue<Turn, std::vector<Turn>, decltype(later)> turns(later);
    for (const auto& [who, account] : accounts_) {
        const auto end = account.by_nonce.lower_bound(account.ready_end);
        if (account.by_nonce.begin() != end) turns.push({account.by_nonce.begin(), end});
    }
    std::vector<Entry> out;
    out.reserve(ready_count_);
    while (!turns.empty()) {
        auto turn = turns.top();
        turns.pop();
        out.push_back(turn.at->second);
        if (++turn.at != turn.end) turns.push(turn);
    }
    return out;
}

Pool::Entry Pool::entry_of(Bytes bytes, const Extrinsic& extrinsic) const {
    const auto hash = extrinsic_hash(bytes);
    const std::lock_guard lock(mutex_);
    if (const auto at = by_hash_.find(hash); at != by_hash_.end()) return at->second;
    PoolTransaction tx{std::move(bytes), hash};
    if (extrinsic.signer) {
        if (const auto who = lookup(extrinsic.signer->address)) tx.account = *who;
        tx.nonce = extrinsic.signer->extra.nonce;
    }
    return std::make_shared<const PoolTransaction>(std::move(tx));
}

void Pool::block_made(u32 number, const Hash& block, const std::vector<Entry>& included) {
    const std::lock_guard lock(mutex_);
    std::map<AccountId, bool> changed;
    for (const auto& tx : included) {
        tell(*tx, Kind::InBlock, block);
        ban(tx->hash);
        changed[tx->account] = true;
        const auto at = accounts_.find(tx->account);
        // It may have been replaced while the block was made.
        if (at != accounts_.end() && by_hash_.contains(tx->hash)) remove(at->second, tx->nonce);
    }
    for (auto at = accounts_.begin(); at != accounts_.end();) {
        auto& account = at->second;
        if (changed.contains(at->first)) {
            account.first = nonce_of_(at->first);
            settle(account);
        }
        for (auto tx = account.by_nonce.begin(); tx != account.by_nonce.end(); ++tx)
            if (tx->second->dies_at <= u64{number} + 1) {
                remove_from(account, tx->first, Kind::Invalid);
                break;
            }
        at = account.by_nonce.empty() ? accounts_.erase(at) : std::next(at);
    }
    if (!included.empty()) not_final_.push_back({number, block, included});
}

void Pool::finalize(u32 number) {
    const std::lock_guard lock(mutex_);
    for (; !not_final_.empty() && not_final_.front().number <= number; not_final_.pop_front())
        for (const auto& tx : not_final_.front().transactions)
            tell(*tx, Kind::Finalized, not_final_.front().block);
}

void Pool::invalid(const Entry& tx) {
    const std::lock_guard lock(mutex_);
    ban(tx->hash);
    if (!by_hash_.contains(tx->hash)) return;
    remove_from(accounts_[tx->account], tx->nonce, Kind::Invalid);
    forget_if_empty(tx->account);
}

void Pool::look_again(const AccountId& who) {
    const std::lock_guard lock(mutex_);
    const auto at = accounts_.find(who);
    if (at == accounts_.end()) return;
    at->second.first = nonce_of_(who);
    settle(at->second);
    forget_if_empty(who);
}

void Pool::ban(const Hash& hash) {
    if (!banned_.insert_or_assign(hash, std::chrono::steady_clock::now() + limits_.ban).second)
        return;
    banned_order_.push_back(hash);
    if (banned_order_.size() <= limits_.max_banned) return;
    banned_.erase(banned_order_.front());
    banned_order_.pop_front();
}

bool Pool::is_banned(const Hash& hash) const {
    const auto at = banned_.find(hash);
    return at != banned_.end() && std::chrono::steady_clock::now() < at->second;
}

}  // namespace chain
