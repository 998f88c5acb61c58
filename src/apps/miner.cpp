// `myelin miner`: serves a task's synapse with a model, registered and announced on the chain.
#include <fmt/format.h>

#include <mutex>
#include <set>

#include "apps/commands.hpp"
#include "apps/role.hpp"
#include "pallets/subtensor/calls.hpp"
#include "services/text/text_task.hpp"

namespace apps {
namespace {

constexpr u32 refresh_ms = 12'000;  // how often the list of validators is read again

cli::Command miner_table() {
    cli::Command command{"myelin miner",
                         "serves a task with a model of your choice and is paid by the subnet"};
    command.flags = role_flags();
    std::string backends;
    for (const auto& kind : text::backend_kinds())
        backends += fmt::format("{}{}: {}", backends.empty() ? "" : "; ", kind.name, kind.help);
    const std::vector<cli::Flag> own = {
        cli::text("task", "NAME", "what to serve; there is: text", "text"),
        cli::text("backend", "NAME", backends, "gguf"),
        cli::text("model", "FILE",
                  "gguf: the model (default: the one that tools/fetch_models installs)"),
        cli::text("url", "URL", "openai: the upstream, http://host:port/v1"),
        cli::text("upstream-model", "NAME", "openai: what the upstream calls the model", "default"),
        cli::text("command", "LINE", "exec: the subprocess, for /bin/sh"),
        cli::text("behaviour", "NAME",
                  "for demonstrations and tests of the scoring: honest, slow, canned, cut",
                  "honest"),
        cli::text("listen", "IP", "where to listen", "0.0.0.0"),
        cli::number("port", "N", "the port, announced on the chain too", 8091, 65'535),
        cli::text("ip", "IP",
                  "the address to announce; the chain refuses 127.0.0.1 but takes 127.0.0.2",
                  "127.0.0.2"),
        cli::toggle("open", "answer everybody, not only validators of the subnet"),
        cli::toggle("offline", "no chain: only serve (implies --open)"),
    };
    command.flags.insert(command.flags.end(), own.begin(), own.end());
    return command;
}

Outcome<std::shared_ptr<text::Backend>> backend_of(const cli::Args& args) {
    const auto behaviour = args.text("behaviour");
    std::unique_ptr<text::Backend> backend;
    if (behaviour != "canned") {  // needs no model
        text::BackendOptions options;
        options.model_path = args.text("model");
        options.url = args.text("url");
        options.model_name = args.text("upstream-model");
        options.command = args.text("command");
        auto made = text::make_backend(args.text("backend"), options);
        if (!made) return made.failure();
        backend = *std::move(made);
    }
    auto shaped = text::with_behaviour(behaviour, std::move(backend));
    if (!shaped) return shaped.failure();
    return std::shared_ptr<text::Backend>(*std::move(shaped));
}

/// The hotkeys that may ask, read from the chain now and then.
class Allowed {
public:
    bool has(const std::string& address) {
        std::lock_guard lock(mutex_);
        return addresses_.contains(address);
    }
    void set(const std::vector<Neuron>& neurons) {
        std::lock_guard lock(mutex_);
        addresses_.clear();
        for (const auto& neuron : neurons)
            if (neuron.permit) addresses_.insert(neuron.address);
    }

private:
    std::mutex mutex_;
    std::set<std::string> addresses_;
};

/// Announces ip and port unless the chain has them already.
Outcome<> announce(Chain& chain, const Role& role, u32 ip, u16 port) {
    const auto hotkey = account_of(role.hotkey);
    const auto known = read_item(chain, subtensor::storage.Axons, role.netuid, hotkey);
    if (!known) return known.failure();
    if (*known && (*known)->ip == ip && (*known)->port == port) return {};
    subtensor::serve_axon call{.netuid = role.netuid,
                               .version = static_cast<u32>(axon::own_version),
                               .ip = ip,
                               .port = port,
                               .ip_type = 4,
                               .protocol = 4};
    const auto done = act(chain, call_bytes(call), role.hotkey);
    if (!done) return done.failure();
    return {};
}

Outcome<> serve_on_chain(const cli::Args& args, const Role& role, u16 port, Allowed& allowed) {
    const auto ip = ipv4_of(args.text("ip"));
    if (!ip) return Failure{"--ip must be an IPv4 address"};
    auto chain = Chain::open(role.node);
    if (!chain) return chain.failure();
    for (bool announced = false; !stop_requested();) {
        if (!announced) {
            if (auto ready = (*chain)->wait_ready(client::Ms(30'000)); !ready) return ready;
            const auto uid = ensure_registered(**chain, role);
            if (!uid) return uid.failure();
            if (auto done = announce(**chain, role, *ip, port); !done) return done;
            say("miner", fmt::format("uid {} on subnet {}, announced as {}:{}", *uid,
                                     role.netuid.id, args.text("ip"), port));
            announced = true;
        }
        const auto neurons = read_neurons(**chain, role.netuid);
        if (neurons) {
            allowed.set(*neurons);
            const auto address = address_of(account_of(role.hotkey));
            announced = std::any_of(neurons->begin(), neurons->end(),
                                    [&](const Neuron& n) { return n.address == address; });
            if (!announced) say("miner", "this hotkey is no longer on the subnet");
        } else {
            say("miner", neurons.message());  // the node may come back
        }
        sleep_unless_stopped(refresh_ms);
    }
    return {};
}

}  // namespace

int miner_command(Words words) {
    const auto table = miner_table();
    const auto [args, status] = cli::read(table, words);
    if (!args) return status;
    stop_on_signals();
    if (args->text("task") != "text")
        return cli::fail(table.name, "there is no task " + args->text("task") + "; there is: text");
    const auto role = read_role(*args);
    if (!role) return cli::fail(table.name, role.message());
    auto backend = backend_of(*args);
    if (!backend) return cli::fail(table.name, backend.message());

    Allowed allowed;
    const bool open = args->on("open") || args->on("offline");
    axon::Axon axon(axon::identity_of(role->hotkey), {});
    axon.attach(text::serve_text(
        *backend, open ? std::function<bool(const std::string&)>()
                       : [&](const std::string& hotkey) { return allowed.has(hotkey); }));
    auto server =
        http::Server::listen(args->text("listen"), static_cast<u16>(args->number("port")), {},
                             [&](const auto& request, auto& out) { axon.handle(request, out); });
    if (!server) return cli::fail(table.name, server.message());
    say("miner", fmt::format("serving {} as {} on port {}", text::text_class().name,
                             address_of(account_of(role->hotkey)), (*server)->port()));
    if (args->on("offline")) {
        while (sleep_unless_stopped(1000)) {
        }
        return 0;
    }
    const auto served = serve_on_chain(*args, *role, (*server)->port(), allowed);
    return served ? 0 : cli::fail(table.name, served.message());
}

}  // namespace apps
