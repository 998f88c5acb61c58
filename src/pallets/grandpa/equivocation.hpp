// Who voted twice, as reports of it are written. Nobody can make one for this chain: the proof of
// the voter's key has a type without values (subtensor runtime lib.rs, KeyOwnerProof).
// Source: finality-grandpa lib.rs, polkadot-sdk substrate/primitives/consensus/grandpa.
#pragma once
#include <variant>

#include "primitives/account.hpp"
#include "scale/describe.hpp"

namespace grandpa {

struct Public {
    std::array<u8, 32> bytes{};  // ed25519
    UNNAMED(bytes)
    PATH("sp_consensus_grandpa::app::Public")
};
struct Signature {
    std::array<u8, 64> bytes{};  // ed25519
    UNNAMED(bytes)
    PATH("sp_consensus_grandpa::app::Signature")
};

struct PrevoteTarget {
    H256 target_hash{};
    u32 target_number = 0;
    FIELDS(target_hash, target_number)
    PATH("finality_grandpa::Prevote")
    TYPE_PARAMS("H, N", H256, u32)
};
struct PrecommitTarget {
    H256 target_hash{};
    u32 target_number = 0;
    FIELDS(target_hash, target_number)
    PATH("finality_grandpa::Precommit")
    TYPE_PARAMS("H, N", H256, u32)
};
template <class Vote>
struct TwoVotes {
    u64 round_number = 0;
    Public identity{};
    std::pair<Vote, Signature> first{}, second{};
    FIELDS(round_number, identity, first, second)
    PATH("finality_grandpa::Equivocation")
    TYPE_PARAMS("Id, V, S", Public, Vote, Signature)
};

namespace equivocation {
struct Prevote {
    TwoVotes<PrevoteTarget> votes{};
    UNNAMED(votes)
};
struct Precommit {
    TwoVotes<PrecommitTarget> votes{};
    UNNAMED(votes)
};
}  // namespace equivocation
struct Equivocation : std::variant<equivocation::Prevote, equivocation::Precommit> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Prevote, Precommit";
    PATH("sp_consensus_grandpa::Equivocation")
    TYPE_PARAMS("H, N", H256, u32)
};
struct EquivocationProof {
    u64 set_id = 0;
    Equivocation equivocation{};
    FIELDS(set_id, equivocation)
    PATH("sp_consensus_grandpa::EquivocationProof")
    TYPE_PARAMS("H, N", H256, u32)
};

/// No bytes decode to it.
enum class Void : u8 {};
constexpr std::string_view enumerators(Void) { return ""; }
ENUM_PATH(Void, "sp_core::Void")

struct OpaqueKeyOwnershipProof {
    Bytes bytes{};
    UNNAMED(bytes)
    PATH("sp_runtime::OpaqueValue")
};

}  // namespace grandpa
