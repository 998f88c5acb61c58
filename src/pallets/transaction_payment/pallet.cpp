// What an extrinsic costs its signer (pallet-transaction-payment lib.rs, pallets/transaction-fee).
#include "pallets/transaction_payment/pallet.hpp"

#include "pallets/system/constants.hpp"
#include "pallets/transaction_payment/transaction_payment.hpp"

namespace transaction_payment {

Constants constants;
Storage::Storage() : StorageList("TransactionPayment") {}
const Storage storage;

TaoBalance weight_to_fee(Weight weight) {
    auto ps = weight.min(frame_system::constants.BlockWeights.max_block).ref_time;
    // LinearWeightToFee: 500,000 parts of 10^9, rounded to the nearest, a half down.
    constexpr u64 picoseconds_per_rao = 2000;
    return {ps / picoseconds_per_rao + (ps % picoseconds_per_rao > picoseconds_per_rao / 2)};
}
TaoBalance length_to_fee(u32 bytes) { return {bytes}; }

FeeDetails fee_details(const State& s, u32 bytes, Weight weight, DispatchClass cls, Pays pays,
                       TaoBalance tip) {
    if (pays == Pays::No) return {{}, tip};
    constexpr FixedU128 one{};
    auto multiplier = storage.NextFeeMultiplier.get(s).parts;
    auto base = frame_system::constants.BlockWeights.per_class.of(cls).base_extrinsic;
    auto adjusted = u128{weight_to_fee(weight).rao};
    // The multiplier stays 1 unless root writes it by hand; then the product saturates.
    if (__builtin_mul_overflow(adjusted, multiplier, &adjusted)) adjusted = ~u128{0};
    adjusted /= one.parts;
    return {
        InclusionFee{
            weight_to_fee(base), length_to_fee(bytes), {u64(std::min(adjusted, u128{~u64{0}}))}},
        tip};
}
TaoBalance fee(const State& s, u32 bytes, Weight weight, DispatchClass cls, Pays pays,
               TaoBalance tip) {
    auto details = fee_details(s, bytes, weight, cls, pays, tip);
    if (!details.inclusion_fee) return tip;
    auto& fee = *details.inclusion_fee;
    auto sum = saturating_add(saturating_add(fee.base_fee, fee.len_fee), fee.adjusted_weight_fee);
    return saturating_add(sum, tip);
}

static void on_finalize(Context& cx) { storage.NextFeeMultiplier.set(cx.state, {}); }

static constexpr std::array events{event<TransactionFeePaid>(
    "TransactionFeePaid", "A signer paid for an extrinsic: this fee, the tip in it included.")};
static std::string_view describe(std::string_view) {
    return "How much an operational extrinsic's fee counts for its priority.";
}

const Pallet pallet{.index = pallet_index,
                    .name = "TransactionPayment",
                    .path = "pallet_transaction_payment::pallet",
                    .storage = &storage,
                    .events = events,
                    .constants = constants_table<constants>(&describe),
                    .hooks = {.on_finalize = &on_finalize}};

}  // namespace transaction_payment
