// One order: its name, its text, who signed it, and whether it may be executed now.
#pragma once
#include "frame/call.hpp"
#include "pallets/limit_orders/types.hpp"
#include "primitives/fixed.hpp"

namespace limit_orders {

/// The account that batches go through.
AccountId pallet_account();

OrderV2 view_of(const VersionedOrder&);
/// blake2b-256 of the encoded order.
H256 derive_order_id(const VersionedOrder&);
/// What a hardware wallet shows its owner and signs, in ASCII.
std::string render_order(const VersionedOrder&);
/// Whether the signature is the signer's over the encoded order, over `<Bytes>` id `</Bytes>`, or
/// over the text between the same words (hashed when over 256 bytes, as Ledger does). No ECDSA.
bool is_signed(const SignedOrder&, const H256& order_id);

LinkedAsset input_asset(const OrderV2&);
LinkedAsset output_asset(const OrderV2&);
/// The worst price that the pool may reach, in rao per whole alpha.
u64 effective_swap_limit(const OrderV2&);

/// What an order may trade now, in rao, and the order whose output it spends.
struct Allowed {
    u64 amount = 0;
    std::optional<H256> provider{};
};
/// All conditions of an order but its subnet's being the batch's. Any error of the pallet about a
/// single order.
Result<Allowed> validate_order(const State&, const SignedOrder&, const OrderV2&,
                               const H256& order_id, U64F64 price, const AccountId& relayer);

/// Notes that `fill` (none: all) of `order_amount` was traded.
void note_execution(State&, const H256& order_id, std::optional<u64> fill, u64 order_amount);
/// The provider's output is spent: NoLinkedOutput when it is not there.
Result<> consume_linked_output(Context&, const H256& provider, const H256& consumer, u64 amount);
/// Leaves what the order brought for one linked to it, when its signer has allowed that.
void record_linked_output(Context&, const H256& order_id, const AccountId& signer,
                          const LinkedAsset&, bool has_linked_order, u64 amount_out);

}  // namespace limit_orders
