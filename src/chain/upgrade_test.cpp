// Other rules from a block on: what the block says of it, and what a restart makes of it.
#include <gtest/gtest.h>

#include "chain/test_chain.hpp"
#include "pallets/admin_utils/calls.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/system/calls.hpp"
#include "store/test_chain.hpp"
#include "testing/env/code.hpp"

namespace {

using namespace chain;
using frame_system::storage;

const DevKey alice = dev_key("//Alice"), bob = dev_key("//Bob");

u32 spec_at(const Chain& chain, u32 number) {
    const auto view = chain.store().view_at(number);
    return frame_system::spec_version(State(*view));
}
Options from_425(std::vector<Upgrade> upgrades = {}) {
    auto options = manual_options();
    options.spec.spec_version = 425;
    options.upgrades = std::move(upgrades);
    return options;
}
bool tells_of_an_upgrade(const Chain& chain, u32 number) {
    const auto logs = chain.header(number)->digest.logs;
    return std::any_of(logs.begin(), logs.end(), [](auto& log) {
        return std::holds_alternative<digest::RuntimeEnvironmentUpdated>(log);
    });
}
/// What became of the sudo call in the newest block.
Result<> sudo_result(const Chain& chain) {
    const auto view = chain.store().view_at(chain.best().number);
    for (auto& record : storage.Events.get(State(*view)))
        if (record.event.event.pallet == sudo::Sudid::pallet &&
            record.event.event.index == sudo::Sudid::index)
            return scale::decoded<sudo::Sudid>(record.event.event.payload)->sudo_result;
    ADD_FAILURE() << "no sudo call";
    return {};
}

TEST(Upgrade, a_new_chain_begins_with_the_newest_rules_or_those_asked_for) {
    EXPECT_EQ(spec_at(*memory_chain(), 0), newest_spec_version);
    EXPECT_EQ(spec_at(*memory_chain(from_425()), 0), 425u);
}

TEST(Upgrade, comes_into_force_at_its_block_and_is_told_in_the_header) {
    const auto chain = memory_chain(from_425({{475, 3}}));
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(chain->make_block());
    for (const u32 number : {0u, 1u, 2u}) EXPECT_EQ(spec_at(*chain, number), 425u) << number;
    for (const u32 number : {3u, 4u}) EXPECT_EQ(spec_at(*chain, number), 475u) << number;
    for (u32 number = 1; number <= 4; ++number) {
        EXPECT_EQ(tells_of_an_upgrade(*chain, number), number == 3) << number;
        const auto view = chain->store().view_at(number);
        EXPECT_EQ(scale::encoded(storage.Digest.get(State(*view))),
                  scale::encoded(chain->header(number)->digest));
    }
}

TEST(Upgrade, changes_what_calls_do_and_what_signatures_cover) {
    const auto chain = memory_chain(from_425({{475, 2}}));
    // 425 refuses what 475 lets root do (pallets/admin-utils/src/lib.rs).
    const auto open_work = [&](u32 nonce) {
        const auto inner =
            AnyCall::of(admin_utils::sudo_set_network_pow_registration_allowed{{1}, true});
        return signed_call(*chain, alice, AnyCall::of(sudo::sudo{inner}), {.nonce = nonce});
    };
    const auto signed_under_425 = transfer(*chain, bob, alice.account, 5, 0);
    ASSERT_FALSE(chain->submit(open_work(0)));
    ASSERT_TRUE(chain->make_block());
    EXPECT_FALSE(sudo_result(*chain));
    ASSERT_TRUE(chain->make_block());
    ASSERT_FALSE(chain->submit(open_work(1)));
    ASSERT_TRUE(chain->make_block());
    EXPECT_TRUE(sudo_result(*chain));
    const auto refused = chain->submit(signed_under_425);
    ASSERT_TRUE(refused);
    EXPECT_TRUE(std::get<rejection::Refused>(*refused).reason.is(InvalidTransaction::BadProof));
    EXPECT_FALSE(chain->submit(transfer(*chain, bob, alice.account, 5, 0)));
}

Outcome<std::unique_ptr<Chain>> open_in(const store::TemporaryFolder& folder,
                                        const Options& options) {
    return Chain::open(*store::Store::open({.directory = folder.path()}), options);
}

TEST(Upgrade, a_restart_goes_on_with_the_rules_in_force) {
    const store::TemporaryFolder folder;
    {
        const auto chain = *open_in(folder, from_425({{475, 2}}));
        for (int i = 0; i < 2; ++i) ASSERT_TRUE(chain->make_block());
    }
    {
        const auto chain = open_in(folder, manual_options());
        ASSERT_TRUE(chain) << chain.message();
        EXPECT_EQ(spec_at(**chain, 2), 475u);
        ASSERT_TRUE((*chain)->make_block());
        EXPECT_EQ(spec_at(**chain, 3), 475u);
        EXPECT_FALSE(tells_of_an_upgrade(**chain, 3));
    }
    EXPECT_TRUE(open_in(folder, from_425({{475, 2}}))) << "the same flags again";
    auto other = manual_options();
    other.spec.spec_version = 475;
    EXPECT_FALSE(open_in(folder, other)) << "it began with 425";
}

TEST(Upgrade, by_code_is_told_in_its_block_and_in_force_from_the_next) {
    const auto chain = memory_chain(from_425());
    const auto set = AnyCall::of(frame_system::set_code{runtime_code(475)});
    ASSERT_FALSE(
        chain->submit(signed_call(*chain, alice, AnyCall::of(sudo::sudo{set}), {.nonce = 0})));
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(chain->make_block());
    EXPECT_TRUE(tells_of_an_upgrade(*chain, 1));
    EXPECT_EQ(spec_at(*chain, 1), 425u);
    EXPECT_EQ(spec_at(*chain, 2), 475u);
    EXPECT_FALSE(tells_of_an_upgrade(*chain, 2));
    EXPECT_EQ(spec_at(*chain, 3), 475u);
}

TEST(Upgrade, what_cannot_be_is_refused_at_the_start) {
    const auto opens = [](const Options& options) {
        return bool(Chain::open(std::make_unique<store::Store>(store::memory_backend()), options));
    };
    EXPECT_TRUE(opens(from_425({{475, 1}})));
    auto newest = manual_options();
    newest.upgrades = {{425, 5}};
    EXPECT_FALSE(opens(newest)) << "back to older rules";
    EXPECT_FALSE(opens(from_425({{475, 5}, {475, 6}}))) << "twice to the same";
    const store::TemporaryFolder folder;
    {
        const auto chain = *open_in(folder, from_425());
        for (int i = 0; i < 3; ++i) ASSERT_TRUE(chain->make_block());
    }
    EXPECT_FALSE(open_in(folder, from_425({{475, 2}}))) << "block 2 exists";
    EXPECT_TRUE(open_in(folder, from_425({{475, 4}})));
}

}  // namespace
