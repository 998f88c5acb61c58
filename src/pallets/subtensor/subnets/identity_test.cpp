// Names, links and letters.
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

Bytes text(std::string_view s) { return {s.begin(), s.end()}; }

struct Identity : Network {
    set_identity mine{text("Ann"), text("https://a.example"), {}, {}, {}, {}, {}};
    set_subnet_identity ours{subnet, text("words"), {}, text("a@b.example"), {}, {}, {}, {}, {}};
};

TEST_F(Identity, a_coldkey_with_a_neuron_has_one) {
    env(owner, mine, emits(ChainIdentitySet{owner}));
    EXPECT_EQ(storage.IdentitiesV2.get(env.state, owner)->name, text("Ann"));
    env(alice, mine, fails(Error::HotKeyNotRegisteredInNetwork));
    mine.description = Bytes(1025);
    env(owner, mine, fails(Error::InvalidIdentity));
    env(Origin::root(), mine, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Identity, a_subnets_is_its_owners_to_write) {
    env(owner, ours, emits(SubnetIdentitySet{subnet}));
    EXPECT_EQ(storage.SubnetIdentitiesV3.get(env.state, subnet)->subnet_name, text("words"));
    env(alice, ours, fails(Error::NotSubnetOwner));
    ours.subnet_name = Bytes(257);
    env(owner, ours, fails(Error::InvalidIdentity));
}

TEST_F(Identity, a_subnets_letter_is_one_of_the_table_that_is_free) {
    env(owner, update_symbol{subnet, text("δ")}, emits(SymbolUpdated{subnet, text("δ")}));
    EXPECT_EQ(storage.TokenSymbol.get(env.state, subnet), text("δ"));
    env(Origin::root(), update_symbol{subnet, text("δ")}, fails(Error::SymbolAlreadyInUse));
    env(owner, update_symbol{subnet, text("no letter")}, fails(Error::SymbolDoesNotExist));
    env(owner, update_symbol{subnet, text("Τ")}, fails(Error::SymbolDoesNotExist));  // root's
    env(alice, update_symbol{subnet, text("ε")}, fails(DispatchError::Kind::BadOrigin));
}

}  // namespace
}  // namespace subtensor
