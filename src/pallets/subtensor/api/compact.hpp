// Lists as runtime APIs return them: every element in compact form.
#pragma once
#include <vector>

#include "scale/codec.hpp"

namespace subtensor::api {

template <class T>
std::vector<scale::Compact<T>> compacts(const std::vector<T>& list) {
    std::vector<scale::Compact<T>> out;
    out.reserve(list.size());
    for (const T& x : list) out.push_back({x});
    return out;
}
template <class T>
T at_uid(const std::vector<T>& list, u16 uid) {
    return uid < list.size() ? T{list[uid]} : T{};
}

}  // namespace subtensor::api
