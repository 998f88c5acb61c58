// ProxyFilterRuntimeApi: the types of proxies and what they allow.
#include "pallets/proxy/filter_api.hpp"

#include <algorithm>

#include "pallets/proxy/pallet.hpp"

namespace proxy {

static Bytes name_of(ProxyType type) {
    auto name = scale::split(enumerators(type))[u8(type)];
    return {name.begin(), name.end()};
}
static bool is_deprecated(ProxyType type) {
    return type == ProxyType::Triumvirate || type == ProxyType::Senate ||
           type == ProxyType::Governance || type == ProxyType::RootWeights;
}

std::vector<ProxyTypeInfo> get_proxy_types(const State&) {
    std::vector<ProxyTypeInfo> out;
    for (u8 i = 0; i < proxy_type_count; ++i)
        out.push_back({name_of(ProxyType(i)), i, is_deprecated(ProxyType(i))});
    return out;
}

std::vector<ProxyFilterInfo> get_proxy_filters(const State&, const std::optional<Bytes>& types) {
    std::vector<ProxyFilterInfo> out;
    for (u8 i = 0; i < proxy_type_count; ++i) {
        const auto type = ProxyType(i);
        if (types && std::find(types->begin(), types->end(), i) == types->end()) continue;
        FilterMode mode = filter_mode::AllowAll{};
        if (type != ProxyType::Any) mode = filter_mode::Allow{allowed_calls(type)};
        out.push_back({i, name_of(type), is_deprecated(type), std::move(mode)});
    }
    return out;
}

static constexpr ApiRow rows[] = {
    api<&get_proxy_types>("ProxyFilterRuntimeApi_get_proxy_types"),
    api<&get_proxy_filters>("ProxyFilterRuntimeApi_get_proxy_filters", "proxy_types"),
};
std::span<const ApiRow> apis() { return rows; }

}  // namespace proxy
