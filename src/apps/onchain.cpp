// Reads and calls of the chain, for the roles.
#include "apps/onchain.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include "crypto/ss58.hpp"
#include "frame/pallet.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/system/events.hpp"
#include "pallets/system/storage.hpp"

namespace apps {

using subtensor::storage;

Bytes as_sudo(const Bytes& call) {
    Bytes out;
    out.reserve(2 + call.size());
    out.push_back(sudo::sudo::pallet);
    out.push_back(sudo::sudo::index);
    out.insert(out.end(), call.begin(), call.end());
    return out;
}

namespace {

/// The error in the payload of System.ExtrinsicFailed or Sudo.Sudid, if that is what the event
/// says.
std::optional<std::string> failure_in(const frame_system::RuntimeEvent& runtime_event) {
    const auto& event = runtime_event.event;
    using Failed = frame_system::ExtrinsicFailed;
    if (event.pallet == Failed::pallet && event.index == Failed::index) {
        Failed failed;
        scale::Reader in(event.payload);
        scale::decode(in, failed);
        return error_name(failed.dispatch_error);
    }
    constexpr u8 sudid = 0;
    if (event.pallet == sudo::pallet_index && event.index == sudid) {
        Result<> result;
        scale::Reader in(event.payload);
        scale::decode(in, result);
        if (!result) return error_name(result.error());
    }
    return {};
}

}  // namespace

Outcome<client::Included> act(Chain& chain, const Bytes& call, const crypto::Sr25519Pair& signer) {
    auto included = chain.submit(call, signer);
    if (!included) return included;
    auto records = read_item(chain, included->block_hash, frame_system::storage.Events);
    if (!records) return records.failure();
    for (const auto& record : *records) {
        const auto* phase = std::get_if<frame_system::phase::ApplyExtrinsic>(&record.phase);
        if (phase == nullptr || phase->index != included->index) continue;
        if (const auto error = failure_in(record.event))
            return Failure{"the chain refused: " + *error};
    }
    return included;
}

Outcome<std::vector<Neuron>> read_neurons(Chain& chain, NetUid netuid) {
    auto keys = chain.storage_under(storage.Keys.prefix_key(netuid));
    if (!keys) return keys.failure();
    auto permits = read_item(chain, storage.ValidatorPermit, netuid);
    if (!permits) return permits.failure();
    std::vector<Neuron> neurons;
    std::vector<Bytes> axon_keys;
    for (const auto& [key, value] : *keys) {
        Neuron neuron;
        scale::Reader uid_in(BytesView(key).last(2));
        scale::decode(uid_in, neuron.uid);
        scale::Reader in(value);
        scale::decode(in, neuron.hotkey);
        if (!in.done()) return Failure{"a neuron's hotkey does not decode"};
        neuron.address = address_of(neuron.hotkey);
        neuron.permit = neuron.uid < permits->size() && (*permits)[neuron.uid];
        axon_keys.push_back(storage.Axons.key(netuid, neuron.hotkey));
        neurons.push_back(std::move(neuron));
    }
    auto axons = chain.storage_many(axon_keys);
    if (!axons) return axons.failure();
    for (std::size_t i = 0; i < neurons.size(); ++i) {
        if (!(*axons)[i]) continue;
        subtensor::AxonInfo info;
        scale::Reader in(*(*axons)[i]);
        scale::decode(in, info);
        if (in.done() && info.ip_type == 4 && info.port != 0)
            neurons[i].axon = axon::Target{ipv4_text(info.ip), info.port, neurons[i].address};
    }
    return neurons;
}

Outcome<std::optional<u16>> uid_of(Chain& chain, NetUid netuid, const AccountId& hotkey) {
    return read_item(chain, storage.Uids, netuid, hotkey);
}

std::optional<u32> ipv4_of(const std::string& text) {
    in_addr address{};
    if (::inet_pton(AF_INET, text.c_str(), &address) != 1) return {};
    return ntohl(address.s_addr);
}

std::string ipv4_text(u128 ip) {
    const auto part = [&](int shift) { return static_cast<u32>(ip >> shift) & 0xFF; };
    return fmt::format("{}.{}.{}.{}", part(24), part(16), part(8), part(0));
}

std::string address_of(const AccountId& account) { return crypto::ss58_encode(account.bytes); }

AccountId account_of(const crypto::Sr25519Pair& pair) { return {pair.public_key}; }

std::string tao_text(u128 rao) {
    constexpr u64 one = 1'000'000'000;
    return fmt::format("{}.{:09}", static_cast<u64>(rao / one), static_cast<u64>(rao % one));
}

}  // namespace apps
