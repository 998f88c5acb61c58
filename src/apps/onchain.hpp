// The chain as the roles use it: typed storage reads through the runtime's own tables, and calls
// whose failure is told by name.
#pragma once
#include "client/chain.hpp"
#include "pallets/subtensor/storage.hpp"
#include "services/axon/dendrite.hpp"

namespace apps {

using client::Chain;

/// A call as bytes: pallet, index, fields.
template <class C>
Bytes call_bytes(const C& call) {
    Bytes out{C::pallet, C::index};
    scale::encode(out, call);
    return out;
}
/// The same inside Sudo.sudo.
Bytes as_sudo(const Bytes& call);

/// Submits, waits for the block, and fails with the runtime's error name when the call did.
Outcome<client::Included> act(Chain&, const Bytes& call, const crypto::Sr25519Pair& signer);

/// What a storage item holds on the node: the value or its default; nothing for an optional item
/// that is absent.
template <class V, bool optional, class... Keys, class... K>
auto read_item(Chain& chain, const std::optional<Hash>& at,
               const StorageItem<V, optional, Keys...>& item, const K&... keys)
    -> Outcome<std::conditional_t<optional, std::optional<V>, V>> {
    auto value = chain.read<V>(item.key(keys...), at);
    if (!value) return value.failure();
    if constexpr (optional)
        return *std::move(value);
    else
        return *value ? **std::move(value) : item.initial();
}
template <class V, bool optional, class... Keys, class... K>
auto read_item(Chain& chain, const StorageItem<V, optional, Keys...>& item, const K&... keys) {
    return read_item(chain, std::optional<Hash>(), item, keys...);
}

struct Neuron {
    u16 uid = 0;
    AccountId hotkey{};
    std::string address;  // of the hotkey
    bool permit = false;  // may set weights
    std::optional<axon::Target> axon;
};

/// Every neuron of a subnet, by uid.
Outcome<std::vector<Neuron>> read_neurons(Chain&, NetUid);

/// The uid of a hotkey, if it is registered.
Outcome<std::optional<u16>> uid_of(Chain&, NetUid, const AccountId& hotkey);

/// An IPv4 address as the chain keeps it; nothing when it is not one.
std::optional<u32> ipv4_of(const std::string&);
std::string ipv4_text(u128);

std::string address_of(const AccountId&);
AccountId account_of(const crypto::Sr25519Pair&);

/// "1,234.567890123 TAO"-like: rao as TAO with all nine places.
std::string tao_text(u128 rao);

}  // namespace apps
