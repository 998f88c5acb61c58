// Key files and wallet folders at their failing sides; the vectors of the real tools run in the
// golden test.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "base/hex.hpp"
#include "keys/old_encryption.hpp"
#include "keys/polkadot_json.hpp"
#include "keys/wallet.hpp"

using namespace keys;
using crypto::SecretText;

namespace {

constexpr std::string_view phrase =
    "legal winner thank year wave sausage worth useful legal winner thank yellow";

bool mentions(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

class WalletFolder : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "myelin-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        base = name;
        wallet = *wallet_at(base / "wallets", "mine");
    }
    void TearDown() override { std::filesystem::remove_all(base); }

    static mode_t mode(const Path& path) {
        struct stat status {};
        EXPECT_EQ(stat(path.c_str(), &status), 0);
        return status.st_mode & 0777;
    }

    Path base;
    Wallet wallet;
    const Key key = *key_from_phrase(phrase);
    const Key other = *key_from_uri("//Bob");
};

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, text.npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST(key_json, a_key_reads_back_with_all_its_parts) {
    const Key key = *key_from_phrase(phrase);
    const auto again = key_from_json(key_to_json(key));
    ASSERT_TRUE(again) << again.message();
    EXPECT_EQ(again->public_key, key.public_key);
    EXPECT_EQ(again->pair->secret, key.pair->secret);
    EXPECT_EQ(*again->seed, *key.seed);
    EXPECT_EQ(*again->phrase, phrase);
    const auto open = key_from_json(public_json(key));
    ASSERT_TRUE(open);
    EXPECT_EQ(open->public_key, key.public_key);
    EXPECT_FALSE(open->pair);
}

TEST(key_json, parts_that_disagree_are_refused) {
    const Key key = *key_from_phrase(phrase);
    const Key bob = *key_from_uri("//Bob");
    const std::string json = key_to_json(key);
    const auto message = [](const std::string& text) {
        const auto read = key_from_json(text);
        return read ? std::string("accepted") : read.message();
    };
    EXPECT_TRUE(mentions(message(changed(json, key.address(), bob.address())), "differ"));
    EXPECT_TRUE(mentions(message(changed(json, to_hex(key.pair->secret), to_hex(bob.pair->secret))),
                         "another key"));
    EXPECT_TRUE(mentions(message(changed(json, to_hex(*key.seed), std::string(64, '1'))),
                         "different keys"));
    std::string all_bob = changed(json, key.address(), bob.address());
    all_bob = changed(all_bob, to_hex(key.public_key), to_hex(bob.public_key));
    all_bob = changed(all_bob, to_hex(key.public_key), to_hex(bob.public_key));
    EXPECT_TRUE(mentions(message(all_bob), "does not belong to its address"));
}

TEST(key_json, malformed_files_are_refused_with_the_reason) {
    const auto message = [](std::string_view text) {
        const auto read = key_from_json(text);
        return read ? std::string("accepted") : read.message();
    };
    EXPECT_TRUE(mentions(message(""), "no JSON object"));
    EXPECT_TRUE(mentions(message("[]"), "no JSON object"));
    EXPECT_TRUE(mentions(message("{}"), "neither a secret nor an address"));
    EXPECT_TRUE(mentions(message(R"({"publicKey":1})"), "no text"));
    EXPECT_TRUE(mentions(message(R"({"publicKey":"0x12"})"), "not 32 bytes"));
    EXPECT_TRUE(mentions(message(R"({"ss58Address":"5Grw"})"), "ss58Address"));
    EXPECT_TRUE(mentions(message(R"({"secretPhrase":"one two"})"), "secretPhrase"));
    EXPECT_TRUE(mentions(message(R"({"cryptoType":0,"secretSeed":""})"), "another kind"));
    EXPECT_TRUE(mentions(message(std::string(max_key_json + 1, ' ')), "too large"));
}

TEST(key_json, the_public_part_of_another_kind_of_key_is_read) {
    const Key alice = *key_from_uri("//Alice");
    const auto key =
        key_from_json(R"({"cryptoType":0,"ss58Address":")" + alice.address() + R"("})");
    ASSERT_TRUE(key) << key.message();
    EXPECT_FALSE(key->pair);
}

TEST(key_json, unknown_and_null_parts_do_not_matter) {
    const Key alice = *key_from_uri("//Alice");
    const auto key = key_from_json(R"({"secretPhrase":null,"extra":[1],"ss58Address":")" +
                                   alice.address() + R"("})");
    ASSERT_TRUE(key) << key.message();
    EXPECT_EQ(key->public_key, alice.public_key);
}

TEST(encryption, a_sealed_text_opens_with_its_key_only_and_not_after_a_change) {
    BoxKey key, wrong;
    key.fill(1);
    wrong.fill(2);
    const Bytes file = seal("secret", key);
    EXPECT_EQ(encryption_of(file), Encryption::NaCl);
    EXPECT_EQ(*open_sealed(file, key), "secret");
    EXPECT_TRUE(mentions(open_sealed(file, wrong).message(), "wrong password"));
    for (std::size_t i = 5; i < file.size(); ++i) {
        Bytes damaged = file;
        damaged[i] ^= 1;
        EXPECT_FALSE(open_sealed(damaged, key)) << i;
    }
    for (std::size_t size = 0; size < file.size(); ++size)
        EXPECT_FALSE(open_sealed(BytesView(file).first(size), key)) << size;
    EXPECT_NE(seal("secret", key), file);  // a fresh nonce each time
}

TEST(encryption, the_format_is_told_by_the_first_bytes) {
    EXPECT_EQ(encryption_of(view("$NACLx")), Encryption::NaCl);
    EXPECT_EQ(encryption_of(view("$ANSIBLE_VAULT;1.1;AES256\n")), Encryption::Ansible);
    EXPECT_EQ(encryption_of(view("gAAAAABx")), Encryption::Fernet);
    EXPECT_EQ(encryption_of(view("{}")), Encryption::None);
    EXPECT_EQ(encryption_of({}), Encryption::None);
}

TEST(encryption, a_damaged_ansible_file_is_refused) {
    for (const char* bad :
         {"$ANSIBLE_VAULT", "$ANSIBLE_VAULT;1.1;AES256\n", "$ANSIBLE_VAULT;1.1;AES256\nzz",
          "$ANSIBLE_VAULT;1.1;AES256\n61", "$ANSIBLE_VAULT;1.1;AES256\n610a610a61"})
        EXPECT_TRUE(mentions(decrypt(view(bad), "x").message(), "damaged")) << bad;
}

TEST(encryption, fernet_gives_the_text_of_its_specification) {
    const auto bytes = from_hex("730ff4c7af3d46923e8ed451ee813c87f790b0a226bc96a92de49b5e9c05e1ee");
    crypto::Secret<32> key;
    std::copy(bytes->begin(), bytes->end(), key.begin());
    std::string token =
        "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_"
        "5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU"
        "4IwqDA==";
    EXPECT_EQ(open_fernet(token, key), SecretText("hello"));
    token[40] = token[40] == 'A' ? 'B' : 'A';
    EXPECT_EQ(open_fernet(token, key), std::nullopt);
    EXPECT_EQ(open_fernet("gAAAAA==", key), std::nullopt);
    EXPECT_EQ(open_fernet("", key), std::nullopt);
}

TEST(password, the_environment_value_reads_back_and_nonsense_does_not) {
    const std::string name = password_variable("/a.b/coldkey");
    EXPECT_EQ(name, "BT_PW__A_B_COLDKEY");
    EXPECT_EQ(unhide_password(hide_password("p\xc3\xa4ss", name), name), SecretText("p\xc3\xa4ss"));
    EXPECT_EQ(unhide_password("%%%", name), std::nullopt);
}

TEST(password, what_is_given_wins_and_without_any_source_the_error_names_the_variable) {
    const Path path = "/nowhere/key";
    const PasswordSource none{{}, false};
    EXPECT_TRUE(mentions(password_for(path, none).message(), "BT_PW__NOWHERE_KEY"));
    ASSERT_EQ(
        setenv("BT_PW__NOWHERE_KEY", hide_password("from env", "BT_PW__NOWHERE_KEY").c_str(), 1),
        0);
    EXPECT_EQ(*password_for(path, none), "from env");
    EXPECT_EQ(*password_for(path, {SecretText("given"), false}), "given");
    unsetenv("BT_PW__NOWHERE_KEY");
}

TEST(password, weak_new_ones_are_refused) {
    EXPECT_FALSE(check_new_password("abcd1"));
    EXPECT_FALSE(check_new_password("aaaaaaaaaa"));
    EXPECT_FALSE(check_new_password(std::string(max_password + 1, 'x') + "abcdef"));
    EXPECT_TRUE(check_new_password("correct horse"));
}

TEST_F(WalletFolder, secret_files_and_their_folders_are_for_the_owner_only) {
    ASSERT_TRUE(save_coldkey(wallet, key, {}, Overwrite::No));
    ASSERT_TRUE(save_hotkey(wallet, "hot", other, {}, Overwrite::No));
    for (const Path& file :
         {wallet.coldkey(), wallet.coldkeypub(), wallet.hotkey("hot"), wallet.hotkeypub("hot")})
        EXPECT_EQ(mode(file), 0600u) << file;
    for (const Path& folder : {base / "wallets", wallet.folder, wallet.folder / "hotkeys"})
        EXPECT_EQ(mode(folder), 0700u) << folder;
    EXPECT_EQ(load_coldkey(wallet)->address(), key.address());
    EXPECT_EQ(load_coldkeypub(wallet)->address(), key.address());
    EXPECT_EQ(load_hotkey(wallet, "hot")->address(), other.address());
    EXPECT_EQ(wallet_names(base / "wallets"), std::vector<std::string>{"mine"});
    EXPECT_EQ(hotkey_names(wallet), std::vector<std::string>{"hot"});
}

TEST_F(WalletFolder, nothing_is_overwritten_unless_asked_for) {
    ASSERT_TRUE(save_coldkey(wallet, key, {}, Overwrite::No));
    const auto refused = save_coldkey(wallet, other, {}, Overwrite::No);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(mentions(refused.message(), "exists already"));
    EXPECT_EQ(load_coldkey(wallet)->address(), key.address());
    ASSERT_TRUE(save_coldkey(wallet, other, {}, Overwrite::Yes));
    EXPECT_EQ(load_coldkey(wallet)->address(), other.address());
    EXPECT_EQ(load_coldkeypub(wallet)->address(), other.address());
}

TEST_F(WalletFolder, a_public_file_without_its_secret_also_stops_an_overwrite) {
    ASSERT_TRUE(save_public(wallet.coldkeypub(), key, Overwrite::No));
    EXPECT_FALSE(save_coldkey(wallet, other, {}, Overwrite::No));
    EXPECT_FALSE(std::filesystem::exists(wallet.coldkey()));
}

TEST_F(WalletFolder, a_write_that_fails_leaves_no_trace) {
    ASSERT_TRUE(save_coldkey(wallet, key, {}, Overwrite::No));
    std::filesystem::create_directories(wallet.hotkey("h"));  // a folder where the file should be
    const auto failed = write_file(wallet.hotkey("h"), view("x"), Overwrite::Yes);
    ASSERT_FALSE(failed);
    EXPECT_TRUE(mentions(failed.message(), "cannot write"));
    std::size_t entries = 0;
    for ([[maybe_unused]] const auto& entry :
         std::filesystem::directory_iterator(wallet.folder / "hotkeys"))
        ++entries;
    EXPECT_EQ(entries, 1u);
}

TEST_F(WalletFolder, names_cannot_leave_the_folder) {
    for (const char* bad : {"", ".", "..", "../x", "a/b", ".hidden"}) {
        EXPECT_FALSE(wallet_at(base, bad)) << bad;
        EXPECT_FALSE(save_hotkey(wallet, bad, key, {}, Overwrite::Yes)) << bad;
        EXPECT_FALSE(load_hotkey(wallet, bad)) << bad;
    }
    EXPECT_FALSE(wallet_at(base, std::string(300, 'a')));
    EXPECT_TRUE(wallet_at(base, "my wallet-1_x"));
}

TEST_F(WalletFolder, missing_huge_and_odd_files_give_an_error_with_the_path) {
    EXPECT_TRUE(mentions(load_coldkey(wallet).message(), wallet.coldkey().string()));
    ASSERT_TRUE(write_file(wallet.coldkey(), Bytes(max_file_size + 1), Overwrite::No));
    EXPECT_TRUE(mentions(load_coldkey(wallet).message(), "65536"));
    EXPECT_TRUE(mentions(read_file(wallet.folder).message(), "not a file"));
    ASSERT_TRUE(write_file(wallet.coldkey(), view("garbage"), Overwrite::Yes));
    EXPECT_TRUE(mentions(load_coldkey(wallet).message(), "no JSON object"));
}

TEST_F(WalletFolder, an_encrypted_file_without_a_password_is_an_error_not_a_question) {
    BoxKey box;
    ASSERT_TRUE(write_file(wallet.hotkey("h"), seal(key_to_json(key), box), Overwrite::No));
    EXPECT_TRUE(mentions(load_hotkey(wallet, "h", {{}, false}).message(), "no password"));
    EXPECT_TRUE(mentions(load_hotkeypub(wallet, "h").message(), "no password"));
}

TEST(polkadot_json, what_is_no_export_is_refused) {
    for (const char* bad :
         {"", "{}", R"({"encoded":"","encoding":{}})",
          R"({"encoded":1,"encoding":{"version":"3"}})",
          R"({"encoded":"AAAA","encoding":{"version":"3","type":["scrypt","xsalsa20-poly1305"],)"
          R"("content":["pkcs8","sr25519"]}})"})
        EXPECT_TRUE(mentions(key_from_polkadot_json(bad, "x").message(), "not an account")) << bad;
}

// Exported by npm @polkadot/keyring 14 as pair("//Alice").toJson("Golden-Passw0rd!").
const std::string exported_alice =
    R"({"encoded":")"
    "qtynAmUJe2KLnSucEO1CjsPUd7gYhAcPRjSZBu5+WygAAAIAAQAAAAgAAACi2qOHVrW1Vqc+XV36j0uQ"
    "0eKK2gQiXkyNs0UD7QMS5KX7cpw+elOMlKPSstA2edChARZ1aLzZRSPO+qTEbRPQO3z6fUXm1HeCnOmO"
    "7iLBrnrOdlutrTO88EfACVHNXrxEtkToPgOsy02dY1Yn4VHaUGjVfiEinBrRZ1JcJjdPg7ATmlI0Esh4"
    "my8/2QD0TotHSrrodh4w7odeOc91"
    R"(","encoding":{"content":["pkcs8","sr25519"],)"
    R"("type":["scrypt","xsalsa20-poly1305"],"version":"3"}})";

TEST(polkadot_json, an_exported_account_opens_with_its_password_only) {
    const auto key = key_from_polkadot_json(exported_alice, "Golden-Passw0rd!");
    ASSERT_TRUE(key) << key.message();
    EXPECT_EQ(key->pair->secret, key_from_uri("//Alice")->pair->secret);
    EXPECT_TRUE(
        mentions(key_from_polkadot_json(exported_alice, "other").message(), "wrong password"));
}
