// The tables, and drand's quicknet, the beacon by default (pallets/drand lib.rs).
#include "pallets/drand/pallet.hpp"

#include "base/hex.hpp"
#include "pallets/drand/calls.hpp"
#include "pallets/drand/errors.hpp"
#include "pallets/drand/events.hpp"
#include "pallets/drand/storage.hpp"

namespace drand {

Storage::Storage() : StorageList("Drand") {}
const Storage storage;

BeaconConfiguration quicknet() {
    const auto bytes = [](std::string_view hex) { return *from_hex(hex); };
    const auto text = [](std::string_view s) { return BoundedHash(s.begin(), s.end()); };
    BeaconConfiguration c;
    c.public_key =
        OpaquePublicKey(bytes("83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c"
                              "8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb"
                              "5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"));
    c.period = 3;
    c.genesis_time = 1'692'803'367;
    c.hash = BoundedHash(bytes("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"));
    c.group_hash =
        BoundedHash(bytes("f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e"));
    c.scheme_id = text("bls-unchained-g1-rfc9380");
    c.metadata.beacon_id = text("quicknet");
    return c;
}

static constexpr std::array calls{
    call<write_pulse>("write_pulse",
                      {4'294'000'000 + 3 * db_read_ref_time + 4 * db_write_ref_time, 0}, Pays::Yes,
                      "Brings a pulse of the beacon; unsigned, checked by its key."),
    call<set_beacon_config>("set_beacon_config", {8'766'000 + 2 * db_write_ref_time, 0}, Pays::Yes,
                            "Root chooses another beacon."),
    call<set_oldest_stored_round>("set_oldest_stored_round", {5'370'000 + db_write_ref_time, 0},
                                  Pays::Yes, "Root says which round is the oldest kept."),
};
static constexpr std::array events{
    event<BeaconConfigChanged>("BeaconConfigChanged", "Another beacon counts."),
    event<NewPulse>("NewPulse", "Pulses of these rounds came."),
    event<SetOldestStoredRound>("SetOldestStoredRound", "Root named the oldest round kept."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    DRAND_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view name) {
    return name == "UnsignedPriority" ? "Priority of pulses in the pool."
                                      : "Milliseconds that a node waits for drand's servers.";
}

const Pallet pallet{.index = pallet_index,
                    .name = "Drand",
                    .path = "pallet_drand::pallet",
                    .storage = &storage,
                    .calls = calls,
                    .events = events,
                    .errors = errors,
                    .constants = constants_table<constants>(&describe)};

}  // namespace drand
