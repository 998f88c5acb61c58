// The tables put together, and which calls nobody may make.
#include "pallets/system/pallet.hpp"

#include "pallets/safe_mode/calls.hpp"
#include "pallets/system/constants.hpp"
#include "pallets/system/errors.hpp"
#include "pallets/system/storage.hpp"
#include "pallets/utility/calls.hpp"

namespace frame_system {

Constants constants;

static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    SYSTEM_ERRORS(X)
#undef X
};

static std::vector<Bytes> encode_constants(u32 spec_version) {
    auto shown = constants;
    shown.Version = runtime_version(spec_version);
    return shown.fields([](const auto&... f) { return std::vector<Bytes>{scale::encoded(f)...}; });
}
static std::string_view describe(std::string_view constant) {
    if (constant == "BlockWeights") return "How much weight blocks and extrinsics may use.";
    if (constant == "BlockLength") return "How many bytes of extrinsics a block may hold.";
    if (constant == "BlockHashCount") return "How many blocks back hashes are kept.";
    if (constant == "DbWeight") return "Weight of one read and one write of the state.";
    if (constant == "Version") return "Name and version of the runtime.";
    return "The number that account addresses begin with.";
}

/// What the origin may do, what the safe mode lets through, and the runtime's NoNestingCallFilter:
/// no batch directly inside a batch. Root is not filtered.
static Result<> filter_call(Context& cx, const Origin& origin, const AnyCall& call) {
    if (origin.is_root()) return {};
    ENSURE(safe_mode::is_allowed(cx.state, call), Error::CallFiltered);
    for (auto f = origin.filter; f; f = f->outer) ENSURE(f->allows(call), Error::CallFiltered);
    if (auto calls = utility::batched(call))
        for (auto& inner : *calls) ENSURE(!utility::batched(inner), Error::CallFiltered);
    return {};
}
static constexpr Guard filters[] = {&filter_call};

const Pallet pallet{.index = pallet_index,
                    .name = "System",
                    .path = "frame_system::pallet",
                    .storage = &storage,
                    .calls = calls(),
                    .events = events(),
                    .errors = errors,
                    .constants = {&scale::type_of<Constants>, &encode_constants, &describe},
                    .filters = filters};

}  // namespace frame_system
