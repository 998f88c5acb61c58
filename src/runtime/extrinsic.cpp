// An extrinsic on the wire.
#include "runtime/extrinsic.hpp"

#include <bit>

#include "crypto/hash.hpp"
#include "frame/version.hpp"

namespace {

// The first byte: the format's version, with the top bit where a signature follows.
constexpr u8 signed_v4 = 0x84, bare_v4 = 0x04, bare_v5 = 0x05;
constexpr std::size_t largest_unhashed_payload = 256;
constexpr u64 shortest_era = 4, longest_era = 1 << 16;

/// Eras over 4096 blocks start only every so many blocks, so that 16 bits hold them.
u64 quantize_factor(u64 period) { return std::max<u64>(period >> 12, 1); }

}  // namespace

u64 Era::birth(u64 now) const {
    return is_immortal() ? 0 : (std::max(now, phase) - phase) / period * period + phase;
}
u64 Era::death(u64 now) const { return is_immortal() ? ~u64{0} : birth(now) + period; }
Era Era::mortal(u64 period, u64 now) {
    period = std::bit_ceil(std::clamp(period, shortest_era, longest_era));
    auto factor = quantize_factor(period);
    return {period, now % period / factor * factor};
}

std::optional<Extrinsic> decode_extrinsic(BytesView raw) {
    scale::Reader in(raw);
    auto n = scale::take_length(in);
    if (!in.ok() || n != in.left()) return {};
    return decode_extrinsic_body(in.view(n));
}
std::optional<Extrinsic> decode_extrinsic_body(BytesView raw) {
    if (raw.size() > max_extrinsic_bytes) return {};
    scale::Reader in(raw);
    Extrinsic xt;
    const u8 version = in.byte();
    if (version == signed_v4) {
        auto& signer = xt.signer.emplace();
        scale::decode(in, signer.address);
        scale::decode(in, signer.signature);
        scale::decode(in, signer.extra);
    } else if (version == bare_v4 || version == bare_v5)
        xt.bare_version = version;
    else
        return {};
    scale::decode(in, xt.call);
    if (!in.done()) return {};
    return xt;
}

Bytes encode_extrinsic(const Extrinsic& xt) {
    Bytes body{xt.signer ? signed_v4 : xt.bare_version};
    if (xt.signer) {
        scale::encode(body, xt.signer->address);
        scale::encode(body, xt.signer->signature);
        scale::encode(body, xt.signer->extra);
    }
    scale::encode(body, xt.call);
    return scale::encoded(body);
}
Bytes bare_extrinsic(const AnyCall& call) { return encode_extrinsic({{}, bare_v5, call}); }

Bytes signing_payload(const AnyCall& call, const ExtrinsicExtra& extra, const Hash& genesis_hash,
                      const Hash& birth_hash, u32 spec_version) {
    Bytes out;
    scale::encode(out, call);
    scale::encode(out, extra);
    scale::encode(out, spec_version);
    scale::encode(out, transaction_version);
    scale::encode(out, genesis_hash);
    scale::encode(out, birth_hash);
    out.push_back(0);  // no hash of the metadata
    if (out.size() <= largest_unhashed_payload) return out;
    auto hash = crypto::blake2_256(out);
    return {hash.begin(), hash.end()};
}

Hash extrinsic_hash(BytesView with_length) { return crypto::blake2_256(with_length); }

namespace scale {

void Codec<Era>::encode(Bytes& out, const Era& e) {
    if (e.is_immortal()) return out.push_back(0);
    auto log = std::clamp(std::countr_zero(e.period) - 1, 1, 15);
    scale::encode(out, u16(unsigned(log) | (e.phase / quantize_factor(e.period)) << 4));
}
void Codec<Era>::decode(Reader& in, Era& e) {
    e = {};
    const u8 first = in.byte();
    if (first == 0) return;
    const u64 both = first | u64{in.byte()} << 8;
    const u64 period = u64{2} << (both % 16), phase = (both >> 4) * quantize_factor(period);
    if (period < shortest_era || phase >= period) return in.fail();
    e = {period, phase};
}

// The other extensions of the list are empty on the wire.
void Codec<ExtrinsicExtra>::encode(Bytes& out, const ExtrinsicExtra& x) {
    scale::encode(out, x.era);
    put_compact(out, x.nonce);
    put_compact(out, x.tip.rao);
    out.push_back(x.checks_metadata_hash);
}
void Codec<ExtrinsicExtra>::decode(Reader& in, ExtrinsicExtra& x) {
    Compact<u32> nonce;
    Compact<TaoBalance> tip;
    scale::decode(in, x.era);
    scale::decode(in, nonce);
    scale::decode(in, tip);
    scale::decode(in, x.checks_metadata_hash);
    x.nonce = nonce.value;
    x.tip = tip.value;
}

}  // namespace scale
