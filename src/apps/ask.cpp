// `myelin ask`: one call of an axon, as a validator or any client of the wire protocol makes it.
#include <fmt/format.h>

#include "apps/commands.hpp"
#include "apps/role.hpp"
#include "crypto/secret_uri.hpp"
#include "services/text/text_task.hpp"

namespace apps {
namespace {

cli::Command ask_table() {
    return {
        "myelin ask",
        "sends one request to a miner (an axon) and prints its answer",
        {
            cli::text("to", "IP:PORT", "where the axon listens", "127.0.0.1:8091"),
            cli::text("to-hotkey", "ADDRESS", "whose axon it is; the request is signed for it"),
            cli::text("hotkey-uri", "URI", "who asks", "//Alice"),
            cli::number("tokens", "N", "length of the answer", 64, text::Question::most_tokens),
            cli::number("timeout-ms", "MS", "for the whole answer", 30'000, 600'000),
            cli::text("synapse", "NAME", "call this unary synapse class instead of the text task"),
            cli::text("fields", "JSON", "with --synapse: its fields", "{}"),
        },
        {{"prompt", "what to ask (without --synapse)", false}}};
}

Outcome<axon::Target> target_of(const cli::Args& args) {
    const auto to = args.text("to");
    const auto colon = to.rfind(':');
    const auto ip = to.substr(0, colon);
    const std::string digits = colon == to.npos ? "" : to.substr(colon + 1);
    if (!ipv4_of(ip) || digits.empty() || digits.size() > 5 ||
        digits.find_first_not_of("0123456789") != digits.npos || std::stoul(digits) > 65'535)
        return Failure{"--to must be an IPv4 address and a port, such as 127.0.0.1:8091"};
    if (!axon::public_key_of(args.text("to-hotkey")))
        return Failure{"--to-hotkey must be an SS58 address"};
    return axon::Target{ip, static_cast<u16>(std::stoul(digits)), args.text("to-hotkey")};
}

/// A class made of the fields that were given: enough to call any unary synapse without required
/// hash fields.
axon::SynapseClass class_of(const std::string& name, const axon::Json& fields) {
    axon::SynapseClass kind{name};
    for (const auto& [key, value] : fields.items())
        kind.fields.push_back({key, axon::FieldType::any, value});
    return kind;
}

int finish(const cli::Command& table, const axon::Answer& answer) {
    if (!answer.ok())
        return cli::fail(table.name, fmt::format("{} ({})", answer.error(),
                                                 answer.synapse.dendrite.status_code.value_or(0)));
    fmt::print(stderr, "first piece after {:.2f} s, all after {:.2f} s\n", answer.first_byte_s,
               answer.total_s);
    return 0;
}

}  // namespace

int ask_command(Words words) {
    const auto table = ask_table();
    const auto [args, status] = cli::read(table, words);
    if (!args) return status;
    const auto target = target_of(*args);
    if (!target) return cli::fail(table.name, target.message());
    const auto pair = crypto::sr25519_from_uri(args->text("hotkey-uri"));
    if (!pair) return cli::fail(table.name, pair.message());
    axon::Dendrite dendrite(axon::identity_of(*pair));
    const double timeout_s = static_cast<double>(args->number("timeout-ms")) / 1000;

    if (const auto synapse = args->find("synapse")) {
        const auto fields = axon::parse_json(args->text("fields"));
        if (!fields || !fields->is_object())
            return cli::fail(table.name, "--fields must be a JSON object");
        const auto answer = dendrite.call(class_of(*synapse, *fields), *fields, *target, timeout_s);
        if (answer.ok()) fmt::print("{}\n", axon::dump_spaced(answer.synapse.fields));
        return finish(table, answer);
    }
    const auto prompt = args->operand("prompt");
    if (!prompt) return cli::fail(table.name, "what is the question? (myelin ask --help)");
    const auto answer = dendrite.call(text::text_class(),
                                      {{"prompt", *prompt}, {"max_tokens", args->number("tokens")}},
                                      *target, timeout_s, [](std::string_view piece) {
                                          fmt::print("{}", piece);
                                          std::fflush(stdout);
                                          return true;
                                      });
    fmt::print("\n");
    return finish(table, answer);
}

}  // namespace apps
