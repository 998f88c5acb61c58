// Following the subnet.
#include "apps/up/snapshot.hpp"

#include "services/validator/scores.hpp"

namespace up {

using apps::read_item;
using subtensor::storage;

u64 Snapshot::miners_earned_rao(const Network& network) const {
    u64 sum = 0;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (network.members()[i].kind == Kind::miner) sum += members[i].earned_rao;
    return sum;
}

double Snapshot::share_of(const Network& network, std::string_view behaviour) const {
    u64 part = 0;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (network.members()[i].behaviour == behaviour) part += members[i].earned_rao;
    const u64 all = miners_earned_rao(network);
    return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

Outcome<bool> Follower::advance() {
    const auto head = network_.chain().head();
    if (!head) return head.failure();
    if (head->number == now_.head.number) return false;
    const u32 first = now_.head.number == 0 ? head->number : now_.head.number + 1;
    for (u32 number = first; number <= head->number; ++number) {
        const auto hash = network_.chain().block_hash(number);
        if (!hash) return hash.failure();
        if (auto done = take_block({number, *hash}); !done) return done.failure();
    }
    read_scores();
    return true;
}

Outcome<> Follower::take_block(const client::Head& head) {
    auto& chain = network_.chain();
    const auto netuid = network_.netuid();
    const std::optional<Hash> at = head.hash;
    const auto step = read_item(chain, at, storage.LastMechansimStepBlock, netuid);
    if (!step) return step.failure();
    const auto incentive = read_item(chain, at, storage.Incentive, NetUidStorageIndex{netuid.id});
    const auto dividends = read_item(chain, at, storage.Dividends, netuid);
    const auto emission = read_item(chain, at, storage.Emission, netuid);
    if (!incentive) return incentive.failure();
    if (!dividends) return dividends.failure();
    if (!emission) return emission.failure();
    const bool epoch = last_step_ && *step != *last_step_;
    last_step_ = *step;
    if (epoch) ++now_.epochs;
    constexpr double full = 65'535;
    for (std::size_t i = 0; i < network_.members().size(); ++i) {
        const auto& member = network_.members()[i];
        auto& state = now_.members[i];
        if (member.uid < incentive->size()) state.incentive = (*incentive)[member.uid].parts / full;
        if (member.uid < dividends->size()) state.dividends = (*dividends)[member.uid].parts / full;
        if (epoch && member.uid < emission->size()) state.earned_rao += (*emission)[member.uid].rao;
        const auto stake = read_item(chain, at, storage.TotalHotkeyAlpha, member.hotkey, netuid);
        if (!stake) return stake.failure();
        state.stake_rao = stake->rao;
    }
    now_.head = head;
    return {};
}

void Follower::read_scores() {
    std::vector<validator::ScoreBook> books;
    for (const auto& member : network_.members())
        if (member.kind == Kind::validator)
            if (auto book = validator::ScoreBook::open(member.scores_path))
                books.push_back(*std::move(book));
    for (std::size_t i = 0; i < network_.members().size(); ++i) {
        const auto address = apps::address_of(network_.members()[i].hotkey);
        double sum = 0;
        int count = 0;
        for (const auto& book : books) {
            const auto record = book.miners().find(address);
            if (record == book.miners().end()) continue;
            sum += record->second.score;
            ++count;
        }
        now_.members[i].score = count == 0 ? -1 : sum / count;
    }
}

}  // namespace up
