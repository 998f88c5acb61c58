// Which requests an axon lets in: nonces and signatures, by the SDK's rules and our stricter ones.
#pragma once
#include <mutex>
#include <unordered_map>

#include "services/axon/identity.hpp"

namespace axon {

inline constexpr i64 second_ns = 1'000'000'000;
inline constexpr i64 nonce_delta_ns = 4 * second_ns;  // allowed besides the request's own timeout
inline constexpr i64 nonce_age_since_version = 7'002'000;  // older dendrites count nonces, not time

/// Ours by default; with sdk_10_2() what SDK 10.2 accepts.
struct Rules {
    bool require_signature = true;
    std::optional<i64> max_ahead_ns = 60 * second_ns;  // how far in the future a nonce may be
    double max_timeout_s = 600;                        // a longer declared timeout counts as this
    std::size_t max_callers = 100'000;                 // hotkey and uuid pairs remembered

    static Rules sdk_10_2();
};

/// Remembers the last nonce per caller. Thread-safe.
class Verifier {
public:
    explicit Verifier(const Rules& rules = {}) : rules_(rules) {}

    /// Nothing when the request may pass (its nonce is then used up), else the reason in the SDK's
    /// words.
    std::optional<std::string> check(const Synapse&, const std::string& own_hotkey, i64 now_ns);

private:
    std::optional<std::string> check_nonce(const Synapse&, const std::string& caller,
                                           i64 now_ns) const;
    bool make_room(i64 now_ns);

    const Rules rules_;
    std::mutex mutex_;
    std::unordered_map<std::string, i64> last_nonce_;
};

}  // namespace axon
