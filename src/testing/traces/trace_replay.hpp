// Replays a differential trace of the original (tests/vectors/traces) through the real dispatch:
// the same calls and blocks must give the same result, events, weight and raw storage changes.
#pragma once
#include <filesystem>

#include "frame/pallet.hpp"
#include "testing/vectors.hpp"

namespace traces {

/// How far a trace went.
struct Outcome {
    std::size_t steps = 0;     // that matched
    std::size_t total = 0;     // in the file
    std::string difference{};  // a readable report of the first step that differs; empty: none
};

/// Whether what must always hold (runtime/invariants) is looked at after each step.
enum class Invariance : u8 { trusted, checked };

/// Throws std::runtime_error when the file is not a trace.
Outcome replay(const std::filesystem::path& file, Invariance invariance = Invariance::trusted);

}  // namespace traces
