// What a call costs: weight, class and whether a fee is due; before and after dispatch.
#pragma once
#include "scale/type.hpp"

/// Picoseconds of reference time and bytes of proof.
struct Weight {
    u64 ref_time = 0, proof_size = 0;
    bool operator==(const Weight&) const = default;

    Weight saturating_add(Weight o) const {
        return {add(ref_time, o.ref_time), add(proof_size, o.proof_size)};
    }
    Weight saturating_sub(Weight o) const {
        return {ref_time - std::min(ref_time, o.ref_time),
                proof_size - std::min(proof_size, o.proof_size)};
    }
    Weight min(Weight o) const {
        return {std::min(ref_time, o.ref_time), std::min(proof_size, o.proof_size)};
    }
    bool any_gt(Weight o) const { return ref_time > o.ref_time || proof_size > o.proof_size; }

private:
    static u64 add(u64 a, u64 b) {
        u64 r;
        return __builtin_add_overflow(a, b, &r) ? ~u64(0) : r;
    }
};
namespace scale {
template <>
struct Codec<Weight> {
    static void encode(Bytes& out, const Weight& w) {
        put_compact(out, w.ref_time);
        put_compact(out, w.proof_size);
    }
    static void decode(Reader& in, Weight& w) {
        Compact<u64> ref, proof;
        scale::decode(in, ref);
        scale::decode(in, proof);
        w = {ref.value, proof.value};
    }
};
template <>
struct Shape<Weight> {
    static const Type& get() {
        static constexpr std::array<TypeRef, 2> of{&type_of<Compact<u64>>, &type_of<Compact<u64>>};
        static constexpr Type t{Type::Kind::composite, "sp_weights::weight_v2::Weight",
                                "ref_time, proof_size", of};
        return t;
    }
};
}  // namespace scale

enum class DispatchClass : u8 { Normal, Operational, Mandatory };
ENUMERATORS(DispatchClass, Normal, Operational, Mandatory)
ENUM_PATH(DispatchClass, "frame_support::dispatch::DispatchClass")
enum class Pays : u8 { Yes, No };
ENUMERATORS(Pays, Yes, No)
ENUM_PATH(Pays, "frame_support::dispatch::Pays")

/// Known before dispatch.
struct DispatchInfo {
    Weight weight;
    DispatchClass dispatch_class = DispatchClass::Normal;
    Pays pays_fee = Pays::Yes;
};
/// Corrections a call makes while it runs (also when it fails).
struct PostInfo {
    std::optional<Weight> actual_weight;
    Pays pays_fee = Pays::Yes;
};

/// Cost of one read or write in picoseconds (RocksDbWeight of the reference runtime).
inline constexpr u64 db_read_ref_time = 25'000'000, db_write_ref_time = 100'000'000;
constexpr Weight db_weight(u64 reads, u64 writes) {
    return {reads * db_read_ref_time + writes * db_write_ref_time, 0};
}
/// What a call counts up while it runs, where its actual weight is told afterwards.
struct DbCost {
    u64 reads = 0, writes = 0;

    void add(u64 more_reads, u64 more_writes) {
        reads += more_reads;
        writes += more_writes;
    }
    void add(DbCost o) { add(o.reads, o.writes); }
    Weight weight() const { return db_weight(reads, writes); }
};
