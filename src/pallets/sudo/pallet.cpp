// One account may act as root (pallet-sudo lib.rs). Success costs nothing, whatever the inner call
// said: that is in the event.
#include "pallets/sudo/pallet.hpp"

#include "pallets/sudo/errors.hpp"
#include "pallets/sudo/sudo.hpp"

namespace sudo {

Storage::Storage() : StorageList("Sudo") {}
const Storage storage;

static Result<> ensure_sudo(const State& s, const Origin& origin) {
    if (origin.is_root()) return {};
    ASSIGN(auto who, ensure_signed(origin));
    ENSURE(storage.Key.get(s) == who, Error::RequireSudo);
    return {};
}
static DispatchInfo around(const AnyCall& call, const DispatchInfo& base) {
    auto inner = call.info();
    return {base.weight.saturating_add(inner.weight), inner.dispatch_class, Pays::Yes};
}

DispatchInfo sudo::info(const DispatchInfo& base) const { return around(call, base); }
Result<> sudo::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_sudo(cx.state, origin));
    cx.emit(Sudid{call.dispatch_bypass_filter(cx, Origin::root())});
    cx.post = {{}, Pays::No};
    return {};
}

DispatchInfo sudo_unchecked_weight::info(const DispatchInfo&) const {
    return {weight, call.info().dispatch_class, Pays::Yes};
}
Result<> sudo_unchecked_weight::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_sudo(cx.state, origin));
    cx.emit(Sudid{call.dispatch_bypass_filter(cx, Origin::root())});
    cx.post = {{}, Pays::No};
    return {};
}

Result<> set_key::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_sudo(cx.state, origin));
    ASSIGN(auto key, lookup(new_));
    cx.emit(KeyChanged{storage.Key.get(cx.state), key});
    storage.Key.set(cx.state, key);
    cx.post = {{}, Pays::No};
    return {};
}

DispatchInfo sudo_as::info(const DispatchInfo& base) const { return around(call, base); }
Result<> sudo_as::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_sudo(cx.state, origin));
    ASSIGN(auto account, lookup(who));
    cx.emit(SudoAsDone{call.dispatch_bypass_filter(cx, Origin::signed_by(account))});
    cx.post = {{}, Pays::No};
    return {};
}

Result<> remove_key::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_sudo(cx.state, origin));
    cx.emit(KeyRemoved{});
    storage.Key.erase(cx.state);
    cx.post = {{}, Pays::No};
    return {};
}

static constexpr Weight with_key(u64 ref_time) { return {ref_time + db_read_ref_time, 1517}; }
static constexpr std::array calls{
    call<sudo>("sudo", with_key(7'939'000), Pays::Yes, "Runs a call as root."),
    call<sudo_unchecked_weight>("sudo_unchecked_weight", {}, Pays::Yes,
                                "Runs a call as root with a stated weight."),
    call<set_key>("set_key", with_key(7'237'000 + db_write_ref_time), Pays::Yes,
                  "Makes another account the sudo key."),
    call<sudo_as>("sudo_as", with_key(7'870'000), Pays::Yes, "Runs a call as any account."),
    call<remove_key>("remove_key", with_key(6'417'000 + db_write_ref_time), Pays::Yes,
                     "Gives the sudo key up for good."),
};
static constexpr std::array events{
    event<Sudid>("Sudid", "A call was run as root, with this result."),
    event<KeyChanged>("KeyChanged", "Another account is the sudo key now."),
    event<KeyRemoved>("KeyRemoved", "There is no sudo key any more."),
    event<SudoAsDone>("SudoAsDone", "A call was run as another account, with this result."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    SUDO_ERRORS(X)
#undef X
};

const Pallet pallet{.index = pallet_index,
                    .name = "Sudo",
                    .path = "pallet_sudo::pallet",
                    .storage = &storage,
                    .calls = calls,
                    .events = events,
                    .errors = errors};

}  // namespace sudo
