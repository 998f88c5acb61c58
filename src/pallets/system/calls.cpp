// What the calls cost and do. Weights: frame_system's SubstrateWeight (stable2506).
#include "pallets/system/calls.hpp"

#include "crypto/hash.hpp"
#include "pallets/system/events.hpp"
#include "pallets/system/pallet.hpp"

namespace frame_system {

static constexpr std::array rows{
    call<remark>("remark", {1'586'000, 0}, Pays::Yes,
                 "Puts bytes into the block and changes nothing."),
    call<set_heap_pages>("set_heap_pages", {2'836'000 + db_write_ref_time, 0}, Pays::Yes,
                         DispatchClass::Operational,
                         "Notes how much memory code may use, which rules here do not. Root only."),
    call<set_code>("set_code", {164'247'810'000 + db_read_ref_time + db_write_ref_time, 67'035},
                   Pays::Yes, DispatchClass::Operational,
                   "From the next block on keeps to the rules that the code names, if this program "
                   "has them. Root only."),
    call<set_code_without_checks>(
        "set_code_without_checks", {164'247'810'000 + db_read_ref_time + db_write_ref_time, 67'035},
        Pays::Yes, DispatchClass::Operational, "The same with code of another name. Root only."),
    call<set_storage>("set_storage", {1'565'000, 0}, Pays::Yes, DispatchClass::Operational,
                      "Writes raw storage items. Root only."),
    call<kill_storage>("kill_storage", {1'624'000, 0}, Pays::Yes, DispatchClass::Operational,
                       "Erases raw storage items. Root only."),
    call<kill_prefix>("kill_prefix", {2'964'000, 0}, Pays::Yes, DispatchClass::Operational,
                      "Erases everything under a raw prefix, at most `subkeys`. Root only."),
    call<remark_with_event>("remark_with_event", {4'725'000, 0}, Pays::Yes,
                            "Puts bytes into the block and their hash into an event."),
    call<authorize_upgrade>("authorize_upgrade", {15'570'000 + db_write_ref_time, 0}, Pays::Yes,
                            DispatchClass::Operational,
                            "Lets anybody set the code of this hash, once. Root only."),
    call<authorize_upgrade_without_checks>(
        "authorize_upgrade_without_checks", {15'570'000 + db_write_ref_time, 0}, Pays::Yes,
        DispatchClass::Operational, "The same for code of another name. Root only."),
    call<apply_authorized_upgrade>(
        "apply_authorized_upgrade",
        {166'858'158'000 + 2 * db_read_ref_time + 2 * db_write_ref_time, 67'035}, Pays::Yes,
        DispatchClass::Operational, "Sets the code whose hash root has authorized."),
};
std::span<const CallRow> calls() { return rows; }

/// `base` and `each` for every one of `n` items.
static DispatchInfo scaled(DispatchInfo base, std::size_t n, Weight each) {
    base.weight.ref_time += n * each.ref_time;
    base.weight.proof_size += n * each.proof_size;
    return base;
}

DispatchInfo remark::info(const DispatchInfo& base) const {
    return scaled(base, remark_.size(), {10'920, 0});
}
Result<> remark::dispatch(Context&, const Origin&) const { return {}; }

DispatchInfo remark_with_event::info(const DispatchInfo& base) const {
    return scaled(base, remark.size(), {12'386, 0});
}
Result<> remark_with_event::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto sender, ensure_signed(origin));
    cx.emit(Remarked{sender, {crypto::blake2_256(remark)}});
    return {};
}

DispatchInfo set_storage::info(const DispatchInfo& base) const {
    return scaled(base, items.size(), {733'648 + db_write_ref_time, 0});
}
Result<> set_storage::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    for (auto& [key, value] : items) cx.state.put(key, value);
    return {};
}

DispatchInfo kill_storage::info(const DispatchInfo& base) const {
    return scaled(base, keys.size(), {566'903 + db_write_ref_time, 0});
}
Result<> kill_storage::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    for (auto& key : keys) cx.state.erase(key);
    return {};
}

DispatchInfo kill_prefix::info(const DispatchInfo& base) const {
    // One is added to leave room for an entry that had to be looked at (frame_system).
    auto n = std::size_t{subkeys} + (subkeys != ~0u);
    return scaled(base, n, {1'340'742 + db_read_ref_time + db_write_ref_time, 70});
}
Result<> kill_prefix::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    cx.state.clear_prefix(prefix, subkeys, {});
    return {};
}

}  // namespace frame_system
