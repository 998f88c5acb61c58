// What the pallet stores and takes.
#pragma once
#include "frame/call.hpp"
#include "pallets/commitments/data.hpp"
#include "primitives/balance.hpp"

namespace commitments {

inline constexpr u8 pallet_index = 18;
inline constexpr u32 max_fields = 3;

struct CommitmentInfo {
    scale::BoundedVec<Data, max_fields> fields_{};
    FIELDS(fields_)
    PATH("pallet_commitments::types::CommitmentInfo")
    TYPE_PARAMS("FieldLimit", scale::NoType)
};
/// What an account has committed on a subnet.
struct Registration {
    TaoBalance deposit{};
    u32 block = 0;
    CommitmentInfo info{};
    FIELDS(deposit, block, info)
    PATH("pallet_commitments::types::Registration")
    TYPE_PARAMS("Balance, MaxFields, BlockNumber", TaoBalance, scale::NoType, u32)
};
/// Bytes that an account has committed since the subnet's last epoch.
struct UsageTracker {
    u64 last_epoch = 0, used_space = 0;
    FIELDS(last_epoch, used_space)
    PATH("pallet_commitments::types::UsageTracker")
};
/// Why a timelocked field did not open.
enum class RevealFailure : u8 {
    SignatureDeserialize,
    CiphertextDeserialize,
    Decrypt,
    EmptyPlaintext,
    PulseExpired,
    RoundMismatch
};
ENUMERATORS(RevealFailure, SignatureDeserialize, CiphertextDeserialize, Decrypt, EmptyPlaintext,
            PulseExpired, RoundMismatch)
ENUM_PATH(RevealFailure, "pallet_commitments::types::RevealFailure")

}  // namespace commitments
