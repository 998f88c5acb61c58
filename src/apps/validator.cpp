// `myelin validator`: asks the miners of a subnet, judges their answers, and sets weights each
// tempo.
#include <fmt/format.h>

#include <filesystem>

#include "apps/commands.hpp"
#include "apps/role.hpp"
#include "pallets/subtensor/calls.hpp"
#include "services/text/text_task.hpp"
#include "services/validator/round.hpp"

namespace apps {
namespace {

constexpr u32 most_tokens_asked = 256;

cli::Command validator_table() {
    cli::Command command{"myelin validator",
                         "tests the miners of a subnet and writes their scores to the chain"};
    command.flags = role_flags();
    const std::vector<cli::Flag> own = {
        cli::text("task", "NAME", "what to test; there is: text", "text"),
        cli::text("model", "FILE",
                  "the subnet's model (default: the one that tools/fetch_models installs)"),
        cli::text("prompts", "FILE",
                  "what to ask, one prompt per line (default: the project's documents, cut into "
                  "questions)"),
        cli::number("tokens", "N", "length of the answers asked for", 24, most_tokens_asked),
        cli::number("pause-ms", "MS", "between rounds", 1000, 3'600'000),
        cli::number("timeout-ms", "MS", "for one answer", 20'000, 600'000),
        cli::text("state", "FILE", "where the scores are kept across restarts",
                  "validator-scores.json"),
        cli::number("every", "BLOCKS", "set weights this often (0: once per tempo)", 0, 100'000),
    };
    command.flags.insert(command.flags.end(), own.begin(), own.end());
    return command;
}

Outcome<std::unique_ptr<validator::Task>> task_of(const cli::Args& args) {
    if (args.text("task") != "text")
        return Failure{"there is no task " + args.text("task") + "; there is: text"};
    const auto file = args.find("prompts");
    auto prompts = file ? text::Prompts::from_file(*file)
                        : text::Prompts::from_documents(MYELIN_SOURCE "/docs");
    if (!prompts) return prompts.failure();
    if (args.number("tokens") == 0) return Failure{"--tokens must be at least 1"};
    auto model = text::Model::open(args.find("model").value_or(text::default_model_path()));
    if (!model) return model.failure();
    return text::make_text_task(*std::move(model), *std::move(prompts),
                                static_cast<u32>(args.number("tokens")));
}

/// When this validator last wrote weights, by the chain's own record; so that a restart does not
/// change the rhythm.
Outcome<bool> weights_are_due(Chain& chain, NetUid netuid, u16 uid, u32 block, u64 every) {
    if (every == 0) {
        const auto tempo = read_item(chain, subtensor::storage.Tempo, netuid);
        if (!tempo) return tempo.failure();
        every = u64{*tempo} + 1;
    }
    const auto updates =
        read_item(chain, subtensor::storage.LastUpdate, NetUidStorageIndex{netuid.id});
    if (!updates) return updates.failure();
    const auto registered = read_item(chain, subtensor::storage.BlockAtRegistration, netuid, uid);
    if (!registered) return registered.failure();
    const u64 last = uid < updates->size() ? (*updates)[uid] : 0;
    return last == *registered || block >= last + every;  // registering counts as an update
}

Outcome<> set_weights_if_due(Chain& chain, const Role& role, const validator::ScoreBook& book,
                             const std::vector<Neuron>& neurons, u16 uid, u64 every) {
    const auto head = chain.head();
    if (!head) return head.failure();
    const auto due = weights_are_due(chain, role.netuid, uid, head->number, every);
    if (!due) return due.failure();
    if (!*due) return {};
    std::map<std::string, u16> uids;
    for (const auto& neuron : neurons) uids[neuron.address] = neuron.uid;
    const auto weights = validator::to_weights(book, uids);
    if (weights.empty()) return {};  // nobody has answered well yet
    subtensor::set_weights call{.netuid = role.netuid};
    std::string shown;
    for (const auto& [to, weight] : weights) {
        call.dests.push_back(to);
        call.weights.push_back(weight);
        shown += fmt::format(" {}:{:.3f}", to, weight / 65'535.0);
    }
    const auto version = read_item(chain, subtensor::storage.WeightsVersionKey, role.netuid);
    if (!version) return version.failure();
    call.version_key = *version;
    const auto done = act(chain, call_bytes(call), role.hotkey);
    if (!done) return done.failure();
    say("validator", fmt::format("block {}: weights set{}", head->number, shown));
    return {};
}

struct Work {
    Chain& chain;
    const Role& role;
    validator::Task& task;
    axon::Dendrite& dendrite;
    validator::ScoreBook& book;
    const cli::Args& args;
};

/// One round: who is there, ask, judge, remember, set weights when due. Failures of the chain are
/// for the caller to wait out.
Outcome<> one_round(Work& work) {
    const auto neurons = read_neurons(work.chain, work.role.netuid);
    if (!neurons) return neurons.failure();
    const auto own = address_of(account_of(work.role.hotkey));
    std::vector<axon::Target> miners;
    std::vector<std::string> present;
    std::optional<u16> uid;
    for (const auto& neuron : *neurons) {
        present.push_back(neuron.address);
        if (neuron.address == own)
            uid = neuron.uid;
        else if (neuron.axon)
            miners.push_back(*neuron.axon);
    }
    if (!uid) return Failure{"this hotkey is no longer on the subnet"};
    work.book.keep_only(present);
    const validator::RoundOptions options{
        static_cast<double>(work.args.number("timeout-ms")) / 1000, &stop_requested()};
    auto results =
        validator::run_round(work.task, work.dendrite, miners, work.book.rounds(), options);
    if (!results) return results.failure();
    if (!results->empty()) {
        work.book.record(*results);
        if (auto saved = work.book.save(); !saved) return saved;
    }
    for (const auto& result : *results) {
        const auto& record = work.book.miners().at(result.hotkey);
        say("validator",
            fmt::format("{} quality {:.2f} in {:.2f} s, score {:.3f}{}{}",
                        result.hotkey.substr(0, 8), result.judgement.quality, result.seconds,
                        record.score, result.judgement.reason.empty() ? "" : ": ",
                        result.judgement.reason));
    }
    return set_weights_if_due(work.chain, work.role, work.book, *neurons, *uid,
                              work.args.number("every"));
}

}  // namespace

int validator_command(Words words) {
    const auto table = validator_table();
    const auto [args, status] = cli::read(table, words);
    if (!args) return status;
    stop_on_signals();
    const auto role = read_role(*args);
    if (!role) return cli::fail(table.name, role.message());
    auto book = validator::ScoreBook::open(args->text("state"));
    if (!book) return cli::fail(table.name, book.message());
    auto task = task_of(*args);
    if (!task) return cli::fail(table.name, task.message());
    auto chain = Chain::open(role->node);
    if (!chain) return cli::fail(table.name, chain.message());
    if (auto ready = (*chain)->wait_ready(client::Ms(30'000)); !ready)
        return cli::fail(table.name, ready.message());
    const auto uid = ensure_registered(**chain, *role);
    if (!uid) return cli::fail(table.name, uid.message());
    say("validator", fmt::format("uid {} on subnet {}, {} rounds remembered", *uid, role->netuid.id,
                                 book->rounds()));

    axon::Dendrite dendrite(axon::identity_of(role->hotkey));
    Work work{**chain, *role, **task, dendrite, *book, *args};
    while (!stop_requested()) {
        if (const auto done = one_round(work); !done) say("validator", done.message());
        sleep_unless_stopped(static_cast<u32>(args->number("pause-ms")));
    }
    return 0;
}

}  // namespace apps
