// Differential traces of the original runtime: every step up to the first that differs; and the
// storage prefixes they use.
#include <fstream>
#include <map>

#include "base/hex.hpp"
#include "testing/golden/checkers.hpp"
#include "testing/traces/trace_replay.hpp"

namespace golden {

Counts check_trace(const Path& file) {
    const traces::Outcome outcome = traces::replay(file);
    Counts counts;
    counts.passed = outcome.steps;
    if (!outcome.difference.empty()) counts.add(outcome.difference, "trace");
    return counts;
}

/// "Pallet.Item" -> the prefix of its keys, of every item that this runtime declares.
static std::map<std::string, std::string> declared_prefixes() {
    std::map<std::string, std::string> out;
    for (const Pallet* pallet : runtime())
        if (pallet->storage != nullptr)
            for (const StorageEntry* entry : pallet->storage->entries())
                out[std::string(pallet->name) + "." + std::string(entry->name())] =
                    to_hex(entry->prefix());
    return out;
}

Counts check_storage_prefixes(const Path& file) {
    Counts counts;
    std::size_t undeclared = 0;
    const auto ours = declared_prefixes();
    std::ifstream in(file);
    const Json prefixes = Json::parse(in);
    for (const auto& [prefix, name] : prefixes.items()) {
        const auto item = ours.find(name.get<std::string>());
        if (item == ours.end()) {
            ++undeclared;
            continue;
        }
        Differences differences;
        differences.compare("prefix", item->second, prefix);
        counts.add(differences.failure(), item->first);
    }
    if (undeclared != 0) counts.note = std::to_string(undeclared) + " items are not declared";
    return counts;
}

}  // namespace golden
