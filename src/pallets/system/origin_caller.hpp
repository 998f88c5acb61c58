// Origins as arguments and storage name them.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace frame_system {

namespace raw_origin {
struct Root {
    NO_FIELDS
};
struct Signed {
    AccountId who{};
    UNNAMED(who)
};
struct None {
    NO_FIELDS
};
struct Authorized {
    NO_FIELDS
};
}  // namespace raw_origin
struct RawOrigin
    : std::variant<raw_origin::Root, raw_origin::Signed, raw_origin::None, raw_origin::Authorized> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Root, Signed, None, Authorized";
    PATH("frame_support::dispatch::RawOrigin")
    TYPE_PARAMS("AccountId", AccountId)
};

namespace evm_origin {
struct EthereumTransaction {
    subtensor::H160 sender{};
    UNNAMED(sender)
};
}  // namespace evm_origin
struct EvmOrigin : std::variant<evm_origin::EthereumTransaction> {
    using variant::variant;
    static constexpr std::string_view alternatives = "EthereumTransaction";
    PATH("pallet_ethereum::RawOrigin")
};

namespace origin_caller {
struct system {
    RawOrigin origin{};
    UNNAMED(origin)
};
struct Ethereum {
    EvmOrigin origin{};
    UNNAMED(origin)
};
}  // namespace origin_caller
struct OriginCaller : std::variant<origin_caller::system, origin_caller::Ethereum> {
    using variant::variant;
    static constexpr std::string_view alternatives = "system, Ethereum";
    static constexpr u8 indices[] = {0, 21};
    PATH("node_subtensor_runtime::OriginCaller")

    static OriginCaller root() { return origin_caller::system{raw_origin::Root{}}; }
    static OriginCaller signed_by(const AccountId& who) {
        return origin_caller::system{raw_origin::Signed{who}};
    }
    /// With the runtime's own filter only. An EVM or authorized origin is one that no call accepts.
    Origin origin() const;
};

}  // namespace frame_system
