// The order of things in a block: set it up, run hooks and extrinsics, close it.
// Rules: frame_executive and frame_system of stable2506.
#pragma once
#include "pallets/system/types.hpp"
#include "runtime/validate.hpp"

/// One block being made on `state`, which holds the state after its parent and receives that after
/// this block. Roots and hashes are the chain's business.
class BlockExecution {
public:
    /// Begins block `number`: its number, parent and digest are written and on_initialize hooks
    /// run. The digest carries the aura slot (aura::slot_digest). With `upgrade_to`, the rules of
    /// that runtime are in force from this block on, unless they or newer ones are already; the
    /// block's digest tells of it.
    BlockExecution(State& state, u32 number, const Hash& parent_hash, const Digest& digest,
                   std::optional<u32> upgrade_to = {});

    /// Applies one extrinsic, given with its length in front. On a ValidityError the extrinsic is
    /// not part of the block and nothing has changed; else it is, and the result is the call's.
    Validated<Result<>> apply(BytesView extrinsic);

    /// Runs on_idle with the weight that is left and on_finalize, and writes what the block leaves
    /// behind (events, weight...). Then the state is the block's.
    void finalize();

    u32 extrinsic_count() const { return extrinsic_count_; }
    const Context& context() const { return cx_; }

private:
    Validated<Result<>> apply_signed(const Extrinsic&, u32 bytes);
    Validated<Result<>> apply_bare(const Extrinsic&, u32 bytes);
    Result<> dispatch(const AnyCall&, const Origin&, DispatchInfo&);
    void emit_outcome(const Result<>&, const DispatchInfo&);
    void note_extrinsic(BytesView raw, const Extrinsic&);
    void reclaim_weight(Weight unspent, DispatchClass);
    void deposit_events();  // moves cx_.events into the record of the block
    void enter(frame_system::Phase);

    Context cx_;
    BlockUse use_{};
    u32 extrinsic_count_ = 0, event_count_ = 0;
    Bytes event_records_{};
};

/// Whether the extrinsic may enter the pool. `scratch` is an overlay on the best block's state that
/// the caller throws away.
TransactionValidity validate_transaction(State& scratch, TransactionSource, const Hash& best_hash,
                                         BytesView extrinsic);

/// Who has what when the chain begins.
struct FrameGenesis {
    std::vector<std::pair<AccountId, TaoBalance>> balances{};
    std::optional<AccountId> sudo_key{};
    u32 spec_version = newest_spec_version;
    std::vector<AccountId> authorities{};  // aura, in turns
    u64 evm_chain_id = 0;
};
void build_frame_genesis(State&, const FrameGenesis&);
