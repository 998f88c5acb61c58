// Where all TAO is at a block: wallets and pools (which hold the staked TAO), against what was
// minted.
#pragma once
#include "apps/onchain.hpp"

namespace up {

struct Ledger {
    u128 wallets_rao = 0;  // free and reserved, of everybody
    u128 pools_rao = 0;    // of the subnets' own accounts
    u64 issuance_rao = 0;  // what the chain says there is

    u128 all_rao() const { return wallets_rao + pools_rao; }
};

Outcome<Ledger> read_ledger(client::Chain&, const Hash& at);

/// Minted between two blocks is what wallets and pools gained, to the rao, and issuance agrees at
/// both ends.
struct Conservation {
    Ledger begin, end;
    bool holds() const;
    std::string text() const;
};

}  // namespace up
