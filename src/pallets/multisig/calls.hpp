// What can be asked of the pallet: approving and making a call as a composite account.
#pragma once
#include "pallets/multisig/types.hpp"

namespace multisig {

struct as_multi_threshold_1 {
    CALL(0)
    std::vector<AccountId> other_signatories{};
    AnyCall call{};
    FIELDS(other_signatories, call)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct as_multi {
    CALL(1)
    u16 threshold = 0;
    std::vector<AccountId> other_signatories{};
    std::optional<Timepoint> maybe_timepoint{};
    AnyCall call{};
    Weight max_weight{};
    FIELDS(threshold, other_signatories, maybe_timepoint, call, max_weight)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct approve_as_multi {
    CALL(2)
    u16 threshold = 0;
    std::vector<AccountId> other_signatories{};
    std::optional<Timepoint> maybe_timepoint{};
    CallHash call_hash{};
    Weight max_weight{};
    FIELDS(threshold, other_signatories, maybe_timepoint, call_hash, max_weight)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct cancel_as_multi {
    CALL(3)
    u16 threshold = 0;
    std::vector<AccountId> other_signatories{};
    Timepoint timepoint{};
    CallHash call_hash{};
    FIELDS(threshold, other_signatories, timepoint, call_hash)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct poke_deposit {
    CALL(4)
    u16 threshold = 0;
    std::vector<AccountId> other_signatories{};
    CallHash call_hash{};
    FIELDS(threshold, other_signatories, call_hash)
    DispatchInfo info(const DispatchInfo& base) const;
};

/// The account of these signatories (sorted) of whom `threshold` must agree.
AccountId multi_account_id(const std::vector<AccountId>& signatories, u16 threshold);

}  // namespace multisig
