// A young network for tests: genesis, and one subnet that was opened, started and earns.
#pragma once
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "testing/env/env.hpp"

namespace subtensor {

class Network : public testing::Test {
protected:
    Network();

    /// A coldkey with 10,000 TAO.
    AccountId rich(std::string_view name) { return env.account(name, 10'000'000'000'000); }
    /// Opened by the coldkey, started, and switched on for emission by root.
    NetUid open_subnet(const AccountId& coldkey, const AccountId& hotkey);
    /// The uid that the hotkey got for the price.
    u16 join(const AccountId& coldkey, const AccountId& hotkey, NetUid netuid = subnet);
    /// Weights are set in the open, as often as one likes.
    void open_weights();
    AlphaBalance stake(const AccountId& hotkey, const AccountId& coldkey,
                       NetUid netuid = subnet) const;
    TaoBalance issued() const { return storage.TotalIssuance.get(env.state); }

    Env env;
    static constexpr NetUid subnet{2}, nowhere{99};
    const AccountId owner = rich("owner"), alice = rich("alice"), bob = rich("bob");
    const AccountId owner_hotkey = env.account("owner's hotkey");
    const AccountId alices_hotkey = env.account("alice's hotkey");
    const AccountId bobs_hotkey = env.account("bob's hotkey");
};

}  // namespace subtensor
