// Outcome<T>: a value, or a sentence that says what went wrong (files, sockets, flags; not
// consensus).
#pragma once
#include <concepts>
#include <utility>
#include <variant>

#include "base/assert.hpp"
#include "base/types.hpp"

struct Failure {
    std::string message;  // for people: what happened and what to do
};

template <class T = std::monostate>
class [[nodiscard]] Outcome {
public:
    Outcome(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Outcome(Failure failure) : content_(std::in_place_index<1>, std::move(failure)) {}
    Outcome() requires std::same_as<T, std::monostate> {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return const_cast<Outcome*>(this)->value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &const_cast<Outcome*>(this)->value(); }

    const std::string& message() const {
        ASSERT(!ok());
        return std::get<1>(content_).message;
    }
    Failure failure() const { return {message()}; }

private:
    T& value() {
        ASSERT(ok());
        return std::get<0>(content_);
    }
    std::variant<T, Failure> content_;
};
