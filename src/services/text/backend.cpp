// The table of backends.
#include "services/text/backend.hpp"

namespace text {

std::span<const BackendKind> backend_kinds() {
    static constexpr BackendKind kinds[] = {
        {"gguf", "a GGUF file through llama.cpp on this machine (--model)", make_gguf},
        {"openai", "any OpenAI-compatible HTTP server, streamed (--url, --upstream-model)",
         make_openai},
        {"exec", "a subprocess that speaks JSON lines (--command)", make_exec},
    };
    return kinds;
}

Outcome<std::unique_ptr<Backend>> make_backend(std::string_view kind,
                                               const BackendOptions& options) {
    std::string known;
    for (const auto& row : backend_kinds()) {
        if (row.name == kind) return row.make(options);
        known += (known.empty() ? "" : ", ") + std::string(row.name);
    }
    return Failure{"there is no backend " + std::string(kind) + "; there are: " + known};
}

}  // namespace text
