// A pallet is a table of tables; the runtime is a list of pallets. Nothing registers itself.
#pragma once
#include "frame/call.hpp"
#include "frame/storage.hpp"

struct Hooks {
    Weight (*on_initialize)(Context&) = nullptr;
    void (*on_finalize)(Context&) = nullptr;
    Weight (*on_idle)(Context&, Weight left) = nullptr;
    /// Other rules have come into force: the state takes the form they want.
    void (*on_runtime_upgrade)(State&) = nullptr;
};

/// A runtime API: a plain function of the state, reached by name through state_call. One that
/// simulates (a swap, say) takes State&: it works on an overlay that is thrown away.
struct ApiRow {
    std::string_view name, arguments;  // "StakeInfoRuntimeApi_get_stake", "hotkey, netuid"
    std::span<const scale::TypeRef> parameters;
    scale::TypeRef result;
    std::optional<Bytes> (*call)(State&, BytesView);  // nullopt: arguments did not decode
};
template <class... T>
inline constexpr std::array<scale::TypeRef, sizeof...(T)> types_of{&scale::type_of<T>...};
template <auto fn, class R, class S, class... A>
constexpr ApiRow api_row(R (*)(S&, A...), std::string_view name, std::string_view arguments) {
    return {name, arguments, types_of<std::decay_t<A>...>, &scale::type_of<R>,
            [](State& s, BytesView raw) -> std::optional<Bytes> {
                scale::Reader in(raw);
                std::tuple<std::decay_t<A>...> a;
                std::apply([&](auto&... x) { (scale::decode(in, x), ...); }, a);
                if (!in.done()) return {};
                return std::apply([&](auto&... x) { return scale::encoded(fn(s, x...)); }, a);
            }};
}
template <auto fn>
constexpr ApiRow api(std::string_view name, std::string_view arguments = {}) {
    return api_row<fn>(fn, name, arguments);
}

/// A pallet's constants are one described struct (set once, before the chain starts); metadata and
/// the code read the same values.
struct ConstantsTable {
    scale::TypeRef type = nullptr;
    /// One entry a field, as clients of that runtime are shown it.
    std::vector<Bytes> (*encode)(u32 spec_version) = nullptr;
    std::string_view (*doc)(std::string_view name) = nullptr;
};
template <const auto& values>
constexpr ConstantsTable constants_table(std::string_view (*doc)(std::string_view) = nullptr) {
    return {&scale::type_of<std::decay_t<decltype(values)>>,
            [](u32) {
                return values.fields(
                    [](const auto&... f) { return std::vector<Bytes>{scale::encoded(f)...}; });
            },
            doc};
}

/// Refuses calls of signers before they run; also for calls nested in others.
using Guard = Result<> (*)(Context&, const Origin&, const AnyCall&);

struct Pallet {
    u8 index;
    std::string_view name;
    std::string_view path;  // of its Rust module, for the paths of Call, Event and Error
    // Parameters without type information that Rust has there: Call<T>, Event<T>, Error<T>.
    std::string_view call_params = "T", event_params = "T", error_params = "T";
    const StorageList* storage = nullptr;
    std::span<const CallRow> calls{};
    std::span<const EventRow> events{};
    std::span<const ErrorRow> errors{};
    std::span<const ApiRow> apis{};
    ConstantsTable constants{};
    Hooks hooks{};
    std::span<const Guard> guards{};
    std::span<const Guard> filters{};  // asked when all guards of all pallets agree
};

std::span<const Pallet* const> runtime();  // runtime/runtime.cpp: the one list of pallets
/// The place in the outer enums of a pallet that the interface has and this runtime lacks. It holds
/// an enum without alternatives: clients see that the index is taken and that nothing is behind it.
struct ReservedPlace {
    u8 index;
    std::string_view name;
    bool has_errors = true;
};
std::span<const ReservedPlace> reserved_pallets();  // runtime/runtime.cpp
/// APIs that belong to no pallet: the runtime's version, its metadata, fees of extrinsics.
std::span<const ApiRow> core_apis();  // runtime/apis.cpp
/// Every runtime API: the core's, then each pallet's.
void each_api(FunctionRef<void(const ApiRow&)> visit);
const Pallet* find_pallet(u8 index);
const ApiRow* find_api(std::string_view name);

std::string event_json(const Event&);          // {"Balances.Transfer": {...}}
std::string error_name(const DispatchError&);  // "SubtensorModule.NotEnoughStake"
