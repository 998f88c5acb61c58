// Root dividends and their claims.
#include "pallets/subtensor/staking/claim_root.hpp"

#include "pallets/subtensor/coinbase/subnet_emissions.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/cleanup.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

u128 saturating_sum(u128 a, u128 b) {
    u128 out = 0;
    return __builtin_add_overflow(a, b, &out) ? ~u128{0} : out;
}
/// Alpha that an amount of root stake is credited with at a claimable rate.
u128 claim_of(I96F32 rate, AlphaBalance amount) {
    return rate.saturating_mul(I96F32::saturating_from_num(amount.rao)).saturating_to_num<u128>();
}

}  // namespace

void increase_root_claimable_for_hotkey_and_subnet(State& s, const AccountId& hotkey, NetUid netuid,
                                                   AlphaBalance amount) {
    const auto root_stake = get_stake_for_hotkey_on_subnet(s, hotkey, root_netuid);
    const auto total = I96F32::saturating_from_num(root_stake.rao);
    const auto increment =
        I96F32::saturating_from_num(amount.rao).checked_div(total).value_or(I96F32{});
    if (amount > root_stake) {
        const AccountId owner = storage.Owner.get(s, hotkey);
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, owner, netuid, amount);
        return;
    }
    storage.RootClaimable.change(s, hotkey, [&](auto& claimable) {
        I96F32& rate = claimable[netuid];
        rate = rate.saturating_add(increment);
    });
}

I96F32 get_root_claimable_for_hotkey_coldkey(const State& s, const AccountId& hotkey,
                                             const AccountId& coldkey, NetUid netuid) {
    const auto stake = get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, root_netuid);
    const auto claimable = storage.RootClaimable.get(s, hotkey);
    const auto rate = claimable.find(netuid);
    if (rate == claimable.end()) return {};
    return rate->second.saturating_mul(I96F32::saturating_from_num(stake.rao));
}

I96F32 get_root_owed_for_hotkey_coldkey_float(const State& s, const AccountId& hotkey,
                                              const AccountId& coldkey, NetUid netuid) {
    const auto claimed =
        I96F32::saturating_from_num(storage.RootClaimed.get(s, netuid, hotkey, coldkey));
    return get_root_claimable_for_hotkey_coldkey(s, hotkey, coldkey, netuid)
        .saturating_sub(claimed);
}

AlphaBalance get_root_owed_for_hotkey_coldkey(const State& s, const AccountId& hotkey,
                                              const AccountId& coldkey, NetUid netuid) {
    return {get_root_owed_for_hotkey_coldkey_float(s, hotkey, coldkey, netuid)
                .saturating_to_num<u64>()};
}

void add_stake_adjust_root_claimed_for_hotkey_and_coldkey(State& s, const AccountId& hotkey,
                                                          const AccountId& coldkey,
                                                          AlphaBalance amount) {
    for (const auto& [netuid, rate] : storage.RootClaimable.get(s, hotkey)) {
        const u128 claimed = storage.RootClaimed.get(s, netuid, hotkey, coldkey);
        storage.RootClaimed.set(s, netuid, hotkey, coldkey,
                                saturating_sum(claimed, claim_of(rate, amount)));
    }
}

void remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(State& s, const AccountId& hotkey,
                                                             const AccountId& coldkey,
                                                             AlphaBalance amount) {
    for (const auto& [netuid, rate] : storage.RootClaimable.get(s, hotkey)) {
        if (netuid.is_root()) continue;
        const u128 claimed = storage.RootClaimed.get(s, netuid, hotkey, coldkey);
        const u128 less = claim_of(rate, amount);
        storage.RootClaimed.set(s, netuid, hotkey, coldkey, claimed > less ? claimed - less : 0);
    }
}

void transfer_root_claimed_for_new_keys(State& s, NetUid netuid, const StakeKeys& from,
                                        const StakeKeys& to) {
    const u128 claimed = storage.RootClaimed.take(s, netuid, from.hotkey, from.coldkey);
    storage.RootClaimed.change(s, netuid, to.hotkey, to.coldkey,
                               [&](u128& sum) { sum = saturating_sum(claimed, sum); });
}

void transfer_root_claimable_for_new_hotkey(State& s, const AccountId& old_hotkey,
                                            const AccountId& new_hotkey) {
    const auto from = storage.RootClaimable.take(s, old_hotkey);
    storage.RootClaimable.change(s, new_hotkey, [&](auto& rates) {
        for (const auto& [netuid, rate] : from) rates[netuid] = rates[netuid].saturating_add(rate);
    });
}

void maybe_add_coldkey_index(State& s, const AccountId& coldkey) {
    if (storage.StakingColdkeys.has(s, coldkey)) return;
    const u64 n = storage.NumStakingColdkeys.get(s);
    storage.StakingColdkeysByIndex.set(s, n, coldkey);
    storage.StakingColdkeys.set(s, coldkey, n);
    storage.NumStakingColdkeys.set(s, n == ~u64{0} ? n : n + 1);
}

void maybe_remove_coldkey_index(State& s, const AccountId& coldkey) {
    const auto index = storage.StakingColdkeys.take(s, coldkey);
    if (!index) return;
    const u64 n = storage.NumStakingColdkeys.get(s);
    const u64 last = n == 0 ? 0 : n - 1;
    const auto moved = *index != last ? storage.StakingColdkeysByIndex.take(s, last) : std::nullopt;
    if (moved) {
        storage.StakingColdkeysByIndex.set(s, *index, *moved);
        storage.StakingColdkeys.set(s, *moved, *index);
    } else
        storage.StakingColdkeysByIndex.erase(s, *index);
    storage.NumStakingColdkeys.set(s, last);
}

bool coldkey_has_root_stake(const State& s, const AccountId& coldkey) {
    for (const AccountId& hotkey : storage.StakingHotkeys.get(s, coldkey))
        if (get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, root_netuid).rao != 0)
            return true;
    return false;
}

namespace {

bool swaps(const RootClaimTypeEnum& type, NetUid netuid) {
    if (const auto keep = std::get_if<root_claim_type::KeepSubnets>(&type))
        return keep->subnets.count(netuid) == 0;
    return std::holds_alternative<root_claim_type::Swap>(type);
}

/// Sells the alpha and stakes the TAO on root; how much it was.
Result<TaoBalance> swap_claim(Context& cx, const AccountId& hotkey, const AccountId& coldkey,
                              NetUid netuid, AlphaBalance owed) {
    State& s = cx.state;
    ASSIGN(const auto r, swap_alpha_for_tao(s, netuid, owed, swap::min_price(), true));
    const TaoBalance tao = r.amount_paid_out;
    const auto root_account = get_subnet_account_id(s, root_netuid);
    ENSURE(root_account, Error::RootNetworkDoesNotExist);
    TRY(transfer_tao_from_subnet(cx, netuid, *root_account, tao));
    storage.SubnetRootSellTao.change(s, netuid, [&](TaoBalance& t) { t = saturating_add(t, tao); });
    record_protocol_outflow(s, netuid, tao);
    const AlphaBalance root_alpha{tao.rao};
    increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, root_netuid, root_alpha);
    storage.SubnetTAO.change(s, root_netuid, [&](TaoBalance& t) { t = saturating_add(t, tao); });
    storage.SubnetAlphaOut.change(s, root_netuid,
                                  [&](AlphaBalance& t) { t = saturating_add(t, root_alpha); });
    storage.TotalStake.change(s, [&](TaoBalance& t) { t = saturating_add(t, tao); });
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey(s, hotkey, coldkey, root_alpha);
    return tao;
}

/// The TAO staked on root; none where the alpha is kept or too little is owed.
Result<TaoBalance> root_claim_on_subnet(Context& cx, const AccountId& hotkey,
                                        const AccountId& coldkey, NetUid netuid,
                                        const RootClaimTypeEnum& type) {
    State& s = cx.state;
    const I96F32 owed = get_root_owed_for_hotkey_coldkey_float(s, hotkey, coldkey, netuid);
    TaoBalance tao;
    if (owed < storage.RootClaimableThreshold.get(s, netuid)) return tao;
    const AlphaBalance amount{owed.saturating_to_num<u64>()};
    if (amount.rao == 0) return tao;
    if (swaps(type, netuid)) {
        ASSIGN(tao,
               transactional(cx, [&] { return swap_claim(cx, hotkey, coldkey, netuid, amount); }));
    } else
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid, amount);
    storage.RootClaimed.change(s, netuid, hotkey, coldkey, [&](u128& claimed) {
        claimed = saturating_sum(claimed, amount.rao);
    });
    return tao;
}

/// One subnet's claim, as the original's benchmark has it.
constexpr Weight claim_weight{60'000'000 + db_weight(7, 5).ref_time, 6987};

Result<RootClaim> root_claim_all(Context& cx, const AccountId& hotkey, const AccountId& coldkey,
                                 const std::optional<std::set<NetUid>>& subnets) {
    RootClaim out{db_weight(2, 0), {}};
    const auto type = storage.RootClaimType.get(cx.state, coldkey);
    for (const auto& [netuid, rate] : storage.RootClaimable.get(cx.state, hotkey)) {
        if (subnets && subnets->count(netuid) == 0) continue;
        ASSIGN(const auto tao, root_claim_on_subnet(cx, hotkey, coldkey, netuid, type));
        out = {out.weight.saturating_add(claim_weight), saturating_add(out.tao, tao)};
    }
    return out;
}

u64 big_endian_u64(const u8* p) {
    u64 v = 0;
    for (int i = 0; i < 8; ++i) v = v << 8 | p[i];
    return v;
}
/// `k` indices below n that a block's hash picks, each once, ascending.
std::vector<u64> block_hash_to_indices(const Hash& hash, u64 k, u64 n) {
    std::vector<u64> out;
    u64 last = big_endian_u64(hash.data());
    for (u64 i = 0; i < k; ++i) {
        const u64 step = big_endian_u64(hash.data() + i * 8 % 32);
        u64 sum = 0;
        if (__builtin_add_overflow(last, step, &sum)) sum = ~u64{0};
        last = n == 0 ? 0 : sum % n;
        out.push_back(last);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

Result<RootClaim> do_root_claim(Context& cx, const AccountId& coldkey,
                                const std::optional<std::set<NetUid>>& subnets) {
    return do_root_claim(cx, coldkey, storage.StakingHotkeys.get(cx.state, coldkey), subnets);
}

Result<RootClaim> do_root_claim(Context& cx, const AccountId& coldkey,
                                const std::vector<AccountId>& hotkeys,
                                const std::optional<std::set<NetUid>>& subnets) {
    return transactional(cx, [&]() -> Result<RootClaim> {
        RootClaim out{db_weight(1, 0), {}};
        for (const AccountId& hotkey : hotkeys) {
            ASSIGN(const auto claim, root_claim_all(cx, hotkey, coldkey, subnets));
            out.weight = out.weight.saturating_add(db_weight(1, 0)).saturating_add(claim.weight);
            out.tao = saturating_add(out.tao, claim.tao);
        }
        cx.emit(RootClaimed{coldkey, out.tao});
        return out;
    });
}

void run_auto_claim_root_divs(Context& cx, const Hash& last_block_hash) {
    const State& s = cx.state;
    const u64 n = storage.NumStakingColdkeys.get(s), k = storage.NumRootClaim.get(s);
    for (const u64 index : block_hash_to_indices(last_block_hash, k, n)) {
        // A failed claim is rolled back and tried again when the coldkey's turn comes.
        if (const auto coldkey = storage.StakingColdkeysByIndex.get(s, index))
            (void)do_root_claim(cx, *coldkey, std::nullopt);
    }
}

void finalize_all_subnet_root_dividends(State& s, NetUid netuid) {
    for (const AccountId& hotkey : storage.RootClaimable.keys_under(s))
        storage.RootClaimable.change(s, hotkey, [&](auto& claimable) { claimable.erase(netuid); });
    storage.RootClaimed.erase_under(s, ~u32{0}, netuid);
}

bool clean_up_root_claimable(Cleanup& c) {
    State& s = c.state();
    return sweep(
        c, storage.RootClaimable, db_weight(0, 1), [](const AccountId&) { return true; },
        [&](const AccountId& hotkey) {
            storage.RootClaimable.change(s, hotkey, [&](auto& of) { of.erase(c.netuid()); });
        });
}

bool clean_up_root_claimed(Cleanup& c) {
    return clear_rows(c.state(), c.meter, c.netuid(), storage.RootClaimed);
}

}  // namespace subtensor
