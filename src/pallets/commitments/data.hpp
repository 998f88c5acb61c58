// One field of a commitment: bytes, a hash, a message that opens later, or a flag.
// Source: subtensor pallets/commitments types.rs, with its numbering of the alternatives.
#pragma once
#include "scale/type.hpp"

namespace commitments {

inline constexpr u32 max_raw_bytes = 128, max_timelock_bytes = 1024, max_big_raw_bytes = 512;

struct Data {
    /// The numbers on the wire. Raw stands for 1 to 129: one byte more than it holds.
    enum class Kind : u8 {
        None = 0,
        Raw = 1,
        BlakeTwo256 = 130,
        Sha256 = 131,
        Keccak256 = 132,
        ShaThree256 = 133,
        TimelockEncrypted = 134,
        ResetBondsFlag = 135,
        BigRaw = 136,
        TimelockRevealFailed = 137  // what became of one that did not open
    };
    Kind kind = Kind::None;
    Bytes bytes{};         // nothing for None and ResetBondsFlag, 32 for hashes
    u64 reveal_round = 0;  // of the two timelocked kinds

    bool is_timelocked() const { return kind == Kind::TimelockEncrypted; }
    bool operator==(const Data&) const = default;
};

}  // namespace commitments

namespace scale {
template <>
struct Codec<commitments::Data> {
    static void encode(Bytes&, const commitments::Data&);
    static void decode(Reader&, commitments::Data&);
};
template <>
struct Shape<commitments::Data> {
    static const Type& get();
};
}  // namespace scale
