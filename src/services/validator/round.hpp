// One round of a validator: every miner is asked once, judged, and the book updated.
#pragma once
#include <atomic>

#include "services/validator/scores.hpp"

namespace validator {

struct RoundOptions {
    double timeout_s = 20;                    // for a whole answer
    const std::atomic<bool>* stop = nullptr;  // looked at between miners
};

/// Miners are asked one after the other, in a random order, so that on one machine they do not slow
/// each other down. The nonce is 6 random hex digits per request.
Outcome<std::vector<Result>> run_round(Task&, axon::Dendrite&, std::span<const axon::Target> miners,
                                       u64 number, const RoundOptions& = {});

}  // namespace validator
