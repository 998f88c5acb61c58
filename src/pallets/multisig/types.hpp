// Operations that several accounts decide on together, while approvals are being collected.
#pragma once
#include "frame/call.hpp"
#include "primitives/balance.hpp"

namespace multisig {

inline constexpr u8 pallet_index = 13;
inline constexpr u32 max_signatories = 100;

using CallHash = std::array<u8, 32>;

/// Where an operation began: names one of several equal ones.
struct Timepoint {
    u32 height = 0, index_ = 0;  // the block, the extrinsic in it
    FIELDS(height, index_)
    PATH("pallet_multisig::Timepoint")
    TYPE_PARAMS("BlockNumber", u32)
    bool operator==(const Timepoint&) const = default;
};
struct Multisig {
    Timepoint when{};
    TaoBalance deposit{};
    AccountId depositor{};
    scale::BoundedVec<AccountId, max_signatories> approvals{};  // sorted
    FIELDS(when, deposit, depositor, approvals)
    PATH("pallet_multisig::Multisig")
    TYPE_PARAMS("BlockNumber, Balance, AccountId, MaxApprovals", u32, TaoBalance, AccountId,
                scale::NoType)
};

}  // namespace multisig
