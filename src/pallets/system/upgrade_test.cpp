// Code that names rules: who may set it, which code is refused, what of it stays.
#include "pallets/system/upgrade.hpp"

#include <zstd.h>

#include "crypto/hash.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/errors.hpp"
#include "pallets/system/events.hpp"
#include "pallets/system/runtime_code.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/code.hpp"
#include "testing/env/env.hpp"

namespace frame_system {
namespace {

static_assert(scale::lists_all_members<LastRuntimeUpgradeInfo>());
static_assert(scale::lists_all_members<CodeUpgradeAuthorization>());
static_assert(scale::lists_all_members<UpgradeAuthorized>());
static_assert(scale::lists_all_members<RejectedInvalidAuthorizedUpgrade>());

Bytes packed(BytesView code) {
    Bytes out{82, 188, 83, 118, 70, 219, 142, 5};
    const auto mark = out.size();
    out.resize(mark + ZSTD_compressBound(code.size()));
    out.resize(mark +
               ZSTD_compress(out.data() + mark, out.size() - mark, code.data(), code.size(), 3));
    return out;
}

TEST(RuntimeCode, tells_its_version_plain_and_packed) {
    const auto code = runtime_code(475);
    for (const auto& form : {code, packed(code)}) {
        const auto version = version_of_code(form);
        ASSERT_TRUE(version);
        EXPECT_EQ(version->spec_name, "node-subtensor");
        EXPECT_EQ(version->spec_version, 475u);
    }
}

TEST(RuntimeCode, of_any_other_form_tells_nothing) {
    const auto code = runtime_code(475), small = packed(code);
    for (std::size_t n = 0; n < code.size(); ++n)
        EXPECT_FALSE(version_of_code(BytesView(code).first(n))) << n;
    for (std::size_t n = 0; n < small.size(); ++n)
        EXPECT_FALSE(version_of_code(BytesView(small).first(n))) << n;
    EXPECT_FALSE(version_of_code(runtime_code(475, "node-subtensor", "another_section")));
    EXPECT_FALSE(version_of_code(packed(Bytes(max_code_bytes + 1)))) << "a bomb";
    Bytes endless(std::begin(wasm_magic), std::end(wasm_magic));
    endless.insert(endless.end(), {0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff});
    EXPECT_FALSE(version_of_code(endless));
}

struct Upgrade : testing::Test {
    Upgrade() { set_spec_version(env.state, 425); }
    H256 hash_of(const Bytes& code) const { return {crypto::blake2_256(code)}; }
    std::size_t notes() const { return storage.Digest.get(env.state).logs.size(); }

    Env env;
    const Origin root = Origin::root();
    const AccountId alice = env.account("alice", 10'000);
    const Bytes newer = runtime_code(475);
};

TEST_F(Upgrade, root_sets_code_and_the_next_block_keeps_to_its_rules) {
    env(alice, set_code{newer}, fails(DispatchError::Kind::BadOrigin));
    env(root, set_code{newer}, emits(CodeUpdated{}));
    EXPECT_TRUE(env.cx.post.actual_weight);
    EXPECT_EQ(env.state.get(view(code_key)), newer);
    EXPECT_EQ(notes(), 1u);
    EXPECT_EQ(spec_version(env.state), 425u) << "not in this block";
    adopt_code(env.state);
    EXPECT_EQ(spec_version(env.state), 475u);
    EXPECT_EQ(storage.LastRuntimeUpgrade.get(env.state),
              (LastRuntimeUpgradeInfo{{475}, {"node-subtensor"}}));
}

TEST_F(Upgrade, code_that_cannot_follow_is_refused) {
    const auto foreign = runtime_code(475, "node-template"), same = runtime_code(425),
               unknown = runtime_code(476);
    env(root, set_code{{1, 2, 3}}, fails(Error::FailedToExtractRuntimeVersion));
    env(root, set_code{foreign}, fails(Error::InvalidSpecName));
    env(root, set_code{same}, fails(Error::SpecVersionNeedsToIncrease));
    env(root, set_code{unknown}, fails(Error::FailedToExtractRuntimeVersion));
    env(alice, set_code_without_checks{newer}, fails(DispatchError::Kind::BadOrigin));
    env(root, set_code_without_checks{unknown}, fails(Error::FailedToExtractRuntimeVersion));
    env(root, set_code_without_checks{same}, fails(Error::SpecVersionNeedsToIncrease));
    env(root, set_code_without_checks{foreign}, emits(CodeUpdated{}));
}

TEST_F(Upgrade, what_root_authorized_anybody_brings_for_free) {
    env(alice, apply_authorized_upgrade{newer}, fails(Error::NothingAuthorized));
    env(alice, authorize_upgrade{hash_of(newer)}, fails(DispatchError::Kind::BadOrigin));
    env(root, authorize_upgrade{hash_of(newer)}, emits(UpgradeAuthorized{hash_of(newer), true}));
    env(alice, apply_authorized_upgrade{{1}}, fails(Error::Unauthorized));
    env(alice, apply_authorized_upgrade{newer}, emits(CodeUpdated{}));
    EXPECT_EQ(env.cx.post.pays_fee, Pays::No);
    EXPECT_FALSE(storage.AuthorizedUpgrade.has(env.state));
    env(alice, apply_authorized_upgrade{newer}, fails(Error::NothingAuthorized));
}

TEST_F(Upgrade, authorized_code_that_cannot_follow_loses_its_authorization) {
    const auto foreign = runtime_code(475, "node-template");
    env(root, authorize_upgrade{hash_of(foreign)});
    env(alice, apply_authorized_upgrade{foreign},
        emits(RejectedInvalidAuthorizedUpgrade{hash_of(foreign), fail(Error::InvalidSpecName)}));
    EXPECT_FALSE(storage.AuthorizedUpgrade.has(env.state));
    EXPECT_EQ(notes(), 0u);
    env(alice, authorize_upgrade_without_checks{hash_of(foreign)},
        fails(DispatchError::Kind::BadOrigin));
    env(root, authorize_upgrade_without_checks{hash_of(foreign)},
        emits(UpgradeAuthorized{hash_of(foreign), false}));
    env(alice, apply_authorized_upgrade{foreign}, emits(CodeUpdated{}));
}

TEST_F(Upgrade, pages_for_code_are_noted_and_mean_nothing) {
    env(alice, set_heap_pages{64}, fails(DispatchError::Kind::BadOrigin));
    env(root, set_heap_pages{64});
    EXPECT_EQ(env.state.get(view(":heappages")), scale::encoded(u64{64}));
    EXPECT_EQ(notes(), 1u);
    adopt_code(env.state);
    EXPECT_EQ(spec_version(env.state), 425u);
}

}  // namespace
}  // namespace frame_system
