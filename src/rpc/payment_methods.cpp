// payment_*: what an extrinsic would cost.
#include "frame/pallet.hpp"
#include "pallets/transaction_payment/transaction_payment.hpp"
#include "rpc/method.hpp"

namespace rpc {
namespace {

/// A fee API's answer to the extrinsic of parameter 0 at the block of parameter 1.
template <class T>
T ask(const Call& call, std::string_view api) {
    auto arguments = call.params.bytes(0, "extrinsic");
    const auto size = static_cast<u32>(arguments.size());
    scale::encode(arguments, size);
    const auto view = call.view_at(1);
    State scratch(*view);
    const auto raw = find_api(api)->call(scratch, arguments);
    const auto out = raw ? scale::decoded<T>(*raw) : std::nullopt;
    if (!out) throw invalid_params("extrinsic: it does not decode as one of this runtime");
    return *out;
}

Answer query_info(Call& call) {
    const auto info =
        ask<transaction_payment::RuntimeDispatchInfo>(call, "TransactionPaymentApi_query_info");
    static constexpr const char* classes[] = {"normal", "operational", "mandatory"};
    return Json{
        {"weight", {{"ref_time", info.weight.ref_time}, {"proof_size", info.weight.proof_size}}},
        {"class", classes[static_cast<std::size_t>(info.class_)]},
        {"partialFee", std::to_string(info.partial_fee.rao)}};
}

Answer query_fee_details(Call& call) {
    const auto details =
        ask<transaction_payment::FeeDetails>(call, "TransactionPaymentApi_query_fee_details");
    if (!details.inclusion_fee) return Json{{"inclusionFee", nullptr}};
    const auto& fee = *details.inclusion_fee;
    return Json{{"inclusionFee",
                 {{"baseFee", std::to_string(fee.base_fee.rao)},
                  {"lenFee", std::to_string(fee.len_fee.rao)},
                  {"adjustedWeightFee", std::to_string(fee.adjusted_weight_fee.rao)}}}};
}

constexpr Method methods[] = {
    {"payment_queryInfo", query_info},
    {"payment_queryFeeDetails", query_fee_details},
};

}  // namespace

Methods payment_methods() { return methods; }

}  // namespace rpc
