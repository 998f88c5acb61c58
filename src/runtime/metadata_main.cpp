// Writes the runtime's metadata as JSON with v14_hex and v15_hex: no node needs to run.
//   runtime_metadata [legacy]
#include <cstdio>
#include <string_view>

#include "base/hex.hpp"
#include "frame/metadata.hpp"

int main(int argc, char** argv) {
    if (argc > 2 || (argc == 2 && std::string_view(argv[1]) != "legacy")) {
        std::fprintf(stderr, "usage: %s [legacy]\n", argv[0]);
        return 2;
    }
    const Clients clients = argc == 2 ? Clients::legacy : Clients::current;
    std::printf("{\"v14_hex\": \"%s\", \"v15_hex\": \"%s\"}\n",
                to_hex(metadata_v14(clients)).c_str(), to_hex(metadata_v15(clients)).c_str());
}
