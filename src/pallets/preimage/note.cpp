// How preimages come and go (pallet-preimage lib.rs).
#include "pallets/preimage/note.hpp"

#include "crypto/hash.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/preimage/errors.hpp"
#include "pallets/preimage/events.hpp"
#include "pallets/preimage/preimage.hpp"
#include "pallets/preimage/storage.hpp"

namespace preimage {
namespace {

constexpr TaoBalance base_deposit{104'000'000}, byte_deposit{1'000'000};
const balances::HoldReason reason = balances::held_for::Preimage{};

Result<Ticket> take_deposit(Context& cx, const AccountId& who, u32 len) {
    TaoBalance amount{base_deposit.rao + byte_deposit.rao * len};
    TRY(balances::hold(cx, reason, who, amount));
    return Ticket{who, {amount}};
}
void give_back(Context& cx, const Ticket& ticket) {
    // A deposit that cannot be given back stays where it is, as in the original.
    (void)balances::release(cx, reason, ticket.first, ticket.second.amount,
                            balances::Precision::BestEffort);
}

/// A hold in place of the old reserve; none when it cannot be had.
std::optional<Ticket> renewed(Context& cx, const old_status::Deposit& old, u32 len) {
    balances::unreserve(cx, old.first, old.second);
    auto ticket = take_deposit(cx, old.first, len);
    if (!ticket) return {};
    return *ticket;
}

}  // namespace

bool do_ensure_updated(Context& cx, const H256& hash) {
    auto old = storage.StatusFor.find(cx.state, hash);
    if (!old) return false;
    storage.StatusFor.erase(cx.state, hash);
    if (auto u = std::get_if<old_status::Unrequested>(&*old)) {
        if (auto ticket = renewed(cx, u->deposit, u->len))
            storage.RequestStatusFor.set(cx.state, hash, status::Unrequested{*ticket, u->len});
        return true;
    }
    auto& r = std::get<old_status::Requested>(*old);
    status::Requested now{{}, r.count, r.len};
    if (r.deposit && r.len) {
        now.maybe_ticket = renewed(cx, *r.deposit, *r.len);
        if (!now.maybe_ticket) return true;
    } else if (r.deposit)
        balances::unreserve(cx, r.deposit->first, r.deposit->second);
    storage.RequestStatusFor.set(cx.state, hash, now);
    return true;
}

Result<NotedBytes> note_bytes(Context& cx, BytesView bytes,
                              const std::optional<AccountId>& depositor) {
    ENSURE(bytes.size() <= max_size_bytes, Error::TooBig);
    const H256 hash{crypto::blake2_256(bytes)};
    const auto len = u32(bytes.size());
    do_ensure_updated(cx, hash);
    auto found = storage.RequestStatusFor.find(cx.state, hash);
    RequestStatus now;
    if (auto r = found ? std::get_if<status::Requested>(&*found) : nullptr)
        now = status::Requested{r->maybe_ticket, r->count, len};
    else if (auto u = found ? std::get_if<status::Unrequested>(&*found) : nullptr) {
        ENSURE(!depositor, Error::AlreadyNoted);
        now = status::Requested{u->ticket, 1, len};
    } else if (!depositor)
        now = status::Requested{{}, 1, len};
    else {
        ASSIGN(auto ticket, take_deposit(cx, *depositor, len));
        now = status::Unrequested{ticket, len};
    }
    storage.RequestStatusFor.set(cx.state, hash, now);
    storage.PreimageFor.set(cx.state, {hash, len}, Bytes4M(bytes.begin(), bytes.end()));
    cx.emit(Noted{hash});
    return NotedBytes{hash, std::holds_alternative<status::Requested>(now)};
}

static void clear(Context& cx, const H256& hash, u32 len) {
    storage.PreimageFor.erase(cx.state, {hash, len});
    storage.RequestStatusFor.erase(cx.state, hash);
    cx.emit(Cleared{hash});
}

Result<> do_unnote_preimage(Context& cx, const H256& hash, const std::optional<AccountId>& owner) {
    do_ensure_updated(cx, hash);
    auto found = storage.RequestStatusFor.find(cx.state, hash);
    ENSURE(found, Error::NotNoted);
    if (auto u = std::get_if<status::Unrequested>(&*found)) {
        ENSURE(!owner || *owner == u->ticket.first, Error::NotAuthorized);
        give_back(cx, u->ticket);
        clear(cx, hash, u->len);
        return {};
    }
    auto& r = std::get<status::Requested>(*found);
    if (!r.maybe_ticket) {
        ENSURE(!owner, Error::NotAuthorized);
        return do_unrequest_preimage(cx, hash);
    }
    ENSURE(!owner || *owner == r.maybe_ticket->first, Error::NotAuthorized);
    give_back(cx, *r.maybe_ticket);
    storage.RequestStatusFor.set(cx.state, hash, status::Requested{{}, r.count, r.maybe_len});
    return {};
}

void do_request_preimage(Context& cx, const H256& hash) {
    do_ensure_updated(cx, hash);
    auto found = storage.RequestStatusFor.find(cx.state, hash);
    status::Requested now{{}, 1, {}};
    if (auto r = found ? std::get_if<status::Requested>(&*found) : nullptr) {
        now = *r;
        now.count += now.count != ~0u;
    } else if (auto u = found ? std::get_if<status::Unrequested>(&*found) : nullptr)
        now = {u->ticket, 1, u->len};
    storage.RequestStatusFor.set(cx.state, hash, now);
    if (now.count == 1) cx.emit(Requested{hash});
}

Result<> do_unrequest_preimage(Context& cx, const H256& hash) {
    do_ensure_updated(cx, hash);
    auto found = storage.RequestStatusFor.find(cx.state, hash);
    auto r = found ? std::get_if<status::Requested>(&*found) : nullptr;
    ENSURE(r, Error::NotRequested);
    if (r->count > 1) {
        --r->count;
        storage.RequestStatusFor.set(cx.state, hash, *r);
    } else if (!r->maybe_len)  // it was never noted
        storage.RequestStatusFor.erase(cx.state, hash);
    else if (!r->maybe_ticket)
        clear(cx, hash, *r->maybe_len);
    else  // its owner can have the deposit back
        storage.RequestStatusFor.set(cx.state, hash,
                                     status::Unrequested{*r->maybe_ticket, *r->maybe_len});
    return {};
}

void request(Context& cx, const H256& hash) { do_request_preimage(cx, hash); }
void unrequest(Context& cx, const H256& hash) { (void)do_unrequest_preimage(cx, hash); }

}  // namespace preimage
