// The tables, and what other pallets ask (pallets/commitments lib.rs).
#include "pallets/commitments/pallet.hpp"

#include "pallets/commitments/calls.hpp"
#include "pallets/commitments/commitments.hpp"
#include "pallets/commitments/errors.hpp"
#include "pallets/commitments/events.hpp"
#include "pallets/commitments/storage.hpp"

namespace commitments {

Storage::Storage() : StorageList("Commitments") {}
const Storage storage;

std::vector<std::pair<AccountId, Bytes>> get_commitments(const State& s, NetUid netuid) {
    std::vector<std::pair<AccountId, Bytes>> out;
    for (const auto& [who, registration] : storage.CommitmentOf.under(s, netuid))
        out.emplace_back(who, scale::encoded(registration));
    return out;
}

bool purge_netuid(State& s, NetUid netuid, WeightMeter& meter) {
    if (!clear_rows(s, meter, netuid, storage.CommitmentOf, storage.LastCommitment,
                    storage.LastBondsReset, storage.RevealedCommitments, storage.UsedSpaceOf) ||
        !meter.try_consume(db_weight(0, 1)))
        return false;
    storage.TimelockedIndex.change(
        s, [&](auto& index) { std::erase_if(index, [&](auto& x) { return x.first == netuid; }); });
    return true;
}

static constexpr std::array calls{
    call<set_commitment>("set_commitment",
                         {33'480'000 + 5 * db_read_ref_time + 4 * db_write_ref_time, 0}, Pays::No,
                         "Publishes up to three fields about a hotkey on a subnet."),
    call<set_max_space>("set_max_space", {2'856'000 + db_write_ref_time, 0}, Pays::Yes,
                        "Root sets how many bytes an account may commit between epochs."),
};
static constexpr std::array events{
    event<Commitment>("Commitment", "An account committed something on a subnet."),
    event<TimelockCommitment>("TimelockCommitment",
                              "An account committed something that opens with a round."),
    event<CommitmentRevealed>("CommitmentRevealed", "A timelocked field opened."),
    event<CommitmentRevealFailed>("CommitmentRevealFailed",
                                  "A timelocked field cannot be opened, for this reason."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    COMMITMENTS_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view name) {
    return name == "MaxFields"        ? "The most fields a commitment has."
           : name == "InitialDeposit" ? "TAO reserved for a commitment."
                                      : "TAO reserved for each of its fields.";
}

const Pallet pallet{.index = pallet_index,
                    .name = "Commitments",
                    .path = "pallet_commitments::pallet",
                    .storage = &storage,
                    .calls = calls,
                    .events = events,
                    .errors = errors,
                    .constants = constants_table<constants>(&describe),
                    .hooks = {.on_initialize = &reveal_timelocked_commitments}};

}  // namespace commitments
