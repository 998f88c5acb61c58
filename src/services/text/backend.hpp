// Where a miner's answers come from: one interface, a row per kind in backend.cpp, a file per kind.
#pragma once
#include "services/text/model.hpp"

namespace text {

class Backend {
public:
    virtual ~Backend() = default;
    /// Answers in pieces. Fails before the first piece where it can. Called by one thread at a
    /// time.
    virtual Outcome<> answer(const Question&, const Emit&) = 0;
};

struct BackendOptions {
    std::string model_path = {};   // gguf: the file
    std::string url = {};          // openai: http://host:port/v1
    std::string model_name = {};   // openai: what the upstream calls the model
    std::string command = {};      // exec: for /bin/sh
    u32 timeout_ms = 60'000;  // openai, exec: a whole answer
};

struct BackendKind {
    std::string_view name;
    std::string_view help;
    Outcome<std::unique_ptr<Backend>> (*make)(const BackendOptions&);
};

std::span<const BackendKind> backend_kinds();
Outcome<std::unique_ptr<Backend>> make_backend(std::string_view kind, const BackendOptions&);

// A file each: gguf_backend.cpp, openai_backend.cpp, exec_backend.cpp.
Outcome<std::unique_ptr<Backend>> make_gguf(const BackendOptions&);
Outcome<std::unique_ptr<Backend>> make_openai(const BackendOptions&);
Outcome<std::unique_ptr<Backend>> make_exec(const BackendOptions&);

/// Dishonest or poor miners, for demonstrations and tests of the scoring (behaviours.cpp).
///   honest  the backend as it is
///   slow    each piece is held back: five times the time
///   canned  one of a few fixed answers, whatever was asked; the backend is not used
///   cut     stops after a third of the tokens asked for
Outcome<std::unique_ptr<Backend>> with_behaviour(std::string_view behaviour,
                                                 std::unique_ptr<Backend>);
inline constexpr std::array<std::string_view, 4> behaviours = {"honest", "slow", "canned", "cut"};

}  // namespace text
