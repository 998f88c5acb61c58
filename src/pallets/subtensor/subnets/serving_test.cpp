// Where neurons can be reached.
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

struct Serving : Network {
    static constexpr u128 ip = 0x01020304;
    serve_axon axon{subnet, 1, ip, 8091, 4, 4, 0, 0};
    serve_prometheus meter{subnet, 1, ip, 9100, 4};
    void later() { env.run_to(env.cx.block + 50); }
};

TEST_F(Serving, an_axon_is_found_where_it_said) {
    env(owner_hotkey, axon, emits(AxonServed{subnet, owner_hotkey}));
    const auto stored = storage.Axons.get(env.state, subnet, owner_hotkey);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->block, env.cx.block);
    EXPECT_EQ(stored->port, 8091);
    EXPECT_TRUE(stored->ip == ip);
}

TEST_F(Serving, an_axon_that_nobody_can_reach_is_refused) {
    const auto no = [&](auto change, Error error) {
        auto wrong = axon;
        change(wrong);
        env(owner_hotkey, wrong, fails(error));
    };
    no([](auto& a) { a.ip_type = 5; }, Error::InvalidIpType);
    no([](auto& a) { a.ip = 0x7f000001; }, Error::InvalidIpAddress);
    no([](auto& a) { a.ip = 0x100000000; }, Error::InvalidIpAddress);
    no([](auto& a) { a.port = 0; }, Error::InvalidPort);
    no([](auto& a) { a.netuid = nowhere; }, Error::HotKeyNotRegisteredInNetwork);
    env(alice, axon, fails(Error::HotKeyNotRegisteredInNetwork));
    env(Origin::root(), axon, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Serving, an_axon_does_not_move_faster_than_the_limit) {
    env(owner_hotkey, axon);
    env(owner_hotkey, axon, fails(Error::ServingRateLimitExceeded));
    later();
    env(owner_hotkey, axon);
}

TEST_F(Serving, a_certificate_comes_with_the_axon_and_one_too_long_is_left_out) {
    serve_axon_tls tls{subnet, 1, ip, 8091, 4, 4, 0, 0, {1, 9, 8, 7}};
    env(owner_hotkey, tls, emits(AxonServed{subnet, owner_hotkey}));
    const auto stored = storage.NeuronCertificates.get(env.state, subnet, owner_hotkey);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->algorithm, 1);
    EXPECT_EQ(stored->public_key.size(), 3u);
    join(alice, alices_hotkey);
    tls.certificate = Bytes(max_certificate_key_bytes + 2);
    env(alices_hotkey, tls);
    EXPECT_FALSE(storage.NeuronCertificates.has(env.state, subnet, alices_hotkey));
    tls.port = 0;
    later();
    env(owner_hotkey, tls, fails(Error::InvalidPort));
}

TEST_F(Serving, a_prometheus_endpoint_follows_the_same_rules) {
    env(owner_hotkey, meter, emits(PrometheusServed{subnet, owner_hotkey}));
    EXPECT_EQ(storage.Prometheus.get(env.state, subnet, owner_hotkey)->port, 9100);
    env(owner_hotkey, meter, fails(Error::ServingRateLimitExceeded));
    later();
    meter.ip = 0;
    env(owner_hotkey, meter, fails(Error::InvalidIpAddress));
    meter.ip_type = 0;
    env(owner_hotkey, meter, fails(Error::InvalidIpType));
    env(alice, serve_prometheus{subnet, 1, ip, 9100, 4},
        fails(Error::HotKeyNotRegisteredInNetwork));
}

}  // namespace
}  // namespace subtensor
