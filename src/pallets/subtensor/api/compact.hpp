// Lists as runtime APIs return them: every element in compact form.
#pragma once
#include <algorithm>
#include <vector>

#include "scale/codec.hpp"

namespace subtensor::api {

template <class T>
std::vector<scale::Compact<T>> compacts(const std::vector<T>& list) {
    std::vector<scale::Compact<T>> out(list.size());
    std::transform(list.begin(), list.end(), out.begin(),
                   [](const T& x) { return scale::Compact<T>{x}; });
    return out;
}
template <class T>
T at_uid(const std::vector<T>& list, u16 uid) {
    return uid < list.size() ? T{list[uid]} : T{};
}

}  // namespace subtensor::api
