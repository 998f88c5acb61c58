// Byte arrays and text that are wiped from memory when they go.
#pragma once
#include "base/types.hpp"

namespace crypto {

void wipe(std::span<u8>);

template <std::size_t size>
struct Secret : std::array<u8, size> {
    Secret() : std::array<u8, size>{} {}
    explicit Secret(const std::array<u8, size>& from) : std::array<u8, size>(from) {}
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;
    ~Secret() { wipe(*this); }
};

/// A pass phrase or mnemonic. Moves are copies so that every holder wipes its own.
struct SecretText : std::string {
    SecretText() = default;
    explicit SecretText(std::string_view from) : std::string(from) {}
    SecretText(const SecretText&) = default;
    SecretText& operator=(const SecretText&) = default;
    ~SecretText() { wipe({reinterpret_cast<u8*>(data()), capacity()}); }
};

using Seed = Secret<32>;  // the "mini secret" of a key pair

}  // namespace crypto
