// The state a block executes on: pending changes with nested transactions above a read-only view.
#pragma once
#include "state/key_map.hpp"

/// Receives a value without a copy; the bytes live only during the call.
using ValueReader = FunctionRef<void(BytesView)>;

/// Key -> new value, or nullopt where the key is erased. Walked in order: change sets are
/// deterministic.
using Changes = KeyMap<std::optional<Bytes>>;

/// The read side of the state at one block.
class View {
public:
    virtual ~View() = default;
    /// Calls `reader` with the value and returns true, or returns false where the key is absent.
    /// `reader` must not use the view again.
    virtual bool read(BytesView key, ValueReader reader) const = 0;
    /// The smallest present key greater than `key`.
    virtual std::optional<Bytes> next_key(BytesView key) const = 0;
    /// The present keys greater than `key` with their values, in order, until `use` returns false.
    /// `use` must not use the view again.
    virtual void scan(BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const;

    std::optional<Bytes> get(BytesView key) const;
    bool contains(BytesView key) const;
};

/// A view over a map of its own: tests, genesis.
class MemoryView final : public View {
public:
    bool read(BytesView key, ValueReader reader) const override;
    std::optional<Bytes> next_key(BytesView key) const override;
    void scan(BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const override;

    void put(BytesView key, Bytes value);
    void erase(BytesView key);
    void apply(const Changes& changes);
    const KeyMap<Bytes>& entries() const { return entries_; }

private:
    KeyMap<Bytes> entries_;
};

/// What State::clear_prefix did; names as in FRAME's MultiRemovalResults.
struct PrefixRemoval {
    std::optional<Bytes> cursor;  // where to go on; nullopt: nothing is left
    u32 backend = 0;              // keys of the base view erased
    u32 unique = 0;               // keys erased in all
    u32 loops = 0;                // keys of the base view looked at
};

/// One map of pending changes and a journal that undoes open layers. A lookup costs one search
/// whatever the nesting; a revert costs as much as the writes it takes back.
class State final {
public:
    /// FRAME's TRANSACTIONAL_LIMIT. Callers that nest on behalf of users check depth() first.
    static constexpr u32 MaxDepth = 255;

    explicit State(const View& base) : base_(base) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    std::optional<Bytes> get(BytesView key) const;
    bool contains(BytesView key) const;
    /// As View::read: no copy of key or value.
    bool read(BytesView key, ValueReader reader) const;
    std::optional<Bytes> next_key(BytesView key) const;
    /// The present keys greater than `prefix` that start with it, with their values, in order,
    /// until `visit` returns false. `visit` may change the state; the walk sees its changes ahead.
    void walk(BytesView prefix, FunctionRef<bool(BytesView, BytesView)> visit) const;

    void put(BytesView key, Bytes value);
    void erase(BytesView key);
    /// Erases the present keys that start with `prefix`, in order, at most `limit`; returns how
    /// many.
    u32 erase_prefix(BytesView prefix, u32 limit = ~0u);
    /// FRAME's clear_prefix: pending keys go at once and uncounted, `limit` counts keys of the base
    /// view only; go on with the returned cursor (sp-state-machine ext.rs).
    PrefixRemoval clear_prefix(BytesView prefix, std::optional<u32> limit,
                               const std::optional<Bytes>& cursor);

    void open();    // begins a layer
    void commit();  // folds the innermost layer into the one around it
    void revert();  // takes back all writes since the innermost layer began
    u32 depth() const { return static_cast<u32>(marks_.size()); }

    /// The net change of all layers against the base view. A key may be listed with the value it
    /// already had.
    const Changes& changes() const { return changes_; }
    /// Ends this state's life: no layer may be open.
    Changes take_changes() &&;

    /// One key written since the innermost layer began.
    struct Touched {
        BytesView key;
        std::optional<Bytes> before, after;
    };
    /// In key order, each key once. For invariant checks at the end of an extrinsic.
    std::vector<Touched> touched() const;

private:
    struct Undo {
        Changes::Entry* at;
        bool existed;                 // was there a pending change for this key?
        std::optional<Bytes> before;  // if so, which
    };
    void write(BytesView key, std::optional<Bytes> value);

    const View& base_;
    Changes changes_;
    std::vector<Undo> journal_;       // empty while no layer is open
    std::vector<std::size_t> marks_;  // journal length at the start of each open layer
};

/// Undo on every way out except an explicit keep().
class [[nodiscard]] Transaction {
public:
    explicit Transaction(State& state) : state_(state) { state_.open(); }
    ~Transaction() {
        if (!kept_) state_.revert();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void keep() {
        state_.commit();
        kept_ = true;
    }

private:
    State& state_;
    bool kept_ = false;
};
