// A language model in a GGUF file, run by llama.cpp on one thread: greedy generation, and the
// log-probabilities of a given answer.
#pragma once
#include <functional>
#include <memory>

#include "base/outcome.hpp"

namespace text {

/// What to answer and how long the answer may be.
struct Question {
    std::string prompt;
    u32 max_tokens = 32;

    static constexpr std::size_t max_prompt_bytes = 8 * 1024;
    static constexpr u32 most_tokens = 512;
};

using Emit = std::function<bool(std::string_view)>;  // a piece of text; false: stop

/// How one token of an answer sits in the model's own distribution. Natural logarithms.
struct TokenScore {
    float logprob = 0;                            // of the token in the answer
    float best = 0;                               // of the token the model would have chosen
    float gap() const { return best - logprob; }  // 0 when they are the same
};

struct AnswerScore {
    std::vector<TokenScore> tokens;
    TokenScore end;  // of ending right after the answer
};

/// Thread-safe; calls run one after the other.
class Model {
public:
    /// Loads a GGUF file. Takes about 0.3 s and 450 MB for the 135M model.
    static Outcome<std::unique_ptr<Model>> open(const std::string& path);
    virtual ~Model() = default;

    /// Greedy: always the most likely token, until the model ends or max_tokens. Gives the number
    /// of tokens.
    virtual Outcome<u32> generate(const Question&, const Emit&) = 0;

    /// One pass over prompt and answer ("teacher forcing"): cheap next to generating.
    virtual Outcome<AnswerScore> score(const Question&, std::string_view answer) = 0;
};

/// $MYELIN_MODEL, or the file that tools/fetch_models installs.
std::string default_model_path();

}  // namespace text
