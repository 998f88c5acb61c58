// `myelin node`: a chain of its own with its JSON-RPC door.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <malloc.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <charconv>
#include <cstdlib>

#include "apps/commands.hpp"
#include "base/args.hpp"
#include "base/hex.hpp"
#include "crypto/hash.hpp"
#include "crypto/random.hpp"
#include "crypto/ss58.hpp"
#include "frame/version.hpp"
#include "rpc/server.hpp"
#include "runtime/apis.hpp"
#include "state/key_seed.hpp"

namespace apps {
namespace {

constexpr u16 default_port = 9944;

const cli::Command& command() {
    static const cli::Command table{
        "myelin node",
        "Runs a local chain and serves it to clients on loopback, over WebSocket and HTTP.",
        {cli::toggle("fast-runtime", "constants of local test networks: 250 ms slots (default)"),
         cli::toggle("normal", "constants of the main network: 12 s slots"),
         cli::number("block-time", "MS", "a block every so many milliseconds, empty or not", {},
                     3'600'000),
         cli::number("spec-version", "N",
                     "a new chain begins with the rules of this runtime: 425 or 475 (475)", {},
                     ~u32{0}),
         cli::list("upgrade", "N@BLOCK",
                   "from this block on keep to the rules of runtime N; may be repeated"),
         cli::number("finality-lag", "BLOCKS",
                     "announce a block as final so many blocks later (0: at once)", 0, 100),
         cli::toggle("instant", "a block as soon as a transaction waits"),
         cli::toggle("manual", "blocks only by engine_createBlock and dev_newBlock"),
         cli::text("beacon", "WHICH",
                   "own: the node signs a pulse every 3 s with a key that is no secret; quicknet: "
                   "drand's, which dev_writePulse brings in; none: no pulses",
                   "own"),
         cli::text("seed", "WORDS",
                   "with --manual: the author's shield keys follow from these words, so that the "
                   "chain can be made again"),
         cli::toggle("check",
                     "look after each block whether every rao, neuron and key is accounted "
                     "for, and end when not (slow)"),
         cli::toggle("memory", "keep everything in memory; gone at the end"),
         cli::text("data", "DIR", "keep the chain in this folder, and continue it"),
         cli::toggle("sync", "wait for the disk at each block: loss of power then costs none"),
         cli::list("rpc-port", "N", "listen here; may be repeated (9944)"),
         cli::text("clients", "WHICH", "current, or legacy: metadata as SDK 10 and btcli 9 read it",
                   "current"),
         cli::toggle("quiet", "say nothing after block 1"),
         cli::text("log", "FILE", "append what happens to this file")}};
    return table;
}

/// Standard output and the log file.
class Report {
public:
    static Outcome<Report> open(const cli::Args& args) {
        Report report;
        report.quiet_ = args.on("quiet");
        if (const auto path = args.find("log")) {
            report.log_.reset(std::fopen(path->c_str(), "a"));
            if (!report.log_)
                return Failure{fmt::format("cannot write to the --log file {}: {}", *path,
                                           std::strerror(errno))};
        }
        return report;
    }
    /// Of the start, also shown when quiet.
    void start(std::string_view line) {
        fmt::print("{}\n", line);
        std::fflush(stdout);
        log(line);
    }
    void say(std::string_view line) {
        if (quiet_)
            log(line);
        else
            start(line);
    }

private:
    void log(std::string_view line) {
        if (!log_) return;
        fmt::print(log_.get(), "{:%F %T} {}\n", fmt::gmtime(std::time(nullptr)), line);
        std::fflush(log_.get());
    }
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    bool quiet_ = false;
    std::unique_ptr<std::FILE, Close> log_;
};

struct Settings {
    chain::Options chain;
    std::vector<u16> ports;
    Clients clients = Clients::current;
};

Outcome<std::optional<AccountId>> funded_account() {
    const char* const text = std::getenv("BT_DEFAULT_TOKEN_WALLET");
    if (!text || !*text) return std::optional<AccountId>();
    const auto account = crypto::account_from_text(text);
    if (!account) return Failure{"BT_DEFAULT_TOKEN_WALLET is not an address: " + account.message()};
    return std::optional(AccountId{*account});
}

Outcome<std::vector<u16>> ports_of(const cli::Args& args) {
    std::vector<u16> out;
    for (const auto& word : args.list("rpc-port")) {
        char* end = nullptr;
        const auto port = std::strtoul(word.c_str(), &end, 10);
        if (word.empty() || !std::isdigit(static_cast<unsigned char>(word[0])) || *end != 0 ||
            port == 0 || port > 65'535)
            return Failure{
                fmt::format("--rpc-port takes a number from 1 to 65535, not '{}'", word)};
        out.push_back(static_cast<u16>(port));
    }
    if (out.empty()) out.push_back(default_port);
    return out;
}

Outcome<chain::Beacon> beacon_of(std::string_view word) {
    if (word == "own") return chain::Beacon::Own;
    if (word == "quicknet") return chain::Beacon::Quicknet;
    if (word == "none") return chain::Beacon::None;
    return Failure{fmt::format("--beacon takes own, quicknet or none, not '{}'", word)};
}

Outcome<u32> known_spec_version(u64 version) {
    if (version <= newest_spec_version && knows_spec_version(u32(version))) return u32(version);
    std::string known;
    for (const u32 v : known_spec_versions)
        known += fmt::format("{}{}", known.empty() ? "" : ", ", v);
    return Failure{
        fmt::format("this program has no rules of runtime {}; it has those of {}", version, known)};
}

/// `475@1000`
Outcome<chain::Upgrade> upgrade_of(const std::string& word) {
    u32 version = 0, height = 0;
    const char* const end = word.data() + word.size();
    const auto [at, bad] = std::from_chars(word.data(), end, version);
    if (bad == std::errc{} && at != end && *at == '@') {
        const auto rest = std::from_chars(at + 1, end, height);
        if (rest.ec == std::errc{} && rest.ptr == end && height != 0) {
            const auto known = known_spec_version(version);
            if (!known) return known.failure();
            return chain::Upgrade{version, height};
        }
    }
    return Failure{
        fmt::format("--upgrade takes a runtime and a block, such as 475@1000, not '{}'", word)};
}

Outcome<> read_spec(const cli::Args& args, chain::Options& out) {
    if (const auto version = args.find_number("spec-version")) {
        const auto known = known_spec_version(*version);
        if (!known) return known.failure();
        out.spec.spec_version = *known;
    }
    for (const auto& word : args.list("upgrade")) {
        const auto upgrade = upgrade_of(word);
        if (!upgrade) return upgrade.failure();
        out.upgrades.push_back(*upgrade);
    }
    std::sort(out.upgrades.begin(), out.upgrades.end(),
              [](auto& a, auto& b) { return a.height < b.height; });
    return {};
}

Outcome<Settings> settings_of(const cli::Args& args) {
    Settings out;
    if (args.on("normal") && args.on("fast-runtime"))
        return Failure{"--normal and --fast-runtime exclude each other"};
    if (args.on("memory") == args.given("data"))
        return Failure{"say where the chain is kept: either --memory or --data DIR"};
    if (args.on("sync") && args.on("memory"))
        return Failure{"--sync is for --data DIR: a chain in memory does not reach the disk"};
    if (args.on("instant") + args.on("manual") + args.given("block-time") > 1)
        return Failure{"--block-time, --instant and --manual exclude each other"};
    out.chain.spec.profile = args.on("normal") ? chain::Profile::normal : chain::Profile::fast;
    if (const auto read = read_spec(args, out.chain); !read) return read.failure();
    if (const auto ms = args.find_number("block-time")) {
        if (*ms == 0) return Failure{"--block-time takes at least 1 millisecond"};
        out.chain.spec.slot_ms = *ms;
    }
    out.chain.finality_lag = static_cast<u32>(args.number("finality-lag"));
    if (out.chain.finality_lag && args.on("instant") + args.on("manual"))
        return Failure{
            "--finality-lag goes with blocks at intervals: with --instant or --manual the last "
            "transactions would never become final"};
    out.chain.interval_ms = chain::slot_duration_ms(out.chain.spec);
    if (args.on("instant")) out.chain.engine = chain::Engine::Instant;
    if (args.on("manual")) out.chain.engine = chain::Engine::Manual;
    out.chain.check = args.on("check");
    const auto beacon = beacon_of(args.text("beacon"));
    if (!beacon) return beacon.failure();
    out.chain.spec.beacon = *beacon;
    if (const auto words = args.find("seed")) {
        if (!args.on("manual")) return Failure{"--seed goes with --manual only"};
        out.chain.seed = crypto::blake2_256(view(*words));
    }
    const auto funded = funded_account();
    if (!funded) return funded.failure();
    out.chain.spec.funded = *funded;
    const auto ports = ports_of(args);
    if (!ports) return ports.failure();
    out.ports = *ports;
    const auto clients = args.text("clients");
    if (clients != "current" && clients != "legacy")
        return Failure{fmt::format("--clients takes current or legacy, not '{}'", clients)};
    if (clients == "legacy") out.clients = Clients::legacy;
    return out;
}

Outcome<std::unique_ptr<store::Store>> open_store(const cli::Args& args) {
    if (args.on("memory")) return std::make_unique<store::Store>(store::memory_backend());
    return store::Store::open({.directory = args.text("data"), .sync = args.on("sync")});
}

std::string describe(const cli::Args& args, const Settings& settings) {
    std::string ports;
    for (const u16 port : settings.ports)
        ports += fmt::format("{}ws://127.0.0.1:{}", ports.empty() ? "" : ", ", port);
    const auto& chain = settings.chain;
    const auto blocks = chain.engine == chain::Engine::Manual ? "blocks on demand"
                        : chain.engine == chain::Engine::Instant
                            ? "a block when a transaction waits"
                            : fmt::format("a block every {} ms", chain.interval_ms);
    return fmt::format("myelin {}: {}, {} constants, {}; {}", version,
                       args.on("memory") ? "chain in memory" : "chain in " + args.text("data"),
                       chain.spec.profile == chain::Profile::fast ? "fast" : "normal", blocks,
                       ports);
}

/// Signals that end the node; blocked in every thread, so that main() can wait for them.
sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, signal);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    signal(SIGPIPE, SIG_IGN);
    return set;
}

Outcome<> run(const cli::Args& args) {
    auto settings = settings_of(args);
    if (!settings) return settings.failure();
    auto report = Report::open(args);
    if (!report) return report.failure();
    const auto signals = ending_signals();
    chain::use_constants(settings->chain.spec);
    serve_clients(settings->clients);
    auto store = open_store(args);
    if (!store) return store.failure();
    auto chain = chain::Chain::open(*std::move(store), settings->chain);
    if (!chain) return chain.failure();

    rpc::Node node{**chain, std::string(version)};
    (*chain)->on_block([&](const chain::NewBlock& block) {
        node.hub.block_made(**chain, block);
        const auto line = fmt::format("Imported #{} ({}), {} extrinsics", block.head.number,
                                      to_hex_0x(block.head.hash), block.extrinsics);
        block.head.number == 1 ? report->start(line) : report->say(line);
    });
    (*chain)->on_failure([&](const std::string& why) {
        report->say(why);
        // The database is left as after a sudden end, which it survives: closing one that cannot
        // write may abort.
        std::_Exit(cli::fail("myelin node", why));
    });
    const auto server = rpc::Server::listen(node, settings->ports);
    if (!server) return server.failure();
    report->start(describe(args, *settings));
    (*chain)->start();
    int signal = 0;
    sigwait(&signals, &signal);
    (*chain)->stop();
    return {};
}

}  // namespace

/// So that nobody can fill the chain with keys that are slow to find.
static void hide_key_hashes() {
    std::array<u8, sizeof(u64)> seed{};
    crypto::random_bytes(seed);
    set_key_hash_seed(std::bit_cast<u64>(seed));
}

int node_command(Words words) {
    auto [args, status] = cli::read(command(), words);
    if (!args) return status;
    hide_key_hashes();
    mallopt(M_ARENA_MAX, 2);  // threads share arenas: less memory held for nothing
    // Lists that grew go back to the system: by default glibc keeps ever larger ones.
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
    if (const auto done = run(*args); !done) return cli::fail("myelin node", done.message());
    return 0;
}

}  // namespace apps
