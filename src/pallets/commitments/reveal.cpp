// Timelocked fields open when the pulse of their round has come (pallets/commitments lib.rs). One
// that cannot be opened stays, marked, with an event that says why: the rule since runtime 426.
#include <algorithm>

#include "crypto/timelock.hpp"
#include "pallets/commitments/commitments.hpp"
#include "pallets/commitments/events.hpp"
#include "pallets/commitments/storage.hpp"
#include "pallets/drand/storage.hpp"
#include "pallets/system/spec_version.hpp"

namespace commitments {
namespace {

constexpr std::size_t max_reveals = 10;  // kept of an account on a subnet
/// Commitments that one block looks at, the next block going on from there. 475 has such a limit,
/// which TimelockRevealCursor serves; how high it is there is not public.
constexpr std::size_t max_looked_at = 128;
constexpr std::size_t mask_bytes = 32;

using Opened = std::variant<Bytes, RevealFailure>;

struct Envelope {
    Bytes encrypted{};
    u64 round = 0;
    FIELDS(encrypted, round)
};
std::optional<crypto::TimelockCiphertext> whole_ciphertext(BytesView raw) {
    auto out = crypto::read_timelock(raw);
    return raw.empty() ? out : std::nullopt;
}
/// The bare ciphertext, or one with its round as client libraries wrap it.
std::variant<crypto::TimelockCiphertext, RevealFailure> ciphertext_of(const Data& data) {
    auto found = whole_ciphertext(data.bytes);
    if (!found)
        if (auto envelope = scale::decoded<Envelope>(data.bytes)) {
            found = whole_ciphertext(envelope->encrypted);
            if (found && envelope->round != data.reveal_round) return RevealFailure::RoundMismatch;
        }
    if (!found || found->v.size() != mask_bytes || found->w.size() != mask_bytes)
        return RevealFailure::CiphertextDeserialize;
    return *found;
}

Opened open(const Data& data, const drand::Pulse& pulse) {
    const auto signature = crypto::beacon_signature_in(pulse.signature);
    if (!signature) return RevealFailure::SignatureDeserialize;
    const auto ciphertext = ciphertext_of(data);
    if (auto failure = std::get_if<RevealFailure>(&ciphertext)) return *failure;
    auto message =
        crypto::timelock_open(std::get<crypto::TimelockCiphertext>(ciphertext), *signature);
    if (!message) return RevealFailure::Decrypt;
    if (message->empty()) return RevealFailure::EmptyPlaintext;
    return *std::move(message);
}

/// The commitment of one account, being opened.
class Reveal {
public:
    Reveal(Context& cx, NetUid netuid, const AccountId& who, Weight& weight)
        : cx_(cx), s_(cx.state), netuid_(netuid), who_(who), weight_(weight) {}

    void run() {
        auto registration = storage.CommitmentOf.get(s_, netuid_, who_);
        add(1, 0);
        if (!registration) return leave_index();
        std::vector<Data> stay;
        for (auto& data : registration->info.fields_)
            if (!data.is_timelocked())
                stay.push_back(data);
            else if (auto left = reveal(data))
                stay.push_back(*left);
        const bool waits =
            std::any_of(stay.begin(), stay.end(), [](auto& data) { return data.is_timelocked(); });
        if (changed_) {
            keep_revealed();
            registration->info.fields_.assign(stay.begin(), stay.end());
            if (stay.empty())
                storage.CommitmentOf.erase(s_, netuid_, who_);
            else
                storage.CommitmentOf.set(s_, netuid_, who_, *registration);
            add(0, 1);
        }
        if (!waits) leave_index();
    }

private:
    /// What remains of the field; nothing when it opened.
    std::optional<Data> reveal(const Data& data) {
        add(1, 0);
        const auto pulse = drand::storage.Pulses.get(s_, data.reveal_round);
        if (!pulse) {
            const u64 oldest = drand::storage.OldestStoredRound.get(s_);
            if (oldest == 0 || data.reveal_round >= oldest) return data;
            return failed(data, RevealFailure::PulseExpired);
        }
        auto opened = open(data, *pulse);
        if (auto failure = std::get_if<RevealFailure>(&opened)) return failed(data, *failure);
        changed_ = true;
        revealed_.push_back(std::get<Bytes>(std::move(opened)));
        return {};
    }
    Data failed(Data data, RevealFailure why) {
        changed_ = true;
        cx_.emit(CommitmentRevealFailed{netuid_, who_, data.reveal_round, why});
        data.kind = Data::Kind::TimelockRevealFailed;
        return data;
    }
    void keep_revealed() {
        if (revealed_.empty()) return;
        auto all = storage.RevealedCommitments.get(s_, netuid_, who_);
        auto kept = all ? *std::move(all) : std::vector<std::pair<Bytes, u64>>{};
        for (auto& message : revealed_) {
            kept.emplace_back(std::move(message), cx_.block);
            cx_.emit(CommitmentRevealed{netuid_, who_});
        }
        if (kept.size() > max_reveals) kept.erase(kept.begin(), kept.end() - max_reveals);
        storage.RevealedCommitments.set(s_, netuid_, who_, kept);
        add(1, 1);
    }
    void leave_index() {
        storage.TimelockedIndex.change(s_, [&](auto& index) { index.erase({netuid_, who_}); });
        add(1, 1);
    }
    void add(u64 reads, u64 writes) { weight_ = weight_.saturating_add(db_weight(reads, writes)); }

    Context& cx_;
    State& s_;
    const NetUid netuid_;
    const AccountId who_;
    Weight& weight_;
    std::vector<Bytes> revealed_{};
    bool changed_ = false;
};

}  // namespace

Weight reveal_timelocked_commitments(Context& cx) {
    State& s = cx.state;
    auto weight = db_weight(2, 0);
    const auto index = storage.TimelockedIndex.get(s);
    const auto cursor = storage.TimelockRevealCursor.get(s);
    auto next = cursor ? index.upper_bound(*cursor) : index.begin();
    std::size_t left = frame_system::spec_version(s) >= 475 ? max_looked_at : index.size();
    for (; next != index.end() && left > 0; ++next, --left)
        Reveal(cx, next->first, next->second, weight).run();
    if (next != index.end())
        storage.TimelockRevealCursor.set(s, *std::prev(next));
    else if (cursor)
        storage.TimelockRevealCursor.erase(s);
    return weight;
}

}  // namespace commitments
