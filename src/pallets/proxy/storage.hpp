// What the pallet keeps: proxies of each account, announcements of each proxy.
#pragma once
#include "frame/storage.hpp"
#include "pallets/proxy/types.hpp"

namespace proxy {

struct Storage : StorageList {
    Storage();
    StorageMap<Twox64Concat<AccountId>, ProxyList> Proxies{
        *this, "Proxies", "Each account's proxies, sorted, and the deposit behind them in rao."};
    StorageMap<Twox64Concat<AccountId>, AnnouncementList> Announcements{
        *this, "Announcements", "What each proxy has announced, and the deposit behind it in rao."};
    OptionalMap<Twox64Concat<AccountId>, Result<>> LastCallResult{
        *this, "LastCallResult",
        "How the last call made for an account ended; empty between blocks."};
    OptionalDoubleMap<Twox64Concat<AccountId>, Twox64Concat<AccountId>, std::tuple<>>
        RealPaysFeeConsentV1{*this, "RealPaysFeeConsentV1",
                             "Which accounts pay the fees of calls that a proxy of theirs makes."};
};
extern const Storage storage;

struct Constants {
    TaoBalance ProxyDepositBase{60'000'000}, ProxyDepositFactor{33'000'000};
    u32 MaxProxies{max_proxies}, MaxPending{max_pending};
    TaoBalance AnnouncementDepositBase{36'000'000}, AnnouncementDepositFactor{68'000'000};
    FIELDS(ProxyDepositBase, ProxyDepositFactor, MaxProxies, MaxPending, AnnouncementDepositBase,
           AnnouncementDepositFactor)
};
extern Constants constants;

}  // namespace proxy
