// The state with one item that older clients read and the chain does not store.
#pragma once
#include <memory>

#include "state/state.hpp"

namespace rpc {

/// A view plus Swap.AlphaSqrtPrice (runtimes up to 422; SDK 10.2 and btcli 9.21 read it): the
/// square root of the pool's price for each subnet whose pool has its weights, under the keys that
/// the reference used. The state root knows nothing of it.
class LegacyView final : public View {
public:
    explicit LegacyView(std::unique_ptr<View> base) : base_(std::move(base)) {}
    bool read(BytesView key, ValueReader reader) const override;
    std::optional<Bytes> next_key(BytesView key) const override;

private:
    std::optional<Bytes> next_own(BytesView key) const;

    std::unique_ptr<View> base_;
};

}  // namespace rpc
