// Paying out and erasing the stake of a subnet that is dissolved.
#include "pallets/subtensor/staking/destroy_stakes.hpp"

#include <algorithm>

#include "kernel/emission_shares.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

struct Staker {
    AccountId hotkey{}, coldkey{};
    u64 alpha_rao = 0;
};

std::vector<AccountId> hotkeys_with_stake(const State& s, NetUid netuid) {
    std::vector<AccountId> out;
    for (const auto& [hotkey, staked_on] : storage.TotalHotkeyAlpha.keys_under(s))
        if (staked_on == netuid) out.push_back(hotkey);
    return out;
}
std::vector<Staker> stakers_of(const State& s, NetUid netuid) {
    std::vector<Staker> out;
    for (const AccountId& hotkey : hotkeys_with_stake(s, netuid))
        for (const auto& [coldkey, staked_on, share] : alpha_iter_single_prefix(s, hotkey)) {
            if (staked_on != netuid) continue;
            u64 alpha = get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid).rao;
            if (alpha == 0) alpha = share.to_u64();  // a pool that has no value yet
            out.push_back({hotkey, coldkey, alpha});
        }
    return out;
}

}  // namespace

u64 protocol_alpha_rao(const State& s, NetUid netuid) {
    const AlphaBalance own = storage.SubnetProtocolAlpha.get(s, netuid);
    if (storage.NetworkRegisteredAt.get(s, netuid) <= storage.TaoInRefundDeploymentBlock.get(s))
        return own.rao;
    return saturating_add(storage.SubnetAlphaIn.get(s, netuid), own).rao;
}

namespace {

/// Part of a pot by largest remainder.
struct Portion {
    std::optional<AccountId> coldkey{};  ///< none: the protocol
    u64 share_rao = 0;
    u128 remainder = 0;
};
std::vector<Portion> divide(u64 pot_rao, const std::vector<Staker>& stakers, u64 protocol_rao) {
    u128 total = protocol_rao;
    for (const Staker& staker : stakers) total += staker.alpha_rao;
    std::vector<Portion> out;
    if (total == 0) return out;
    u128 left = pot_rao;
    const auto add = [&](std::optional<AccountId> who, u64 alpha_rao) {
        if (alpha_rao == 0) return;
        const u128 product = u128{pot_rao} * alpha_rao;
        const u64 share = static_cast<u64>(product / total);
        left -= share;
        out.push_back({who, share, product % total});
    };
    for (const Staker& staker : stakers) add(staker.coldkey, staker.alpha_rao);
    add(std::nullopt, protocol_rao);
    if (left == 0) return out;
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.remainder > b.remainder; });
    for (Portion& portion : out) {
        if (left == 0) break;
        ++portion.share_rao;
        --left;
    }
    return out;
}

/// Pays the stakers; the protocol's part, which stays.
TaoBalance pay_out(Context& cx, NetUid netuid, const std::vector<Portion>& portions) {
    TaoBalance kept;
    for (const Portion& portion : portions) {
        const TaoBalance share{portion.share_rao};
        if (!portion.coldkey)
            kept = saturating_add(kept, share);
        else if (share.rao > 0)  // a payment that fails does not stop the others
            (void)transfer_tao_from_subnet(cx, netuid, *portion.coldkey, share);
    }
    return kept;
}

}  // namespace

TaoBalance refund_of_owner(const State& s, NetUid netuid) {
    const TaoBalance lock = storage.SubnetLocked.get(s, netuid);
    const bool eligible =
        storage.NetworkRegisteredAt.get(s, netuid) < storage.NetworkRegistrationStartBlock.get(s);
    if (!eligible || lock.rao == 0) return {};
    const auto num = [](u64 v) { return U96F32::saturating_from_num(v); };
    const u64 owner_alpha =
        num(get_alpha_issuance(s, netuid).rao)
            .saturating_mul(kernel::u16_proportion(storage.SubnetOwnerCut.get(s)))
            .saturating_to_num<u64>();
    const auto price = U96F32::saturating_from_num(swap::current_alpha_price(s, netuid));
    const TaoBalance earned{num(owner_alpha).saturating_mul(price).saturating_to_num<u64>()};
    return saturating_sub(lock, earned);
}

namespace {

void erase_alpha(State& s, NetUid netuid, const std::vector<Staker>& stakers) {
    for (const Staker& staker : stakers) {
        storage.Alpha.erase(s, staker.hotkey, staker.coldkey, netuid);
        storage.AlphaV2.erase(s, staker.hotkey, staker.coldkey, netuid);
    }
    for (const AccountId& hotkey : hotkeys_with_stake(s, netuid)) {
        storage.TotalHotkeyAlpha.erase(s, hotkey, netuid);
        storage.TotalHotkeyShares.erase(s, hotkey, netuid);
        storage.TotalHotkeySharesV2.erase(s, hotkey, netuid);
    }
    storage.TotalAlphaStaked.erase(s, netuid);
    storage.SubnetAlphaIn.erase(s, netuid);
    storage.SubnetAlphaOut.erase(s, netuid);
    storage.SubnetProtocolAlpha.erase(s, netuid);
}

}  // namespace

Result<> destroy_alpha_in_out_stakes(Context& cx, NetUid netuid) {
    State& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    const AccountId owner = storage.SubnetOwner.get(s, netuid);
    const TaoBalance refund = refund_of_owner(s, netuid);
    const auto stakers = stakers_of(s, netuid);
    const u64 protocol_rao = protocol_alpha_rao(s, netuid);
    const TaoBalance pot = storage.SubnetTAO.get(s, netuid);
    TaoBalance protocol_share;
    if (pot.rao > 0) {
        storage.SubnetTAO.erase(s, netuid);
        decrease_total_stake(s, pot);
        protocol_share = pay_out(cx, netuid, divide(pot.rao, stakers, protocol_rao));
    }
    erase_alpha(s, netuid, stakers);
    const auto account = get_subnet_account_id(s, netuid);
    ENSURE(account, Error::SubnetNotExists);
    if (refund.rao > 0) {
        const auto free = saturating_sub(get_coldkey_balance(s, *account), protocol_share);
        (void)transfer_tao(cx, *account, owner, std::min(refund, free));  // as much as there is
    }
    (void)recycle_tao(cx, *account, get_keep_alive_balance(s, *account));
    destroy_lock_maps(s, netuid);
    return {};
}

}  // namespace subtensor
