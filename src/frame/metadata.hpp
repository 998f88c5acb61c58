// The runtime described for clients: metadata V14 and V15 from one registry.
#pragma once
#include "frame/pallet.hpp"
#include "frame/version.hpp"

/// Which clients the description is for. The bytes on the wire are the same; older clients (SDK 10,
/// btcli 9) are told plain integers instead of newtypes, and of items that left the interface.
enum class Clients : u8 { current, legacy };
constexpr bool visible(Shown shown, Clients clients) {
    return shown == Shown::always || (shown == Shown::legacy && clients == Clients::legacy);
}

/// The runtime itself as a type: metadata ends with it, and some extensions name it.
struct RuntimeType {
    NO_FIELDS
    PATH("node_subtensor_runtime::Runtime")
};

/// What metadata says about extrinsics; the runtime fills it in.
struct ExtrinsicInfo {
    struct Extension {
        std::string_view identifier;
        scale::TypeRef type, additional_signed;
    };
    scale::TypeRef address, signature, extra;
    std::span<const Extension> extensions;
};
const ExtrinsicInfo& extrinsic_info();  // runtime/extrinsic.cpp

/// Of the runtime with that spec version; with the magic "meta" and the version in front.
Bytes metadata_v14(Clients, u32 spec_version = newest_spec_version);
Bytes metadata_v15(Clients, u32 spec_version = newest_spec_version);
