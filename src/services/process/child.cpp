// Child processes by posix_spawn.
#include "services/process/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cstring>
#include <thread>

extern char** environ;

namespace process {
namespace {

struct Pipe {
    int read = -1, write = -1;
    bool open() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) return false;
        read = ends[0];
        write = ends[1];
        return true;
    }
};

void close_fd(int& fd) {
    if (fd >= 0) ::close(fd);
    fd = -1;
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (const auto& text : texts) out.push_back(const_cast<char*>(text.c_str()));
    out.push_back(nullptr);
    return out;
}

int decode_status(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Outcome<Child> Child::start(const Launch& launch) {
    ::signal(SIGPIPE, SIG_IGN);  // a child that went away shows as an error of write
    Pipe in, out;
    const bool to_log = !launch.log_path.empty();
    if (!in.open() || (!to_log && !out.open())) return Failure{"no more file descriptors"};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.read, 0);
    if (to_log) {
        posix_spawn_file_actions_addopen(&actions, 1, launch.log_path.c_str(),
                                         O_WRONLY | O_CREAT | O_APPEND, 0644);
        posix_spawn_file_actions_adddup2(&actions, 1, 2);
    } else {
        posix_spawn_file_actions_adddup2(&actions, out.write, 1);
    }
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    if (launch.own_group) posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    std::vector<std::string> environment = launch.environment;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view line(*entry);
        const auto name = line.substr(0, line.find('=') + 1);
        const auto same = [&](const std::string& given) { return given.starts_with(name); };
        if (std::none_of(launch.environment.begin(), launch.environment.end(), same))
            environment.emplace_back(line);
    }
    auto arguments = pointers(launch.words);
    auto variables = pointers(environment);
    Child child;
    const int error = ::posix_spawnp(&child.pid_, launch.words.at(0).c_str(), &actions, &attributes,
                                     arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close_fd(in.read);
    close_fd(out.write);
    child.in_ = in.write;
    child.out_ = out.read;
    if (error != 0) {
        child.pid_ = -1;
        return Failure{"cannot start " + launch.words[0] + ": " + std::strerror(error)};
    }
    return child;
}

Child::Child(Child&& from) noexcept { *this = std::move(from); }

Child& Child::operator=(Child&& from) noexcept {
    if (this == &from) return *this;
    release();
    pid_ = std::exchange(from.pid_, -1);
    in_ = std::exchange(from.in_, -1);
    out_ = std::exchange(from.out_, -1);
    status_ = from.status_;
    pending_ = std::move(from.pending_);
    return *this;
}

Child::~Child() { release(); }

void Child::release() {
    if (pid_ > 0 && !ended()) kill();
    close_fd(in_);
    close_fd(out_);
}

std::optional<int> Child::ended() {
    if (status_ || pid_ <= 0) return status_;
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) status_ = decode_status(status);
    return status_;
}

void Child::terminate() {
    if (pid_ > 0 && !ended()) ::kill(pid_, SIGTERM);
}

void Child::kill() {
    if (pid_ <= 0 || ended()) return;
    ::kill(pid_, SIGKILL);
    int status = 0;
    if (::waitpid(pid_, &status, 0) == pid_) status_ = decode_status(status);
}

bool Child::wait_until(Clock::time_point deadline) {
    while (!ended()) {
        if (Clock::now() >= deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

Outcome<> Child::write_line(std::string_view line) {
    std::string bytes(line);
    bytes += '\n';
    for (std::size_t done = 0; done < bytes.size();) {
        const auto n = ::write(in_, bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0)
            return Failure{std::string("the subprocess does not take input: ") +
                           std::strerror(errno)};
        done += static_cast<std::size_t>(n);
    }
    return {};
}

Outcome<std::string> Child::read_line(Clock::time_point deadline, std::size_t max_bytes) {
    for (;;) {
        const auto end = pending_.find('\n');
        if (end != pending_.npos) {
            std::string line = pending_.substr(0, end);
            pending_.erase(0, end + 1);
            return line;
        }
        if (pending_.size() > max_bytes) return Failure{"the subprocess sent an endless line"};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0) return Failure{"the subprocess did not answer in time"};
        pollfd entry{out_, POLLIN, 0};
        const int wait_ms = static_cast<int>(std::min<i64>(left.count(), 60'000));
        if (::poll(&entry, 1, wait_ms) <= 0) continue;
        char piece[4096];
        const auto n = ::read(out_, piece, sizeof piece);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return Failure{"the subprocess ended"};
        pending_.append(piece, static_cast<std::size_t>(n));
    }
}

std::string own_program() {
    char path[PATH_MAX];
    const auto n = ::readlink("/proc/self/exe", path, sizeof path);
    return n > 0 ? std::string(path, static_cast<std::size_t>(n)) : std::string("myelin");
}

}  // namespace process
