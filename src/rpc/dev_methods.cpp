// engine_* and dev_*: making blocks by hand.
#include <fmt/format.h>

#include "base/hex.hpp"
#include "rpc/method.hpp"
#include "runtime/extrinsic.hpp"

namespace rpc {
namespace {

constexpr u64 max_new_blocks = 100'000;  // in one request

chain::Head make_block(Call& call) {
    const auto made = call.chain().make_block();
    if (!made) throw internal_error(made.message());
    return *made;
}

void only_manual(const Call& call) {
    if (call.chain().options().engine != chain::Engine::Manual)
        throw Error{-32000, "Blocks are made by themselves here",
                    "start the node with --manual to make them by hand"};
}

/// createEmpty, finalize and parentHash are taken as Substrate's manual seal does; blocks are
/// always final and on top of the best one.
Answer create_block(Call& call) {
    only_manual(call);
    const bool create_empty = call.params.flag(0, "create_empty", true);
    call.params.flag(1, "finalize", true);
    const auto parent = call.params.hash(2, "parent_hash");
    if (parent && *parent != call.chain().best().hash)
        throw invalid_params("parent_hash must be that of the best block");
    if (!create_empty && !call.chain().pool().has_ready())
        throw Error{-32000, "Transaction pool is empty", "no block was asked for without one"};
    const auto head = make_block(call);
    return Json{{"hash", to_hex_0x(head.hash)},
                {"aux",
                 {{"header_only", false},
                  {"clear_justification_requests", false},
                  {"needs_justification", false},
                  {"bad_justification", false},
                  {"is_new_best", true}}}};
}

Answer finalize_block(Call& call) {
    only_manual(call);
    const auto hash = call.params.hash(0, "hash");
    if (!hash) throw invalid_params("hash is missing");
    if (!call.store().number_of(*hash)) throw unknown_block(*hash);
    return Json(true);
}

/// {"count": N} or {"to": N}; one block without either. The hash of the last one.
Answer new_block(Call& call) {
    only_manual(call);
    u64 count = 1;
    const auto best = call.chain().best();
    if (!call.params.absent(0)) {
        const auto& options = call.params.any(0, "options");
        if (!options.is_object())
            throw invalid_params(R"(options must be {"count": N} or {"to": N})");
        for (const auto& [key, value] : options.items()) {
            const Json list = Json::array({value});
            const auto n = Params(list).number(0, key, ~u32{0});
            if (key == "count")
                count = n;
            else if (key == "to")
                count = n > best.number ? n - best.number : 0;
            else
                throw invalid_params(fmt::format("there is no option '{}'", key));
        }
    }
    if (count > max_new_blocks)
        throw invalid_params(fmt::format("at most {} blocks at once", max_new_blocks));
    auto head = best;
    for (u64 i = 0; i < count; ++i) head = make_block(call);
    return Json(to_hex_0x(head.hash));
}

/// [round, signature in hex]: a pulse of the beacon that the chain follows. It waits in the pool
/// for the next block, whose beacon key checks it. The extrinsic's hash.
Answer write_pulse(Call& call) {
    if (call.chain().options().spec.beacon == chain::Beacon::None)
        throw Error{-32000, "This chain takes no pulses",
                    "start the node with --beacon quicknet to bring them in"};
    const u64 round = call.params.number(0, "round", ~u64{0});
    const auto signature = call.params.bytes(1, "signature");
    if (signature.size() != std::tuple_size_v<crypto::BeaconSignature>)
        throw invalid_params("signature must have 48 bytes, as drand gives it");
    auto raw = bare_extrinsic(chain::pulse_call(call.chain().best().number, round, signature));
    const auto hash = extrinsic_hash(raw);
    if (const auto refused = call.chain().submit(std::move(raw))) throw from(*refused);
    return Json(to_hex_0x(hash));
}

constexpr Method methods[] = {
    {"engine_createBlock", create_block},
    {"engine_finalizeBlock", finalize_block},
    {"dev_newBlock", new_block},
    {"dev_writePulse", write_pulse},
};

}  // namespace

Methods dev_methods() { return methods; }

}  // namespace rpc
