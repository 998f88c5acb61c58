// Fixed-point vectors: roots, logarithms, powers and the epoch's scalar helpers.
#include "kernel/math/scalar.hpp"
#include "testing/golden/checkers.hpp"
#include "testing/golden/fixed_json.hpp"

namespace golden {
namespace {

/// "panic" stands where the reference stops; here such inputs have no value.
template <class T>
void compare(Differences& d, const Json& r, const char* key, const std::optional<T>& got) {
    if (!r.contains(key)) return;
    d.compare(key, text(got), r.at(key) == "panic" ? Json() : r.at(key));
}

template <class T>
Failure library(const Json& r) {
    const T a = fixed<T>(r.at("a"));
    Differences d;
    compare(d, r, "exp", primitives::exp(a));
    compare(d, r, "ln", primitives::ln(a));
    compare(d, r, "log2", primitives::log2(a));
    compare(d, r, "sqrt", primitives::sqrt(a));
    if constexpr (std::is_same_v<T, I32F32>) {
        compare(d, r, "exp_safe", std::optional(kernel::exp_safe(a)));
        if (r.contains("safe_ln") && r.at("safe_ln") == "panic") {
            compare(d, r, "safe_ln", primitives::ln(a));
        } else {
            compare(d, r, "safe_ln", std::optional(kernel::ln_or_zero(a)));
        }
    }
    return d.failure();
}

template <class T>
Failure extension(const Json& r) {
    const T a = fixed<T>(r.at("a"));
    Differences d;
    compare(d, r, "sqrt", primitives::safe_sqrt(a, fixed<T>(r.at("eps"))));
    compare(d, r, "sqrt2", primitives::safe_sqrt(a, fixed<T>(r.at("eps2"))));
    compare(d, r, "ln", primitives::safe_ln(a));
    compare(d, r, "powi", primitives::safe_pow(a, vectors::to_int<i32>(r.at("powi_exp"))));
    return d.failure();
}

template <class T>
Failure power(const Json& r) {
    Differences d;
    compare(d, r, "r", primitives::pow(fixed<T>(r.at("a")), fixed<T>(r.at("b"))));
    return d.failure();
}

Failure proportion(const Json& r) {
    const u16 a = vectors::to_int<u16>(r.at("a"));
    Differences d;
    d.compare("r", text(kernel::u16_proportion(a)), r.at("r"));
    d.compare("of a whole number", text(kernel::u16_proportion(I32F32::saturating_from_num(a))),
              r.at("fixed_to_fixed_u16_proportion"));
    return d.failure();
}

Failure scalar(const Json& r, const std::string& kind) {
    Differences d;
    if (kind == "u16_proportion_to_fixed") return proportion(r);
    const I32F32 a = fixed<I32F32>(r.at("a"));
    if (kind == "sigmoid_safe") {
        const I32F32 rho = fixed<I32F32>(r.at("rho")), kappa = fixed<I32F32>(r.at("kappa"));
        d.compare("r", text(kernel::sigmoid_safe(a, rho, kappa)), r.at("r"));
    } else if (kind == "fixed_proportion_to_u16") {
        d.compare("r", kernel::to_u16_proportion(a), r.at("r"));
    } else {
        return "unknown kind " + kind;
    }
    return d.failure();
}

Failure record(const Json& r) {
    const std::string kind = r.at("k");
    return with_type(r, [&]<class T>(T) -> Failure {
        if (kind == "transc" || kind == "log2") return library<T>(r);
        if (kind == "pow") return power<T>(r);
        if (kind == "safe") return extension<T>(r);
        if (kind != "safe_ln") return scalar(r, kind);
        Differences d;
        compare(d, r, "ln", primitives::safe_ln(fixed<T>(r.at("a"))));
        return d.failure();
    });
}

}  // namespace

Counts check_fixed_transcendental(const Path& file) { return for_each(file, record); }

}  // namespace golden
