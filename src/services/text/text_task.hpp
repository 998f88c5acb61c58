// The task `text`: a prompt is continued greedily by the subnet's model; validators check the
// answer's log-probabilities on their own copy.
#pragma once
#include "services/axon/server.hpp"
#include "services/text/backend.hpp"
#include "services/text/prompts.hpp"
#include "services/validator/task.hpp"

namespace text {

/// POST /TextGen, streaming: prompt, max_tokens; the answer is the raw text in pieces.
const axon::SynapseClass& text_class();

/// The miner's side: answers with the backend, one request after the other. `allowed` tells whether
/// a hotkey may ask (nothing given: everybody).
axon::Served serve_text(std::shared_ptr<Backend>,
                        std::function<bool(const std::string& hotkey)> allowed = {});

/// How an answer is judged. Measured with llama.cpp: the same library repeats its own greedy choice
/// exactly, other builds of it move a chosen token's log-probability by up to 0.1; hence the
/// tolerance.
struct Tolerance {
    double token_gap = 0.3;   // nats below the likeliest token that still pass
    double bad_share = 0.15;  // of tokens beyond that: quality falls to 0 linearly
    double end_gap = 0.3;     // the same for ending early
};

validator::Judgement judge(const AnswerScore&, u32 max_tokens, const Tolerance& = {});

/// The validator's side.
std::unique_ptr<validator::Task> make_text_task(std::unique_ptr<Model>, Prompts, u32 max_tokens);

}  // namespace text
