// What is kept about parts of a balance: locks, named reserves, holds, freezes.
#pragma once
#include "primitives/balance.hpp"

namespace balances {

using Identifier = std::array<u8, 8>;

/// What a lock forbids: paying fees, everything else, or both.
enum class Reasons : u8 { Fee, Misc, All };
ENUMERATORS(Reasons, Fee, Misc, All)
ENUM_PATH(Reasons, "pallet_balances::types::Reasons")

struct BalanceLock {
    Identifier id{};
    TaoBalance amount{};
    Reasons reasons{};
    FIELDS(id, amount, reasons)
    PATH("pallet_balances::types::BalanceLock")
    TYPE_PARAMS("Balance", TaoBalance)
};
struct ReserveData {
    Identifier id{};
    TaoBalance amount{};
    FIELDS(id, amount)
    PATH("pallet_balances::types::ReserveData")
    TYPE_PARAMS("ReserveIdentifier, Balance", Identifier, TaoBalance)
};

template <class Reason>
struct IdAmount {
    Reason id{};
    TaoBalance amount{};
    FIELDS(id, amount)
    PATH("frame_support::traits::tokens::misc::IdAmount")
    TYPE_PARAMS("Id, Balance", Reason, TaoBalance)
};

/// Which pallet holds an amount, and for what. Contracts' reasons are in the type that clients
/// know; nothing here holds for them.
namespace held_for {
enum class PreimageReason : u8 { Preimage };
ENUMERATORS(PreimageReason, Preimage)
ENUM_PATH(PreimageReason, "pallet_preimage::pallet::HoldReason")
enum class SafeModeReason : u8 { EnterOrExtend };
ENUMERATORS(SafeModeReason, EnterOrExtend)
ENUM_PATH(SafeModeReason, "pallet_safe_mode::pallet::HoldReason")
enum class ContractsReason : u8 { CodeUploadDepositReserve, StorageDepositReserve };
ENUMERATORS(ContractsReason, CodeUploadDepositReserve, StorageDepositReserve)
ENUM_PATH(ContractsReason, "pallet_contracts::pallet::HoldReason")

template <class E>
struct Of {
    E reason{};
    UNNAMED(reason)
    bool operator==(const Of&) const = default;
};
using Preimage = Of<PreimageReason>;
using SafeMode = Of<SafeModeReason>;
using Contracts = Of<ContractsReason>;
inline constexpr u32 reason_count = 4;
}  // namespace held_for
struct HoldReason : std::variant<held_for::Preimage, held_for::SafeMode, held_for::Contracts> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Preimage, SafeMode, Contracts";
    static constexpr u8 indices[] = {14, 20, 29};
    PATH("node_subtensor_runtime::RuntimeHoldReason")
};

/// No pallet of this runtime freezes anything for a reason of its own.
enum class FreezeReason : u8 {};
ENUMERATORS(FreezeReason)
ENUM_PATH(FreezeReason, "node_subtensor_runtime::RuntimeFreezeReason")

/// Where reserved TAO that goes to another account ends up there.
enum class BalanceStatus : u8 { Free, Reserved };
ENUMERATORS(BalanceStatus, Free, Reserved)
ENUM_PATH(BalanceStatus, "frame_support::traits::tokens::misc::BalanceStatus")

enum class AdjustmentDirection : u8 { Increase, Decrease };
ENUMERATORS(AdjustmentDirection, Increase, Decrease)
ENUM_PATH(AdjustmentDirection, "pallet_balances::types::AdjustmentDirection")

}  // namespace balances
