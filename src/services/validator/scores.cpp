// Moving averages and their file.
#include "services/validator/scores.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>

namespace validator {
namespace {

using axon::Json;

void average(double& value, double newest) { value += ScoreBook::newest_share * (newest - value); }

/// Work per second of the fastest good answer; 0 when there is none.
double pace_of(std::span<const Result> round) {
    double best = 0;
    for (const auto& result : round)
        if (result.answered && result.judgement.quality >= ScoreBook::good_enough)
            best = std::max(best, result.judgement.work / std::max(result.seconds, 1e-3));
    return best;
}

Json to_json(const MinerRecord& r) {
    return {{"score", r.score}, {"quality", r.quality},   {"work_per_s", r.work_per_s},
            {"asked", r.asked}, {"answered", r.answered}, {"last_reason", r.last_reason}};
}

bool read(const Json& j, MinerRecord& r) {
    const auto number = [&](const char* key, auto& to) {
        if (!j.contains(key) || !j[key].is_number()) return false;
        to = j[key].get<std::decay_t<decltype(to)>>();
        return to >= 0;
    };
    if (!j.is_object() || !number("score", r.score) || !number("quality", r.quality) ||
        !number("work_per_s", r.work_per_s) || !number("asked", r.asked) ||
        !number("answered", r.answered))
        return false;
    if (j.contains("last_reason") && j["last_reason"].is_string()) r.last_reason = j["last_reason"];
    return true;
}

}  // namespace

Outcome<> write_file_atomically(const std::string& path, std::string_view content) {
    const std::string temporary = path + ".new";
    const auto fail = [&](const char* what) {
        return Failure{fmt::format("cannot {} {}: {}", what, temporary, std::strerror(errno))};
    };
    const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd < 0) return fail("create");
    for (std::size_t done = 0; done < content.size();) {
        const auto n = ::write(fd, content.data() + done, content.size() - done);
        if (n < 0) {
            const auto failure = fail("write");
            ::close(fd);
            return failure;
        }
        done += static_cast<std::size_t>(n);
    }
    const bool synced = ::fsync(fd) == 0;
    if (::close(fd) != 0 || !synced) return fail("write");
    if (::rename(temporary.c_str(), path.c_str()) != 0) return fail("rename");
    return {};
}

Outcome<ScoreBook> ScoreBook::open(std::string path) {
    ScoreBook book;
    book.path_ = std::move(path);
    std::ifstream in(book.path_, std::ios::binary);
    if (!in) return book;
    std::string content(max_file_bytes + 1, '\0');
    in.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(in.gcount()));
    const Failure damaged{"the score file " + book.path_ + " is damaged; delete it to begin anew"};
    const auto json = content.size() > max_file_bytes ? std::nullopt : axon::parse_json(content);
    if (!json || !json->is_object() || !json->contains("miners") ||
        !(*json)["miners"].is_object() || !json->contains("rounds") ||
        !(*json)["rounds"].is_number_unsigned())
        return damaged;
    book.rounds_ = (*json)["rounds"].get<u64>();
    for (const auto& [hotkey, entry] : (*json)["miners"].items()) {
        MinerRecord record;
        if (!read(entry, record) || book.miners_.size() >= max_miners) return damaged;
        book.miners_[hotkey] = record;
    }
    return book;
}

void ScoreBook::record(std::span<const Result> round) {
    const double pace = pace_of(round);
    ++rounds_;
    for (const auto& result : round) {
        if (miners_.size() >= max_miners && !miners_.contains(result.hotkey)) continue;
        auto& miner = miners_[result.hotkey];
        ++miner.asked;
        const double quality = result.answered ? std::clamp(result.judgement.quality, 0.0, 1.0) : 0;
        const double speed =
            result.answered ? result.judgement.work / std::max(result.seconds, 1e-3) : 0;
        if (result.answered) ++miner.answered;
        const double relative = pace > 0 ? std::min(speed / pace, 1.0) : 0;
        average(miner.score, std::pow(quality, quality_exponent) * relative);
        average(miner.quality, quality);
        average(miner.work_per_s, speed);
        miner.last_reason = result.judgement.reason;
    }
}

void ScoreBook::keep_only(std::span<const std::string> hotkeys) {
    const std::set<std::string> present(hotkeys.begin(), hotkeys.end());
    std::erase_if(miners_, [&](const auto& entry) { return !present.contains(entry.first); });
}

Outcome<> ScoreBook::save() const {
    Json miners = Json::object();
    for (const auto& [hotkey, record] : miners_) miners[hotkey] = to_json(record);
    return write_file_atomically(path_,
                                 Json{{"rounds", rounds_}, {"miners", miners}}.dump(1) + "\n");
}

std::vector<std::pair<u16, u16>> to_weights(const ScoreBook& book,
                                            const std::map<std::string, u16>& uids) {
    constexpr double full = 65'535;
    double best = 0;
    for (const auto& [hotkey, record] : book.miners())
        if (uids.contains(hotkey)) best = std::max(best, record.score);
    std::vector<std::pair<u16, u16>> weights;
    for (const auto& [hotkey, record] : book.miners()) {
        const auto uid = uids.find(hotkey);
        if (uid == uids.end() || best <= 0) continue;
        const auto weight = static_cast<u16>(std::lround(record.score / best * full));
        if (weight > 0) weights.emplace_back(uid->second, weight);
    }
    std::sort(weights.begin(), weights.end());
    return weights;
}

}  // namespace validator
