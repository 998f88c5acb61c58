// A child process with its standard input and output as pipes or a log file; always waited for.
#pragma once
#include <chrono>

#include "base/outcome.hpp"

namespace process {

using Clock = std::chrono::steady_clock;

struct Launch {
    std::vector<std::string> words;  // the program (found on PATH) and its arguments
    /// "NAME=VALUE" on top of this process's own environment.
    std::vector<std::string> environment = {};
    std::string log_path = {};  // stdout and stderr go there; empty: stdout is a pipe, stderr ours
    bool own_group = false;     // so that a Ctrl-C in the terminal does not reach it directly
};

class Child {
public:
    static Outcome<Child> start(const Launch&);
    Child(Child&&) noexcept;
    Child& operator=(Child&&) noexcept;
    ~Child();  // kills what still runs

    int pid() const { return pid_; }
    /// The exit status once it has ended (128 + signal when killed); nothing while it runs.
    std::optional<int> ended();
    void terminate();  // SIGTERM
    void kill();       // SIGKILL, and waits
    /// Waits up to the deadline; false when it still runs.
    bool wait_until(Clock::time_point deadline);

    Outcome<> write_line(std::string_view);
    /// The next line of the child's output without its end; fails at the deadline, the end, or over
    /// max_bytes.
    Outcome<std::string> read_line(Clock::time_point deadline, std::size_t max_bytes);

private:
    Child() = default;
    void release();

    int pid_ = -1;
    int in_ = -1, out_ = -1;  // our ends
    std::optional<int> status_;
    std::string pending_;  // read, not yet given out
};

/// The path of the running program.
std::string own_program();

}  // namespace process
