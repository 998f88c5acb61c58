// What kinds of proxies there are, and what is kept of each.
#pragma once
#include "frame/call.hpp"
#include "primitives/balance.hpp"

namespace proxy {

inline constexpr u8 pallet_index = 16;
inline constexpr u32 max_proxies = 20, max_pending = 75;

/// What a proxy may do for the account that made it one (filters.cpp).
enum class ProxyType : u8 {
    Any,
    Owner,
    NonCritical,
    NonTransfer,
    Senate,
    NonFungible,
    Triumvirate,
    Governance,
    Staking,
    Registration,
    Transfer,
    SmallTransfer,
    RootWeights,
    ChildKeys,
    SudoUncheckedSetCode,
    SwapHotkey,
    SubnetLeaseBeneficiary,
    RootClaim,
    BasketTrading
};
ENUMERATORS(ProxyType, Any, Owner, NonCritical, NonTransfer, Senate, NonFungible, Triumvirate,
            Governance, Staking, Registration, Transfer, SmallTransfer, RootWeights, ChildKeys,
            SudoUncheckedSetCode, SwapHotkey, SubnetLeaseBeneficiary, RootClaim, BasketTrading)
ENUM_PATH(ProxyType, "subtensor_runtime_common::proxy::ProxyType")
inline constexpr u8 proxy_type_count = 19;

/// A proxy that must announce its calls `delay` blocks before they are made, unless that is zero.
struct ProxyDefinition {
    AccountId delegate{};
    ProxyType proxy_type{};
    u32 delay = 0;
    FIELDS(delegate, proxy_type, delay)
    PATH("pallet_subtensor_proxy::ProxyDefinition")
    TYPE_PARAMS("AccountId, ProxyType, BlockNumber", AccountId, ProxyType, u32)
    auto operator<=>(const ProxyDefinition&) const = default;
};
struct Announcement {
    AccountId real{};
    H256 call_hash{};
    u32 height = 0;  // the block it was made in
    FIELDS(real, call_hash, height)
    PATH("pallet_subtensor_proxy::Announcement")
    TYPE_PARAMS("AccountId, Hash, BlockNumber", AccountId, H256, u32)
};
/// With the deposit behind them, in rao.
using ProxyList = std::pair<scale::BoundedVec<ProxyDefinition, max_proxies>, TaoBalance>;
using AnnouncementList = std::pair<scale::BoundedVec<Announcement, max_pending>, TaoBalance>;

enum class DepositKind : u8 { Proxies, Announcements };
ENUMERATORS(DepositKind, Proxies, Announcements)
ENUM_PATH(DepositKind, "pallet_subtensor_proxy::DepositKind")

}  // namespace proxy
