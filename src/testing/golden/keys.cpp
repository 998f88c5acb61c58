// Key vectors made with bittensor-wallet: derivation, addresses, signatures, key files and wallet
// folders.
#include <unistd.h>

#include <fstream>

#include "base/hex.hpp"
#include "crypto/secret_uri.hpp"
#include "crypto/ss58.hpp"
#include "keys/wallet.hpp"
#include "testing/golden/checkers.hpp"

namespace golden {
namespace {

Json read_document(const Path& file) {
    std::ifstream in(file);
    return Json::parse(in);
}

std::string text(const Json& row, const char* name) {
    return row.at(name).get_ref<const std::string&>();
}

Bytes hex(const Json& row, const char* name) {
    auto bytes = from_hex(text(row, name));
    if (!bytes) throw std::runtime_error(std::string(name) + " is not hex");
    return *bytes;
}

template <class T>
T value_of(Outcome<T> outcome) {
    if (!outcome) throw std::runtime_error(outcome.message());
    return *std::move(outcome);
}

/// Applies a check to each row of an array; what it throws is that row's failure.
template <class Check>
void each_row(const Json& rows, std::string_view title, Counts& counts, Check check) {
    std::size_t number = 0;
    for (const Json& row : rows) {
        Failure failure;
        try {
            failure = check(row);
        } catch (const std::exception& error) {
            failure = error.what();
        }
        counts.add(failure, std::string(title) + " " + std::to_string(++number));
    }
}

void compare_key(Differences& differences, const keys::Key& key, const Json& row) {
    differences.compare("ss58", key.address(), text(row, "ss58"));
    differences.compare("public_key", to_hex_0x(key.public_key), text(row, "public_key"));
    differences.compare("private_key_64", to_hex_0x(key.pair->secret), text(row, "private_key_64"));
}

Failure check_phrase(const Json& row) {
    const keys::Key key = value_of(keys::key_from_phrase(text(row, "mnemonic")));
    Differences differences;
    compare_key(differences, key, row);
    differences.compare("seed", to_hex_0x(*key.seed), text(row, "mini_secret_seed"));
    differences.compare("phrase again", static_cast<const std::string&>(*key.phrase),
                        text(row, "mnemonic"));
    return differences.failure();
}

Failure check_seed(const Json& row) {
    Differences differences;
    compare_key(differences,
                keys::key_from_seed(value_of(crypto::seed_from_hex(text(row, "seed")))), row);
    return differences.failure();
}

Failure check_rejected_phrase(const Json& row) {
    if (keys::key_from_phrase(text(row, "mnemonic"))) return "a bad phrase was accepted";
    return {};
}

Failure check_uri(const Json& row) {
    const keys::Key key = value_of(keys::key_from_uri(text(row, "uri")));
    const auto path = value_of(crypto::parse_secret_uri(text(row, "uri"))).path;
    // A soft step draws the nonce half at random; the scalar half is determined.
    const bool random_nonce = !path.empty() && !path.back().hard;
    const std::size_t fixed_bytes = random_nonce ? 32 : 64;
    Differences differences;
    differences.compare("ss58", key.address(), text(row, "ss58"));
    differences.compare("public_key", to_hex_0x(key.public_key), text(row, "public_key"));
    differences.compare("private key", to_hex_0x(BytesView(key.pair->secret).first(fixed_bytes)),
                        text(row, "private_key_64").substr(0, 2 + 2 * fixed_bytes));
    return differences.failure();
}

Failure check_address(const Json& row) {
    const auto account = value_of(crypto::account_from_text(text(row, "public_key")));
    // Formats that do not fit a byte are an error of the reference's constructor, which has no
    // match here.
    if (row.contains("error")) {
        return row.at("ss58_format").get<unsigned>() > 255
                   ? Failure()
                   : Failure("an error that is not about the format's size");
    }
    const auto decoded = value_of(crypto::ss58_decode(text(row, "ss58")));
    Differences differences;
    differences.compare("address", crypto::ss58_encode(account), text(row, "ss58"));
    differences.compare("account", to_hex(decoded.account), to_hex(account));
    differences.compare("prefix", decoded.prefix, 42);
    return differences.failure();
}

Failure check_signature(const Json& row, const crypto::PublicKey& key) {
    const Bytes signature = hex(row, "signature");
    const Bytes message = hex(row, "message");
    Differences differences;
    const auto verifies = [&](BytesView of) { return keys::verify_message(signature, of, key); };
    differences.compare("verify", verifies(message), row.at("verify"));
    differences.compare("plain hello", verifies(view("hello")),
                        row.at("verify_against_plain_hello"));
    differences.compare("wrapped hello", verifies(view("<Bytes>hello</Bytes>")),
                        row.at("verify_against_wrapped"));
    return differences.failure();
}

Failure check_encrypted(const Bytes& file, const Json& document, keys::Encryption kind) {
    Differences differences;
    differences.compare("kind", keys::encryption_of(file) == kind, true);
    const auto plain = value_of(keys::decrypt(file, text(document, "password")));
    differences.compare("plain text", to_hex(view(plain)), text(document, "plaintext_hex"));
    return differences.failure();
}

Failure check_password_variable(const Json& row) {
    Differences differences;
    const std::string name = keys::password_variable(text(row, "keyfile_path"));
    differences.compare("variable", name, text(row, "variable"));
    differences.compare("value", keys::hide_password(text(row, "password"), name),
                        text(row, "value"));
    const auto back = keys::unhide_password(text(row, "value"), name);
    differences.compare("password", back.value_or(crypto::SecretText()), text(row, "password"));
    return differences.failure();
}

/// A folder that is gone after the check.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "myelin-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const Path& path() const { return path_; }

private:
    Path path_;
};

/// A key file of the tree loads, and its JSON comes out with the same content.
Failure check_tree_file(const Path& path, const Json& entry) {
    const keys::Key key = value_of(keys::load_key(path));
    const bool is_public = path.filename() == "coldkeypub.txt";
    Differences differences;
    differences.compare("json",
                        Json::parse(is_public ? keys::public_json(key) : keys::key_to_json(key)),
                        Json::parse(text(entry, "text")));
    return differences.failure();
}

}  // namespace

Counts check_key_derivation(const Path& file) {
    const Json document = read_document(file);
    Counts counts;
    each_row(document.at("mnemonics"), "mnemonic", counts, check_phrase);
    each_row(document.at("rejected"), "rejected", counts, check_rejected_phrase);
    each_row(document.at("seeds"), "seed", counts, check_seed);
    return counts;
}

Counts check_key_uris(const Path& file) {
    Counts counts;
    each_row(read_document(file).at("vectors"), "uri", counts, check_uri);
    return counts;
}

Counts check_key_addresses(const Path& file) {
    Counts counts;
    each_row(read_document(file).at("vectors"), "address", counts, check_address);
    return counts;
}

Counts check_key_signatures(const Path& file) {
    const Json document = read_document(file);
    const auto key = value_of(crypto::account_from_text(text(document, "public_key")));
    Counts counts;
    each_row(document.at("vectors"), "signature", counts,
             [&](const Json& row) { return check_signature(row, key); });
    return counts;
}

Counts check_key_encryption(const Path& file) {
    const Json document = read_document(file);
    Counts counts;
    each_row(Json::array({document.at("nacl")}), "nacl", counts, [&](const Json& row) {
        return check_encrypted(hex(row, "file_hex"), document, keys::Encryption::NaCl);
    });
    each_row(Json::array({document.at("ansible")}), "ansible", counts, [&](const Json& row) {
        const std::string content = text(row, "file_text");
        return check_encrypted(Bytes(content.begin(), content.end()), document,
                               keys::Encryption::Ansible);
    });
    each_row(Json::array({document.at("env_password")}), "password", counts,
             check_password_variable);
    return counts;
}

Counts check_wallet_tree(const Path& file) {
    const Json tree = read_document(file).at("tree");
    const ScratchFolder scratch;
    Counts counts;
    for (const auto& [name, entry] : tree.items()) {
        if (!entry.contains("bytes_hex")) continue;
        const Path path = scratch.path() / name;
        const auto check = [&](const Json& row) {
            const auto written = keys::write_file(path, hex(row, "bytes_hex"), keys::Overwrite::No);
            return written ? check_tree_file(path, row) : Failure(written.message());
        };
        each_row(Json::array({entry}), name, counts, check);
    }
    const auto wallet = value_of(keys::wallet_at(scratch.path(), "golden"));
    Differences layout;
    layout.compare("wallets", keys::wallet_names(scratch.path()), Json::array({"golden"}));
    layout.compare("hotkeys", keys::hotkey_names(wallet), Json::array({"hk1"}));
    layout.compare("coldkey", value_of(keys::load_coldkey(wallet)).address(),
                   value_of(keys::load_coldkeypub(wallet)).address());
    counts.add(layout.failure(), "layout");
    return counts;
}

}  // namespace golden
