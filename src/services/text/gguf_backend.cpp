// Backend gguf: a model file run in this process.
#include "services/text/backend.hpp"

namespace text {
namespace {

class Gguf : public Backend {
public:
    explicit Gguf(std::unique_ptr<Model> model) : model_(std::move(model)) {}
    Outcome<> answer(const Question& question, const Emit& emit) override {
        const auto made = model_->generate(question, emit);
        if (!made) return made.failure();
        return {};
    }

private:
    std::unique_ptr<Model> model_;
};

}  // namespace

Outcome<std::unique_ptr<Backend>> make_gguf(const BackendOptions& options) {
    auto model =
        Model::open(options.model_path.empty() ? default_model_path() : options.model_path);
    if (!model) return model.failure();
    return std::unique_ptr<Backend>(std::make_unique<Gguf>(*std::move(model)));
}

}  // namespace text
