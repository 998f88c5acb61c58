#include "pallets/subtensor/subnets/pow_register.hpp"

#include "crypto/hash.hpp"
#include "kernel/pow_difficulty.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/registration.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"

namespace subtensor {
namespace {

constexpr std::string_view seal_domain = "subtensor-pow-register-v1";

kernel::BurnLimits bounds(const State& s, NetUid netuid) {
    return kernel::difficulty_bounds(storage.MinDifficulty.get(s, netuid),
                                     storage.MaxDifficulty.get(s, netuid));
}

void set_difficulty(Context& cx, NetUid netuid, u64 difficulty) {
    if (storage.Difficulty.get(cx.state, netuid) == difficulty) return;
    storage.Difficulty.set(cx.state, netuid, difficulty);
    cx.emit(DifficultySet{netuid, difficulty});
}

Result<> check_place(const State& s, const pow_register& call) {
    ENSURE(!call.netuid.is_root(), Error::RegistrationNotPermittedOnRootSubnet);
    ENSURE(if_subnet_exist(s, call.netuid), Error::SubnetNotExists);
    ENSURE(storage.NetworkPowRegistrationAllowed.get(s, call.netuid),
           Error::SubNetRegistrationDisabled);
    ENSURE(!storage.Uids.has(s, call.netuid, call.hotkey), Error::HotKeyAlreadyRegisteredInSubNet);
    ENSURE(storage.MaxAllowedUids.get(s, call.netuid) != 0, Error::NoNeuronIdAvailable);
    ENSURE(storage.RegistrationsThisBlock.get(s, call.netuid) <
               storage.MaxRegistrationsPerBlock.get(s, call.netuid),
           Error::TooManyRegistrationsThisBlock);
    return {};
}

Result<> check_work(const State& s, const AccountId& coldkey, const pow_register& call, u64 block) {
    ENSURE(call.work_block < block && block - call.work_block <= max_work_age_blocks,
           Error::InvalidWorkBlock);
    auto last = storage.LastPowRegistrationBlock.find(s, call.hotkey);
    ENSURE(!last || call.work_block > *last, Error::InvalidWorkBlock);
    ENSURE(frame_system::storage.BlockHash.get(s, u32(call.work_block)) != H256{},
           Error::InvalidWorkBlock);
    ENSURE(call.work == create_registration_seal(s, coldkey, call), Error::InvalidSeal);
    auto difficulty = kernel::effective_difficulty(storage.Difficulty.get(s, call.netuid),
                                                   bounds(s, call.netuid));
    ENSURE(kernel::hash_meets_difficulty(call.work, difficulty), Error::InvalidDifficulty);
    return {};
}

Result<> check_keys(const State& s, const AccountId& coldkey, const AccountId& hotkey) {
    ENSURE(!is_subnet_account_id(hotkey), Error::CannotUseSystemAccount);
    auto owner = storage.Owner.find(s, hotkey);
    ENSURE(!owner || *owner == coldkey, Error::NonAssociatedColdKey);
    if (owner) return {};
    // A free call must not make lists of hotkeys grow without bound.
    ENSURE(storage.OwnedHotkeys.get(s, coldkey).size() < max_staking_hotkeys &&
               storage.StakingHotkeys.get(s, coldkey).size() < max_staking_hotkeys,
           Error::TooManyStakingHotkeys);
    return {};
}

}  // namespace

Hash create_registration_seal(const State& s, const AccountId& coldkey, const pow_register& call) {
    Bytes payload(seal_domain.begin(), seal_domain.end());
    scale::encode(payload, call.netuid);
    scale::encode(payload, frame_system::storage.BlockHash.get(s, u32(call.work_block)));
    scale::encode(payload, call.hotkey);
    scale::encode(payload, coldkey);
    scale::encode(payload, call.nonce);
    return crypto::keccak256(crypto::sha256(payload));
}

bool has_pow_registration(const State& s) { return frame_system::spec_version(s) >= 475; }

Result<> check_pow_registration(const State& s, const AccountId& coldkey, const pow_register& call,
                                u64 block) {
    TRY(check_place(s, call));
    TRY(check_work(s, coldkey, call, block));
    return check_keys(s, coldkey, call.hotkey);
}

Result<> pow_register::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    ASSIGN(auto coldkey, ensure_signed(origin));
    TRY(check_pow_registration(s, coldkey, *this, cx.block));
    TRY(create_account_if_non_existent(s, coldkey, hotkey));
    ASSIGN(u16 uid, register_neuron(cx, netuid, hotkey));
    // The subnet owner's hotkey keeps its place: then there is none, and the work is not used up.
    ENSURE(storage.Uids.find(s, netuid, hotkey) == uid, Error::NoNeuronIdAvailable);
    auto range = bounds(s, netuid);
    auto difficulty = kernel::effective_difficulty(storage.Difficulty.get(s, netuid), range);
    set_difficulty(cx, netuid,
                   kernel::burn_after_registration(difficulty,
                                                   storage.BurnIncreaseMult.get(s, netuid), range));
    storage.LastPowRegistrationBlock.set(s, hotkey, work_block);
    storage.RegistrationsThisBlock.change(s, netuid, [](u16& n) { n += n != 0xffff; });
    cx.emit(NeuronRegistered{netuid, uid, hotkey});
    return {};
}

void decay_pow_difficulty(Context& cx, NetUid netuid) {
    if (!has_pow_registration(cx.state) || netuid.is_root()) return;
    auto& s = cx.state;
    set_difficulty(
        cx, netuid,
        kernel::burn_after_decay(storage.Difficulty.get(s, netuid),
                                 storage.BurnHalfLife.get(s, netuid), cx.block, bounds(s, netuid)));
}

}  // namespace subtensor
