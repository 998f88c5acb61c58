// ASSERT(x): what only a bug here can break. Stays on in release; never for outside input.
#pragma once

[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

#define ASSERT(condition) \
    (static_cast<bool>(condition) ? void(0) : assertion_failed(#condition, __FILE__, __LINE__))
