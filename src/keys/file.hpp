// Small secret files: whole reads with a limit, and writes that leave the old file or the new one.
#pragma once
#include <filesystem>

#include "base/outcome.hpp"

namespace keys {

using Path = std::filesystem::path;

inline constexpr std::size_t max_file_size = 65536;

enum class Overwrite { No, Yes };

Outcome<Bytes> read_file(const Path&);

/// Mode 0600, folders 0700; through a sibling file, fsync and rename. Without Overwrite::Yes an
/// existing file stays as it is, also when another process makes it at the same moment.
Outcome<> write_file(const Path&, BytesView, Overwrite);

Failure exists_already(const Path&);

/// Whether others than the owner may read the file.
bool readable_by_others(const Path&);

}  // namespace keys
