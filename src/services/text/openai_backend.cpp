// Backend openai: passes the question to an OpenAI-compatible server and its streamed answer back.
#include <cstdlib>

#include "services/axon/json.hpp"
#include "services/http/client.hpp"
#include "services/text/backend.hpp"

namespace text {
namespace {

using axon::Json;

constexpr std::size_t max_event_bytes = 1024 * 1024;

/// Takes a stream of server-sent events apart and passes on the text in them.
class EventReader {
public:
    explicit EventReader(const Emit& emit) : emit_(emit) {}

    /// False when no more is wanted.
    bool take(std::string_view piece) {
        pending_ += piece;
        for (auto end = pending_.find('\n'); end != pending_.npos; end = pending_.find('\n')) {
            std::string line = pending_.substr(0, end);
            pending_.erase(0, end + 1);
            if (!line.empty() && line.back() == '\r') line.pop_back();
            if (!event(line)) return false;
        }
        if (pending_.size() > max_event_bytes) error = "the upstream sent an endless line";
        return error.empty();
    }
    bool done = false;
    std::string error;

private:
    bool event(std::string_view line) {
        constexpr std::string_view mark = "data:";
        if (!line.starts_with(mark)) return true;  // comments, event names, blank lines
        line.remove_prefix(mark.size());
        while (line.starts_with(' ')) line.remove_prefix(1);
        if (line == "[DONE]") {
            done = true;
            return false;
        }
        const auto json = axon::parse_json(line);
        if (!json || !json->is_object()) {
            error = "the upstream sent an event that is not a JSON object";
            return false;
        }
        if (json->contains("error")) {
            error = "the upstream says: " + axon::dump_compact((*json)["error"]);
            return false;
        }
        const auto text = Json::json_pointer("/choices/0/delta/content");
        if (json->contains(text) && (*json)[text].is_string())
            return emit_((*json)[text].get<std::string>());
        return true;
    }

    const Emit& emit_;
    std::string pending_;
};

class OpenAi : public Backend {
public:
    OpenAi(http::Url url, BackendOptions options)
        : url_(std::move(url)), options_(std::move(options)) {}

    Outcome<> answer(const Question& question, const Emit& emit) override {
        http::Request request;
        request.target = url_.path + "/chat/completions";
        request.headers = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream"}};
        if (const char* key = std::getenv("OPENAI_API_KEY"))
            request.headers.emplace_back("Authorization", std::string("Bearer ") + key);
        const Json message{{"role", "user"}, {"content", question.prompt}};
        request.body = axon::dump_compact(Json{{"model", options_.model_name},
                                               {"messages", Json::array({message})},
                                               {"max_tokens", question.max_tokens},
                                               {"temperature", 0},
                                               {"stream", true}});
        EventReader reader(emit);
        const auto got = http::fetch(url_.host, url_.port, request, options_.timeout_ms, {},
                                     [&](const http::Response& head, std::string_view piece) {
                                         return head.status != 200 || reader.take(piece);
                                     });
        if (got.error) return Failure{"upstream " + url_.host + ": " + got.error->message};
        if (got.response.status != 200)
            return Failure{"the upstream answered HTTP " + std::to_string(got.response.status) +
                           ": " + got.response.body.substr(0, 200)};
        if (!reader.error.empty()) return Failure{reader.error};
        return {};
    }

private:
    const http::Url url_;
    const BackendOptions options_;
};

}  // namespace

Outcome<std::unique_ptr<Backend>> make_openai(const BackendOptions& options) {
    if (options.url.empty()) return Failure{"the openai backend needs --url http://host:port/v1"};
    auto url = http::parse_url(options.url);
    if (!url) return url.failure();
    while (url->path.ends_with('/')) url->path.pop_back();
    return std::unique_ptr<Backend>(std::make_unique<OpenAi>(*std::move(url), options));
}

}  // namespace text
