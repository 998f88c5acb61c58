// Signatures on the wire: their kind, then as many bytes as it has.
#include "primitives/signature.hpp"

namespace scale {

void Codec<MultiSignature>::encode(Bytes& out, const MultiSignature& s) {
    out.push_back(u8(s.kind));
    auto raw = s.view();
    out.insert(out.end(), raw.begin(), raw.end());
}
void Codec<MultiSignature>::decode(Reader& in, MultiSignature& s) {
    const u8 kind = in.byte();
    if (kind > u8(crypto::SignatureKind::Ecdsa)) return in.fail();
    s.kind = crypto::SignatureKind(kind);
    in.take(s.bytes.data(), crypto::signature_size(s.kind));
}

namespace {
struct Bytes64 {
    std::array<u8, 64> bytes{};
    UNNAMED(bytes)
};
struct Bytes65 {
    std::array<u8, 65> bytes{};
    UNNAMED(bytes)
};
using Variants = std::variant<Bytes64, Bytes64, Bytes65>;
}  // namespace

const Type& Shape<MultiSignature>::get() {
    static const Type t{Type::Kind::variant, "sp_runtime::MultiSignature",
                        "Ed25519, Sr25519, Ecdsa", payloads(static_cast<const Variants*>(nullptr))};
    return t;
}

}  // namespace scale
