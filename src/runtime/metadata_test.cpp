// What clients are told about the runtime.
#include "frame/metadata.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "frame/version.hpp"
#include "pallets/system/spec_version.hpp"
#include "runtime/apis.hpp"

namespace {

std::string_view text(const Bytes& b) {
    return {reinterpret_cast<const char*>(b.data()), b.size()};
}
/// The types of a metadata blob: what stands before the first pallet.
std::string_view types_of(const Bytes& metadata) {
    auto all = text(metadata);
    // "System", stores something, under "System".
    auto end = all.find("\x18System\x01\x18System");
    EXPECT_NE(end, all.npos);
    return all.substr(0, end);
}

TEST(Metadata, type_0_is_the_account) {
    for (auto& m : {metadata_v14(Clients::legacy), metadata_v15(Clients::current)}) {
        scale::Reader in(BytesView(m).subspan(5));
        scale::take_compact(in);  // how many types
        EXPECT_EQ(scale::take_compact(in), 0u);
        std::vector<std::string> path;
        scale::decode(in, path);
        EXPECT_EQ(path, (std::vector<std::string>{"sp_core", "crypto", "AccountId32"}));
    }
}

TEST(Metadata, both_versions_number_their_types_alike) {
    // Version 15 goes on with types that only runtime APIs name.
    for (auto clients : {Clients::current, Clients::legacy}) {
        auto v14 = metadata_v14(clients), v15 = metadata_v15(clients);
        auto shorter = types_of(v14), longer = types_of(v15);
        constexpr std::size_t before_types = 5 + 2;  // magic, version, a count of two bytes
        shorter.remove_prefix(before_types);
        longer.remove_prefix(before_types);
        ASSERT_LE(shorter.size(), longer.size());
        EXPECT_EQ(longer.substr(0, shorter.size()), shorter);
    }
}

TEST(Metadata, is_the_same_each_time_it_is_written) {
    EXPECT_EQ(metadata_v15(Clients::current), metadata_v15(Clients::current));
    EXPECT_NE(metadata_v15(Clients::current), metadata_v15(Clients::legacy));
}

TEST(Metadata, every_error_says_what_is_wrong) {
    for (auto p : runtime())
        for (auto& e : p->errors) EXPECT_FALSE(e.doc.empty()) << p->name << '.' << e.name;
}

TEST(Metadata, texts_that_clients_compare_are_those_of_substrate) {
    // The end-to-end tests of SDK 10 compare these (test_proxy.py).
    const std::map<std::string_view, std::string_view> texts{
        {"NotFound", "Proxy registration not found."},
        {"NotProxy", "Sender is not a proxy of the account to be proxied."},
        {"Duplicate", "Account is already a proxy."},
        {"Unannounced", "Announcement, if made at all, was made too recently."},
        {"NoSelfProxy", "Cannot add self as proxy."},
    };
    std::size_t seen = 0;
    for (auto p : runtime()) {
        if (p->name != "Proxy") continue;
        for (auto& e : p->errors) {
            const auto text = texts.find(e.name);
            if (text == texts.end()) continue;
            EXPECT_EQ(e.doc, text->second) << e.name;
            ++seen;
        }
    }
    EXPECT_EQ(seen, texts.size());
}

TEST(Metadata, pallets_calls_events_and_errors_have_indices_of_their_own) {
    std::set<u8> pallets;
    for (auto p : runtime()) {
        EXPECT_TRUE(pallets.insert(p->index).second) << p->name;
        auto unique = [&](auto rows) {
            std::set<u8> seen;
            for (auto& row : rows) EXPECT_TRUE(seen.insert(row.index).second) << row.name;
        };
        unique(p->calls);
        unique(p->events);
        unique(p->errors);
    }
}

TEST(Metadata, the_api_serves_it_by_version) {
    MemoryView nothing;
    State s(nothing);
    auto at = [&](u32 version) {
        auto raw = find_api("Metadata_metadata_at_version")->call(s, scale::encoded(version));
        return *scale::decoded<std::optional<Bytes>>(*raw);
    };
    EXPECT_EQ(at(14), metadata_v14(served_clients()));
    EXPECT_EQ(at(15), metadata_v15(served_clients()));
    EXPECT_FALSE(at(16));
    EXPECT_FALSE(find_api("Metadata_metadata_at_version")->call(s, Bytes{1}));
}

TEST(Version, names_the_runtime_and_its_apis) {
    auto v = runtime_version(newest_spec_version);
    EXPECT_EQ(v.spec_name.text, "node-subtensor");
    EXPECT_EQ(v.spec_version, 475u);
    const ApiId core{0xdf, 0x6a, 0xcb, 0x68, 0x99, 0x07, 0x60, 0x9b};  // as Substrate names it
    EXPECT_EQ(v.apis.apis.front(), (std::pair{core, u32{5}}));
}

TEST(Version, is_the_one_in_force) {
    MemoryView nothing;
    State s(nothing);
    EXPECT_EQ(runtime_version(s).spec_version, newest_spec_version);
    const auto metadata = [&] { return *find_api("Metadata_metadata")->call(s, {}); };
    const auto newest = metadata();
    frame_system::set_spec_version(s, 425);
    EXPECT_EQ(runtime_version(s).spec_version, 425u);
    EXPECT_EQ(find_api("Core_version")->call(s, {}), scale::encoded(runtime_version(425)));
    EXPECT_NE(metadata(), newest) << "a constant of System is the version";
    EXPECT_EQ(metadata(), scale::encoded(metadata_v14(served_clients(), 425)));
}

}  // namespace
