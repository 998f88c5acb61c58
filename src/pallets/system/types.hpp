// Accounts, event records and block limits, as frame_system keeps and shows them.
#pragma once
#include "frame/call.hpp"
#include "frame/version.hpp"
#include "primitives/balance.hpp"
#include "primitives/header.hpp"

namespace frame_system {

inline constexpr u8 pallet_index = 0;

/// Balances' part of an account. The top bit of `flags` says that references are counted the way
/// pallet-balances has done since its new logic; every account here has it.
struct ExtraFlags {
    u128 bits = u128{1} << 127;
    UNNAMED(bits)
    PATH("pallet_balances::types::ExtraFlags")
    bool operator==(const ExtraFlags&) const = default;
};
struct AccountData {
    TaoBalance free{}, reserved{}, frozen{};
    ExtraFlags flags{};
    FIELDS(free, reserved, frozen, flags)
    PATH("pallet_balances::types::AccountData")
    TYPE_PARAMS("Balance", TaoBalance)
    bool operator==(const AccountData&) const = default;
};
/// An account lives while it has providers or sufficients; consumers need a provider.
struct AccountInfo {
    u32 nonce = 0, consumers = 0, providers = 0, sufficients = 0;
    AccountData data{};
    FIELDS(nonce, consumers, providers, sufficients, data)
    PATH("frame_system::AccountInfo")
    TYPE_PARAMS("Nonce, AccountData", u32, AccountData)
    bool operator==(const AccountInfo&) const = default;
};

namespace phase {
struct ApplyExtrinsic {
    u32 index = 0;
    UNNAMED(index)
};
struct Finalization {
    NO_FIELDS
};
struct Initialization {
    NO_FIELDS
};
}  // namespace phase
/// Where in a block an event was emitted.
struct Phase : std::variant<phase::ApplyExtrinsic, phase::Finalization, phase::Initialization> {
    using variant::variant;
    static constexpr std::string_view alternatives = "ApplyExtrinsic, Finalization, Initialization";
    PATH("frame_system::Phase")
};

/// An event of any pallet as clients see it: RuntimeEvent.
struct RuntimeEvent {
    Event event{};
};
struct EventRecord {
    Phase phase{};
    RuntimeEvent event{};
    std::vector<H256> topics{};
    FIELDS(phase, event, topics)
    PATH("frame_system::EventRecord")
    TYPE_PARAMS("E, T", RuntimeEvent, H256)
};
/// The runtime that the state was last brought up to date for.
struct LastRuntimeUpgradeInfo {
    scale::Compact<u32> spec_version{};
    CowStr spec_name{};
    FIELDS(spec_version, spec_name)
    PATH("frame_system::LastRuntimeUpgradeInfo")
    bool operator==(const LastRuntimeUpgradeInfo& o) const {
        return spec_version.value == o.spec_version.value && spec_name.text == o.spec_name.text;
    }
};
/// Root's word that whoever brings code of this hash may set it.
struct CodeUpgradeAuthorization {
    H256 code_hash{};
    bool check_version = false;
    FIELDS(code_hash, check_version)
    PATH("frame_system::CodeUpgradeAuthorization")
    TYPE_PARAMS("T", scale::NoType)
};
/// What an extrinsic cost.
struct DispatchEventInfo {
    Weight weight{};
    DispatchClass class_{};
    Pays pays_fee{};
    FIELDS(weight, class_, pays_fee)
    PATH("frame_system::DispatchEventInfo")
};

template <class T>
struct PerDispatchClass {
    T normal{}, operational{}, mandatory{};
    FIELDS(normal, operational, mandatory)
    PATH("frame_support::dispatch::PerDispatchClass")
    TYPE_PARAMS("T", T)

    const T& of(DispatchClass c) const {
        return c == DispatchClass::Normal        ? normal
               : c == DispatchClass::Operational ? operational
                                                 : mandatory;
    }
    T& of(DispatchClass c) { return const_cast<T&>(std::as_const(*this).of(c)); }
};
struct WeightsPerClass {
    Weight base_extrinsic{};
    std::optional<Weight> max_extrinsic{}, max_total{}, reserved{};
    FIELDS(base_extrinsic, max_extrinsic, max_total, reserved)
    PATH("frame_system::limits::WeightsPerClass")
};
struct BlockWeights {
    Weight base_block{}, max_block{};
    PerDispatchClass<WeightsPerClass> per_class{};
    FIELDS(base_block, max_block, per_class)
    PATH("frame_system::limits::BlockWeights")
};
struct BlockLength {
    PerDispatchClass<u32> max{};
    FIELDS(max)
    PATH("frame_system::limits::BlockLength")
};
struct RuntimeDbWeight {
    u64 read = 0, write = 0;
    FIELDS(read, write)
    PATH("sp_weights::RuntimeDbWeight")
};

}  // namespace frame_system

namespace scale {
template <>
struct Codec<frame_system::RuntimeEvent> {
    static void encode(Bytes&, const frame_system::RuntimeEvent&);
    /// Splits the event off by its type, so that a record of events can be read back.
    static void decode(Reader&, frame_system::RuntimeEvent&);
};
template <>
struct Shape<frame_system::RuntimeEvent> {
    static const Type& get();
};
}  // namespace scale
