// Any text through the address decoder; what decodes must encode and decode to the same account.
#include <cstdlib>

#include "crypto/secret_uri.hpp"
#include "crypto/ss58.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto decoded = crypto::ss58_decode(text);
    if (decoded) {
        const auto again =
            crypto::ss58_decode(crypto::ss58_encode(decoded->account, decoded->prefix));
        if (!again || again->account != decoded->account || again->prefix != decoded->prefix)
            std::abort();
    }
    (void)crypto::account_from_text(text).ok();
    (void)crypto::parse_secret_uri(text).ok();
    return 0;
}
