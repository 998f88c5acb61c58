// Which of the reference's runtimes the rules are taken from, where they differ.
#pragma once
#include "pallets/system/spec_version.hpp"

namespace subtensor {

/// Rules that came with runtimes 426 to 475. Without them the state changes as under 425: nothing
/// is written that 425 did not know.
inline bool since_475(const State& s) { return frame_system::spec_version(s) >= 475; }

}  // namespace subtensor
