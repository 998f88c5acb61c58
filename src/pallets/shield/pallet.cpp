// The tables (pallets/shield lib.rs, weights.rs).
#include "pallets/shield/pallet.hpp"

#include "pallets/shield/calls.hpp"
#include "pallets/shield/errors.hpp"
#include "pallets/shield/events.hpp"
#include "pallets/shield/shielded.hpp"
#include "pallets/shield/storage.hpp"

namespace shield {

Storage::Storage() : StorageList("MevShield") {}
const Storage storage;

static constexpr Weight with_write(u64 ref_time) { return {ref_time + db_write_ref_time, 0}; }
static constexpr std::array calls{
    call<announce_next_key>("announce_next_key",
                            {33'661'000 + 4 * db_read_ref_time + 6 * db_write_ref_time, 5555},
                            Pays::Yes, "The block's author announces its next key; an inherent."),
    call<submit_encrypted>("submit_encrypted", {207'223'000, 0}, Pays::Yes,
                           "Brings an encrypted transaction, which the author adds to the block."),
    call<store_encrypted>("store_encrypted", {20'000'000'000, 0}, Pays::Yes,
                          "Puts an encrypted call into the chain's queue."),
    call<set_max_pending_extrinsics_number>("set_max_pending_extrinsics_number",
                                            with_write(4'206'000), Pays::Yes,
                                            "Root sets how many calls may wait in the queue."),
    call<set_on_initialize_weight>("set_on_initialize_weight", with_write(4'327'000), Pays::Yes,
                                   "Root sets what a block may spend on the queue."),
    call<set_stored_extrinsic_lifetime>("set_stored_extrinsic_lifetime", with_write(4'116'000),
                                        Pays::Yes, "Root sets how long calls wait."),
    call<set_max_extrinsic_weight>("set_max_extrinsic_weight", with_write(4'227'000), Pays::Yes,
                                   "Root sets what one call of the queue may cost."),
};
static constexpr std::array events{
    event<EncryptedSubmitted>("EncryptedSubmitted", "An encrypted transaction came."),
    event<ExtrinsicStored>("ExtrinsicStored", "An encrypted call waits in the queue."),
    event<ExtrinsicDecodeFailed>("ExtrinsicDecodeFailed",
                                 "A call of the queue could not be read and was dropped."),
    event<ExtrinsicDispatchFailed>("ExtrinsicDispatchFailed",
                                   "A call of the queue ran, and failed."),
    event<ExtrinsicDispatched>("ExtrinsicDispatched", "A call of the queue ran."),
    event<ExtrinsicExpired>("ExtrinsicExpired", "A call waited too long and was dropped."),
    event<ExtrinsicPostponed>("ExtrinsicPostponed",
                              "A call of the queue has no room in this block and waits on."),
    event<MaxPendingExtrinsicsNumberSet>("MaxPendingExtrinsicsNumberSet",
                                         "How many calls may wait was set."),
    event<OnInitializeWeightSet>("OnInitializeWeightSet",
                                 "What a block may spend on the queue was set."),
    event<ExtrinsicLifetimeSet>("ExtrinsicLifetimeSet", "How long calls wait was set."),
    event<MaxExtrinsicWeightSet>("MaxExtrinsicWeightSet",
                                 "What one call of the queue may cost was set."),
    event<ExtrinsicWeightExceeded>("ExtrinsicWeightExceeded",
                                   "A call of the queue weighs too much and was dropped."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    SHIELD_ERRORS(X)
#undef X
};

const Pallet pallet{.index = pallet_index,
                    .name = "MevShield",
                    .path = "pallet_shield::pallet",
                    .storage = &storage,
                    .calls = calls,
                    .events = events,
                    .errors = errors,
                    .hooks = {.on_initialize = &process_pending_extrinsics}};

}  // namespace shield
