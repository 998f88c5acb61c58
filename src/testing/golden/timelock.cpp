// Timelocked messages and shielded transactions made by the real client library, opened here step
// by step; with the sender's randomness, as found inside, ours must come out the same, byte for
// byte.
#include "crypto/timelock.hpp"

#include <fstream>

#include "base/hex.hpp"
#include "crypto/encapsulation.hpp"
#include "crypto/hash.hpp"
#include "pallets/shield/shielded.hpp"
#include "scale/codec.hpp"
#include "testing/golden/checkers.hpp"

namespace golden {
namespace {

Json read_document(const Path& file) {
    std::ifstream in(file);
    return Json::parse(in);
}

Bytes hex(const Json& row, const char* name) {
    std::string text = row.at(name).get<std::string>();
    if (text.starts_with("0x")) text = text.substr(2);
    if (text.size() % 2) text.insert(text.begin(), '0');
    auto bytes = from_hex(text);
    if (!bytes) throw std::runtime_error(std::string(name) + " is not hex");
    return *bytes;
}
/// Numbers come without leading zeros.
template <std::size_t size>
std::array<u8, size> hex_array(const Json& row, const char* name) {
    const Bytes bytes = hex(row, name);
    if (bytes.size() > size) throw std::runtime_error(std::string(name) + " is too long");
    std::array<u8, size> out{};
    std::copy(bytes.begin(), bytes.end(), out.begin() + (size - bytes.size()));
    return out;
}

struct Beacon {
    crypto::BeaconKey key{};
    u64 round = 0;
    crypto::BeaconSignature signature{};
};

Failure check_opened(const Beacon& beacon, const Json& row, BytesView sealed) {
    Differences d;
    BytesView rest = sealed;
    const auto ciphertext = crypto::read_timelock(rest);
    if (!ciphertext || !rest.empty()) return "the ciphertext is not read whole";
    const auto found = crypto::timelock_secrets(*ciphertext, beacon.signature);
    if (!found) return "the signature does not open it";
    const auto& parts = row.at("parts");
    d.compare("u", to_hex(ciphertext->u), to_hex(hex(parts, "u")));
    d.compare("v", to_hex(ciphertext->v), to_hex(hex(parts, "v")));
    d.compare("w", to_hex(ciphertext->w), to_hex(hex(parts, "w")));
    d.compare("pairing", to_hex(found->pairing), to_hex(hex(row, "gt_bytes_576_hashed_by_h2")));
    d.compare("h2", to_hex(found->mask), to_hex(hex(row, "h2")));
    d.compare("sigma", to_hex(found->sigma), to_hex(hex(row, "sigma")));
    d.compare("key", to_hex(found->key), to_hex(hex(row, "aes_key")));
    const auto u = crypto::beacon_public_key(
        crypto::BeaconSecret(hex_array<32>(row, "r_scalar_be")));  // r as a residue
    if (!u || *u != ciphertext->u) d.add("r", "another", "that of u");
    const auto message = crypto::timelock_open(*ciphertext, beacon.signature);
    d.compare("message", to_hex(message.value_or(Bytes{})), to_hex(hex(row, "plaintext")));
    const auto again =
        crypto::timelock_seal(beacon.key, beacon.round, hex(row, "plaintext"),
                              {found->key, found->sigma, hex_array<12>(parts, "nonce")});
    d.compare("sealed again", to_hex(again.value_or(Bytes{})), to_hex(sealed));
    return d.failure();
}

Failure check_pulse(const Beacon& beacon) {
    const auto holds = crypto::beacon_verify(beacon.key, beacon.signature, beacon.round);
    if (holds != true) return "the pulse does not verify";
    if (crypto::beacon_verify(beacon.key, beacon.signature, beacon.round + 1) != false)
        return "the pulse verifies for another round";
    return {};
}

Failure check_quicknet_case(const Beacon& beacon, const Json& row) {
    const Bytes blob = hex(row, "userdata_blob");
    const auto wrapped = scale::decoded<std::pair<Bytes, u64>>(blob);
    if (!wrapped || wrapped->second != beacon.round) return "the wrapper does not decode";
    if (wrapped->first != hex(row, "tle_ciphertext")) return "the wrapper holds something else";
    return check_opened(beacon, row, wrapped->first);
}

Failure check_under_fake_clock(const Beacon& beacon, const Json& row) {
    const Bytes commit = hex(row, "commit_bytes");
    BytesView rest = commit;
    const auto ciphertext = crypto::read_timelock(rest);
    if (!ciphertext) return "the commit is not read";
    const auto message = crypto::timelock_open(*ciphertext, beacon.signature);
    if (message != hex(row, "plaintext")) return "the commit does not open to its weights";
    return {};
}

Failure check_own_case(const Json& document, const Json& row) {
    const crypto::BeaconSecret secret(hex_array<32>(document, "beacon_secret_key_be"));
    Beacon beacon{hex_array<96>(document, "beacon_public_key"), row.at("reveal_round"),
                  hex_array<48>(row, "pulse_signature")};
    Differences d;
    d.compare("public key", to_hex(crypto::beacon_public_key(secret).value()), to_hex(beacon.key));
    d.compare("pulse", to_hex(crypto::beacon_sign(secret, beacon.round).value()),
              to_hex(beacon.signature));
    if (auto failure = d.failure()) return failure;
    if (auto failure = check_pulse(beacon)) return failure;
    return check_opened(beacon, row, hex(row, "commit_bytes"));
}

Failure check_shielded(const crypto::EncapsulationPair& pair, const Json& row) {
    Bytes blob = hex(row, "blob");
    const bool named = row.at("include_key_hash").get<bool>();
    if (!named) blob.insert(blob.begin(), 16, 0);  // the chain knows only the form with a hash
    const auto tx = shield::parse(blob);
    if (!tx) return "the blob is not parsed";
    Differences d;
    if (named)
        d.compare("key hash", to_hex(tx->key_hash), to_hex(shield::key_hash(pair.public_key)));
    d.compare("kem_ct", to_hex(tx->kem_ct), to_hex(hex(row, "kem_ct")));
    d.compare("nonce", to_hex(tx->nonce), to_hex(hex(row, "nonce24")));
    d.compare("aead_ct", to_hex(tx->aead_ct), to_hex(hex(row, "aead_ct_and_tag")));
    const auto secret = crypto::decapsulate(pair.private_key, hex_array<1088>(row, "kem_ct"));
    d.compare("shared secret", to_hex(secret), to_hex(hex(row, "shared_secret")));
    const auto text = shield::unshield(pair.private_key, *tx);
    if (!text) return "the transaction does not open";
    d.compare("text", to_hex(*text), to_hex(hex(row, "plaintext")));
    d.compare("sealed again", to_hex(crypto::xchacha_seal(secret, tx->nonce, *text)),
              to_hex(tx->aead_ct));
    return d.failure();
}

}  // namespace

Counts check_quicknet(const Path& file) {
    const Json document = read_document(file);
    const auto& pulse = document.at("pulse");
    const Beacon beacon{hex_array<96>(document, "quicknet_public_key_g2_compressed"),
                        pulse.at("round"), hex_array<48>(pulse, "signature")};
    Counts counts;
    Differences d;
    d.compare("message", to_hex(crypto::beacon_message(beacon.round)),
              to_hex(hex(document, "identity_message_hex")));
    crypto::BeaconSecret one;
    one[31] = 1;  // signing with 1 shows the point that is signed
    d.compare("point", to_hex(crypto::beacon_sign(one, beacon.round).value()),
              to_hex(hex(document, "identity_point_g1_compressed")));
    d.compare("randomness", to_hex(crypto::sha256(beacon.signature)),
              to_hex(hex(pulse, "randomness")));
    counts.add(d.failure(), "round");
    counts.add(check_pulse(beacon), "pulse");
    for (const auto& row : document.at("cases"))
        counts.add(check_quicknet_case(beacon, row), "case");
    counts.add(check_under_fake_clock(beacon, document.at("weights_commit_under_fake_clock")),
               "weights under a fake clock");
    return counts;
}

Counts check_own_beacon(const Path& file) {
    const Json document = read_document(file);
    Counts counts;
    for (const auto& row : document.at("cases"))
        counts.add(check_own_case(document, row), row.at("function").get<std::string>());
    return counts;
}

Counts check_mev_shield(const Path& file) {
    const Json document = read_document(file);
    const crypto::Secret<64> seed(hex_array<64>(document, "mlkem768_keygen_seed_d_z_64"));
    const auto pair = crypto::encapsulation_pair(seed);
    Counts counts;
    Differences d;
    d.compare("public key", to_hex(pair.public_key), to_hex(hex(document, "encapsulation_key")));
    d.compare("private key", to_hex(pair.private_key),
              to_hex(hex(document, "decapsulation_key_2400")));
    d.compare("its hash", to_hex(shield::key_hash(pair.public_key)),
              to_hex(hex(document, "twox128_of_ek")));
    counts.add(d.failure(), "keys");
    for (const auto& row : document.at("cases")) counts.add(check_shielded(pair, row), "case");
    return counts;
}

}  // namespace golden
