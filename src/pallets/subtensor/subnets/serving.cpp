#include "pallets/subtensor/subnets/serving.hpp"

#include "kernel/saturating.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/uids.hpp"

namespace subtensor {

static bool is_valid_ip_address(const Endpoint& e) {
    constexpr u128 localhost_v4 = 0x7f000001, localhost_v6 = 1, max_v4 = 0xffffffff;
    if (e.ip_type == 4) return e.ip < max_v4 && e.ip != localhost_v4;
    return e.ip != ~u128{0} && e.ip != localhost_v6;
}

static bool passes_rate_limit(const State& s, NetUid netuid, u64 last_block, u64 block) {
    u64 limit = storage.ServingRateLimit.get(s, netuid);
    return limit == 0 || last_block == 0 || kernel::sat_sub(block, last_block) >= limit;
}

Result<> validate_serve_axon(const State& s, const AccountId& hotkey, NetUid netuid,
                             const Endpoint& e, u64 block) {
    ENSURE(is_hotkey_registered_on_network(s, netuid, hotkey), Error::HotKeyNotRegisteredInNetwork);
    ENSURE(e.ip_type == 4 || e.ip_type == 6, Error::InvalidIpType);
    ENSURE(is_valid_ip_address(e), Error::InvalidIpAddress);
    auto before = storage.Axons.get(s, netuid, hotkey).value_or(AxonInfo{});
    ENSURE(passes_rate_limit(s, netuid, before.block, block), Error::ServingRateLimitExceeded);
    ENSURE(e.port != 0, Error::InvalidPort);
    return {};
}
Result<> validate_serve_prometheus(const State& s, const AccountId& hotkey, NetUid netuid,
                                   const Endpoint& e, u64 block) {
    ENSURE(e.ip_type == 4 || e.ip_type == 6, Error::InvalidIpType);
    ENSURE(e.ip != 0 && is_valid_ip_address(e), Error::InvalidIpAddress);
    ENSURE(is_hotkey_registered_on_network(s, netuid, hotkey), Error::HotKeyNotRegisteredInNetwork);
    auto before = storage.Prometheus.get(s, netuid, hotkey).value_or(PrometheusInfo{});
    ENSURE(passes_rate_limit(s, netuid, before.block, block), Error::ServingRateLimitExceeded);
    ENSURE(e.port != 0, Error::InvalidPort);
    return {};
}

/// First byte the algorithm, the rest the key. One that does not fit is left out, as in the
/// reference.
static void store_certificate(State& s, NetUid netuid, const AccountId& hotkey, const Bytes& raw) {
    if (raw.empty() || raw.size() > max_certificate_key_bytes + 1) return;
    NeuronCertificate certificate;
    certificate.algorithm = raw[0];
    certificate.public_key.assign(raw.begin() + 1, raw.end());
    storage.NeuronCertificates.set(s, netuid, hotkey, certificate);
}

template <class Call>
static Result<> serve(Context& cx, const Origin& origin, const Call& c) {
    ASSIGN(auto hotkey, ensure_signed(origin));
    TRY(validate_serve_axon(cx.state, hotkey, c.netuid, {c.ip, c.port, c.ip_type}, cx.block));
    if constexpr (requires { c.certificate; })
        store_certificate(cx.state, c.netuid, hotkey, c.certificate);
    storage.Axons.set(
        cx.state, c.netuid, hotkey,
        {cx.block, c.version, c.ip, c.port, c.ip_type, c.protocol, c.placeholder1, c.placeholder2});
    cx.emit(AxonServed{c.netuid, hotkey});
    return {};
}

Result<> serve_axon::dispatch(Context& cx, const Origin& origin) const {
    return serve(cx, origin, *this);
}
Result<> serve_axon_tls::dispatch(Context& cx, const Origin& origin) const {
    return serve(cx, origin, *this);
}
Result<> serve_prometheus::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto hotkey, ensure_signed(origin));
    TRY(validate_serve_prometheus(cx.state, hotkey, netuid, {ip, port, ip_type}, cx.block));
    storage.Prometheus.set(cx.state, netuid, hotkey, {cx.block, version, ip, port, ip_type});
    cx.emit(PrometheusServed{netuid, hotkey});
    return {};
}

}  // namespace subtensor
