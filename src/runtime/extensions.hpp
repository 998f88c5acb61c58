// The signed extensions as metadata lists them: names, order and types. What they carry on the wire
// is ExtrinsicExtra; what they check is runtime/validate.cpp.
#pragma once
#include "frame/metadata.hpp"
#include "runtime/extrinsic.hpp"

/// An extension without fields, generic over the runtime: `P` shows the parameter's type or not.
#define EMPTY_EXTENSION(name, path, P) \
    struct name {                      \
        NO_FIELDS                      \
        PATH(path)                     \
        TYPE_PARAMS("T", P)            \
    };

namespace extension {

EMPTY_EXTENSION(CheckNonZeroSender,
                "frame_system::extensions::check_non_zero_sender::CheckNonZeroSender",
                scale::NoType)
EMPTY_EXTENSION(CheckSpecVersion, "frame_system::extensions::check_spec_version::CheckSpecVersion",
                scale::NoType)
EMPTY_EXTENSION(CheckTxVersion, "frame_system::extensions::check_tx_version::CheckTxVersion",
                scale::NoType)
EMPTY_EXTENSION(CheckGenesis, "frame_system::extensions::check_genesis::CheckGenesis",
                scale::NoType)
struct CheckMortality {
    Era era{};
    UNNAMED(era)
    PATH("node_subtensor_runtime::check_mortality::CheckMortality")
    TYPE_PARAMS("T", scale::NoType)
};
struct CheckNonce {
    scale::Compact<u32> nonce{};
    UNNAMED(nonce)
    PATH("node_subtensor_runtime::check_nonce::CheckNonce")
    TYPE_PARAMS("T", scale::NoType)
};
EMPTY_EXTENSION(CheckWeight, "frame_system::extensions::check_weight::CheckWeight", scale::NoType)
struct ChargeTransactionPayment {
    scale::Compact<TaoBalance> tip{};
    UNNAMED(tip)
    PATH("pallet_transaction_payment::ChargeTransactionPayment")
    TYPE_PARAMS("T", scale::NoType)
};
struct ChargeTransactionPaymentWrapper {
    ChargeTransactionPayment inner{};
    FIELDS(inner)
    PATH("node_subtensor_runtime::transaction_payment_wrapper::ChargeTransactionPaymentWrapper")
    TYPE_PARAMS("T", scale::NoType)
};
EMPTY_EXTENSION(SudoTransactionExtension,
                "node_subtensor_runtime::sudo_wrapper::SudoTransactionExtension", RuntimeType)
EMPTY_EXTENSION(CheckShieldedTxValidity, "pallet_shield::extension::CheckShieldedTxValidity",
                RuntimeType)
EMPTY_EXTENSION(SubtensorTransactionExtension,
                "pallet_subtensor::extensions::subtensor::SubtensorTransactionExtension",
                RuntimeType)
EMPTY_EXTENSION(DrandPriority, "pallet_drand::drand_priority::DrandPriority", RuntimeType)

enum class Mode : u8 { Disabled, Enabled };
ENUMERATORS(Mode, Disabled, Enabled)
ENUM_PATH(Mode, "frame_metadata_hash_extension::Mode")
struct CheckMetadataHash {
    Mode mode{};
    FIELDS(mode)
    PATH("frame_metadata_hash_extension::CheckMetadataHash")
    TYPE_PARAMS("T", scale::NoType)
};

using All =
    std::tuple<std::tuple<CheckNonZeroSender, CheckSpecVersion, CheckTxVersion, CheckGenesis,
                          CheckMortality, CheckNonce, CheckWeight>,
               std::tuple<ChargeTransactionPaymentWrapper, SudoTransactionExtension,
                          CheckShieldedTxValidity, SubtensorTransactionExtension, DrandPriority>,
               CheckMetadataHash>;

}  // namespace extension

#undef EMPTY_EXTENSION
