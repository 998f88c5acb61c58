#include "chain/watch.hpp"

#include <fmt/format.h>

#include "frame/storage_json.hpp"
#include "pallets/system/storage.hpp"

namespace chain {
namespace {

constexpr std::size_t max_changes = 200;  // more help nobody
constexpr std::size_t max_value = 500;    // characters

std::vector<Event> events_in(const State& s) {
    std::vector<Event> out;
    for (auto& record : frame_system::storage.Events.get(s)) out.push_back(record.event.event);
    return out;
}

std::string text(BytesView key, const std::optional<Bytes>& value) {
    return value ? value_text(key, *value).substr(0, max_value) : "absent";
}

/// What the block changed, without the notes of System, which change in every block.
std::string diff(const View& before, const State& after) {
    std::string out;
    std::size_t shown = 0, all = 0;
    for (const auto& [key, value] : after.changes()) {
        const auto old = before.get(key);
        const auto name = key_text(key);
        const bool note = name.starts_with("System.") && !name.starts_with("System.Account");
        if (old == value || note || ++all > max_changes) continue;
        ++shown;
        out += fmt::format("  {}\n      before {}\n      after  {}\n", name, text(key, old),
                           text(key, value));
    }
    if (shown < all) out += fmt::format("  and {} more\n", all - shown);
    return out;
}

}  // namespace

std::string Watch::findings(u32 block, const View& before, const State& after) {
    const auto broken = rules_.broken(after, events_in(after));
    if (broken.empty()) return {};
    return fmt::format("block {} breaks what must always hold:\n{}what it changed:\n{}", block,
                       broken, diff(before, after));
}

}  // namespace chain
