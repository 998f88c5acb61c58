// Backend exec: a subprocess that reads a question per line and writes its answer as JSON lines:
//   in   {"prompt": "...", "max_tokens": 32}
//   out  {"text": "a piece"} any number of times, then {"done": true}; or {"error": "why"}
#include "services/axon/json.hpp"
#include "services/process/child.hpp"
#include "services/text/backend.hpp"

namespace text {
namespace {

using axon::Json;

constexpr std::size_t max_line_bytes = 1024 * 1024;

class Exec : public Backend {
public:
    explicit Exec(const BackendOptions& options) : options_(options) {}

    Outcome<> answer(const Question& question, const Emit& emit) override {
        const auto result = ask(question, emit);
        if (!result)
            child_
                .reset();  // whatever it still says belongs to this question: begin anew next time
        return result;
    }

private:
    Outcome<> ask(const Question& question, const Emit& emit) {
        if (!child_ || child_->ended()) {
            auto started = process::Child::start({.words = {"/bin/sh", "-c", options_.command}});
            if (!started) return started.failure();
            child_ = *std::move(started);
        }
        const Json line{{"prompt", question.prompt}, {"max_tokens", question.max_tokens}};
        if (auto sent = child_->write_line(axon::dump_spaced(line)); !sent) return sent;
        const auto deadline =
            process::Clock::now() + std::chrono::milliseconds(options_.timeout_ms);
        for (bool wanted = true;;) {
            const auto reply = child_->read_line(deadline, max_line_bytes);
            if (!reply) return reply.failure();
            const auto json = axon::parse_json(*reply);
            if (!json || !json->is_object())
                return Failure{"the subprocess wrote a line that is not a JSON object: " +
                               reply->substr(0, 100)};
            if (json->contains("error"))
                return Failure{"the subprocess says: " + axon::python_str((*json)["error"])};
            if (json->contains("text") && (*json)["text"].is_string() && wanted)
                wanted = emit((*json)["text"].get<std::string>());
            if (json->contains("done") && (*json)["done"] == true) return {};
        }
    }

    const BackendOptions options_;
    std::optional<process::Child> child_;
};

}  // namespace

Outcome<std::unique_ptr<Backend>> make_exec(const BackendOptions& options) {
    if (options.command.empty())
        return Failure{"the exec backend needs --command 'program arguments'"};
    return std::unique_ptr<Backend>(std::make_unique<Exec>(options));
}

}  // namespace text
