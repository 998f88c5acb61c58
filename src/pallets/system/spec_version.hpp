// Which runtime's rules the state runs under: its spec version, as LastRuntimeUpgrade says. A rule
// that came after runtime 425 asks for it: `spec_version(s) >= 475`.
#pragma once
#include "frame/version.hpp"
#include "state/state.hpp"

namespace frame_system {

/// The newest one where the state does not say.
u32 spec_version(const State&);
/// Puts the rules of that version in force.
void set_spec_version(State&, u32 spec_version);

}  // namespace frame_system
