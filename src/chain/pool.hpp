// Transactions that wait for a block: those whose turn it is (ready) and those that wait for an
// earlier nonce of their signer (future). Rules and names: Substrate's sc-transaction-pool.
#pragma once
#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <unordered_map>
#include <variant>

#include "frame/validity.hpp"
#include "primitives/account.hpp"
#include "runtime/extrinsic.hpp"

namespace chain {

struct PoolLimits {
    std::size_t max_count = 8192;
    std::size_t max_bytes = 20 << 20;
    std::size_t max_future = 1024;       // of max_count
    std::size_t max_per_account = 2048;  // ready and future
    std::size_t max_banned = 16384;      // remembered; the oldest are forgotten first
    std::chrono::steady_clock::duration ban = std::chrono::minutes(30);
};

/// What happens to a transaction after it was accepted.
struct TransactionStatus {
    enum class Kind : u8 { Ready, Future, InBlock, Finalized, Usurped, Dropped, Invalid };
    Kind kind;
    Hash hash{};  // of the block, or of the transaction that took the place
    bool is_last() const { return kind > Kind::InBlock; }
};
/// Called while the pool is locked: hand the status on, ask the pool nothing.
using Watcher = std::function<void(const TransactionStatus&)>;

namespace rejection {
struct Malformed {};  // no extrinsic of this runtime
struct Refused {
    ValidityError reason;
};
struct AlreadyImported {
    Hash hash;
};
struct Banned {};
struct TooLowPriority {
    u64 old_priority, new_priority;
};
struct Full {
    std::string_view limit;  // which one
};
}  // namespace rejection
using Rejection = std::variant<rejection::Malformed, rejection::Refused, rejection::AlreadyImported,
                               rejection::Banned, rejection::TooLowPriority, rejection::Full>;

struct PoolTransaction {
    Bytes bytes;  // with the length in front
    Hash hash{};
    AccountId account{};
    u32 nonce = 0;
    u64 priority = 0;
    u64 dies_at = 0;  // the first block that cannot hold it
    u64 arrival = 0;
    Watcher watcher{};
    bool is_ready = false;  // the pool's business
};

/// Thread-safe.
class Pool {
public:
    /// `nonce_of` gives an account's nonce after the best block; called under the pool's lock.
    using NonceOf = std::function<u32(const AccountId&)>;
    explicit Pool(NonceOf nonce_of, const PoolLimits& limits = {});

    /// Whether a transaction need not be looked at: it is here already, or banned.
    std::optional<Rejection> known(const Hash&) const;
    /// `valid`: what the runtime said about it on top of block `best`.
    std::optional<Rejection> add(Bytes bytes, const Hash& hash, const ValidTransaction& valid,
                                 u32 best, Watcher watcher);

    /// The account's nonce after its ready transactions.
    u32 next_nonce(const AccountId&) const;
    std::vector<Bytes> pending() const;  // ready ones, in order
    std::size_t size() const;
    bool has_ready() const;

    using Entry = std::shared_ptr<const PoolTransaction>;
    /// In the order of execution: by priority, then age; each account's by nonce.
    std::vector<Entry> ready() const;

    /// The entry of a transaction that came into a block another way than through the pool: the
    /// pool's own if it waits here too, so that who watches it is told.
    Entry entry_of(Bytes bytes, const Extrinsic&) const;

    /// A block was added: its transactions leave, late ones die, others may have become ready.
    void block_made(u32 number, const Hash& block, const std::vector<Entry>& included);
    /// Blocks up to this one are final: who watches their transactions is told.
    void finalize(u32 number);
    /// The block builder could not use it; those that depend on it go as well.
    void invalid(const Entry&);
    /// The account's nonce is not what the pool took it for.
    void look_again(const AccountId&);

private:
    using Kind = TransactionStatus::Kind;
    struct Account {
        u32 first = 0;      // nonce after the best block
        u32 ready_end = 0;  // the nonce after the last ready one
        std::map<u32, std::shared_ptr<PoolTransaction>> by_nonce{};
    };
    using Accounts = std::map<AccountId, Account>;

    std::optional<Rejection> make_room(const Account&, const PoolTransaction&);
    std::optional<Rejection> replace(Account&, const PoolTransaction&);
    bool drop_worse_than(const PoolTransaction&);
    void settle(Account&);
    void remove(Account&, u32 nonce);
    void remove_from(Account&, u32 nonce, Kind);
    void forget_if_empty(const AccountId&);
    void ban(const Hash&);
    bool is_banned(const Hash&) const;

    const NonceOf nonce_of_;
    const PoolLimits limits_;
    mutable std::mutex mutex_;
    Accounts accounts_;
    struct HashOf {
        std::size_t operator()(const Hash&) const;
    };
    std::unordered_map<Hash, std::shared_ptr<PoolTransaction>, HashOf> by_hash_;
    /// Who goes first when the pool is full: least priority, of equals the youngest.
    struct Worse {
        bool operator()(const PoolTransaction* a, const PoolTransaction* b) const {
            return a->priority != b->priority ? a->priority < b->priority : a->arrival > b->arrival;
        }
    };
    std::set<const PoolTransaction*, Worse> by_worth_;
    std::unordered_map<Hash, std::chrono::steady_clock::time_point, HashOf> banned_;
    std::deque<Hash> banned_order_;
    struct Included {
        u32 number;
        Hash block;
        std::vector<Entry> transactions;
    };
    std::deque<Included> not_final_;  // oldest first
    std::size_t bytes_ = 0, ready_count_ = 0;
    u64 arrivals_ = 0;
};

}  // namespace chain
