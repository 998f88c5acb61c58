// Asking and judging every miner once.
#include "services/validator/round.hpp"

#include <algorithm>
#include <random>

namespace validator {

Outcome<std::vector<Result>> run_round(Task& task, axon::Dendrite& dendrite,
                                       std::span<const axon::Target> miners, u64 number,
                                       const RoundOptions& options) {
    std::vector<axon::Target> order(miners.begin(), miners.end());
    std::random_device random;
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Result> results;
    for (const auto& miner : order) {
        if (options.stop != nullptr && *options.stop) break;
        const std::string nonce = axon::random_uuid().substr(0, 6);
        const auto fields = task.ask(number, nonce);
        const auto answer = dendrite.call(task.kind(), fields, miner, options.timeout_s);
        Result result{miner.hotkey, answer.ok(), {}, answer.total_s};
        if (answer.ok()) {
            auto judgement = task.judge(fields, answer);
            if (!judgement) return judgement.failure();
            result.judgement = *std::move(judgement);
        } else {
            result.judgement.reason = answer.error();
        }
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace validator
