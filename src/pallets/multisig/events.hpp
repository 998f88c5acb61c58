// What the pallet tells.
#pragma once
#include "pallets/multisig/types.hpp"

namespace multisig {

struct NewMultisig {
    EVENT(0)
    AccountId approving{}, multisig{};
    CallHash call_hash{};
    FIELDS(approving, multisig, call_hash)
};
struct MultisigApproval {
    EVENT(1)
    AccountId approving{};
    Timepoint timepoint{};
    AccountId multisig{};
    CallHash call_hash{};
    FIELDS(approving, timepoint, multisig, call_hash)
};
struct MultisigExecuted {
    EVENT(2)
    AccountId approving{};
    Timepoint timepoint{};
    AccountId multisig{};
    CallHash call_hash{};
    Result<> result{};
    FIELDS(approving, timepoint, multisig, call_hash, result)
};
struct MultisigCancelled {
    EVENT(3)
    AccountId cancelling{};
    Timepoint timepoint{};
    AccountId multisig{};
    CallHash call_hash{};
    FIELDS(cancelling, timepoint, multisig, call_hash)
};
struct DepositPoked {
    EVENT(4)
    AccountId who{};
    CallHash call_hash{};
    TaoBalance old_deposit{}, new_deposit{};
    FIELDS(who, call_hash, old_deposit, new_deposit)
};

}  // namespace multisig
