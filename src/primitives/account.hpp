// Accounts and hashes as the chain names them.
#pragma once
#include <algorithm>

#include "scale/type.hpp"

struct AccountId {
    std::array<u8, 32> bytes{};
    UNNAMED(bytes)
    PATH("sp_core::crypto::AccountId32")
    auto operator<=>(const AccountId&) const = default;
};

struct H256 {
    Hash bytes{};
    UNNAMED(bytes)
    PATH("primitive_types::H256")
    auto operator<=>(const H256&) const = default;
};

/// Names a pallet where it owns accounts.
struct PalletId {
    std::array<u8, 8> bytes{};
    UNNAMED(bytes)
    PATH("frame_support::PalletId")
};
/// An account of a pallet that nobody has the key of: "modl", the pallet's id, what it is for,
/// zeros. Rust: into_sub_account_truncating.
template <class T>
AccountId sub_account(const PalletId& pallet, const T& what) {
    Bytes raw{'m', 'o', 'd', 'l'};
    scale::encode(raw, pallet);
    scale::encode(raw, what);
    AccountId id;
    std::copy_n(raw.begin(), std::min(raw.size(), id.bytes.size()), id.bytes.begin());
    return id;
}

/// The forms of MultiAddress below.
namespace address {
struct Id {
    AccountId account{};
    UNNAMED(account)
};
struct Index {
    scale::Compact<std::tuple<>> none{};
    UNNAMED(none)
};
struct Raw {
    Bytes bytes{};
    UNNAMED(bytes)
};
struct Address32 {
    std::array<u8, 32> bytes{};
    UNNAMED(bytes)
};
struct Address20 {
    std::array<u8, 20> bytes{};
    UNNAMED(bytes)
};
}  // namespace address

/// A call's or extrinsic's reference to an account. Only Id is resolvable here (no index pallet).
struct MultiAddress {
    std::variant<address::Id, address::Index, address::Raw, address::Address32, address::Address20>
        at{};

    MultiAddress() = default;
    MultiAddress(const AccountId& id) : at(address::Id{id}) {}  // an account is an address

    /// The account, unless the form needs a look-up that this chain does not have.
    std::optional<AccountId> account() const {
        if (auto id = std::get_if<address::Id>(&at)) return id->account;
        return {};
    }
};

namespace scale {
template <>
struct Codec<Compact<std::tuple<>>> {  // Compact<()>: no bytes
    static void encode(Bytes&, const Compact<std::tuple<>>&) {}
    static void decode(Reader&, Compact<std::tuple<>>&) {}
};
template <>
struct Codec<MultiAddress> {
    static void encode(Bytes& out, const MultiAddress& v) { scale::encode(out, v.at); }
    static void decode(Reader& in, MultiAddress& v) { scale::decode(in, v.at); }
};
template <>
struct Codec<std::tuple<>> {
    static void encode(Bytes&, const std::tuple<>&) {}
    static void decode(Reader&, std::tuple<>&) {}
};
template <>
struct Shape<MultiAddress> {
    static const Type& get() {
        static const Type t{Type::Kind::variant,
                            "sp_runtime::multiaddress::MultiAddress",
                            "Id, Index, Raw, Address32, Address20",
                            payloads(static_cast<const decltype(MultiAddress::at)*>(nullptr)),
                            0,
                            false,
                            {},
                            "AccountId, AccountIndex",
                            refs_of(TypeList<AccountId, std::tuple<>>{})};
        return t;
    }
};
}  // namespace scale
