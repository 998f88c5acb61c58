// What a validator must know of a task: what to ask, and how good an answer is. One implementation
// per task.
#pragma once
#include "services/axon/dendrite.hpp"

namespace validator {

struct Judgement {
    double quality = 0;  // 0 to 1; 1: what an honest miner with the subnet's model answers
    double work = 0;     // units done (for text: tokens), for the speed
    std::string reason;  // why it is not 1, for people
};

class Task {
public:
    virtual ~Task() = default;
    virtual const axon::SynapseClass& kind() const = 0;

    /// The fields of request `number`. The nonce makes it unlike every other request, so that
    /// neither a stored answer nor another miner's fits.
    virtual axon::Json ask(u64 number, std::string_view nonce) = 0;

    /// Of a whole answer (the call was ok). Fails only when the judge itself cannot work.
    virtual Outcome<Judgement> judge(const axon::Json& fields, const axon::Answer&) = 0;
};

}  // namespace validator
