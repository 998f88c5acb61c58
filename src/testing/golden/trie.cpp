// Trie vectors: state roots, updates, read proofs, extrinsics roots.
#include "base/hex.hpp"
#include "testing/golden/checkers.hpp"
#include "trie/proof.hpp"
#include "trie/root.hpp"

namespace golden {
namespace {

using Map = std::map<Bytes, Bytes, BytesLess>;

Bytes bytes(const Json& hex) {
    auto out = from_hex(hex.get<std::string>());
    if (!out) throw std::runtime_error("not hex: " + hex.dump());
    return *out;
}
std::vector<Bytes> all_bytes(const Json& list) {
    std::vector<Bytes> out;
    for (const auto& item : list) out.push_back(bytes(item));
    return out;
}
Map map_of(const Json& entries) {
    Map out;
    for (const auto& entry : entries) out.emplace(bytes(entry.at(0)), bytes(entry.at(1)));
    return out;
}
trie::Version version_of(const Json& name) {
    return name == "V0" ? trie::Version::v0 : trie::Version::v1;
}
trie::Trie trie_of(const Map& map, trie::Version version) {
    trie::Trie out;
    for (const auto& [key, value] : map) out.set(key, value, version);
    return out;
}

Failure root_record(const Json& r) {
    const auto map = map_of(r.at("entries"));
    const auto version = version_of(r.at("version"));
    Differences d;
    d.compare("root", to_hex(trie::root_of(map, version)), r.at("root"));
    d.compare("incremental root", to_hex(trie_of(map, version).root()), r.at("root"));
    return d.failure();
}

Failure ordered_record(const Json& r) {
    const auto items = all_bytes(r.at("items"));
    Differences d;
    d.compare("v0", to_hex(trie::ordered_root(items, trie::Version::v0)), r.at("root_v0"));
    d.compare("v1", to_hex(trie::ordered_root(items, trie::Version::v1)), r.at("root_v1"));
    return d.failure();
}

Failure update_record(const Json& r) {
    const std::string mode = r.at("mode");
    const auto start = mode == "V1" ? trie::Version::v1 : trie::Version::v0;
    const auto later = mode == "V0" ? trie::Version::v0 : trie::Version::v1;
    auto trie = trie_of(map_of(r.at("start")), start);
    Differences d;
    d.compare("start", to_hex(trie.root()), r.at("start_root"));
    std::size_t number = 0;
    for (const auto& step : r.at("steps")) {
        for (const auto& op : step.at("ops"))
            if (op.at(1).is_null())
                trie.erase(bytes(op.at(0)));
            else
                trie.set(bytes(op.at(0)), bytes(op.at(1)), later);
        d.compare("step " + std::to_string(number++), to_hex(trie.root()), step.at("root"));
    }
    return d.failure();
}

std::vector<std::string> hex_list(const std::vector<Bytes>& list) {
    std::vector<std::string> out;
    for (const auto& item : list) out.push_back(to_hex(item));
    return out;
}

Failure proof_record(const Json& r) {
    const auto map = map_of(r.at("entries"));
    auto trie = trie_of(map, version_of(r.at("version")));
    const Hash root = trie.root();
    Differences d;
    d.compare("root", to_hex(root), r.at("root"));
    for (const auto& query : r.at("queries")) {
        const auto keys = all_bytes(query.at("keys"));
        const auto made = trie::prove(trie, keys, [&](BytesView key) {
            auto it = map.find(key);
            return it == map.end() ? std::nullopt : std::optional(it->second);
        });
        d.compare("proof", hex_list(made), query.at("proof"));
        const trie::Proof received(all_bytes(query.at("proof")));
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const auto read = received.read(root, keys[i]);
            const bool unproven = read.answer == trie::Proof::Answer::unproven;
            const bool present = read.answer == trie::Proof::Answer::present;
            d.compare("value",
                      unproven  ? Json("unproven")
                      : present ? Json(to_hex(read.value))
                                : Json(),
                      query.at("values").at(i));
        }
    }
    return d.failure();
}

}  // namespace

Counts check_trie_roots(const Path& file) { return each_record<root_record>(file); }
Counts check_trie_ordered(const Path& file) { return each_record<ordered_record>(file); }
Counts check_trie_updates(const Path& file) { return each_record<update_record>(file); }
Counts check_trie_proofs(const Path& file) { return each_record<proof_record>(file); }

}  // namespace golden
