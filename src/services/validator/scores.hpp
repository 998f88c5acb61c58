// The validator's memory of its miners: moving averages by hotkey, kept in a file that survives
// restarts.
#pragma once
#include <map>

#include "services/validator/task.hpp"

namespace validator {

/// One miner's result in a round.
struct Result {
    std::string hotkey;
    bool answered = false;
    Judgement judgement = {};
    double seconds = 0;
};

struct MinerRecord {
    double score = 0;    // moving average of quality^2 x relative speed
    double quality = 0;  // moving averages, for people
    double work_per_s = 0;
    u64 asked = 0, answered = 0;
    std::string last_reason;
};

class ScoreBook {
public:
    static constexpr double newest_share = 0.25;   // of a moving average
    static constexpr double good_enough = 0.5;     // quality from which an answer sets the pace
    static constexpr double quality_exponent = 2;  // half as good earns a quarter
    static constexpr std::size_t max_file_bytes = 4 * 1024 * 1024;
    static constexpr std::size_t max_miners = 4096;

    /// Reads the file if it is there. A damaged file is an error: delete it to begin anew.
    static Outcome<ScoreBook> open(std::string path);

    /// Takes a round in: speed counts relative to the fastest good answer of the round.
    void record(std::span<const Result> round);
    /// Forgets miners that are not in the list (they left the subnet).
    void keep_only(std::span<const std::string> hotkeys);
    /// Atomic: a crash leaves the old file or the new one.
    Outcome<> save() const;

    const std::map<std::string, MinerRecord>& miners() const { return miners_; }
    u64 rounds() const { return rounds_; }

private:
    std::string path_;
    std::map<std::string, MinerRecord> miners_;
    u64 rounds_ = 0;
};

/// Scores as chain weights: the best is 65535, the others in proportion; no entry for those without
/// a score. Hotkeys missing from `uids` are left out.
std::vector<std::pair<u16, u16>> to_weights(const ScoreBook&,
                                            const std::map<std::string, u16>& uids);

/// Writes a file so that a crash leaves the old content or the new, never a mixture.
Outcome<> write_file_atomically(const std::string& path, std::string_view content);

}  // namespace validator
