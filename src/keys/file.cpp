// Reading and replacing small files on POSIX systems.
#include "keys/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace keys {
namespace {

Failure problem(std::string_view what, const Path& path) {
    return {fmt::format("cannot {} {}: {}", what, path.string(),
                        std::generic_category().message(errno))};
}

class File {
public:
    File(const Path& path, int flags) : file_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (file_ >= 0) close(file_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool opened() const { return file_ >= 0; }
    int get() const { return file_; }

    bool write_all(BytesView data) const {
        while (!data.empty()) {
            const ssize_t written = write(file_, data.data(), data.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            data = data.subspan(static_cast<std::size_t>(written));
        }
        return true;
    }

private:
    int file_;
};

Outcome<> make_folders(const Path& folder) {
    if (folder.empty() || std::filesystem::is_directory(folder)) return {};
    const auto parent = make_folders(folder.parent_path());
    if (!parent) return parent;
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return problem("make the folder", folder);
    return {};
}

/// Gives the finished sibling its name. link() refuses an existing name, rename() replaces it.
Outcome<> place(const Path& sibling, const Path& path, Overwrite overwrite) {
    if (overwrite == Overwrite::Yes) {
        if (rename(sibling.c_str(), path.c_str()) != 0) return problem("write", path);
    } else {
        if (link(sibling.c_str(), path.c_str()) != 0) {
            if (errno == EEXIST) return exists_already(path);
            return problem("write", path);
        }
        unlink(sibling.c_str());
    }
    const Path folder = path.parent_path().empty() ? "." : path.parent_path();
    const File opened(folder, O_RDONLY | O_DIRECTORY);
    if (!opened.opened() || fsync(opened.get()) != 0) return problem("store the folder", folder);
    return {};
}

}  // namespace

Failure exists_already(const Path& path) {
    return {fmt::format("{} exists already; --force replaces it", path.string())};
}

Outcome<Bytes> read_file(const Path& path) {
    const File file(path, O_RDONLY);
    struct stat status {};
    if (!file.opened() || fstat(file.get(), &status) != 0) return problem("read", path);
    if (!S_ISREG(status.st_mode)) return Failure{path.string() + " is not a file"};
    if (status.st_size > static_cast<off_t>(max_file_size))
        return Failure{fmt::format("{} has more than {} bytes: it is no key file", path.string(),
                                   max_file_size)};
    Bytes out(static_cast<std::size_t>(status.st_size));
    std::size_t size = 0;
    while (size < out.size()) {
        const ssize_t got = read(file.get(), out.data() + size, out.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return problem("read", path);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    out.resize(size);
    return out;
}

Outcome<> write_file(const Path& path, BytesView data, Overwrite overwrite) {
    if (overwrite == Overwrite::No && std::filesystem::exists(path)) return exists_already(path);
    if (const auto made = make_folders(path.parent_path()); !made) return made;
    const Path sibling = fmt::format("{}.{}.tmp", path.string(), getpid());
    Outcome<> placed;
    {
        const File file(sibling, O_WRONLY | O_CREAT | O_EXCL);
        if (!file.opened()) return problem("write", sibling);
        if (!file.write_all(data) || fsync(file.get()) != 0) placed = problem("write", sibling);
    }
    if (placed) placed = place(sibling, path, overwrite);
    if (!placed) unlink(sibling.c_str());
    return placed;
}

bool readable_by_others(const Path& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IRGRP | S_IROTH)) != 0;
}

}  // namespace keys
