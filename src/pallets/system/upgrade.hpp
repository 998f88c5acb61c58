// Other rules by vote: code that names them is set in one block and in force from the next.
#pragma once
#include "frame/call.hpp"

namespace frame_system {

/// At the start of a block, before its digest is written: when the block before set code, the rules
/// that the code names are in force from now on (frame_executive, runtime_upgraded).
void adopt_code(State&);

}  // namespace frame_system
