// How a subnet's epochs decide, and trimming of the large subnets that Null consensus allows.
// Source: subtensor pallets/admin-utils/src/lib.rs of runtime 475.
#include "pallets/subtensor/epoch/epoch_consensus.hpp"

#include "pallets/admin_utils/setter.hpp"
#include "pallets/subtensor/errors.hpp"

namespace admin_utils {

Result<> sudo_set_epoch_consensus::dispatch(Context& cx, const Origin& o) const {
    constexpr auto limit = Hyperparameter::EpochConsensus;
    ASSIGN(auto owner, ensure_sn_owner_or_root_with_limits(cx, o, netuid, limit));
    ENSURE(if_subnet_exist(cx.state, netuid), subtensor::Error::SubnetNotExists);
    TRY(ensure_admin_window_open(cx, netuid));
    TRY(do_set_epoch_consensus(cx, netuid, mode));
    record_owner_rl(cx, owner, netuid, limit);
    return {};
}

Result<> sudo_trim_null_uids_batch::dispatch(Context& cx, const Origin& o) const {
    constexpr auto limit = TransactionType::MaxUidsTrimming;
    // The first batch starts the wait between trimmings; those that go on with it are free of it.
    if (storage.NullPruningTarget.find(cx.state, netuid) == target) {
        TRY(ensure_subnet_owner_or_root(cx, o, netuid));
        TRY(ensure_admin_window_open(cx, netuid));
        return trim_null_uids_batch(cx, netuid, target);
    }
    return owner_change(cx, o, netuid, limit,
                        [&](bool) { return trim_null_uids_batch(cx, netuid, target); });
}

}  // namespace admin_utils
