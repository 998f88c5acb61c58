// Tying an EVM address to a neuron: with the key's own signature, once a day.
#include "pallets/subtensor/utils/evm.hpp"

#include "base/hex.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/system/storage.hpp"
#include "testing/env/env.hpp"

namespace subtensor {
namespace {

template <std::size_t size>
std::array<u8, size> fixed(std::string_view hex) {
    const auto raw = from_hex(hex);
    EXPECT_TRUE(raw && raw->size() == size);
    std::array<u8, size> out{};
    if (raw && raw->size() == size) std::copy(raw->begin(), raw->end(), out.begin());
    return out;
}

class EvmKey : public testing::Test {
protected:
    EvmKey() {
        at(7460);
        storage.Owner.set(env.state, hotkey, env.account("owner"));
        storage.Uids.set(env.state, subnet, hotkey, 5);
    }
    void at(u32 block) {
        env.cx.block = block;
        frame_system::storage.Number.set(env.state, block);
    }
    Env env;
    const NetUid subnet{4};
    // Signed by the original's tools.
    const AccountId hotkey{
        fixed<32>("a32f3d98e2d9df28d499a0bac71bbf86d8a943ed74f86f2b5ed789151c00073a")};
    const associate_evm_key call{
        subnet,
        {fixed<20>("9f8121598ff1d34d9eed3c828db3e28ed28d27be")},
        1845,
        fixed<65>("7e95dedd47bfcf3607dbe0f802eb5fbd56e6dd06cc706b21a509ba4a0de396fe"
                  "43d52374f3cba30f89ad2fe1cddf196cd020822c4cf77b891123827125453ead01")};
};

TEST_F(EvmKey, the_signature_of_the_key_ties_it_to_the_neuron) {
    env(hotkey, call, ok, emits(EvmKeyAssociated{subnet, hotkey, call.evm_key, 7460}));
    EXPECT_EQ(storage.AssociatedEvmAddress.get(env.state, subnet, 5),
              (std::pair{call.evm_key, u64{7460}}));
}

TEST_F(EvmKey, the_recovery_id_may_be_written_as_ethereum_does) {
    auto other = call;
    other.signature.back() = 28;
    env(hotkey, other);
}

TEST_F(EvmKey, another_key_or_no_signature_is_refused) {
    auto wrong = call;
    wrong.evm_key.bytes[0] ^= 1;
    env(hotkey, wrong, fails(Error::InvalidRecoveredPublicKey));
    wrong = call;
    wrong.block_number += 1;
    env(hotkey, wrong, fails(Error::InvalidRecoveredPublicKey));
    wrong = call;
    wrong.signature = {};
    env(hotkey, wrong, fails(Error::InvalidIdentity));
    wrong = call;
    wrong.signature.back() = 54;  // 27 more than Ethereum's first
    env(hotkey, wrong, fails(Error::InvalidIdentity));
}

TEST_F(EvmKey, only_an_owned_hotkey_with_a_place_has_one) {
    storage.Owner.erase(env.state, hotkey);
    env(hotkey, call, fails(Error::NonAssociatedColdKey));
    storage.Uids.erase(env.state, subnet, hotkey);
    env(hotkey, call, fails(Error::HotKeyNotRegisteredInSubNet));
}

TEST_F(EvmKey, it_changes_once_a_day) {
    env(hotkey, call);
    at(7460 + 7199);
    env(hotkey, call, fails(Error::EvmKeyAssociateRateLimitExceeded));
    at(7460 + 7200);
    env(hotkey, call);
}

// Runtime 475: utils/evm.rs.

TEST_F(EvmKey, the_address_leads_back_to_its_neurons) {
    const auto& index = storage.AssociatedUidsByEvmAddress;
    storage.AssociatedEvmAddress.set(env.state, subnet, 5, {H160{{1}}, 0});
    index.set(env.state, subnet, H160{{1}}, {{5, 0}});
    env(hotkey, call);
    EXPECT_FALSE(index.has(env.state, subnet, H160{{1}}));
    EXPECT_EQ(index.get(env.state, subnet, call.evm_key),
              (std::vector<std::pair<u16, u64>>{{5, 7460}}));
    remap_associated_evm_address_index(env.state, subnet, {{5, 2}});
    EXPECT_EQ(index.get(env.state, subnet, call.evm_key).front().first, 2);
    storage.AssociatedEvmAddress.set(env.state, subnet, 2, {call.evm_key, 7460});
    remove_associated_evm_address(env.state, subnet, 2);
    EXPECT_FALSE(index.has(env.state, subnet, call.evm_key));
}

TEST_F(EvmKey, an_address_stands_for_thirty_two_neurons_at_most) {
    std::vector<std::pair<u16, u64>> others;
    for (u16 uid = 10; uid < 42; ++uid) others.emplace_back(uid, 1);
    const auto& index = storage.AssociatedUidsByEvmAddress;
    index.set(env.state, subnet, call.evm_key, decltype(index.get(env.state, subnet, {}))(others));
    env(hotkey, call, fails(Error::EvmKeyAssociationLimitExceeded));
}

}  // namespace
}  // namespace subtensor
