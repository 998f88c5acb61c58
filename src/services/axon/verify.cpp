// Nonce and signature rules (SDK: Axon.default_verify).
#include "services/axon/verify.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace axon {

Rules Rules::sdk_10_2() {
    Rules rules;
    rules.require_signature = false;
    rules.max_ahead_ns.reset();
    return rules;
}

std::optional<std::string> Verifier::check_nonce(const Synapse& request, const std::string& caller,
                                                 i64 now_ns) const {
    const i64 nonce = *request.dendrite.nonce;
    const auto last = last_nonce_.find(caller);
    if (last != last_nonce_.end()) {
        if (nonce <= last->second) return "Nonce is too old, a newer one was last processed";
    } else if (request.dendrite.version.value_or(0) >= nonce_age_since_version) {
        const double timeout_s =
            std::min(request.timeout_s.value_or(default_timeout_s), rules_.max_timeout_s);
        const i64 allowed_ns = nonce_delta_ns + static_cast<i64>(timeout_s * second_ns);
        if (nonce <= now_ns - allowed_ns)
            return fmt::format(
                "Nonce is too old: acceptable delta is {:.2f} seconds but request was {:.2f} "
                "seconds old",
                static_cast<double>(allowed_ns) / second_ns,
                static_cast<double>(now_ns - nonce) / second_ns);
    }
    if (rules_.max_ahead_ns && nonce > now_ns && nonce - now_ns > *rules_.max_ahead_ns)
        return "Nonce is too far in the future";
    return {};
}

std::optional<std::string> Verifier::check(const Synapse& request, const std::string& own_hotkey,
                                           i64 now_ns) {
    const auto& caller = request.dendrite;
    if (!caller.hotkey || !public_key_of(*caller.hotkey))
        return "No SS58 formatted address or public key provided.";
    if (!caller.nonce || *caller.nonce < 0) return "Missing Nonce";
    const std::string key = *caller.hotkey + ":" + caller.uuid.value_or("None");
    {
        std::lock_guard lock(mutex_);
        if (auto reason = check_nonce(request, key, now_ns)) return reason;
    }
    if (caller.signature && !caller.signature->empty()) {
        const auto message = request_message(caller, own_hotkey, request.computed_body_hash);
        if (!verify(*caller.hotkey, message, *caller.signature))
            return "Signature mismatch with " + message + " and " + *caller.signature;
    } else if (rules_.require_signature) {
        return "Missing Signature";
    }
    std::lock_guard lock(mutex_);
    if (auto reason = check_nonce(request, key, now_ns))
        return reason;  // a twin may have come first
    if (last_nonce_.size() >= rules_.max_callers && !last_nonce_.contains(key) &&
        !make_room(now_ns))
        return "Too many callers";
    last_nonce_[key] = *caller.nonce;
    return {};
}

bool Verifier::make_room(i64 now_ns) {
    // Behind this age the age rule refuses a replay as surely as the remembered nonce does.
    const i64 oldest_ns =
        now_ns - nonce_delta_ns - static_cast<i64>(rules_.max_timeout_s * second_ns);
    std::erase_if(last_nonce_, [&](const auto& entry) { return entry.second <= oldest_ns; });
    return last_nonce_.size() < rules_.max_callers;
}

}  // namespace axon
