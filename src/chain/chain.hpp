// The chain: blocks are made from the pool, executed, stored; none is ever taken back.
#pragma once
#include <atomic>
#include <condition_variable>
#include <thread>

#include "chain/block.hpp"
#include "chain/genesis.hpp"
#include "chain/pool.hpp"
#include "chain/shield_keys.hpp"
#include "chain/watch.hpp"

namespace chain {

/// When blocks are made.
enum class Engine : u8 {
    Interval,  // one every so many milliseconds, also when nothing waits
    Instant,   // one as soon as something waits
    Manual     // when asked to
};

/// From block `height` on the chain keeps to the rules of another runtime.
struct Upgrade {
    u32 spec_version = 0, height = 0;
};

struct Options {
    Spec spec{};
    /// By rising height, and by rising version.
    std::vector<Upgrade> upgrades{};
    Engine engine = Engine::Interval;
    u64 interval_ms = 250;  // of Engine::Interval
    /// How many blocks the announced finality stays behind the best block. Clients' tests count
    /// on the pace of networks where validators agree after a block was made.
    u32 finality_lag = 0;
    PoolLimits pool{};
    /// Look after each block whether what must always hold still does (chain/watch.hpp), and end
    /// the chain when it does not. Full scans of the state: for chains under development.
    bool check = false;
    /// Makes the author's keys of the MEV shield foreseeable (chain/shield_keys.hpp).
    std::optional<Hash> seed{};
};

using store::Head;

/// What a new block looks like to those who follow the chain.
struct NewBlock {
    Head head;
    const Header& header;
    std::size_t extrinsics;
    std::optional<Header> finalized{};  // the block that became final with it
};

/// Any thread may read and submit; one block is made at a time, whoever asks.
class Chain {
public:
    /// Continues what the store holds or writes the genesis block. Fails when the store is damaged
    /// or holds another chain. The spec's constants must be in force (use_constants).
    static Outcome<std::unique_ptr<Chain>> open(std::unique_ptr<store::Store>, const Options&);
    ~Chain();

    using Listener = std::function<void(const NewBlock&)>;
    /// Called on the thread that made the block, after it can be read. Before start() only.
    void on_block(Listener);
    /// Called once when no more blocks can be stored. Before start() only.
    void on_failure(std::function<void(const std::string&)>);
    void start();  // the engine begins
    void stop();   // and ends; no block is cut short

    Head best() const { return *store_->head(); }
    Head finalized() const;
    const store::Store& store() const { return *store_; }
    std::optional<Header> header(u32 number) const;
    Pool& pool() { return pool_; }
    const Options& options() const { return options_; }

    /// Checks the extrinsic on the best block and takes it into the pool.
    std::optional<Rejection> submit(Bytes extrinsic, Watcher watcher = {});

    /// Makes the next block now.
    Outcome<Head> make_block();

private:
    Chain(std::unique_ptr<store::Store>, const Options&);
    Outcome<> begin();
    Outcome<> check_head(const Header& genesis);
    Outcome<> check_upgrades() const;
    u32 spec_version_at(u32 number) const;
    u64 clock_ms(u32 number) const;
    void run();
    bool wait_for_turn();

    const Options options_;
    std::unique_ptr<store::Store> store_;
    Pool pool_;
    std::vector<Listener> listeners_;
    std::function<void(const std::string&)> failed_;
    std::mutex making_;  // held while a block is made
    ShieldKeys shield_keys_;
    std::unique_ptr<Watch> watch_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::atomic<bool> stopping_ = false;  // written under mutex_
    std::chrono::steady_clock::time_point next_turn_{};
    std::thread engine_;
};

}  // namespace chain
