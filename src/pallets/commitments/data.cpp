// A field of a commitment on the wire and in metadata.
#include "pallets/commitments/data.hpp"

namespace scale {

using commitments::Data;
using Kind = Data::Kind;

namespace {

constexpr std::size_t hash_bytes = 32;

bool is_hash(Kind kind) { return kind >= Kind::BlakeTwo256 && kind <= Kind::ShaThree256; }
bool has_round(Kind kind) {
    return kind == Kind::TimelockEncrypted || kind == Kind::TimelockRevealFailed;
}

void take_bytes(Reader& in, Bytes& out, std::size_t size) {
    auto from = in.view(size);
    out.assign(from.begin(), from.end());
}

template <std::size_t n>
struct Raw {
    std::array<u8, n> bytes{};
    UNNAMED(bytes)
};
struct Timelocked {
    BoundedVec<u8, commitments::max_timelock_bytes> encrypted{};
    u64 reveal_round = 0;
    FIELDS(encrypted, reveal_round)
};
struct BigRaw {
    BoundedVec<u8, commitments::max_big_raw_bytes> bytes{};
    UNNAMED(bytes)
};

template <std::size_t... n>
constexpr std::array<TypeRef, sizeof...(n)> raws(std::index_sequence<n...>) {
    return {&type_of<Raw<n>>...};
}

}  // namespace

void Codec<Data>::encode(Bytes& out, const Data& d) {
    const auto append = [&] { out.insert(out.end(), d.bytes.begin(), d.bytes.end()); };
    if (d.kind == Kind::Raw) {
        out.push_back(u8(d.bytes.size() + 1));
        return append();
    }
    out.push_back(u8(d.kind));
    if (is_hash(d.kind)) return append();
    if (d.kind == Kind::BigRaw || has_round(d.kind)) scale::encode(out, d.bytes);
    if (has_round(d.kind)) scale::encode(out, d.reveal_round);
}

void Codec<Data>::decode(Reader& in, Data& d) {
    const u8 tag = in.byte();
    d = {};
    if (tag > u8(Kind::TimelockRevealFailed)) return in.fail();
    if (tag >= 1 && tag <= commitments::max_raw_bytes + 1) {
        d.kind = Kind::Raw;
        return take_bytes(in, d.bytes, tag - 1u);
    }
    d.kind = Kind(tag);
    if (is_hash(d.kind)) return take_bytes(in, d.bytes, hash_bytes);
    if (d.kind != Kind::BigRaw && !has_round(d.kind)) return;
    const u32 most =
        has_round(d.kind) ? commitments::max_timelock_bytes : commitments::max_big_raw_bytes;
    const auto size = take_length(in);
    if (size > most) return in.fail();
    take_bytes(in, d.bytes, size);
    if (has_round(d.kind)) scale::decode(in, d.reveal_round);
}

const Type& Shape<Data>::get() {
    static const auto names = [] {
        std::string out = "None";
        for (u32 n = 0; n <= commitments::max_raw_bytes; ++n) out += ", Raw" + std::to_string(n);
        return out +
               ", BlakeTwo256, Sha256, Keccak256, ShaThree256, TimelockEncrypted, ResetBondsFlag, "
               "BigRaw, TimelockRevealFailed";
    }();
    static const auto of = [] {
        std::vector<TypeRef> refs{&type_of<scale::None>};
        for (auto raw : raws(std::make_index_sequence<commitments::max_raw_bytes + 1>{}))
            refs.push_back(raw);
        refs.insert(refs.end(), 4, &type_of<Raw<hash_bytes>>);
        refs.insert(refs.end(), {&type_of<Timelocked>, &type_of<scale::None>, &type_of<BigRaw>,
                                 &type_of<Timelocked>});
        return refs;
    }();
    static const Type t{Type::Kind::variant, "pallet_commitments::types::Data", names, of};
    return t;
}

}  // namespace scale
