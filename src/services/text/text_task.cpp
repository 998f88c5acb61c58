// The task `text`: its synapse class, serving, asking and judging.
#include "services/text/text_task.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

namespace text {
namespace {

using axon::Field;
using axon::FieldType;
using axon::Json;

Outcome<Question> question_of(const Json& fields) {
    const i64 max_tokens = fields.at("max_tokens").get<i64>();
    if (max_tokens < 1 || max_tokens > Question::most_tokens)
        return Failure{"max_tokens must be 1 to " + std::to_string(Question::most_tokens)};
    Question question{fields.at("prompt").get<std::string>(), static_cast<u32>(max_tokens)};
    if (question.prompt.empty() || question.prompt.size() > Question::max_prompt_bytes)
        return Failure{"the prompt must have 1 to " + std::to_string(Question::max_prompt_bytes) +
                       " bytes"};
    return question;
}

class TextTask : public validator::Task {
public:
    TextTask(std::unique_ptr<Model> model, Prompts prompts, u32 max_tokens)
        : model_(std::move(model)), prompts_(std::move(prompts)), max_tokens_(max_tokens) {}

    const axon::SynapseClass& kind() const override { return text_class(); }

    Json ask(u64 number, std::string_view nonce) override {
        const auto& prompt = prompts_.at(number);
        return {{"prompt", fmt::format("[{}] {}", nonce, prompt)}, {"max_tokens", max_tokens_}};
    }

    Outcome<validator::Judgement> judge(const Json& fields, const axon::Answer& answer) override {
        auto question = question_of(fields);
        if (!question) return question.failure();
        // A greedy token has at most a few dozen bytes; more text than that is not an answer to
        // judge.
        constexpr std::size_t most_bytes_a_token = 64;
        if (answer.streamed.size() > question->max_tokens * most_bytes_a_token)
            return validator::Judgement{0, 0, "far too long"};
        const auto score = model_->score(*question, answer.streamed);
        if (!score) return score.failure();
        return text::judge(*score, question->max_tokens);
    }

private:
    std::unique_ptr<Model> model_;
    Prompts prompts_;
    u32 max_tokens_;
};

}  // namespace

const axon::SynapseClass& text_class() {
    static const axon::SynapseClass kind{"TextGen",
                                         {{"prompt", FieldType::string},
                                          {"max_tokens", FieldType::integer, Json(32)},
                                          {"completion", FieldType::string, Json("")}},
                                         {"prompt", "max_tokens"},
                                         true};
    return kind;
}

axon::Served serve_text(std::shared_ptr<Backend> backend,
                        std::function<bool(const std::string&)> allowed) {
    axon::Served served;
    served.kind = text_class();
    if (allowed)
        served.blacklist = [allowed](const axon::Synapse& s) -> std::optional<std::string> {
            if (s.dendrite.hotkey && allowed(*s.dendrite.hotkey)) return {};
            return "not a validator of this subnet";
        };
    served.stream = [backend, one_at_a_time = std::make_shared<std::mutex>()](
                        axon::Synapse& s, const axon::Emit& emit) -> Outcome<> {
        const auto question = question_of(s.fields);
        if (!question) return question.failure();
        std::lock_guard lock(*one_at_a_time);
        return backend->answer(*question, emit);
    };
    return served;
}

validator::Judgement judge(const AnswerScore& score, u32 max_tokens, const Tolerance& tolerance) {
    validator::Judgement out;
    const auto count = score.tokens.size();
    out.work = static_cast<double>(count);
    if (count == 0) return {0, 0, "empty"};
    // Taking the text apart again may cut the last word differently than the miner's model did.
    if (count > max_tokens + 1) return {0, out.work, "longer than asked"};
    const auto bad = static_cast<double>(
        std::count_if(score.tokens.begin(), score.tokens.end(),
                      [&](const TokenScore& t) { return t.gap() > tolerance.token_gap; }));
    const double share = bad / static_cast<double>(count);
    out.quality = std::max(0.0, 1 - share / tolerance.bad_share);
    if (bad > 0) out.reason = fmt::format("{} of {} tokens unlikely", bad, count);
    if (count + 1 < max_tokens && score.end.gap() > tolerance.end_gap) {
        const double part = static_cast<double>(count) / max_tokens;
        out.quality *= part * part;
        out.reason += fmt::format("{}ends early ({} of {} tokens)", out.reason.empty() ? "" : ", ",
                                  count, max_tokens);
    }
    return out;
}

std::unique_ptr<validator::Task> make_text_task(std::unique_ptr<Model> model, Prompts prompts,
                                                u32 max_tokens) {
    return std::make_unique<TextTask>(std::move(model), std::move(prompts), max_tokens);
}

}  // namespace text
