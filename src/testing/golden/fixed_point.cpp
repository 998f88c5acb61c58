// Fixed-point vectors: arithmetic and conversions.
#include "testing/golden/checkers.hpp"
#include "testing/golden/fixed_json.hpp"

namespace golden {
namespace {

template <class T>
Failure arith(const Json& r) {
    const T a = fixed<T>(r.at("a")), b = fixed<T>(r.at("b"));
    Differences d;
    d.compare("sadd", text(a.saturating_add(b)), r.at("sadd"));
    d.compare("ssub", text(a.saturating_sub(b)), r.at("ssub"));
    d.compare("smul", text(a.saturating_mul(b)), r.at("smul"));
    d.compare("cadd", text(a.checked_add(b)), r.at("cadd"));
    d.compare("csub", text(a.checked_sub(b)), r.at("csub"));
    d.compare("cmul", text(a.checked_mul(b)), r.at("cmul"));
    d.compare("wadd", text(a.wrapping_add(b)), r.at("wadd"));
    d.compare("wmul", text(a.wrapping_mul(b)), r.at("wmul"));
    d.compare("cdiv", text(a.checked_div(b)), r.at("cdiv"));
    d.compare("sdiv", b.bits == 0 ? Json() : text(a.saturating_div(b)), r.at("sdiv"));
    d.compare("safe_div", text(a.safe_div(b)), r.at("safe_div"));
    if (r.contains("wsub")) d.compare("wsub", text(a.wrapping_sub(b)), r.at("wsub"));
    if (r.contains("wdiv")) {
        d.compare("wdiv", b.bits == 0 ? Json() : text(a.wrapping_div(b)), r.at("wdiv"));
    }
    return d.failure();
}

template <class T>
Failure unary(const Json& r) {
    const T a = fixed<T>(r.at("a"));
    Differences d;
    d.compare("int", text(a.floor()), r.at("int"));
    d.compare("frac", text(a.frac()), r.at("frac"));
    d.compare("floor", text(a.floor()), r.at("floor"));
    d.compare("round", text(a.checked_round()), r.at("round"));
    d.compare("to_u16", std::to_string(a.template saturating_to_num<u16>()), r.at("to_u16"));
    d.compare("to_u64", std::to_string(a.template saturating_to_num<u64>()), r.at("to_u64"));
    d.compare("to_i64", std::to_string(a.template saturating_to_num<i64>()), r.at("to_i64"));
    d.compare("to_u128", vectors::to_decimal(a.template saturating_to_num<u128>()),
              r.at("to_u128"));
    d.compare("to_I32F32", text(I32F32::saturating_from_num(a)), r.at("to_I32F32"));
    d.compare("to_I64F64", text(I64F64::saturating_from_num(a)), r.at("to_I64F64"));
    d.compare("to_U64F64", text(U64F64::saturating_from_num(a)), r.at("to_U64F64"));
    d.compare("to_U96F32", text(U96F32::saturating_from_num(a)), r.at("to_U96F32"));
    d.compare("to_I96F32", text(I96F32::saturating_from_num(a)), r.at("to_I96F32"));
    d.compare("to_f64_bits", std::to_string(primitives::to_ieee(a)), r.at("to_f64_bits"));
    return d.failure();
}

template <class T>
Failure convert(const Json& r) {
    const std::string kind = r.at("k");
    if (kind == "unary") return unary<T>(r);
    const Json& a = r.at("a");
    Differences d;
    if (kind == "from_f64") {
        d.compare("r", text(primitives::saturating_from_ieee<T>(vectors::to_u64(a))), r.at("r"));
    } else if (kind == "from_f32") {
        const u32 bits = vectors::to_int<u32>(a);
        d.compare("r", text(primitives::saturating_from_ieee<T, primitives::Binary32>(bits)),
                  r.at("r"));
    } else if (kind == "from_u64") {
        d.compare("r", text(T::saturating_from_num(vectors::to_u64(a))), r.at("r"));
    } else if (kind == "from_i64") {
        d.compare("r", text(T::saturating_from_num(vectors::to_i64(a))), r.at("r"));
    } else if (kind == "from_u128") {
        d.compare("r", text(T::saturating_from_num(vectors::to_u128(a))), r.at("r"));
    } else {
        return "unknown kind " + kind;
    }
    return d.failure();
}

Failure arith_record(const Json& r) {
    return with_type(r, [&]<class T>(T) { return arith<T>(r); });
}
Failure convert_record(const Json& r) {
    return with_type(r, [&]<class T>(T) { return convert<T>(r); });
}

}  // namespace

Counts check_fixed_arith(const Path& file) { return for_each(file, arith_record); }
Counts check_fixed_convert(const Path& file) { return for_each(file, convert_record); }

}  // namespace golden
