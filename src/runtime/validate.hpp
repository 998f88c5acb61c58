// The checks and preparations around a signed call, in the order of the signed extensions.
#pragma once
#include "frame/validity.hpp"
#include "pallets/system/types.hpp"
#include "runtime/extrinsic.hpp"

/// Bytes and weight of the block so far; CheckWeight's business.
struct BlockUse {
    frame_system::PerDispatchClass<Weight> weight{};
    u32 bytes = 0;

    Weight total_weight() const;
    /// Adds an extrinsic or says ExhaustsResources.
    std::optional<ValidityError> add(const DispatchInfo&, u32 bytes);
    void add_unchecked(Weight, DispatchClass);
    void give_back(Weight, DispatchClass);  // what was reserved and not used
};

/// Who signed it: the signature is checked against the chain's hashes.
Validated<AccountId> check_signature(const State&, const Extrinsic&);

/// What validation found out, for the pool and for the fee.
struct Checked {
    ValidTransaction valid{};
    TaoBalance fee{};   // with the tip
    AccountId payer{};  // of the fee
};
/// The extensions' validate() for a signer.
Validated<Checked> check_signed(const State&, const AccountId& who, const Extrinsic&, u32 bytes,
                                const BlockUse&);
/// For an extrinsic without a signer: an author's inherent in a block, or one of the few calls that
/// pay with a proof of their own. NoUnsignedValidator for others.
TransactionValidity check_bare(const State&, TransactionSource, const AnyCall&);
/// CheckWeight's limits for a single extrinsic.
std::optional<ValidityError> check_limits(const DispatchInfo&, u32 bytes, const BlockUse&);
