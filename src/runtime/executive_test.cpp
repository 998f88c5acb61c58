// Blocks as a whole: who pays what, what is refused, and what a block leaves behind.
#include "runtime/executive.hpp"

#include <gtest/gtest.h>

#include "crypto/hash.hpp"
#include "frame/pallet.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/events.hpp"
#include "pallets/system/storage.hpp"
#include "pallets/timestamp/timestamp.hpp"
#include "pallets/transaction_payment/transaction_payment.hpp"
#include "testing/env/signed.hpp"

using frame_system::storage;

namespace {

const DevKey alice = dev_key("//Alice"), bob = dev_key("//Bob"), author = dev_key("//One");
const AccountId nobody{{9, 9, 9}};

/// A chain in memory: genesis with Alice, Bob and the author, and blocks one after another.
class Executive : public testing::Test {
protected:
    Executive() {
        State s(view);
        build_frame_genesis(s, {.balances = {{alice.account, 1000_tao},
                                             {bob.account, 1000_tao},
                                             {author.account, 1_tao}},
                                .sudo_key = alice.account,
                                .authorities = {author.account}});
        end(s);
    }
    void end(State& s) { view.apply(std::move(s).take_changes()); }
    Hash hash_of(u32 number) const {
        if (number == 0) return genesis;
        return crypto::blake2_256(scale::encoded(number));
    }
    /// The next block with these extrinsics; what each came to.
    std::vector<Validated<Result<>>> block(const std::vector<Bytes>& extrinsics = {}) {
        State s(view);
        auto number = storage.Number.get(s) + 1;
        BlockExecution b(s, number, hash_of(number - 1), {{aura::slot_digest(number)}});
        std::vector<Validated<Result<>>> out;
        for (auto& xt : extrinsics) out.push_back(b.apply(xt));
        b.finalize();
        end(s);
        return out;
    }
    Bytes by(const DevKey& who, const AnyCall& call, ExtrinsicExtra extra = {}) {
        State s(view);
        if (extra.nonce == 0) extra.nonce = storage.Account.get(s, who.account).nonce;
        auto birth = u32(extra.era.birth(storage.Number.get(s) + 1));
        return sign_extrinsic(who, call, extra, genesis, hash_of(birth));
    }
    TransactionValidity pool(const Bytes& xt) {
        State s(view);
        auto best = storage.Number.get(s);
        return validate_transaction(s, TransactionSource::External, hash_of(best), xt);
    }
    u64 free(const AccountId& who) { return balances::balance(State(view), who).rao; }
    u32 nonce(const AccountId& who) { return storage.Account.get(State(view), who).nonce; }
    std::vector<frame_system::EventRecord> events() { return storage.Events.get(State(view)); }
    template <class E>
    std::vector<E> events_of() {
        std::vector<E> out;
        for (auto& r : events())
            if (r.event.event.pallet == E::pallet && r.event.event.index == E::index)
                out.push_back(*scale::decoded<E>(r.event.event.payload));
        return out;
    }

    const Hash genesis{7};
    MemoryView view;
};

AnyCall send(const AccountId& to, u64 rao) {
    return AnyCall::of(balances::transfer_keep_alive{to, {{rao}}});
}
// In rao: half of 108,157,000 ps / 1000, and of the transfer's 164,051,000 ps, rounded.
constexpr u64 base_fee = 54'078, transfer_fee = 82'025;

TEST_F(Executive, a_transfer_costs_base_length_and_weight) {
    auto xt = by(alice, send(bob.account, 5));
    auto r = block({xt});
    ASSERT_TRUE(r[0] && *r[0]);
    const u64 fee = base_fee + transfer_fee + xt.size();
    EXPECT_EQ(free(alice.account), 1'000'000'000'000 - 5 - fee);
    EXPECT_EQ(free(bob.account), 1'000'000'000'005u);
    EXPECT_EQ(free(author.account), 1'000'000'000 + fee);
    EXPECT_EQ(nonce(alice.account), 1u);
    auto paid = events_of<transaction_payment::TransactionFeePaid>();
    ASSERT_EQ(paid.size(), 1u);
    EXPECT_EQ(paid[0].actual_fee.rao, fee);
}

TEST_F(Executive, a_tip_is_part_of_the_fee_and_goes_to_the_author_too) {
    auto xt = by(alice, send(bob.account, 5), {.tip = {1234}});
    block({xt});
    EXPECT_EQ(free(author.account), 1'000'000'000 + base_fee + transfer_fee + xt.size() + 1234);
    EXPECT_EQ(events_of<transaction_payment::TransactionFeePaid>()[0].tip.rao, 1234u);
}

TEST_F(Executive, a_failed_call_costs_its_fee_and_nothing_else) {
    auto xt = by(alice, send(bob.account, 2'000'000'000'000));
    auto r = block({xt});
    ASSERT_TRUE(r[0]);
    EXPECT_FALSE(*r[0]);
    EXPECT_EQ(free(bob.account), 1'000'000'000'000u);
    EXPECT_EQ(free(alice.account), 1'000'000'000'000 - base_fee - transfer_fee - xt.size());
    EXPECT_EQ(nonce(alice.account), 1u);
    auto failed = events_of<frame_system::ExtrinsicFailed>();
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_EQ(failed[0].dispatch_error, fail(TokenError::FundsUnavailable));
}

TEST_F(Executive, events_come_in_the_reference_order_with_their_phases) {
    auto xt = by(alice, send(nobody, 600));
    block({xt});
    std::vector<std::string> names;
    for (auto& r : events()) {
        auto at = std::get_if<frame_system::phase::ApplyExtrinsic>(&r.phase);
        if (!at) continue;  // hooks tell things too
        EXPECT_EQ(at->index, 0u);
        auto json = event_json(r.event.event);
        names.push_back(json.substr(2, json.find('"', 2) - 2));
    }
    EXPECT_EQ(names, (std::vector<std::string>{
                         "Balances.Withdraw", "System.NewAccount", "Balances.Endowed",
                         "Balances.Transfer", "Balances.Deposit", "Balances.Deposit",
                         "TransactionPayment.TransactionFeePaid", "System.ExtrinsicSuccess"}));
    EXPECT_EQ(storage.EventCount.get(State(view)), events().size());
    block();
    for (auto& r : events())
        EXPECT_FALSE(std::holds_alternative<frame_system::phase::ApplyExtrinsic>(r.phase));
}

TEST_F(Executive, what_the_sudo_key_does_is_free) {
    auto xt = by(
        alice,
        AnyCall::of(sudo::sudo{AnyCall::of(balances::force_set_balance{nobody, {{5'000'000}}})}));
    auto r = block({xt});
    ASSERT_TRUE(r[0] && *r[0]);
    EXPECT_EQ(free(nobody), 5'000'000u);
    EXPECT_EQ(free(alice.account), 1'000'000'000'000u);
    EXPECT_EQ(events_of<transaction_payment::TransactionFeePaid>()[0].actual_fee.rao, 0u);
    EXPECT_EQ(events_of<frame_system::ExtrinsicSuccess>()[0].dispatch_info.pays_fee, Pays::No);
}

TEST_F(Executive, a_sudo_call_of_anyone_else_is_refused_at_the_door) {
    auto xt = by(bob, AnyCall::of(sudo::remove_key{}));
    EXPECT_TRUE(pool(xt).error().is(InvalidTransaction::BadSigner));
    EXPECT_TRUE(block({xt})[0].error().is(InvalidTransaction::BadSigner));
}

TEST_F(Executive, a_refused_extrinsic_leaves_no_trace) {
    MemoryView empty = view;
    block();
    auto without = view.entries();
    auto good = by(alice, send(bob.account, 1));
    auto bad_signature = good;
    bad_signature[60] ^= 1;
    view = empty;
    auto ahead = by(alice, send(bob.account, 1), {.nonce = 3});
    auto other_genesis = sign_extrinsic(alice, send(bob.account, 1), {}, Hash{8}, Hash{8});
    auto poor = by(dev_key("//Poor"), send(bob.account, 1));
    auto unsigned_call = bare_extrinsic(send(bob.account, 1));
    auto r =
        block({bad_signature, ahead, other_genesis, poor, unsigned_call, Bytes{}, Bytes{4, 4}});
    EXPECT_TRUE(r[0].error().is(InvalidTransaction::BadProof));
    EXPECT_TRUE(r[1].error().is(InvalidTransaction::Future));
    EXPECT_TRUE(r[2].error().is(InvalidTransaction::BadProof));
    EXPECT_TRUE(r[3].error().is(InvalidTransaction::Payment));
    EXPECT_EQ(r[4].error(), unknown(UnknownTransaction::NoUnsignedValidator));
    EXPECT_TRUE(r[5].error().is(InvalidTransaction::Call));
    EXPECT_TRUE(r[6].error().is(InvalidTransaction::Call));
    EXPECT_EQ(view.entries(), without);
}

TEST_F(Executive, an_extrinsic_cannot_run_twice) {
    auto xt = by(alice, send(bob.account, 1));
    auto r = block({xt, xt});
    EXPECT_TRUE(r[0] && *r[0]);
    EXPECT_TRUE(r[1].error().is(InvalidTransaction::Stale));
    EXPECT_TRUE(pool(xt).error().is(InvalidTransaction::Stale));
}

TEST_F(Executive, a_mortal_extrinsic_dies) {
    for (int i = 0; i < 10; ++i) block();
    auto xt = by(alice, send(bob.account, 1), {.era = Era::mortal(4, 10)});
    auto valid = pool(xt);
    ASSERT_TRUE(valid);
    EXPECT_EQ(valid->longevity, 3u);  // blocks 11, 12 and 13
    for (int i = 0; i < 2; ++i) block();
    EXPECT_TRUE(pool(xt));
    block();
    EXPECT_TRUE(pool(xt).error().is(InvalidTransaction::AncientBirthBlock));
    block();
    // Seen from later, the era is another one with another birth.
    EXPECT_TRUE(pool(xt).error().is(InvalidTransaction::BadProof));
}

TEST_F(Executive, an_era_that_begins_in_the_future_has_no_birth_block) {
    ExtrinsicExtra extra{.era = {64, 40}};
    auto xt = sign_extrinsic(alice, send(bob.account, 1), extra, genesis, genesis);
    EXPECT_TRUE(pool(xt).error().is(InvalidTransaction::AncientBirthBlock));
}

TEST_F(Executive, the_pool_learns_what_a_transaction_waits_for) {
    auto ready = pool(by(alice, send(bob.account, 1)));
    ASSERT_TRUE(ready);
    EXPECT_TRUE(ready->requires_.empty());
    EXPECT_EQ(ready->provides[0], scale::encoded(std::pair{alice.account, u32{0}}));
    EXPECT_EQ(ready->priority, 1u);
    EXPECT_EQ(ready->longevity, ~u64{0} - 1);  // immortal, seen from block 1
    auto later = pool(by(alice, send(bob.account, 1), {.nonce = 2}));
    ASSERT_TRUE(later);
    EXPECT_EQ(later->requires_[0], scale::encoded(std::pair{alice.account, u32{1}}));
    auto root = pool(by(alice, AnyCall::of(sudo::sudo{AnyCall::of(frame_system::set_storage{})})));
    ASSERT_TRUE(root);
    EXPECT_EQ(root->priority, 10'000'000'000u);
}

TEST_F(Executive, validation_changes_nothing) {
    auto before = view.entries();
    (void)pool(by(alice, send(bob.account, 1)));
    EXPECT_EQ(view.entries(), before);
}

TEST_F(Executive, the_time_is_set_once_a_block_and_by_nobody_else) {
    auto time = [](u64 ms) { return bare_extrinsic(AnyCall::of(timestamp::set{{ms}})); };
    auto r = block({time(1'000'000), time(2'000'000)});
    EXPECT_TRUE(r[0] && *r[0]);
    EXPECT_TRUE(r[1].error().is(InvalidTransaction::BadMandatory));
    EXPECT_TRUE(block({time(1'000'001)})[0].error().is(InvalidTransaction::BadMandatory));
    EXPECT_TRUE(block({time(1'006'000)})[0]);
    EXPECT_TRUE(pool(time(5'000'000)).error().is(InvalidTransaction::MandatoryValidation));
    auto by_hand = by(alice, AnyCall::of(timestamp::set{{9'000'000}}));
    EXPECT_TRUE(block({by_hand})[0].error().is(InvalidTransaction::BadMandatory));
    EXPECT_EQ(timestamp::storage.Now.get(State(view)), 1'006'000u);
}

TEST_F(Executive, the_fee_is_destroyed_where_a_block_has_no_author) {
    State s(view);
    aura::storage.Authorities.erase(s);
    end(s);
    auto before = balances::total_issuance(State(view)).rao;
    auto xt = by(alice, send(bob.account, 5));
    block({xt});
    EXPECT_EQ(balances::total_issuance(State(view)).rao,
              before - base_fee - transfer_fee - xt.size());
}

TEST_F(Executive, issuance_is_the_sum_of_all_balances_after_every_block) {
    auto check = [&] {
        u64 sum = 0;
        for (auto& [who, a] : storage.Account.under(State(view))) sum += a.data.free.rao;
        EXPECT_EQ(balances::total_issuance(State(view)).rao, sum);
    };
    check();
    block({by(alice, send(nobody, 700)), by(bob, send(author.account, 3))});
    check();
    block({by(alice, AnyCall::of(balances::burn{{{999}}, true}))});
    check();
    // All of it: the account ends and its dust with it.
    block({by(bob, AnyCall::of(balances::transfer_all{alice.account, false}))});
    check();
    block({by(alice, AnyCall::of(sudo::sudo{
                         AnyCall::of(balances::force_set_balance{nobody, {{1'000'000}}})}))});
    check();
}

TEST_F(Executive, hashes_of_2400_blocks_and_of_genesis_are_kept) {
    for (int i = 0; i < 2405; ++i) block();
    State s(view);
    EXPECT_TRUE(storage.BlockHash.has(s, 0));
    EXPECT_FALSE(storage.BlockHash.has(s, 4));
    EXPECT_TRUE(storage.BlockHash.has(s, 5));
    EXPECT_EQ(storage.BlockHash.get(s, 2404).bytes, hash_of(2404));
    EXPECT_EQ(storage.BlockHash.keys_under(s).size(), 2401u);
}

TEST_F(Executive, a_full_block_takes_no_more) {
    auto big = [&](u32 nonce) {
        return by(alice, AnyCall::of(frame_system::remark{Bytes(2'000'000)}), {.nonce = nonce});
    };
    State s(view);
    storage.Account.change(s, alice.account, [](auto& a) { a.nonce = 1; });
    end(s);
    auto r = block({big(1), big(2), big(3), big(4)});
    EXPECT_TRUE(r[2] && *r[2]);
    EXPECT_TRUE(r[3].error().is(InvalidTransaction::ExhaustsResources));
}

TEST_F(Executive, what_a_block_notes_while_it_is_made_goes_with_it) {
    const auto transfer = by(alice, send(bob.account, 5));
    const auto inherent = bare_extrinsic(AnyCall::of(timestamp::set{{12'000}}));
    State s(view);
    BlockExecution b(s, 1, genesis, {{aura::slot_digest(1)}});
    const auto phase = [&] { return storage.ExecutionPhase.get(s)->index(); };
    EXPECT_EQ(phase(), 0u) << "extrinsics";
    ASSERT_TRUE(b.apply(inherent));
    EXPECT_FALSE(storage.InherentsApplied.get(s));
    ASSERT_TRUE(b.apply(transfer));
    EXPECT_TRUE(storage.InherentsApplied.get(s));
    EXPECT_EQ(storage.AllExtrinsicsLen.get(s), inherent.size() + transfer.size());
    EXPECT_EQ(storage.ExtrinsicData.get(s, 0), inherent);
    EXPECT_EQ(storage.ExtrinsicData.get(s, 1), transfer);
    EXPECT_FALSE(b.apply(transfer)) << "its nonce is used up";
    EXPECT_FALSE(storage.ExtrinsicData.has(s, 2));
    EXPECT_FALSE(storage.ExtrinsicWeightReclaimed.has(s));
    b.finalize();
    EXPECT_FALSE(storage.ExecutionPhase.has(s) || storage.AllExtrinsicsLen.has(s) ||
                 storage.InherentsApplied.has(s) || storage.ExtrinsicCount.has(s));
    EXPECT_TRUE(storage.ExtrinsicData.under(s).empty());
    end(s);
    for (auto& record : events()) {
        auto& event = record.event.event;
        if (event.pallet != balances::Transfer::pallet || event.index != balances::Transfer::index)
            continue;
        EXPECT_EQ(std::get<frame_system::phase::ApplyExtrinsic>(record.phase).index, 1u);
    }
}

TEST_F(Executive, an_estimate_is_what_is_charged) {
    auto xt = by(alice, send(bob.account, 5));
    auto unsigned_copy = xt;  // wallets ask with an empty signature
    std::fill(unsigned_copy.begin() + 36, unsigned_copy.begin() + 100, u8{0});
    Bytes arguments = unsigned_copy;
    scale::encode(arguments, u32(xt.size()));
    State s(view);
    auto raw = find_api("TransactionPaymentApi_query_info")->call(s, arguments);
    ASSERT_TRUE(raw);
    auto info = scale::decoded<transaction_payment::RuntimeDispatchInfo>(*raw);
    ASSERT_TRUE(info);
    const auto of_call = [&](std::string_view api) {
        Bytes asked = scale::encoded(send(bob.account, 5));
        scale::encode(asked, u32(xt.size()));
        return find_api(api)->call(s, asked);
    };
    EXPECT_EQ(of_call("TransactionPaymentCallApi_query_call_info"), raw);
    const auto details = scale::decoded<transaction_payment::FeeDetails>(
        *of_call("TransactionPaymentCallApi_query_call_fee_details"));
    block({xt});
    const auto paid = events_of<transaction_payment::TransactionFeePaid>()[0].actual_fee;
    EXPECT_EQ(paid, info->partial_fee);
    ASSERT_TRUE(details && details->inclusion_fee);
    const auto& fee = *details->inclusion_fee;
    EXPECT_EQ(paid.rao, fee.base_fee.rao + fee.len_fee.rao + fee.adjusted_weight_fee.rao);
}

TEST_F(Executive, whether_a_transaction_may_enter_the_pool_can_be_asked) {
    const auto ask = [&](const Bytes& xt) {
        Bytes arguments{u8(TransactionSource::External)};
        arguments.insert(arguments.end(), xt.begin(), xt.end());
        arguments.insert(arguments.end(), genesis.begin(), genesis.end());
        State s(view);
        return find_api("TaggedTransactionQueue_validate_transaction")->call(s, arguments);
    };
    const auto good = ask(by(alice, send(bob.account, 5)));
    ASSERT_TRUE(good);
    EXPECT_EQ(good->front(), 0);
    ValidTransaction valid;
    scale::Reader in(BytesView(*good).subspan(1));
    scale::decode(in, valid);
    EXPECT_TRUE(in.done());
    EXPECT_EQ(valid.provides.size(), 1u);
    EXPECT_TRUE(valid.requires_.empty());

    auto forged = by(alice, send(bob.account, 5));
    forged[40] ^= 1;  // a byte of the signature
    EXPECT_EQ(ask(forged), (Bytes{1, 0, u8(InvalidTransaction::BadProof)}));
    EXPECT_EQ(ask(Bytes{1, 2, 3}), std::nullopt);
}

}  // namespace
