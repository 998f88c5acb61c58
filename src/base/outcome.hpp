// Outcome<T>: a value, or a sentence telling a person why there is none (files, keys, flags; not
// consensus).
#pragma once
#include <string>
#include <utility>
#include <variant>

#include "base/assert.hpp"

struct Failure {
    std::string text;  // what is wrong and what to do about it
};

template <class T>
class [[nodiscard]] Outcome {
public:
    Outcome(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Outcome(Failure failure) : held_(std::in_place_index<1>, std::move(failure)) {}

    explicit operator bool() const { return held_.index() == 0; }

    T& operator*() & { return checked(); }
    T&& operator*() && { return std::move(checked()); }
    const T& operator*() const& { return const_cast<Outcome*>(this)->checked(); }
    T* operator->() { return &checked(); }
    const T* operator->() const { return &const_cast<Outcome*>(this)->checked(); }

    const std::string& error() const {
        ASSERT(held_.index() == 1);
        return std::get_if<1>(&held_)->text;
    }
    Failure failure() const { return Failure{error()}; }

private:
    T& checked() {
        ASSERT(held_.index() == 0);
        return *std::get_if<0>(&held_);
    }

    std::variant<T, Failure> held_;
};

struct Done {};  // the value of an action that only succeeds or fails
using Action = Outcome<Done>;
