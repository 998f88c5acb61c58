// Time of one epoch on the inputs of epoch_bench (64 validators, full rows), plain and with liquid
// alpha. EPOCH_BENCH names another file with such inputs; tests/vectors keeps the smallest only.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>

#include "testing/golden/epoch_json.hpp"

namespace {

enum class Mode { yuma2, yuma3, liquid };

void epoch(benchmark::State& state, const golden::EpochCase& input, Mode mode) {
    kernel::EpochInput in = input.view();
    in.yuma3 = mode != Mode::yuma2;
    in.liquid_alpha = mode == Mode::liquid;
    for (auto _ : state) benchmark::DoNotOptimize(kernel::run_epoch(in));
}

}  // namespace

int main(int argc, char** argv) {
    const char* named = std::getenv("EPOCH_BENCH");
    const auto file = named != nullptr ? std::filesystem::path(named)
                                       : vectors::find_file(MYELIN_VECTORS, "epoch_bench.jsonl");
    std::vector<std::unique_ptr<golden::EpochCase>> cases;
    vectors::for_each_record(file, [&](const vectors::Json& record, std::size_t) {
        cases.push_back(std::make_unique<golden::EpochCase>(record));
    });
    constexpr std::pair<const char*, Mode> modes[] = {
        {"yuma2", Mode::yuma2}, {"yuma3", Mode::yuma3}, {"liquid_alpha", Mode::liquid}};
    for (const auto& input : cases) {
        for (const auto& [name, mode] : modes) {
            const std::string title = "epoch/" + std::to_string(input->view().n) + "/" + name;
            const golden::EpochCase& one = *input;
            benchmark::RegisterBenchmark(title.c_str(), [&one, m = mode](benchmark::State& state) {
                epoch(state, one, m);
            })->Unit(benchmark::kMicrosecond);
        }
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
