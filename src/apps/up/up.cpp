// `myelin up`: a whole local network from one scenario file, shown while it runs.
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

#include "apps/commands.hpp"
#include "apps/role.hpp"
#include "apps/up/ledger.hpp"
#include "apps/up/view.hpp"

namespace up {
namespace {

cli::Command up_table() {
    return {
        "myelin up",
        "starts a chain, a subnet, validators and miners with real models, and shows what happens",
        {
            cli::number("for", "SECONDS",
                        "end after this time; exit status 0 only if the network did what it should",
                        {}, 1'000'000),
            cli::number("port", "N", "the node's port", 9944, 65'535),
            cli::number("miner-port", "N", "the first miner's port; the others follow", 8191,
                        65'000),
            cli::text("dir", "DIR", "wallets, logs and scores", MYELIN_SOURCE "/data/up"),
            cli::toggle("plain", "lines instead of a table that is redrawn"),
        },
        {{"scenario", "the network to start (default: scenarios/text.json)", false}}};
}

/// What the scenario expects, each with whether it came true.
std::vector<std::pair<std::string, bool>> verdicts(const Scenario& scenario, const Network& network,
                                                   const Snapshot& s, const Conservation& tao) {
    const double honest = s.share_of(network, "honest"), canned = s.share_of(network, "canned");
    const bool earned = s.miners_earned_rao(network) > 0;
    return {
        {fmt::format("honest miners earned {:.1f} % of the miners' emission (at least {:.0f} %)",
                     100 * honest, 100 * scenario.honest_share_at_least),
         earned && honest >= scenario.honest_share_at_least},
        {fmt::format("canned answers earned {:.2f} % (at most {:.0f} %)", 100 * canned,
                     100 * scenario.canned_share_at_most),
         earned && canned <= scenario.canned_share_at_most},
        {"minted TAO is the sum of all balances, stake and pools, to the rao", tao.holds()},
    };
}

/// Prints the last table and the verdicts; whether all of them hold.
Outcome<bool> conclude(const Scenario& scenario, Network& network, const Snapshot& s) {
    const auto genesis = network.chain().block_hash(0);
    if (!genesis) return genesis.failure();
    const auto begin = read_ledger(network.chain(), *genesis);
    if (!begin) return begin.failure();
    const auto end = read_ledger(network.chain(), s.head.hash);
    if (!end) return end.failure();
    const Conservation tao{*begin, *end};
    fmt::print("\nblock {}, {} epochs\n{}\n{}\n", s.head.number, s.epochs, table_of(network, s),
               tao.text());
    bool good = true;
    for (const auto& [text, holds] : verdicts(scenario, network, s, tao)) {
        fmt::print("{}  {}\n", holds ? "ok    " : "FAILED", text);
        good &= holds;
    }
    std::fflush(stdout);
    return good;
}

void print_hints(Screen& view, const Network& network, u16 port) {
    view.note(fmt::format("the chain is at ws://127.0.0.1:{}, the subnet is number {}; try", port,
                          network.netuid().id));
    view.note(fmt::format("  btcli subnets list --network ws://127.0.0.1:{}", port));
    view.note(
        fmt::format("  btcli wallet balance --wallet-name delegator --wallet-path {} --network "
                    "ws://127.0.0.1:{}",
                    network.wallets_path(), port));
}

}  // namespace
}  // namespace up

namespace apps {

int up_command(Words words) {
    using namespace up;
    using Clock = std::chrono::steady_clock;
    const auto table = up_table();
    const auto [args, status] = cli::read(table, words);
    if (!args) return status;
    const auto scenario =
        read_scenario(args->operand("scenario").value_or(MYELIN_SOURCE "/scenarios/text.json"));
    if (!scenario) return cli::fail(table.name, scenario.message());
    const auto limit_s = args->find_number("for");
    const auto begin = Clock::now();
    const auto over = [&] {
        return stop_requested() ||
               (limit_s && Clock::now() - begin >= std::chrono::seconds(*limit_s));
    };
    stop_on_signals();

    Screen view(!args->on("plain") && ::isatty(STDOUT_FILENO) == 1);
    const Options options{args->text("dir"), static_cast<u16>(args->number("port")),
                          static_cast<u16>(args->number("miner-port"))};
    auto network =
        Network::start(*scenario, options, [&](const std::string& line) { view.progress(line); });
    if (!network) return cli::fail(table.name, network.message());
    print_hints(view, **network, options.port);

    Follower follower(**network);
    while (!over()) {
        const auto notes = (*network)->tend();
        if (!notes) return cli::fail(table.name, notes.message());
        for (const auto& note : *notes) view.note(note);
        const auto moved = follower.advance();
        if (!moved) return cli::fail(table.name, moved.message());
        if (*moved) view.show(**network, follower.now());
        sleep_unless_stopped(200);
    }
    const auto good = conclude(*scenario, **network, follower.now());
    if (!good) return cli::fail(table.name, good.message());
    return *good || !limit_s ? 0 : 1;
}

}  // namespace apps
