// Who is told about a call or storage item.
#pragma once
#include "base/types.hpp"

/// Every client; only older ones, since it left the interface; or none.
enum class Shown : u8 { always, legacy, never };
