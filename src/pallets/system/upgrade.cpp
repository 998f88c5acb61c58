// Setting code: by root, or by anybody whom root authorized by the code's hash. A chain of this
// program must ask for rules that the program has, so even "without checks" the code has to name
// some, and newer ones. Source: frame_system lib.rs.
#include "pallets/system/upgrade.hpp"

#include "crypto/hash.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/constants.hpp"
#include "pallets/system/errors.hpp"
#include "pallets/system/events.hpp"
#include "pallets/system/runtime_code.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"

namespace frame_system {
namespace {

constexpr std::string_view heap_pages_key = ":heappages";

void deposit_log(State& s, const DigestItem& item) {
    storage.Digest.change(s, [&](auto& digest) { digest.logs.push_back(item); });
}

Result<> can_set_code(const State& s, BytesView code, bool check_name) {
    const auto version = version_of_code(code);
    ENSURE(version, Error::FailedToExtractRuntimeVersion);
    if (check_name) ENSURE(version->spec_name == runtime_name, Error::InvalidSpecName);
    ENSURE(version->spec_version > spec_version(s), Error::SpecVersionNeedsToIncrease);
    ENSURE(knows_spec_version(version->spec_version), Error::FailedToExtractRuntimeVersion);
    return {};
}

void update_code_in_storage(Context& cx, const Bytes& code) {
    cx.state.put(view(code_key), code);
    deposit_log(cx.state, digest::RuntimeEnvironmentUpdated{});
    cx.emit(CodeUpdated{});
    cx.post.actual_weight = constants.BlockWeights.max_block;  // nothing more in this block
}

Result<> set_code_as_root(Context& cx, const Origin& origin, const Bytes& code, bool check_name) {
    TRY(ensure_root(origin));
    TRY(can_set_code(cx.state, code, check_name));
    update_code_in_storage(cx, code);
    return {};
}

Result<> authorize(Context& cx, const Origin& origin, const H256& hash, bool check_version) {
    TRY(ensure_root(origin));
    storage.AuthorizedUpgrade.set(cx.state, {hash, check_version});
    cx.emit(UpgradeAuthorized{hash, check_version});
    return {};
}

}  // namespace

void adopt_code(State& s) {
    const auto digest = storage.Digest.get(s);
    const bool updated = std::any_of(digest.logs.begin(), digest.logs.end(), [](auto& log) {
        return std::holds_alternative<digest::RuntimeEnvironmentUpdated>(log);
    });
    if (!updated) return;
    const auto code = s.get(view(code_key));
    if (!code) return;
    const auto version = version_of_code(*code);
    if (version && version->spec_version > spec_version(s) &&
        knows_spec_version(version->spec_version))
        set_spec_version(s, version->spec_version);
}

Result<> set_heap_pages::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    cx.state.put(view(heap_pages_key), scale::encoded(pages));
    deposit_log(cx.state, digest::RuntimeEnvironmentUpdated{});
    return {};
}

Result<> set_code::dispatch(Context& cx, const Origin& origin) const {
    return set_code_as_root(cx, origin, code, true);
}

Result<> set_code_without_checks::dispatch(Context& cx, const Origin& origin) const {
    return set_code_as_root(cx, origin, code, false);
}

Result<> authorize_upgrade::dispatch(Context& cx, const Origin& origin) const {
    return authorize(cx, origin, code_hash, true);
}

Result<> authorize_upgrade_without_checks::dispatch(Context& cx, const Origin& origin) const {
    return authorize(cx, origin, code_hash, false);
}

/// Valid code is free to bring. Code that was authorized and turns out to be wrong loses its
/// authorization, which is not the caller's fault.
Result<> apply_authorized_upgrade::dispatch(Context& cx, const Origin&) const {
    const auto authorized = storage.AuthorizedUpgrade.find(cx.state);
    ENSURE(authorized, Error::NothingAuthorized);
    ENSURE(H256{crypto::blake2_256(code)} == authorized->code_hash, Error::Unauthorized);
    storage.AuthorizedUpgrade.erase(cx.state);
    cx.post.pays_fee = Pays::No;
    if (auto r = can_set_code(cx.state, code, authorized->check_version); !r) {
        cx.emit(RejectedInvalidAuthorizedUpgrade{authorized->code_hash, r.error()});
        return {};
    }
    update_code_in_storage(cx, code);
    return {};
}

}  // namespace frame_system
