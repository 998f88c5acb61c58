// The live view: a table that is redrawn in a terminal, plain lines elsewhere.
#pragma once
#include "apps/up/snapshot.hpp"

namespace up {

class Screen {
public:
    explicit Screen(bool terminal) : terminal_(terminal) {}

    void progress(const std::string& line);
    void show(const Network&, const Snapshot&);
    void note(const std::string& line);

private:
    const bool terminal_;
    std::size_t drawn_lines_ = 0;
    u64 epochs_shown_ = ~u64{0};
};

std::string table_of(const Network&, const Snapshot&);

}  // namespace up
