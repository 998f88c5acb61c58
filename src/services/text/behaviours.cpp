// Poor and dishonest miners, for demonstrations and tests of the scoring.
#include <chrono>
#include <thread>

#include "services/text/backend.hpp"

namespace text {
namespace {

class Slow : public Backend {
public:
    explicit Slow(std::unique_ptr<Backend> inner) : inner_(std::move(inner)) {}
    Outcome<> answer(const Question& question, const Emit& emit) override {
        constexpr int times_slower = 5;
        auto before = std::chrono::steady_clock::now();
        return inner_->answer(question, [&](std::string_view piece) {
            const auto took = std::chrono::steady_clock::now() - before;
            std::this_thread::sleep_for(took * (times_slower - 1));
            before = std::chrono::steady_clock::now();
            return emit(piece);
        });
    }

private:
    std::unique_ptr<Backend> inner_;
};

class Canned : public Backend {
public:
    Outcome<> answer(const Question&, const Emit& emit) override {
        static constexpr std::array<std::string_view, 3> answers = {
            "That is a very good question. There are many things to consider here, and the answer "
            "depends on the context.",
            "As an assistant I am happy to help. Please see the documentation for the details of "
            "this topic.",
            "In short: yes, it works as described, and you can rely on it in most situations that "
            "matter.",
        };
        emit(answers[next_++ % answers.size()]);
        return {};
    }

private:
    std::size_t next_ = 0;
};

class Cut : public Backend {
public:
    explicit Cut(std::unique_ptr<Backend> inner) : inner_(std::move(inner)) {}
    Outcome<> answer(const Question& question, const Emit& emit) override {
        Question less = question;
        less.max_tokens = std::max(question.max_tokens / 3, 1u);
        return inner_->answer(less, emit);
    }

private:
    std::unique_ptr<Backend> inner_;
};

}  // namespace

Outcome<std::unique_ptr<Backend>> with_behaviour(std::string_view behaviour,
                                                 std::unique_ptr<Backend> inner) {
    using Made = std::unique_ptr<Backend>;
    if (behaviour == "honest") return inner;
    if (behaviour == "slow") return Made(std::make_unique<Slow>(std::move(inner)));
    if (behaviour == "canned") return Made(std::make_unique<Canned>());
    if (behaviour == "cut") return Made(std::make_unique<Cut>(std::move(inner)));
    return Failure{"there is no behaviour " + std::string(behaviour) +
                   "; there are: honest, slow, canned, cut"};
}

}  // namespace text
