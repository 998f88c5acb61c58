// The program `myelin`.
#include <exception>

#include "apps/commands.hpp"
#include "base/args.hpp"

int main(int count, char** values) {
    try {
        const std::vector<std::string> words(values + 1, values + count);
        return apps::run_program(words);
    } catch (const std::exception& problem) {
        return cli::fail("myelin", problem.what());
    }
}
