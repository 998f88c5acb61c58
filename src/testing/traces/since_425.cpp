#include "testing/traces/since_425.hpp"

#include <algorithm>

#include "base/hex.hpp"
#include "crypto/hash.hpp"
#include "frame/result.hpp"

namespace traces {
namespace {

constexpr u8 module_error = u8(DispatchError::Kind::Module);

/// The number in runtime 475 of an error of 425: new ones came in between.
u8 our_error_number(u8 pallet, u8 theirs) {
    constexpr u8 subtensor = 7, crowdloan = 27;
    if (pallet == crowdloan) return u8(theirs + (theirs >= 14));
    if (pallet != subtensor) return theirs;
    if (theirs >= 141) return u8(theirs + 3);
    if (theirs >= 129 || (theirs >= 118 && theirs <= 121)) return u8(theirs + 2);
    return u8(theirs + ((theirs >= 96 && theirs < 118) || theirs == 123));
}

/// Equal but for such numbers, inside DispatchError::Module { index, error }.
bool same_payload(BytesView ours, BytesView theirs) {
    if (ours.size() != theirs.size()) return false;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (ours[i] == theirs[i]) continue;
        const bool in_error = i >= 2 && theirs[i - 2] == module_error;
        if (!in_error || our_error_number(theirs[i - 1], theirs[i]) != ours[i]) return false;
    }
    return true;
}

/// Events of 425 whose fields are the first ones of 475's.
bool grew_since(std::string_view event) { return event == "SubtensorModule.RootClaimed"; }

/// Storage items whose names changed: {theirs, ours}.
const std::vector<std::pair<Bytes, Bytes>>& renamed_items() {
    static const std::vector<std::pair<Bytes, Bytes>> items{
        {item_prefix("Proxy", "RealPaysFee"), item_prefix("Proxy", "RealPaysFeeConsentV1")}};
    return items;
}

}  // namespace

bool same_error_name(std::string_view ours, std::string_view theirs) {
    if (ours == theirs) return true;
    return theirs == "InsufficientBalance" &&
           (ours == "InsufficientTaoBalance" || ours == "InsufficientAlphaBalance");
}

bool same_event(const std::string& ours, const std::string& theirs) {
    if (ours == theirs) return true;
    auto payload = [](const std::string& event) {
        return from_hex(event.substr(event.find(' ') + 1)).value_or(Bytes{});
    };
    auto name = ours.substr(0, ours.find(' '));
    if (theirs.starts_with(name + " ") && same_payload(payload(ours), payload(theirs))) return true;
    return grew_since(theirs.substr(0, theirs.find(' '))) && ours.starts_with(theirs);
}

Bytes item_prefix(std::string_view pallet, std::string_view item) {
    auto p = crypto::twox_128(pallet), n = crypto::twox_128(item);
    Bytes key(p.begin(), p.end());
    key.insert(key.end(), n.begin(), n.end());
    return key;
}

bool begins_with(BytesView key, BytesView prefix) {
    return key.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), key.begin());
}

Bytes our_key(Bytes key) {
    for (auto& [theirs, ours] : renamed_items())
        if (begins_with(key, theirs)) std::copy(ours.begin(), ours.end(), key.begin());
    return key;
}
Bytes their_key(Bytes key) {
    for (auto& [theirs, ours] : renamed_items())
        if (begins_with(key, ours)) std::copy(theirs.begin(), theirs.end(), key.begin());
    return key;
}

Bytes their_value(BytesView key, Bytes value) {
    // The one item that keeps errors: Err(Module { index, error }).
    static const Bytes last_result = item_prefix("Proxy", "LastCallResult");
    if (!begins_with(key, last_result) || value.size() < 4 || value[0] != 1 ||
        value[1] != module_error)
        return value;
    for (unsigned number = 0; number < 256; ++number)
        if (our_error_number(value[2], u8(number)) == value[3]) {
            value[3] = u8(number);
            break;
        }
    return value;
}

}  // namespace traces
