// Proposals, commits and proofs: the backend and the trie kept in step.
#include "store/store.hpp"

#include <fmt/format.h>

namespace store {
namespace {

/// Calls `use` with each key and value of a view, in order.
void for_each_entry(const View& view, FunctionRef<void(BytesView, BytesView)> use) {
    view.read({}, [&](BytesView value) { use({}, value); });
    view.scan({}, [&](BytesView key, BytesView value) {
        use(key, value);
        return true;
    });
}

trie::Trie trie_of(const View& view) {
    trie::Trie trie;
    for_each_entry(view, [&](BytesView key, BytesView value) { trie.set(key, value); });
    return trie;
}

/// Changes that write what is there already would cost a version and a trie path each.
void drop_unchanged(Changes& changes, const View& newest) {
    changes.erase_if([&](BytesView key, const std::optional<Bytes>& value) {
        bool same = false;
        const bool present =
            newest.read(key, [&](BytesView old) { same = value && equal(*value, old); });
        return present ? same : !value;
    });
}

}  // namespace

Store::Store(std::unique_ptr<Backend> backend)
    : backend_(std::move(backend)), trie_(trie_of(backend_->head_view())) {
    state_root_ = trie_.root();
}

Outcome<std::unique_ptr<Store>> Store::open(const DiskOptions& options) {
    auto backend = disk_backend(options);
    if (!backend) return backend.failure();
    return std::make_unique<Store>(*std::move(backend));
}

void Store::apply(const Changes& changes) const {
    for (const auto& [key, value] : changes)
        if (value)
            trie_.set(key, *value);
        else
            trie_.erase(key);
}

void Store::take_back(const View& newest) const {
    for (const auto& [key, value] : *proposed_)
        if (!newest.read(key, [&, k = key](BytesView old) { trie_.set(k, old); })) trie_.erase(key);
}

Hash Store::propose(Changes changes) {
    withdraw();
    drop_unchanged(changes, head_view());
    const std::lock_guard lock(mutex_);
    apply(changes);
    proposed_ = std::move(changes);
    return trie_.root();
}

void Store::withdraw() {
    const std::lock_guard lock(mutex_);
    if (proposed_) take_back(head_view());
    proposed_.reset();
}

Outcome<> Store::commit(const Block& block) {
    ASSERT(proposed_);
    const auto before = head();
    ASSERT(block.number == (before ? before->number + 1 : 0));
    if (broken_) return *broken_;
    const std::lock_guard lock(mutex_);  // a proof sees trie and newest block in step
    if (auto written = backend_->write(block, *proposed_); !written) {
        broken_ = written.failure();
        take_back(head_view());
        proposed_.reset();
        return *broken_;
    }
    proposed_.reset();
    state_root_ = trie_.root();
    return {};
}

Hash Store::state_root() const {
    const std::lock_guard lock(mutex_);
    return state_root_;
}

Outcome<std::vector<Bytes>> Store::prove(u32 number, std::span<const Bytes> keys) const {
    if (keys.size() > MaxProofKeys)
        return Failure{fmt::format("a read proof is limited to {} keys", MaxProofKeys)};
    const auto view = view_at(number);
    if (!view) return Failure{fmt::format("there is no block {}", number)};
    const auto value_at = [&](BytesView key) { return view->get(key); };
    {
        const std::lock_guard lock(mutex_);
        if (head()->number == number) {
            if (proposed_) take_back(*view);
            auto proof = trie::prove(trie_, keys, value_at);
            if (proposed_) apply(*proposed_);
            return proof;
        }
    }
    const std::lock_guard lock(old_mutex_);
    if (old_number_ != number) {
        old_trie_ = trie_of(*view);
        old_number_ = number;
    }
    return trie::prove(old_trie_, keys, value_at);
}

}  // namespace store
