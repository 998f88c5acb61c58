// What clients can ask about the types of proxies: ProxyFilterRuntimeApi.
#pragma once
#include "pallets/proxy/types.hpp"

namespace proxy {

struct ProxyTypeInfo {
    Bytes name{};
    u8 index_ = 0;
    bool deprecated = false;
    FIELDS(name, index_, deprecated)
    PATH("subtensor_runtime_common::proxy::ProxyTypeInfo")
};

namespace call_constraint {
struct ParamLessThan {
    Bytes param_name{};
    u128 limit = 0;
    FIELDS(param_name, limit)
};
struct NestedCallMustBe {
    Bytes param_name{}, pallet_name{}, call_name{};
    FIELDS(param_name, pallet_name, call_name)
};
}  // namespace call_constraint
/// What an argument of an allowed call must be.
struct CallConstraint
    : std::variant<call_constraint::ParamLessThan, call_constraint::NestedCallMustBe> {
    using variant::variant;
    static constexpr std::string_view alternatives = "ParamLessThan, NestedCallMustBe";
    PATH("subtensor_runtime_common::proxy::CallConstraint")
};
struct CallInfo {
    Bytes pallet_name{};
    u8 pallet_index_ = 0;
    Bytes call_name{};
    u8 call_index = 0;
    std::optional<CallConstraint> constraint{};
    FIELDS(pallet_name, pallet_index_, call_name, call_index, constraint)
    PATH("subtensor_runtime_common::proxy::CallInfo")
};

namespace filter_mode {
struct AllowAll {
    NO_FIELDS
};
struct Allow {
    std::vector<CallInfo> calls{};
    UNNAMED(calls)
};
}  // namespace filter_mode
struct FilterMode : std::variant<filter_mode::AllowAll, filter_mode::Allow> {
    using variant::variant;
    static constexpr std::string_view alternatives = "AllowAll, Allow";
    PATH("subtensor_runtime_common::proxy::FilterMode")
};
struct ProxyFilterInfo {
    u8 proxy_type = 0;
    Bytes name{};
    bool deprecated = false;
    FilterMode filter_mode{};
    FIELDS(proxy_type, name, deprecated, filter_mode)
    PATH("subtensor_runtime_common::proxy::ProxyFilterInfo")
};

/// The calls of this runtime that a proxy of the type may make, in the order of their pallets.
std::vector<CallInfo> allowed_calls(ProxyType);

std::vector<ProxyTypeInfo> get_proxy_types(const State&);
/// The filters of the given types, or of all.
std::vector<ProxyFilterInfo> get_proxy_filters(const State&, const std::optional<Bytes>& types);

}  // namespace proxy
