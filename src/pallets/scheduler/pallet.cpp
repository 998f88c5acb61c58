// The pallet's tables. Weights: pallet-scheduler's SubstrateWeight (42.0.0), for full agendas.
#include "pallets/scheduler/pallet.hpp"

#include "pallets/scheduler/calls.hpp"
#include "pallets/scheduler/errors.hpp"
#include "pallets/scheduler/events.hpp"
#include "pallets/scheduler/scheduler.hpp"
#include "pallets/scheduler/storage.hpp"

namespace scheduler {

Constants constants;
Storage::Storage() : StorageList("Scheduler") {}
const Storage storage;

static constexpr u64 s = max_scheduled_per_block, proof = agenda_proof_size;
static constexpr Weight schedule_weight = priced(3'815'234 + 538'417 * s, proof, 1, 1);
static constexpr Weight schedule_named_weight = priced(8'965'037 + 559'963 * s, proof, 2, 2);
static constexpr std::array calls{
    call<schedule>("schedule", schedule_weight, Pays::Yes,
                   "Has a call made as root in a block to come. Root only."),
    call<cancel>("cancel", priced(2'524'382 + 777'710 * s, proof, 1, 3), Pays::Yes,
                 "Cancels a task. Root only."),
    call<schedule_named>("schedule_named", schedule_named_weight, Pays::Yes,
                         "Has a call made in a block to come, under a name. Root only."),
    call<cancel_named>("cancel_named", priced(7'403'622 + 778'228 * s, proof, 2, 3), Pays::Yes,
                       "Cancels the task of that name. Root only."),
    call<schedule_after>("schedule_after", schedule_weight, Pays::Yes,
                         "Has a call made after so many blocks. Root only."),
    call<schedule_named_after>("schedule_named_after", schedule_named_weight, Pays::Yes,
                               "Has a call made after so many blocks, under a name. Root only."),
    call<set_retry>("set_retry", priced(169'783'000, proof, 1, 1), Pays::Yes,
                    "Has a task tried again when it fails. Root only."),
    call<set_retry_named>("set_retry_named", priced(186'544'000, proof, 2, 1), Pays::Yes,
                          "Has the task of that name tried again when it fails. Root only."),
    call<cancel_retry>("cancel_retry", priced(169'076'000, proof, 1, 1), Pays::Yes,
                       "Has a task not tried again. Root only."),
    call<cancel_retry_named>("cancel_retry_named", priced(182'329'000, proof, 2, 1), Pays::Yes,
                             "Has the task of that name not tried again. Root only."),
};
static constexpr std::array events{
    event<TaskScheduled>("Scheduled", "A task was put into a block's agenda."),
    event<Canceled>("Canceled", "A task was cancelled."),
    event<Dispatched>("Dispatched", "A task's call was made, with this result."),
    event<RetrySet>("RetrySet", "A task will be tried again when it fails."),
    event<RetryCancelled>("RetryCancelled", "A task will not be tried again."),
    event<CallUnavailable>("CallUnavailable", "A task's call was not there when it was due."),
    event<PeriodicFailed>("PeriodicFailed",
                          "A task could not be repeated: the agenda of that block is full."),
    event<RetryFailed>("RetryFailed", "A task could not be tried again: there was no room for it."),
    event<PermanentlyOverweight>("PermanentlyOverweight",
                                 "A task weighs more than tasks of a block ever may."),
    event<AgendaIncomplete>("AgendaIncomplete", "Tasks since that block are still to be done."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    SCHEDULER_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view constant) {
    if (constant == "MaximumWeight") return "What the tasks of a block may weigh.";
    return "How many tasks a block may have.";
}

const Pallet pallet{.index = pallet_index,
                    .name = "Scheduler",
                    .path = "pallet_scheduler::pallet",
                    .storage = &storage,
                    .calls = calls,
                    .events = events,
                    .errors = errors,
                    .constants = constants_table<constants>(&describe),
                    .hooks = {.on_initialize = &on_initialize}};

}  // namespace scheduler
