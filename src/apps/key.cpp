// `myelin key`: creating, restoring, showing and using keys in wallet folders.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <iterator>

#include "apps/commands.hpp"
#include "base/args.hpp"
#include "base/hex.hpp"
#include "crypto/secret_uri.hpp"
#include "crypto/ss58.hpp"
#include "keys/polkadot_json.hpp"
#include "keys/wallet.hpp"

namespace apps {
namespace {

using cli::Args;
using cli::Command;
using cli::Flag;
using crypto::SecretText;
using keys::Key;
using keys::Wallet;

/// One verb: its table and what it does with the parsed words.
struct Verb {
    Command command;
    Outcome<> (*run)(const Args&);
};

std::string environment(const char* name, std::string_view fallback) {
    const char* const value = std::getenv(name);
    return value && *value ? value : std::string(fallback);
}

std::vector<Flag> join(std::initializer_list<std::vector<Flag>> groups) {
    std::vector<Flag> out;
    for (const auto& group : groups) out.insert(out.end(), group.begin(), group.end());
    return out;
}

const std::vector<Flag> base_flags{cli::text(
    "wallet-path", "DIR", "folder of all wallets (BT_WALLET_PATH; ~/.bittensor/wallets)")};
const std::vector<Flag> wallet_flags = join(
    {{cli::text("wallet", "NAME", "the wallet's name (BT_WALLET_NAME; default)")}, base_flags});
const std::vector<Flag> password_flags{cli::text(
    "password-file", "FILE", "read the password from its first line; - is standard input")};
const std::vector<Flag> write_flags{cli::toggle("force", "replace files that exist")};
const std::vector<Flag> coldkey_flags{
    cli::toggle("no-password", "leave the secret file unencrypted")};
const std::vector<Flag> hotkey_name{
    cli::text("hotkey", "NAME", "the hotkey's name (BT_WALLET_HOTKEY; default)")};
const std::vector<Flag> hotkey_flags = join(
    {hotkey_name, {cli::toggle("encrypt", "ask for a password; hotkeys are plain without this")}});
const std::vector<Flag> words_flag{
    cli::number("words", "N", "words of the phrase: 12, 15, 18, 21 or 24", 12, 24)};
const std::vector<Flag> source_flags{
    cli::text("mnemonic", "WORDS", "restore from a phrase"),
    cli::text("seed", "HEX", "restore from a 32-byte seed"),
    cli::text("uri", "URI", "restore from a secret URI such as //Alice"),
    cli::text("json", "FILE", "restore from an exported polkadot.js file (asks for its password)"),
    cli::text("secret-file", "FILE",
              "restore from a phrase, seed or URI in a file; - is standard input")};

Outcome<SecretText> first_line(const std::string& file) {
    std::string text;
    if (file == "-") {
        std::getline(std::cin, text);
    } else {
        const auto bytes = keys::read_file(keys::expand_home(file));
        if (!bytes) return bytes.failure();
        text.assign(bytes->begin(), bytes->end());
    }
    SecretText line(std::string_view(text).substr(0, text.find_first_of("\r\n")));
    crypto::wipe({reinterpret_cast<u8*>(text.data()), text.size()});
    return line;
}

Outcome<keys::PasswordSource> password_source(const Args& args) {
    keys::PasswordSource source;
    const auto file = args.find("password-file");
    if (!file) return source;
    const auto line = first_line(*file);
    if (!line) return line.failure();
    source.given = *line;
    return source;
}

keys::Path base_of(const Args& args) {
    const auto given = args.find("wallet-path");
    return given ? keys::expand_home(*given) : keys::default_base();
}

Outcome<Wallet> wallet_of(const Args& args) {
    return keys::wallet_at(base_of(args),
                           args.find("wallet").value_or(environment("BT_WALLET_NAME", "default")));
}

std::string hotkey_of(const Args& args) {
    return args.find("hotkey").value_or(environment("BT_WALLET_HOTKEY", "default"));
}

keys::Overwrite overwrite_of(const Args& args) {
    return args.on("force") ? keys::Overwrite::Yes : keys::Overwrite::No;
}

void print_key(std::string_view title, const Key& key) {
    if (!title.empty()) fmt::print("{}\n", title);
    fmt::print("  address     {}\n  public key  {}\n", key.address(), to_hex_0x(key.public_key));
}

void print_phrase(const Key& key) {
    if (!key.phrase) return;
    fmt::print(
        "\n  {}\n\nWrite these words down and keep them secret: they are the key. They are shown "
        "once.\n",
        static_cast<const std::string&>(*key.phrase));
}

/// What to encrypt a new key file with; nothing when it stays plain.
Outcome<std::optional<SecretText>> new_password(const Args& args, const keys::Path& file,
                                                bool encrypted) {
    if (!encrypted) return std::optional<SecretText>();
    const auto source = password_source(args);
    if (!source) return source.failure();
    const auto chosen = keys::new_password_for(file, *source);
    if (!chosen) return chosen.failure();
    return std::optional(*chosen);
}

Outcome<> store_coldkey(const Args& args, const Key& key) {
    const auto wallet = wallet_of(args);
    if (!wallet) return wallet.failure();
    const auto password = new_password(args, wallet->coldkey(), !args.on("no-password"));
    if (!password) return password.failure();
    if (const auto saved = keys::save_coldkey(*wallet, key, *password, overwrite_of(args)); !saved)
        return saved;
    print_key("coldkey " + wallet->coldkey().string(), key);
    return {};
}

Outcome<> store_hotkey(const Args& args, const Key& key) {
    const auto wallet = wallet_of(args);
    if (!wallet) return wallet.failure();
    const std::string name = hotkey_of(args);
    const auto password =
        new_password(args, wallet->hotkey(name), args.on("encrypt") || args.given("password-file"));
    if (!password) return password.failure();
    if (const auto saved = keys::save_hotkey(*wallet, name, key, *password, overwrite_of(args));
        !saved)
        return saved;
    print_key("hotkey " + wallet->hotkey(name).string(), key);
    return {};
}

Outcome<Key> fresh_key(const Args& args) {
    const u64 words = args.number("words");
    if (words < 12 || words % 3 != 0)
        return Failure{fmt::format("--words takes 12, 15, 18, 21 or 24, not {}", words)};
    return keys::key_from_phrase(crypto::generate_phrase(static_cast<unsigned>(words)));
}

Outcome<Key> key_from_json_file(const std::string& file) {
    const auto bytes = keys::read_file(keys::expand_home(file));
    if (!bytes) return bytes.failure();
    const auto password = keys::password_for(file, {});
    if (!password) return password.failure();
    return keys::key_from_polkadot_json(
        {reinterpret_cast<const char*>(bytes->data()), bytes->size()}, *password);
}

Outcome<Key> restored_key(const Args& args) {
    int sources = 0;
    for (const Flag& flag : source_flags) sources += args.given(flag.name);
    if (sources != 1)
        return Failure{"give one of --mnemonic, --seed, --uri, --json or --secret-file"};
    if (const auto phrase = args.find("mnemonic")) return keys::key_from_phrase(*phrase);
    if (const auto uri = args.find("uri")) return keys::key_from_uri(*uri);
    if (const auto json = args.find("json")) return key_from_json_file(*json);
    if (const auto hex = args.find("seed")) {
        const auto seed = crypto::seed_from_hex(*hex);
        if (!seed) return seed.failure();
        return keys::key_from_seed(*seed);
    }
    const auto line = first_line(args.text("secret-file"));
    if (!line) return line.failure();
    return keys::key_from_secret_text(*line);
}

Outcome<> new_coldkey(const Args& args) {
    const auto key = fresh_key(args);
    if (!key) return key.failure();
    const auto stored = store_coldkey(args, *key);
    if (stored) print_phrase(*key);
    return stored;
}

Outcome<> new_hotkey(const Args& args) {
    const auto key = fresh_key(args);
    if (!key) return key.failure();
    const auto stored = store_hotkey(args, *key);
    if (stored) print_phrase(*key);
    return stored;
}

Outcome<> regen_coldkey(const Args& args) {
    const auto key = restored_key(args);
    return key ? store_coldkey(args, *key) : Outcome<>(key.failure());
}

Outcome<> regen_hotkey(const Args& args) {
    const auto key = restored_key(args);
    return key ? store_hotkey(args, *key) : Outcome<>(key.failure());
}

std::string address_or_problem(const Outcome<Key>& key) {
    return key ? key->address() : "(" + key.message() + ")";
}

Outcome<> list_wallets(const Args& args) {
    const keys::Path base = base_of(args);
    const auto names = keys::wallet_names(base);
    if (names.empty()) fmt::print("no wallets in {}\n", base.string());
    for (const std::string& name : names) {
        const Wallet wallet{base / name};
        fmt::print("{}  {}\n", name, address_or_problem(keys::load_coldkeypub(wallet)));
        for (const std::string& hotkey : keys::hotkey_names(wallet))
            fmt::print("  {}  {}\n", hotkey,
                       address_or_problem(keys::load_hotkeypub(wallet, hotkey)));
    }
    return {};
}

Outcome<> show_wallet(const Args& args) {
    const auto wallet = wallet_of(args);
    if (!wallet) return wallet.failure();
    const auto coldkey = keys::load_coldkeypub(*wallet);
    if (!args.given("hotkey")) {
        if (!coldkey) return coldkey.failure();
        print_key("coldkey", *coldkey);
        return {};
    }
    const std::string name = hotkey_of(args);
    const auto hotkey = keys::load_hotkeypub(*wallet, name);
    if (!hotkey) return hotkey.failure();
    if (coldkey) print_key("coldkey", *coldkey);
    print_key("hotkey " + name, *hotkey);
    return {};
}

/// As the SDK reads messages: 0x and hex are bytes, anything else is its UTF-8.
Outcome<Bytes> message_bytes(const std::string& text) {
    if (!text.starts_with("0x")) return Bytes(text.begin(), text.end());
    auto bytes = from_hex(text);
    if (!bytes) return Failure{"a message that begins with 0x must be hex"};
    return *bytes;
}

Outcome<Key> signing_key(const Args& args) {
    if (const auto uri = args.find("uri")) return keys::key_from_uri(*uri);
    const auto wallet = wallet_of(args);
    if (!wallet) return wallet.failure();
    const auto source = password_source(args);
    if (!source) return source.failure();
    auto key = args.given("hotkey") ? keys::load_hotkey(*wallet, hotkey_of(args), *source)
                                    : keys::load_coldkey(*wallet, *source);
    if (key && !key->pair) return Failure{"that key file holds no secret to sign with"};
    return key;
}

Outcome<> sign_message(const Args& args) {
    const auto message = message_bytes(*args.operand("MESSAGE"));
    if (!message) return message.failure();
    const auto key = signing_key(args);
    if (!key) return key.failure();
    fmt::print("{}\n", to_hex_0x(keys::sign(*key, *message)));
    return {};
}

Outcome<> verify_signature(const Args& args) {
    const auto account = crypto::account_from_text(*args.operand("ADDRESS"));
    if (!account) return account.failure();
    const auto signature = from_hex(*args.operand("SIGNATURE"));
    if (!signature || signature->size() != 64)
        return Failure{"a signature is 128 hex digits, with or without 0x before them"};
    const auto message = message_bytes(*args.operand("MESSAGE"));
    if (!message) return message.failure();
    if (!keys::verify_message(*signature, *message, *account))
        return Failure{"the signature is not one of this message by this address"};
    fmt::print("valid\n");
    return {};
}

Outcome<> inspect(const Args& args) {
    const std::string text = *args.operand("TEXT");
    const auto account = crypto::account_from_text(text);
    if (account) {
        const auto decoded = crypto::ss58_decode(text);
        print_key("account", keys::key_from_public(*account));
        if (decoded) fmt::print("  prefix      {}\n", decoded->prefix);
        return {};
    }
    const auto key = keys::key_from_secret_text(text);
    if (!key)
        return Failure{fmt::format("neither an address ({}) nor a secret ({})", account.message(),
                                   key.message())};
    print_key("secret", *key);
    if (!args.on("secret")) return {};
    if (key->seed) fmt::print("  seed        {}\n", to_hex_0x(*key->seed));
    fmt::print("  private key {}\n", to_hex_0x(key->pair->secret));
    return {};
}

std::vector<Verb> verbs() {
    return {
        {{"myelin key new-coldkey", "Makes a wallet's coldkey, which holds its TAO.",
          join({wallet_flags, words_flag, coldkey_flags, password_flags, write_flags})},
         new_coldkey},
        {{"myelin key new-hotkey", "Makes a hotkey, with which miners and validators act.",
          join({wallet_flags, hotkey_flags, words_flag, password_flags, write_flags})},
         new_hotkey},
        {{"myelin key regen-coldkey", "Restores a coldkey from its phrase or another secret.",
          join({wallet_flags, source_flags, coldkey_flags, password_flags, write_flags})},
         regen_coldkey},
        {{"myelin key regen-hotkey", "Restores a hotkey from its phrase or another secret.",
          join({wallet_flags, hotkey_flags, source_flags, password_flags, write_flags})},
         regen_hotkey},
        {{"myelin key list", "Lists all wallets and hotkeys with their addresses.", base_flags},
         list_wallets},
        {{"myelin key show", "Shows the coldkey's address, with --hotkey also that hotkey's.",
          join({wallet_flags, hotkey_name})},
         show_wallet},
        {{"myelin key sign",
          "Signs with the coldkey, with --hotkey that hotkey, or with --uri.",
          join({wallet_flags,
                hotkey_name,
                {cli::text("uri", "URI", "sign with a secret URI such as //Alice")},
                password_flags}),
          {{"MESSAGE", "text, or bytes as 0x and hex"}}},
         sign_message},
        {{"myelin key verify",
          "Checks an sr25519 signature; exit status 0 means valid.",
          {},
          {{"ADDRESS", "who is said to have signed, SS58 or 0x and hex"},
           {"SIGNATURE", "64 bytes in hex"},
           {"MESSAGE", "text, or bytes as 0x and hex"}}},
         verify_signature},
        {{"myelin key inspect",
          "Tells what an address, phrase or secret URI stands for.",
          {cli::toggle("secret", "print the seed and private key, too")},
          {{"TEXT", "an address, 0x and hex, a phrase or a URI"}}},
         inspect},
    };
}

std::string short_name(const Verb& verb) {
    return verb.command.name.substr(std::string_view("myelin key ").size());
}

std::string key_help(const std::vector<Verb>& all) {
    std::string out =
        "usage: myelin key VERB [flags]\nKeys and wallets, in the folders of btcli.\n\n";
    for (const Verb& verb : all)
        out += fmt::format("  {:<14}  {}\n", short_name(verb), verb.command.summary);
    return out + "\n'myelin key VERB --help' tells more.\n";
}

}  // namespace

int key_command(Words words) {
    const std::vector<Verb> all = verbs();
    if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        fmt::print(words.empty() ? stderr : stdout, "{}", key_help(all));
        return words.empty() ? 2 : 0;
    }
    std::vector<std::string> known;
    for (const Verb& verb : all) {
        known.push_back(short_name(verb));
        if (known.back() != words[0]) continue;
        const auto [args, status] = cli::read(verb.command, words.subspan(1));
        if (!args) return status;
        const auto done = verb.run(*args);
        return done ? 0 : cli::fail(verb.command.name, done.message());
    }
    fmt::print(stderr, "myelin key: there is no '{}'; did you mean '{}'?\n\n{}", words[0],
               cli::nearest(words[0], known), key_help(all));
    return 2;
}

}  // namespace apps
