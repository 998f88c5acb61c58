// What an extrinsic costs its signer: a base fee, its length, its weight, a tip.
#pragma once
#include "frame/storage.hpp"
#include "pallets/system/types.hpp"

namespace transaction_payment {

inline constexpr u8 pallet_index = 6;

/// Parts of 10^18.
struct FixedU128 {
    u128 parts = 1'000'000'000'000'000'000;
    UNNAMED(parts)
    PATH("sp_arithmetic::fixed_point::FixedU128")
};
enum class Releases : u8 { V1Ancient, V2 };
ENUMERATORS(Releases, V1Ancient, V2)
ENUM_PATH(Releases, "pallet_transaction_payment::Releases")

struct Storage : StorageList {
    Storage();
    StorageValue<FixedU128> NextFeeMultiplier{*this, "NextFeeMultiplier",
                                              "Factor of the weight fee; always 1 on this chain."};
    StorageValue<Releases> StorageVersion{*this, "StorageVersion", "Version of these items."};
};
extern const Storage storage;

struct Constants {
    u8 OperationalFeeMultiplier = 5;
    FIELDS(OperationalFeeMultiplier)
};
extern Constants constants;

struct TransactionFeePaid {
    static constexpr u8 pallet = pallet_index, index = 0;
    AccountId who{};
    TaoBalance actual_fee{}, tip{};
    FIELDS(who, actual_fee, tip)
};

struct InclusionFee {
    TaoBalance base_fee{}, len_fee{}, adjusted_weight_fee{};
    FIELDS(base_fee, len_fee, adjusted_weight_fee)
    PATH("pallet_transaction_payment::types::InclusionFee")
    TYPE_PARAMS("Balance", TaoBalance)
};
struct FeeDetails {
    std::optional<InclusionFee> inclusion_fee{};  // none: the extrinsic is free
    TaoBalance tip{};
    FIELDS(inclusion_fee, tip)
    PATH("pallet_transaction_payment::types::FeeDetails")
    TYPE_PARAMS("Balance", TaoBalance)
};
struct RuntimeDispatchInfo {
    Weight weight{};
    DispatchClass class_{};
    TaoBalance partial_fee{};  // without the tip
    FIELDS(weight, class_, partial_fee)
    PATH("pallet_transaction_payment::types::RuntimeDispatchInfo")
    TYPE_PARAMS("Balance, Weight", TaoBalance, Weight)
};

TaoBalance weight_to_fee(Weight);     // 0.0005 rao for each picosecond of reference time
TaoBalance length_to_fee(u32 bytes);  // one rao a byte

/// The parts of the fee for `bytes` of extrinsic that weighs `weight`.
FeeDetails fee_details(const State&, u32 bytes, Weight weight, DispatchClass, Pays, TaoBalance tip);
/// Their sum.
TaoBalance fee(const State&, u32 bytes, Weight weight, DispatchClass, Pays, TaoBalance tip);

}  // namespace transaction_payment
