// Read proofs: the trie nodes that show, against a state root, what some keys hold.
#pragma once
#include <map>

#include "base/function_ref.hpp"
#include "trie/trie.hpp"

namespace trie {

/// Fetches the value at a key, for values that the trie holds only by hash.
using ValueSource = FunctionRef<std::optional<Bytes>(BytesView key)>;

/// The nodes that state_getReadProof returns for `keys`: distinct, sorted as bytes. A value longer
/// than 32 bytes is an element of its own.
std::vector<Bytes> prove(Trie& trie, std::span<const Bytes> keys, ValueSource value_at);

/// A proof received from someone else. Holds copies of its nodes, found by their hash.
class Proof {
public:
    /// Beyond either limit a proof is refused: nothing in it is believed.
    static constexpr std::size_t MaxNodes = 1 << 16, MaxBytes = 64 << 20;

    explicit Proof(std::span<const Bytes> nodes);

    enum class Answer : u8 { present, absent, unproven };
    struct Lookup {
        Answer answer = Answer::unproven;
        Bytes value;
    };
    /// What the state with this root holds at `key`. Unproven: a node is missing or malformed.
    Lookup read(const Hash& root, BytesView key) const;

private:
    std::optional<BytesView> find(BytesView hash) const;
    Lookup value(const NodeValue& found) const;

    std::map<Hash, Bytes> nodes_;
};

}  // namespace trie
