// Which runtime this is.
#include "frame/version.hpp"

#include <algorithm>

#include "crypto/hash.hpp"
#include "frame/pallet.hpp"
#include "pallets/system/spec_version.hpp"

namespace {

struct ApiVersion {
    std::string_view trait;
    u32 version;
};
// Versions that are not 1, as runtime 475 has them.
constexpr ApiVersion versions[] = {
    {"Core", 5},
    {"Metadata", 2},
    {"TransactionPaymentApi", 4},
    {"TransactionPaymentCallApi", 3},
    {"TaggedTransactionQueue", 3},
    {"SubnetInfoRuntimeApi", 2},
};

ApiId id_of(std::string_view trait) {
    ApiId id;
    crypto::blake2b(view(trait), id);
    return id;
}

u32 version_of(std::string_view trait) {
    for (auto& v : versions)
        if (v.trait == trait) return v.version;
    return 1;
}

/// Every trait that has a method here, in the order of the tables.
std::vector<std::pair<ApiId, u32>> declared_apis() {
    std::vector<std::pair<ApiId, u32>> out;
    each_api([&](const ApiRow& row) {
        auto trait = row.name.substr(0, row.name.find('_'));
        std::pair one{id_of(trait), version_of(trait)};
        if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    });
    return out;
}

}  // namespace

RuntimeVersion runtime_version(u32 spec_version) {
    static const auto apis = declared_apis();
    const std::string name(runtime_name);
    return {.spec_name = {name},
            .impl_name = {name},
            .authoring_version = 1,
            .spec_version = spec_version,
            .impl_version = 1,
            .apis = {apis},
            .transaction_version = transaction_version,
            .system_version = 1};
}

RuntimeVersion runtime_version(const State& s) {
    return runtime_version(frame_system::spec_version(s));
}
