// An extrinsic on the wire: who signed what, under which conditions.
#pragma once
#include "frame/call.hpp"
#include "primitives/balance.hpp"
#include "primitives/signature.hpp"

/// Largest extrinsic that is looked at, in bytes: what a block may hold of normal ones.
inline constexpr std::size_t max_extrinsic_bytes = 7'864'320;

/// How long a signature holds: for ever, or for `period` blocks from the block it was born in.
struct Era {
    u64 period = 0;  // 0: immortal; else a power of two from 4 to 65,536
    u64 phase = 0;   // of the period in which it starts
    bool operator==(const Era&) const = default;

    bool is_immortal() const { return period == 0; }
    /// The block it begins with, seen from block `now`; 0 when immortal.
    u64 birth(u64 now) const;
    /// The first block that it does not hold for; the largest number when immortal.
    u64 death(u64 now) const;
    /// The era of at least `period` blocks that contains block `now`.
    static Era mortal(u64 period, u64 now);
};

/// What the signed extensions add to the extrinsic; the others of the thirteen add nothing.
struct ExtrinsicExtra {
    Era era{};
    u32 nonce = 0;
    TaoBalance tip{};
    bool checks_metadata_hash = false;
};
struct ExtrinsicSigner {
    MultiAddress address{};
    MultiSignature signature{};
    ExtrinsicExtra extra{};
};
struct Extrinsic {
    std::optional<ExtrinsicSigner> signer{};  // none: bare, as inherents are
    u8 bare_version = 5;
    AnyCall call{};
};

/// From bytes with or without the length in front: exactly one extrinsic, else none.
std::optional<Extrinsic> decode_extrinsic(BytesView with_length);
std::optional<Extrinsic> decode_extrinsic_body(BytesView without_length);
/// With the length in front, as blocks and clients carry it.
Bytes encode_extrinsic(const Extrinsic&);
Bytes bare_extrinsic(const AnyCall&);

/// The bytes that are signed: call, extra and what both sides know; hashed if over 256 bytes.
/// `birth_hash` is the hash of the era's first block (genesis when immortal).
Bytes signing_payload(const AnyCall&, const ExtrinsicExtra&, const Hash& genesis_hash,
                      const Hash& birth_hash, u32 spec_version);

/// blake2b-256 of the extrinsic with its length: the name clients know it by.
Hash extrinsic_hash(BytesView with_length);

namespace scale {
template <>
struct Codec<Era> {
    static void encode(Bytes&, const Era&);
    static void decode(Reader&, Era&);
};
template <>
struct Shape<Era> {
    static const Type& get();
};
template <>
struct Codec<ExtrinsicExtra> {
    static void encode(Bytes&, const ExtrinsicExtra&);
    static void decode(Reader&, ExtrinsicExtra&);
};
}  // namespace scale
