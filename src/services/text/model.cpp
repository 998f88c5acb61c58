// Language models through llama.cpp's C interface.
#include "services/text/model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <mutex>

#ifdef MYELIN_HAS_LLAMA
#include <ggml-backend.h>
#include <llama.h>
#endif

namespace text {

std::string default_model_path() {
    if (const char* path = std::getenv("MYELIN_MODEL")) return path;
    return MYELIN_DEPS "/models/SmolLM2-135M-Instruct.Q4_1.gguf";
}

#ifdef MYELIN_HAS_LLAMA
namespace {

constexpr u32 context_tokens = 2048;
constexpr u32 batch_tokens = 512;

using Tokens = std::vector<llama_token>;

struct FreeModel {
    void operator()(llama_model* m) const { llama_model_free(m); }
};
struct FreeContext {
    void operator()(llama_context* c) const { llama_free(c); }
};

void load_library_once() {
    static std::once_flag once;
    std::call_once(once, [] {
        llama_log_set([](ggml_log_level, const char*, void*) {}, nullptr);
        const char* folder = std::getenv("MYELIN_LLAMA_LIB");
        ggml_backend_load_all_from_path(folder != nullptr ? folder : MYELIN_DEPS "/llama/lib");
        llama_backend_init();
    });
}

/// The two numbers of a row of logits: the best log-probability, and that of `token`.
TokenScore score_of(const float* logits, int count, llama_token token) {
    const float top = *std::max_element(logits, logits + count);
    double sum = 0;
    for (int i = 0; i < count; ++i) sum += std::exp(static_cast<double>(logits[i] - top));
    const float log_sum = top + static_cast<float>(std::log(sum));
    return {logits[token] - log_sum, top - log_sum};
}

class GgufModel : public Model {
public:
    GgufModel(llama_model* model, llama_context* context) : model_(model), context_(context) {
        vocab_ = llama_model_get_vocab(model);
        size_ = llama_vocab_n_tokens(vocab_);
    }

    Outcome<u32> generate(const Question& question, const Emit& emit) override {
        std::lock_guard lock(mutex_);
        auto tokens = begin(question);
        if (!tokens) return tokens.failure();
        if (!decode(*tokens, 0, false)) return Failure{"the model could not process the prompt"};
        u32 made = 0;
        for (auto at = static_cast<llama_pos>(tokens->size()); made < question.max_tokens; ++at) {
            const float* logits = llama_get_logits_ith(context_.get(), -1);
            const auto next =
                static_cast<llama_token>(std::max_element(logits, logits + size_) - logits);
            if (llama_vocab_is_eog(vocab_, next)) break;
            ++made;
            if (!emit(piece_of(next)) || made == question.max_tokens) break;
            if (!decode({next}, at, false)) return Failure{"the model could not continue"};
        }
        return made;
    }

    Outcome<AnswerScore> score(const Question& question, std::string_view answer) override {
        std::lock_guard lock(mutex_);
        auto prompt = begin(question);
        if (!prompt) return prompt.failure();
        const Tokens tokens = tokenize(answer, false);
        if (prompt->size() + tokens.size() >= context_tokens)
            return Failure{"the answer is too long"};
        AnswerScore result;
        // The row after the last prompt token judges the first answer token, and so on.
        if (!decode(*prompt, 0, false)) return Failure{"the model could not process the prompt"};
        const float* row = llama_get_logits_ith(context_.get(), -1);
        if (tokens.empty()) {
            result.end = end_score(row);
            return result;
        }
        result.tokens.push_back(score_of(row, size_, tokens[0]));
        if (!decode(tokens, static_cast<llama_pos>(prompt->size()), true))
            return Failure{"the model could not process the answer"};
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            row = llama_get_logits_ith(context_.get(), static_cast<i32>(i));
            if (i + 1 < tokens.size())
                result.tokens.push_back(score_of(row, size_, tokens[i + 1]));
            else
                result.end = end_score(row);
        }
        return result;
    }

private:
    /// Checks the limits, forgets the previous text, and turns the prompt into tokens.
    Outcome<Tokens> begin(const Question& question) {
        if (question.prompt.size() > Question::max_prompt_bytes)
            return Failure{"the prompt is too long"};
        if (question.max_tokens == 0 || question.max_tokens > Question::most_tokens)
            return Failure{"max_tokens must be 1 to " + std::to_string(Question::most_tokens)};
        Tokens tokens = tokenize("<|im_start|>user\n", true);
        const auto add = [&](const Tokens& more) {
            tokens.insert(tokens.end(), more.begin(), more.end());
        };
        add(tokenize(question.prompt, false));  // not as markup: a prompt cannot end its own turn
        add(tokenize("<|im_end|>\n<|im_start|>assistant\n", true));
        if (tokens.size() > batch_tokens) return Failure{"the prompt is too long"};
        llama_memory_clear(llama_get_memory(context_.get()), true);
        return tokens;
    }

    Tokens tokenize(std::string_view s, bool markup) const {
        Tokens tokens(s.size() + 8);
        const auto n = llama_tokenize(vocab_, s.data(), static_cast<i32>(s.size()), tokens.data(),
                                      static_cast<i32>(tokens.size()), false, markup);
        tokens.resize(static_cast<std::size_t>(std::max(n, 0)));
        return tokens;
    }

    std::string piece_of(llama_token token) const {
        std::string piece(128, '\0');
        const auto n = llama_token_to_piece(vocab_, token, piece.data(),
                                            static_cast<i32>(piece.size()), 0, false);
        piece.resize(static_cast<std::size_t>(std::max(n, 0)));
        return piece;
    }

    /// Adds tokens from position `at` on; with `all_rows` every token's logits are kept (one
    /// batch), else the last's.
    bool decode(const Tokens& tokens, llama_pos at, bool all_rows) {
        if (tokens.size() > batch_tokens) return false;
        const auto n = static_cast<i32>(tokens.size());
        llama_batch batch = llama_batch_init(n, 0, 1);
        batch.n_tokens = n;
        for (i32 i = 0; i < n; ++i) {
            batch.token[i] = tokens[static_cast<std::size_t>(i)];
            batch.pos[i] = at + i;
            batch.n_seq_id[i] = 1;
            batch.seq_id[i][0] = 0;
            batch.logits[i] = all_rows || i + 1 == n;
        }
        const bool good = llama_decode(context_.get(), batch) == 0;
        llama_batch_free(batch);
        return good;
    }

    /// The likeliest of the tokens that end an answer.
    TokenScore end_score(const float* row) const {
        llama_token best = llama_vocab_eos(vocab_);
        for (llama_token t = 0; t < size_; ++t)
            if (row[t] > row[best] && llama_vocab_is_eog(vocab_, t)) best = t;
        return score_of(row, size_, best);
    }

    std::unique_ptr<llama_model, FreeModel> model_;
    std::unique_ptr<llama_context, FreeContext> context_;
    const llama_vocab* vocab_ = nullptr;
    int size_ = 0;
    std::mutex mutex_;
};

}  // namespace

Outcome<std::unique_ptr<Model>> Model::open(const std::string& path) {
    load_library_once();
    auto model_params = llama_model_default_params();
    llama_model* model = llama_model_load_from_file(path.c_str(), model_params);
    if (model == nullptr)
        return Failure{"cannot load the model " + path +
                       " (run tools/fetch_models, or give a GGUF file)"};
    auto params = llama_context_default_params();
    params.n_ctx = context_tokens;
    params.n_batch = batch_tokens;
    params.n_ubatch = batch_tokens;
    params.n_threads =
        1;  // spinning helper threads slow down a shared machine, and break repeatability
    params.n_threads_batch = 1;
    params.no_perf = true;
    llama_context* context = llama_init_from_model(model, params);
    if (context == nullptr) {
        llama_model_free(model);
        return Failure{"no memory for the context of " + path};
    }
    return std::unique_ptr<Model>(std::make_unique<GgufModel>(model, context));
}

#else

Outcome<std::unique_ptr<Model>> Model::open(const std::string&) {
    return Failure{"this build has no llama.cpp: run tools/fetch_models, then build again"};
}

#endif

}  // namespace text
