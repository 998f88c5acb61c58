// Epoch inputs in vectors, held together with the arrays that EpochInput refers to.
#pragma once
#include "kernel/epoch/epoch.hpp"
#include "testing/vectors.hpp"

namespace golden {

class EpochCase {
public:
    explicit EpochCase(const vectors::Json& record);
    EpochCase(const EpochCase&) = delete;
    EpochCase& operator=(const EpochCase&) = delete;

    const kernel::EpochInput& view() const { return input_; }
    kernel::EpochInput& view() { return input_; }

private:
    std::vector<u64> alpha_stake_, tao_stake_, last_update_, registered_at_;
    std::vector<std::vector<kernel::Cell>> rows_;  // cells of all rows
    kernel::EpochInput input_;

    std::vector<kernel::RowView> read_rows(const vectors::Json& sparse);
};

}  // namespace golden
