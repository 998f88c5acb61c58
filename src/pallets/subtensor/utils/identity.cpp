// Names and links that coldkeys and subnets give themselves.
// Source: subtensor utils/identity.rs.
#include <algorithm>

#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"

namespace subtensor {

static bool is_valid_identity(const ChainIdentityV2& i) {
    constexpr std::size_t short_text = 256, long_text = 1024;
    return i.name.size() <= short_text && i.url.size() <= short_text &&
           i.github_repo.size() <= short_text && i.image.size() <= long_text &&
           i.discord.size() <= short_text && i.description.size() <= long_text &&
           i.additional.size() <= long_text;
}

/// Only coldkeys with a hotkey on some subnet have an identity.
Result<> set_identity::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ASSIGN(auto coldkey, ensure_signed(origin));
    auto hotkeys = storage.OwnedHotkeys.get(s, coldkey);
    ENSURE(std::any_of(hotkeys.begin(), hotkeys.end(),
                       [&](auto& h) { return !get_registered_networks_for_hotkey(s, h).empty(); }),
           Error::HotKeyNotRegisteredInNetwork);
    ChainIdentityV2 identity{name, url, github_repo, image, discord, description, additional};
    ENSURE(is_valid_identity(identity), Error::InvalidIdentity);
    storage.IdentitiesV2.set(s, coldkey, identity);
    cx.emit(ChainIdentitySet{coldkey});
    return {};
}

Result<> set_subnet_identity::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto coldkey, ensure_signed(origin));
    ENSURE(storage.SubnetOwner.get(cx.state, netuid) == coldkey, Error::NotSubnetOwner);
    SubnetIdentityV3 identity{subnet_name, github_repo, subnet_contact, subnet_url,
                              discord,     description, logo_url,       additional};
    ENSURE(is_valid_subnet_identity(identity), Error::InvalidIdentity);
    storage.SubnetIdentitiesV3.set(cx.state, netuid, identity);
    cx.emit(SubnetIdentitySet{netuid});
    return {};
}

}  // namespace subtensor
