// The pallet's tables. Weights: subtensor pallets/proxy weights.rs, for as many proxies and
// announcements as there may be.
#include "pallets/proxy/pallet.hpp"

#include "pallets/proxy/calls.hpp"
#include "pallets/proxy/errors.hpp"
#include "pallets/proxy/events.hpp"
#include "pallets/proxy/storage.hpp"

namespace proxy {

Constants constants;
Storage::Storage() : StorageList("Proxy") {}
const Storage storage;

static constexpr Weight weight(u64 ref_time, u64 proof_size, u64 reads, u64 writes) {
    return {ref_time + reads * db_read_ref_time + writes * db_write_ref_time, proof_size};
}
static constexpr u64 p = max_proxies, a = max_pending;
static constexpr std::array calls{
    // One read and one write more than the call's own: the account that the call is made for.
    call<proxy>("proxy", weight(28'026'265 + 53'205 * p, 4254 + 37 * p, 4, 2), Pays::Yes,
                "Makes a call for an account that has made the sender its proxy."),
    call<add_proxy>("add_proxy", weight(25'770'804 + 80'892 * p, 4254, 1, 1), Pays::Yes,
                    "Makes another account the sender's proxy, against a deposit."),
    call<remove_proxy>("remove_proxy", weight(27'827'049 + 64'054 * p, 4254, 1, 2), Pays::Yes,
                       "Ends a proxy of the sender and gives its deposit back."),
    call<remove_proxies>("remove_proxies", weight(27'407'028 + 55'808 * p, 4254, 1, 1), Pays::Yes,
                         "Ends all proxies of the sender. A pure account is lost with them."),
    call<create_pure>("create_pure", weight(27'853'436 + 20'160 * p, 4254, 1, 1), Pays::Yes,
                      "Makes an account without a key that only its proxy, the sender, can use."),
    call<kill_pure>("kill_pure", weight(26'529'087 + 48'014 * p, 4254, 1, 1), Pays::Yes,
                    "Gives a pure account up, and all that is in it."),
    call<announce>("announce", weight(34'286'251 + 194'092 * a + 53'615 * p, 8615, 3, 2), Pays::Yes,
                   "Announces a call that the sender will make as a proxy."),
    call<remove_announcement>("remove_announcement",
                              weight(25'595'226 + 205'163 * a + 40'277 * p, 8615, 2, 2), Pays::Yes,
                              "Takes an announcement of the sender back."),
    call<reject_announcement>("reject_announcement",
                              weight(26'388'332 + 199'703 * a + 17'846 * p, 8615, 2, 2), Pays::Yes,
                              "Refuses what a proxy of the sender has announced."),
    call<proxy_announced>(
        "proxy_announced",
        weight(53'234'507 + 228'831 * a + 54'037 * p, 8615 + 68 * a + 37 * p, 6, 4), Pays::Yes,
        "Makes an announced call whose delay has passed."),
    call<poke_deposit>("poke_deposit", weight(46'757'000, 8615, 3, 3), Pays::Yes,
                       "Brings the sender's deposits in line with today's prices; free if that "
                       "changes them."),
    call<set_real_pays_fee>("set_real_pays_fee", weight(14'259'931 + 42'799 * p, 4254, 1, 1),
                            Pays::Yes,
                            "Says whether the sender pays the fees of what a proxy does for it."),
};
static constexpr std::array events{
    event<ProxyExecuted>("ProxyExecuted", "A proxy made a call, with this result."),
    event<PureCreated>("PureCreated", "An account without a key was made."),
    event<PureKilled>("PureKilled", "An account without a key was given up."),
    event<Announced>("Announced", "A proxy announced a call."),
    event<ProxyAdded>("ProxyAdded", "An account became a proxy."),
    event<ProxyRemoved>("ProxyRemoved", "An account is no proxy any more."),
    event<DepositPoked>("DepositPoked", "A deposit was brought in line with today's prices."),
    event<RealPaysFeeSet>("RealPaysFeeSet", "Who pays the fees of a proxy's calls has changed."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    PROXY_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view constant) {
    if (constant == "ProxyDepositBase") return "Deposit for having proxies at all, in rao.";
    if (constant == "ProxyDepositFactor") return "Deposit for each proxy, in rao.";
    if (constant == "MaxProxies") return "How many proxies an account may have.";
    if (constant == "MaxPending") return "How many announcements a proxy may have.";
    if (constant == "AnnouncementDepositBase")
        return "Deposit for having announcements at all, in rao.";
    return "Deposit for each announcement, in rao.";
}

static void on_finalize(Context& cx) { storage.LastCallResult.erase_under(cx.state, ~0u); }

const Pallet pallet{.index = pallet_index,
                    .name = "Proxy",
                    .path = "pallet_subtensor_proxy::pallet",
                    .storage = &storage,
                    .calls = calls,
                    .events = events,
                    .errors = errors,
                    .apis = apis(),
                    .constants = constants_table<constants>(&describe),
                    .hooks = {.on_finalize = &on_finalize}};

}  // namespace proxy
