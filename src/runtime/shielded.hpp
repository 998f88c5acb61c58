// Transactions inside transactions: what the block's author takes out of submit_encrypted.
#pragma once
#include "frame/validity.hpp"
#include "pallets/shield/shielded.hpp"
#include "runtime/extrinsic.hpp"

/// What a submit_encrypted carries; none when the extrinsic is another one, or carries something
/// else. Its signature is not looked at.
std::optional<shield::ShieldedTransaction> shielded_in(const Extrinsic&);
/// The extrinsic inside, with its length in front; none when it was not encrypted to this key or is
/// no extrinsic. Bytes after it are ignored, as the original's decoder does.
std::optional<Bytes> unshielded(const crypto::DecapsulationKey&,
                                const shield::ShieldedTransaction&);
/// Custom error 24 for a shell whose key no author has or will have. The runtimes' own check until
/// spec 387; later ones leave it out, as a pool with several views cannot tell, and such a shell
/// waits until its era ends. A pool that knows the newest state only tells at once.
std::optional<ValidityError> refuse_unknown_key(const State&, BytesView extrinsic);
/// Whether only a block's author may put it into the block.
bool is_inherent(const AnyCall&);
