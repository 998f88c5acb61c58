// The chain: making, storing and announcing blocks.
#include "chain/chain.hpp"

#include <fmt/format.h>

#include "base/hex.hpp"
#include "chain/building.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/shield/calls.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"
#include "pallets/timestamp/timestamp.hpp"
#include "runtime/executive.hpp"
#include "runtime/shielded.hpp"
#include "trie/root.hpp"

namespace chain {
namespace {

/// Where the clock of manual chains begins, in milliseconds: 2025-01-01.
constexpr u64 virtual_start_ms = 1'735'689'600'000;

u32 nonce_at_head(const store::Store& store, const AccountId& who) {
    const auto view = store.view_at(store.head()->number);
    return frame_system::storage.Account.get(State(*view), who).nonce;
}

}  // namespace

Chain::Chain(std::unique_ptr<store::Store> store, const Options& options)
    : options_(options),
      store_(std::move(store)),
      pool_([this](const AccountId& who) { return nonce_at_head(*store_, who); }, options.pool),
      shield_keys_(options.seed) {}

Chain::~Chain() { stop(); }

Outcome<std::unique_ptr<Chain>> Chain::open(std::unique_ptr<store::Store> store,
                                            const Options& options) {
    std::unique_ptr<Chain> chain(new Chain(std::move(store), options));
    if (const auto ready = chain->begin(); !ready) return ready.failure();
    if (options.check) chain->watch_ = std::make_unique<Watch>(chain->store_->head_view());
    return chain;
}

Outcome<> Chain::begin() {
    auto spec = options_.spec;
    if (store_->head() && !spec.spec_version) spec.spec_version = spec_version_at(0);
    auto changes = genesis_state(spec);
    if (store_->head()) {
        MemoryView state;
        state.apply(changes);
        Header genesis;
        genesis.state_root = {trie::root_of(state.entries())};
        genesis.extrinsics_root = {extrinsics_root({})};
        if (const auto ours = check_head(genesis); !ours) return ours;
        return check_upgrades();
    }
    Header genesis;
    genesis.state_root = {store_->propose(std::move(changes))};
    genesis.extrinsics_root = {extrinsics_root({})};
    if (const auto stored = store_->commit(chain::make_block(genesis, {})); !stored) return stored;
    return check_upgrades();
}

u32 Chain::spec_version_at(u32 number) const {
    const auto view = store_->view_at(number);
    return frame_system::spec_version(State(*view));
}

/// Rules only ever become newer, and blocks that exist keep theirs.
Outcome<> Chain::check_upgrades() const {
    const u32 head = best().number;
    Upgrade last{spec_version_at(head), head};
    for (const auto& upgrade : options_.upgrades) {
        if (upgrade.height <= head) {
            const u32 then = spec_version_at(upgrade.height);
            if (then >= upgrade.spec_version) continue;
            return Failure{fmt::format(
                "block {} exists and keeps to the rules of {}: the upgrade to {} can come after "
                "block {}",
                upgrade.height, then, upgrade.spec_version, head)};
        }
        if (upgrade.height <= last.height || upgrade.spec_version <= last.spec_version)
            return Failure{fmt::format(
                "the upgrade to {} at block {} does not follow {} at block {}: both numbers must "
                "rise",
                upgrade.spec_version, upgrade.height, last.spec_version, last.height)};
        last = upgrade;
    }
    return {};
}

/// The folder must hold this chain, and its state be the one its newest header names.
Outcome<> Chain::check_head(const Header& genesis) {
    const auto stored = store_->hash_of(0);
    if (stored != hash_of(genesis))
        return Failure{fmt::format(
            "the folder holds another chain: its genesis is {}, these flags make {} (choose "
            "another --data folder, or the --normal or --fast-runtime, the --beacon, the "
            "--spec-version and the "
            "BT_DEFAULT_TOKEN_WALLET it was begun with)",
            to_hex_0x(*stored), to_hex_0x(hash_of(genesis)))};
    const auto newest = header(best().number);
    ASSERT(newest);
    if (newest->state_root.bytes != store_->state_root())
        return Failure{fmt::format(
            "the folder is damaged: block {} has state root {}, its state gives {} (restore a "
            "copy, or begin anew in an empty folder)",
            best().number, to_hex_0x(newest->state_root.bytes), to_hex_0x(store_->state_root()))};
    return {};
}

void Chain::on_block(Listener listener) { listeners_.push_back(std::move(listener)); }
void Chain::on_failure(std::function<void(const std::string&)> f) { failed_ = std::move(f); }

Head Chain::finalized() const {
    const auto head = best();
    if (options_.finality_lag == 0) return head;
    const u32 number = head.number - std::min(head.number, options_.finality_lag);
    return {number, *store_->hash_of(number)};
}

std::optional<Header> Chain::header(u32 number) const {
    const auto block = store_->block(number);
    if (!block) return {};
    return header_of(*block);
}

std::optional<Rejection> Chain::submit(Bytes extrinsic, Watcher watcher) {
    const auto hash = extrinsic_hash(extrinsic);
    if (auto known = pool_.known(hash)) return known;
    const auto head = best();
    const auto view = store_->view_at(head.number);
    State scratch(*view);
    const auto valid =
        validate_transaction(scratch, TransactionSource::External, head.hash, extrinsic);
    if (!valid) {
        if (!decode_extrinsic(extrinsic)) return rejection::Malformed{};
        return rejection::Refused{valid.error()};
    }
    if (const auto why = refuse_unknown_key(scratch, extrinsic)) return rejection::Refused{*why};
    auto refused = pool_.add(std::move(extrinsic), hash, *valid, head.number, std::move(watcher));
    if (!refused && options_.engine == Engine::Instant) wake_.notify_all();
    return refused;
}

u64 Chain::clock_ms(u32 number) const {
    if (options_.engine == Engine::Manual)
        return virtual_start_ms + number * aura::constants.SlotDuration;
    using namespace std::chrono;
    const auto now = system_clock::now().time_since_epoch();
    return static_cast<u64>(duration_cast<milliseconds>(now).count());
}

namespace {

std::optional<u32> upgrade_at(std::span<const Upgrade> upgrades, u32 number) {
    for (const auto& upgrade : upgrades)
        if (upgrade.height == number) return upgrade.spec_version;
    return {};
}

}  // namespace

Outcome<Head> Chain::make_block() {
    const std::lock_guard lock(making_);
    if (stopping_) return Failure{"the node is stopping"};
    const auto parent = best();
    const u32 number = parent.number + 1;
    State state(store_->head_view());
    const u64 now = timestamp::next_time(state, clock_ms(number));
    Header header;
    header.parent_hash = {parent.hash};
    header.number = {number};
    header.digest.logs.push_back(aura::slot_digest(now / aura::constants.SlotDuration));

    BlockExecution execution(state, number, parent.hash, header.digest,
                             upgrade_at(options_.upgrades, number));
    Building block(execution, pool_, shield_keys_, State(store_->head_view()));
    block.add_own(AnyCall::of(timestamp::set{{now}}));
    ASSERT(block.extrinsics().size() == 1);
    if (const auto& author = execution.context().author) {
        const auto key = shield_keys_.announce(*author, number, now);
        block.add_own(
            AnyCall::of(shield::announce_next_key{shield::ShieldEncKey(key.begin(), key.end())}));
    }
    if (options_.spec.beacon == Beacon::Own)
        for (const auto& pulse : due_pulses(state, number, now)) block.add_own(pulse);
    // A block that takes longer than its interval would keep readers waiting for the next one.
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(options_.interval_ms);
    const bool timed = options_.engine == Engine::Interval;
    for (const auto& tx : pool_.ready())
        if (!block.take(tx) || (timed && std::chrono::steady_clock::now() > deadline)) break;
    execution.finalize();
    header.digest = frame_system::storage.Digest.get(state);  // calls may have added to it
    if (watch_)
        if (auto wrong = watch_->findings(number, store_->head_view(), state); !wrong.empty())
            return Failure{std::move(wrong)};

    header.extrinsics_root = {extrinsics_root(block.extrinsics())};
    header.state_root = {store_->propose(std::move(state).take_changes())};
    const auto finished = chain::make_block(header, block.extrinsics());
    if (const auto stored = store_->commit(finished); !stored) return stored.failure();
    const Head head{number, finished.hash};
    shield_keys_.forget_old(State(store_->head_view()));
    pool_.block_made(number, head.hash, block.included());
    NewBlock made{head, header, block.extrinsics().size()};
    if (number > options_.finality_lag) {
        pool_.finalize(number - options_.finality_lag);
        made.finalized = options_.finality_lag ? this->header(finalized().number) : header;
    }
    for (const auto& listener : listeners_) listener(made);
    return head;
}

void Chain::start() {
    if (options_.engine == Engine::Manual) return;
    next_turn_ = std::chrono::steady_clock::now();
    engine_ = std::thread([this] { run(); });
}

void Chain::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (engine_.joinable()) engine_.join();
}

/// Until a block is due; false when the engine is to end.
bool Chain::wait_for_turn() {
    using namespace std::chrono;
    // How soon an instant engine sees work when the wake-up call came too early.
    constexpr auto look_up = milliseconds(20);
    std::unique_lock lock(mutex_);
    if (options_.engine == Engine::Instant) {
        while (!stopping_ && !pool_.has_ready()) wake_.wait_for(lock, look_up);
        return !stopping_;
    }
    next_turn_ = std::max(next_turn_ + milliseconds(options_.interval_ms), steady_clock::now());
    return !wake_.wait_until(lock, next_turn_, [&] { return stopping_.load(); });
}

void Chain::run() {
    while (wait_for_turn()) {
        const auto made = make_block();
        if (made) continue;
        if (failed_ && !stopping_) failed_(made.message());
        return;
    }
}

}  // namespace chain
