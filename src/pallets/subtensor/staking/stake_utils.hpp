// Stake as values and shares, and its way through the pools.
// Source: subtensor staking/stake_utils.rs.
#pragma once
#include "frame/call.hpp"
#include "kernel/safe_float.hpp"
#include "pallets/subtensor/types.hpp"
#include "pallets/swap/swap.hpp"

namespace subtensor {

/// All alpha of a subnet: in its pool and outside.
AlphaBalance get_alpha_issuance(const State& s, NetUid netuid);
/// The moving average of the alpha price; 1 on root and on subnets without a pool.
U64F64 get_moving_alpha_price(const State& s, NetUid netuid);
void update_moving_price(Context& cx, NetUid netuid);
U64F64 get_median_subnet_alpha_price(const State& s);
/// What a TAO on root counts in stake weights, as a part of one.
U96F32 get_tao_weight(const State& s);
/// The part of a child key's dividends that is burned, as a part of one.
U96F32 get_ck_burn(const State& s);

/// Voting stake of a hotkey in rao: alpha + tao * tao_weight, and the two parts.
struct StakeWeights {
    I64F64 total, alpha, tao;
};
StakeWeights get_stake_weights_for_hotkey_on_subnet(const State& s, const AccountId& hotkey,
                                                    NetUid netuid);
struct NetworkStakeWeights {
    std::vector<I64F64> total, alpha, tao;  ///< by uid
};
NetworkStakeWeights get_stake_weights_for_network(const State& s, NetUid netuid);
/// Stake less what is lent to children, plus what parents lend: alpha of the subnet, root's TAO.
struct InheritedStake {
    AlphaBalance alpha;
    TaoBalance tao;
};
InheritedStake get_inherited_for_hotkey_on_subnet(const State& s, const AccountId& hotkey,
                                                  NetUid netuid);

// Shares

/// A share that was written before its hotkey's pool was emptied: it is worth nothing, whatever the
/// pool holds now (since 475).
bool alpha_share_is_retired(const State& s, const AccountId& hotkey, const AccountId& coldkey,
                            NetUid netuid);
AlphaBalance get_stake_for_hotkey_and_coldkey_on_subnet(const State& s, const AccountId& hotkey,
                                                        const AccountId& coldkey, NetUid netuid);
AlphaBalance get_stake_for_hotkey_on_subnet(const State& s, const AccountId& hotkey, NetUid netuid);
/// The alpha that a share of the hotkey's pool is worth.
AlphaBalance get_value_from_shares(const State& s, const AccountId& hotkey, NetUid netuid,
                                   const kernel::SafeFloat& share);
/// Everybody's stake on the hotkey grows or shrinks in proportion.
void increase_stake_for_hotkey_on_subnet(State& s, const AccountId& hotkey, NetUid netuid,
                                         AlphaBalance amount);
void decrease_stake_for_hotkey_on_subnet(State& s, const AccountId& hotkey, NetUid netuid,
                                         AlphaBalance amount);
void increase_stake_for_hotkey_and_coldkey_on_subnet(State& s, const AccountId& hotkey,
                                                     const AccountId& coldkey, NetUid netuid,
                                                     AlphaBalance amount);
/// Does nothing when the stake is smaller than the amount. What the pool lost.
AlphaBalance decrease_stake_for_hotkey_and_coldkey_on_subnet(State& s, const AccountId& hotkey,
                                                             const AccountId& coldkey,
                                                             NetUid netuid, AlphaBalance amount);
/// Takes the hotkey off the coldkey's list when it has no stake on it any more (since 475).
void maybe_remove_staking_hotkey(State& s, const AccountId& hotkey, const AccountId& coldkey);
/// Whether what is credited to the hotkey reaches anybody.
bool hotkey_share_pool_has_members(const State& s, const AccountId& hotkey, NetUid netuid);
/// What an owner earns is staked; under Null consensus, where nobody else holds a share, without
/// a further share.
void credit_epoch_owner_emission(State& s, const AccountId& hotkey, const AccountId& coldkey,
                                 NetUid netuid, AlphaBalance amount);
/// Whether the pool's precision lets an increase change any share.
bool try_increase_stake_for_hotkey_and_coldkey_on_subnet(const State& s, const AccountId& hotkey,
                                                         NetUid netuid, AlphaBalance amount);
/// What is left after a decrease; NotEnoughStakeToWithdraw.
Result<AlphaBalance> calculate_reduced_stake_on_subnet(const State& s, const AccountId& hotkey,
                                                       const AccountId& coldkey, NetUid netuid,
                                                       AlphaBalance decrement);

// Through the pool

/// Swap and the pool's accounts: reserves, outstanding alpha, total stake, volume.
Result<swap::BuyResult> swap_tao_for_alpha(State& s, NetUid netuid, TaoBalance tao,
                                           TaoBalance price_limit, bool drop_fees);
Result<swap::SellResult> swap_alpha_for_tao(State& s, NetUid netuid, AlphaBalance alpha,
                                            TaoBalance price_limit, bool drop_fees);
/// Takes TAO from the coldkey, buys alpha and stakes it on the hotkey; the alpha bought.
Result<AlphaBalance> stake_into_subnet(Context& cx, const AccountId& hotkey,
                                       const AccountId& coldkey, NetUid netuid, TaoBalance tao,
                                       TaoBalance price_limit, bool drop_fees);
/// RootStakeLocked while root stake that changed is still to stay.
Result<> ensure_root_stake_unlocked(const Context& cx, NetUid netuid, const AccountId& coldkey,
                                    const AccountId& hotkey);
/// The swap fee goes to the block's author, or is burned where there is none.
Result<> pay_author_from_tao(Context& cx, NetUid netuid, TaoBalance fee);
/// Sells staked alpha and pays the beneficiary; the TAO got. On failure what was written before
/// stays written: callers roll back.
Result<TaoBalance> unstake_from_subnet(Context& cx, const AccountId& hotkey,
                                       const AccountId& coldkey, const AccountId& beneficiary,
                                       NetUid netuid, AlphaBalance alpha, TaoBalance price_limit,
                                       bool drop_fees);
/// Moves stake between keys on one subnet without a swap; its value in TAO.
Result<TaoBalance> transfer_stake_within_subnet(Context& cx, const AccountId& origin_coldkey,
                                                const AccountId& origin_hotkey,
                                                const AccountId& destination_coldkey,
                                                const AccountId& destination_hotkey, NetUid netuid,
                                                AlphaBalance alpha);

/// Enters the hotkey in the coldkey's list of hotkeys it stakes to, once.
void add_staking_hotkey(State& s, const AccountId& coldkey, const AccountId& hotkey);

/// Hotkeys that a coldkey may stake to (MAX_STAKING_HOTKEYS).
inline constexpr std::size_t max_staking_hotkeys = 256;
/// TooManyStakingHotkeys when a further hotkey would be too many.
Result<> ensure_staking_hotkeys_can_grow(const State& s, const AccountId& coldkey,
                                         const AccountId& hotkey);

void increase_provided_tao_reserve(State& s, NetUid netuid, TaoBalance tao);
void decrease_provided_tao_reserve(State& s, NetUid netuid, TaoBalance tao);
void increase_provided_alpha_reserve(State& s, NetUid netuid, AlphaBalance alpha);
void decrease_provided_alpha_reserve(State& s, NetUid netuid, AlphaBalance alpha);

// Checks of the calls' input

/// SubtokenDisabled until the subnet's owner has called start_call.
Result<> ensure_subtoken_enabled(const State& s, NetUid netuid);
Result<> validate_add_stake(const Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                            NetUid netuid, TaoBalance stake_to_be_added, TaoBalance max_amount,
                            bool allow_partial);
Result<> validate_remove_stake(const Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                               NetUid netuid, AlphaBalance alpha_unstaked, AlphaBalance max_amount,
                               bool allow_partial);

/// A move of stake between keys or subnets.
struct StakeTransition {
    AccountId origin_coldkey{}, destination_coldkey{}, origin_hotkey{}, destination_hotkey{};
    NetUid origin_netuid{}, destination_netuid{};
    AlphaBalance alpha_amount{};
    std::optional<TaoBalance> limit_price{};  ///< origin's price in the destination's, times 10^9
    std::optional<bool> allow_partial{};
    bool check_transfer_toggle = false;
};
Result<> validate_stake_transition(const Context& cx, const StakeTransition& move,
                                   AlphaBalance max_amount);

}  // namespace subtensor
