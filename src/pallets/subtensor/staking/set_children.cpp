// Child keys: wishes, when they come into force, and both directions of the relation.
#include "pallets/subtensor/staking/set_children.hpp"

#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/childkey_threshold.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/misc.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

constexpr std::size_t max_children = 5;
/// Since 475 nobody gets another parent on a subnet beyond these (subtensor
/// staking/set_children.rs).
constexpr std::size_t max_parents = 100;

using Edges = std::map<AccountId, u64>;  // hotkey -> proportion

/// The last proportion counts where a hotkey is named twice.
Edges edges_of(const Relations& list) {
    Edges out;
    for (const auto& [proportion, hotkey] : list) out[hotkey] = proportion;
    return out;
}
Relations relations_of(const Edges& edges) {
    Relations out;
    for (const auto& [hotkey, proportion] : edges) out.emplace_back(proportion, hotkey);
    return out;
}
Edges without(Edges edges, const AccountId& hotkey) {
    edges.erase(hotkey);
    return edges;
}

Result<> check_proportions(const Edges& children) {
    u128 sum = 0;
    for (const auto& [child, proportion] : children) sum += proportion;
    ENSURE(sum <= ~u64{0}, Error::ProportionOverflow);
    return {};
}
/// Nobody is both a child and a parent of the same hotkey.
Result<> check_separation(const Edges& children, const Edges& parents) {
    for (const auto& [child, proportion] : children)
        ENSURE(parents.count(child) == 0, Error::ChildParentInconsistency);
    return {};
}

template <class Item>
void set_relations(State& s, const Item& item, const AccountId& hotkey, NetUid netuid,
                   const Relations& list) {
    if (list.empty())
        item.erase(s, hotkey, netuid);
    else
        item.set(s, hotkey, netuid, list);
}

template <class Item>
void drop_edge(State& s, const Item& item, const AccountId& hotkey, NetUid netuid,
               const AccountId& pivot) {
    Relations list = item.get(s, hotkey, netuid);
    std::erase_if(list, [&](const auto& edge) { return edge.second == pivot; });
    set_relations(s, item, hotkey, netuid, list);
}

/// Makes `edges` the pivot's list in `item`, and the pivot an entry of each neighbour's list in
/// `back`; how many neighbours that touched.
template <class Item>
u64 write_side(State& s, const Item& item, const Item& back, const AccountId& pivot, NetUid netuid,
               const Edges& edges) {
    const Edges before = edges_of(item.get(s, pivot, netuid));
    set_relations(s, item, pivot, netuid, relations_of(edges));
    for (const auto& [hotkey, proportion] : edges) {
        Relations list = back.get(s, hotkey, netuid);
        const auto at = std::find_if(list.begin(), list.end(),
                                     [&](const auto& edge) { return edge.second == pivot; });
        if (at == list.end())
            list.emplace_back(proportion, pivot);
        else
            at->first = proportion;
        set_relations(s, back, hotkey, netuid, list);
    }
    u64 touched = edges.size();
    for (const auto& [hotkey, proportion] : before) {
        if (edges.count(hotkey) != 0) continue;
        drop_edge(s, back, hotkey, netuid, pivot);
        ++touched;
    }
    return touched;
}

struct Around {
    Edges children{}, parents{};
};
/// The relations of a hotkey, which must make sense.
Result<Around> load_relations(const State& s, const AccountId& hotkey, NetUid netuid) {
    Around out{without(edges_of(storage.ChildKeys.get(s, hotkey, netuid)), hotkey),
               without(edges_of(storage.ParentKeys.get(s, hotkey, netuid)), hotkey)};
    TRY(check_proportions(out.children));
    TRY(check_separation(out.children, out.parents));
    return out;
}
/// Wished children of a hotkey that has these parents.
Result<> check_wish(const AccountId& hotkey, const Relations& children, const Edges& parents) {
    const Edges next = edges_of(children);
    ENSURE(next.count(hotkey) == 0, Error::InvalidChild);
    ENSURE(next.size() <= max_children, Error::TooManyChildren);
    TRY(check_proportions(next));
    return check_separation(next, parents);
}

/// Whether each of the children can have this parent: those who have it keep it.
bool take_parent(const State& s, const Edges& children, const AccountId& parent, NetUid netuid) {
    return std::all_of(children.begin(), children.end(), [&](const auto& child) {
        const Edges parents = edges_of(storage.ParentKeys.get(s, child.first, netuid));
        return parents.size() < max_parents || parents.count(parent) != 0;
    });
}

/// Puts children in force; where they contradict what holds now, nothing happens.
void persist_pending_children(Context& cx, NetUid netuid, const AccountId& hotkey,
                              const Relations& children) {
    State& s = cx.state;
    const Edges next = without(edges_of(children), hotkey);
    const Edges parents = without(edges_of(storage.ParentKeys.get(s, hotkey, netuid)), hotkey);
    if (!check_proportions(next) || !check_separation(next, parents)) return;
    if (since_475(s) && !take_parent(s, next, hotkey, netuid)) return;
    write_side(s, storage.ChildKeys, storage.ParentKeys, hotkey, netuid, next);
    write_side(s, storage.ParentKeys, storage.ChildKeys, hotkey, netuid, parents);
    cx.emit(SetChildren{hotkey, netuid, children});
}

void schedule_or_apply(Context& cx, NetUid netuid, const AccountId& hotkey,
                       const Relations& children) {
    State& s = cx.state;
    if (!storage.SubtokenEnabled.get(s, netuid)) {
        persist_pending_children(cx, netuid, hotkey, children);
        return;
    }
    u64 due = 0;
    if (__builtin_add_overflow(u64{cx.block}, storage.PendingChildKeyCooldown.get(s), &due))
        due = ~u64{0};
    storage.PendingChildKeys.set(s, netuid, hotkey, {children, due});
    cx.emit(SetChildrenScheduled{hotkey, netuid, due, children});
}

/// The new children against what the hotkey has now.
Result<> check_children(const State& s, const AccountId& hotkey, NetUid netuid,
                        const Relations& children) {
    std::vector<AccountId> seen;
    for (const auto& [proportion, child] : children) {
        ENSURE(std::find(seen.begin(), seen.end(), child) == seen.end(), Error::DuplicateChild);
        seen.push_back(child);
    }
    ASSIGN(const Around now, load_relations(s, hotkey, netuid));
    return check_wish(hotkey, children, now.parents);
}

/// Takes a hotkey out of everybody's lists; it keeps an empty list of children, as in the original.
void unlink(State& s, const AccountId& hotkey, NetUid netuid, const Around& around) {
    for (const auto& [child, proportion] : around.children)
        drop_edge(s, storage.ParentKeys, child, netuid, hotkey);
    for (const auto& [parent, proportion] : around.parents)
        storage.ChildKeys.change(s, parent, netuid, [&](Relations& list) {
            std::erase_if(list, [&](const auto& edge) { return edge.second == hotkey; });
        });
    storage.ChildKeys.set(s, hotkey, netuid, {});
    storage.ParentKeys.erase(s, hotkey, netuid);
}

}  // namespace

Relations get_children(const State& s, const AccountId& hotkey, NetUid netuid) {
    auto children = storage.ChildKeys.get(s, hotkey, netuid);
    if (!children.empty() && childkeys_suspended(s, hotkey, netuid)) return {};
    return children;
}

Relations get_parents(const State& s, const AccountId& hotkey, NetUid netuid) {
    auto parents = storage.ParentKeys.get(s, hotkey, netuid);
    std::erase_if(parents, [&](auto& edge) { return childkeys_suspended(s, edge.second, netuid); });
    return parents;
}

u16 get_childkey_take(const State& s, const AccountId& hotkey, NetUid netuid) {
    return std::max(storage.ChildkeyTake.get(s, hotkey, netuid).parts,
                    get_effective_min_childkey_take(s, netuid));
}

Result<> do_schedule_children(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                              NetUid netuid, const Relations& children) {
    State& s = cx.state;
    ENSURE(passes_rate_limit_on_subnet(cx, TransactionType::SetChildren, hotkey, netuid),
           Error::TxRateLimitExceeded);
    ENSURE(!netuid.is_root(), Error::RegistrationNotPermittedOnRootSubnet);
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    ENSURE(coldkey_owns_hotkey(s, coldkey, hotkey), Error::NonAssociatedColdKey);
    TRY(check_children(s, hotkey, netuid, children));
    const bool enough =
        children.empty() ||
        get_total_stake_for_hotkey(s, hotkey).rao >= storage.StakeThreshold.get(s) ||
        storage.SubnetOwnerHotkey.find(s, netuid) == hotkey;
    ENSURE(enough, Error::NotEnoughStakeToSetChildkeys);
    set_last_block_on_subnet(s, TransactionType::SetChildren, hotkey, netuid, cx.block);
    schedule_or_apply(cx, netuid, hotkey, children);
    return {};
}

Result<> set_children::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return do_schedule_children(cx, coldkey, hotkey, netuid, children);
}

Result<> set_childkey_take::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ENSURE(coldkey_owns_hotkey(s, coldkey, hotkey), Error::NonAssociatedColdKey);
    ENSURE(take.parts >= get_effective_min_childkey_take(s, netuid) &&
               take <= storage.MaxChildkeyTake.get(s),
           Error::InvalidChildkeyTake);
    if (take.parts > get_childkey_take(s, hotkey, netuid))
        ENSURE(passes_rate_limit_on_subnet(cx, TransactionType::SetChildkeyTake, hotkey, netuid),
               Error::TxChildkeyTakeRateLimitExceeded);
    set_last_block_on_subnet(s, TransactionType::SetChildkeyTake, hotkey, netuid, cx.block);
    storage.ChildkeyTake.set(s, hotkey, netuid, take);
    cx.emit(ChildKeyTakeSet{hotkey, take});
    return {};
}

void do_set_pending_children(Context& cx, NetUid netuid) {
    State& s = cx.state;
    const bool started = storage.SubtokenEnabled.get(s, netuid);
    for (const auto& [hotkey, wish] : storage.PendingChildKeys.under(s, netuid)) {
        const auto& [children, due] = wish;
        if (due >= cx.block && started) continue;
        // Since 475 a hotkey whose stake has left meanwhile gets no children.
        if (!since_475(s) || children.empty() ||
            hotkey_meets_childkey_threshold(s, hotkey, netuid)) {
            persist_pending_children(cx, netuid, hotkey, children);
            if (!children.empty()) lift_suspension(s, hotkey);
        }
        storage.PendingChildKeys.erase(s, netuid, hotkey);
    }
}

Result<> parent_child_swap_hotkey(State& s, const AccountId& old_hotkey,
                                  const AccountId& new_hotkey, NetUid netuid, DbCost& cost) {
    ASSIGN(const Around around, load_relations(s, old_hotkey, netuid));
    const u64 neighbours = around.children.size() + around.parents.size();
    unlink(s, old_hotkey, netuid, around);
    cost.add(2 + neighbours, 2 + neighbours);
    ENSURE(around.children.count(new_hotkey) == 0 && around.parents.count(new_hotkey) == 0,
           Error::InvalidChild);
    if (const auto wish = storage.PendingChildKeys.find(s, netuid, old_hotkey)) {
        TRY(check_wish(new_hotkey, wish->first, around.parents));
        storage.PendingChildKeys.erase(s, netuid, old_hotkey);
        storage.PendingChildKeys.set(s, netuid, new_hotkey, *wish);
        cost.add(1, 2);
    }
    const u64 touched =
        write_side(s, storage.ChildKeys, storage.ParentKeys, new_hotkey, netuid, around.children) +
        write_side(s, storage.ParentKeys, storage.ChildKeys, new_hotkey, netuid, around.parents);
    cost.add(1 + touched, 1 + touched);
    return {};
}

Result<> do_set_root_validators_for_subnet(Context& cx, NetUid netuid) {
    State& s = cx.state;
    ENSURE(!netuid.is_root(), Error::RegistrationNotPermittedOnRootSubnet);
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    const auto owner_hotkey = storage.SubnetOwnerHotkey.find(s, netuid);
    ENSURE(owner_hotkey, Error::SubnetNotExists);
    for (const auto& [uid, validator] : storage.Keys.under(s, root_netuid)) {
        if (validator == *owner_hotkey || !storage.AutoParentDelegationEnabled.get(s, validator))
            continue;
        // A validator that cannot take the child is left out.
        (void)do_schedule_children(cx, get_owning_coldkey_for_hotkey(s, validator), validator,
                                   netuid, {{~u64{0}, *owner_hotkey}});
    }
    return {};
}

}  // namespace subtensor
