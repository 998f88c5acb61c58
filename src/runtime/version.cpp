// Which runtime this is.
#include "frame/version.hpp"

#include <algorithm>

#include "crypto/hash.hpp"
#include "frame/pallet.hpp"

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

const RuntimeVersion& runtime_version() {
    static const RuntimeVersion version{.spec_name = {"node-subtensor"},
                                        .impl_name = {"node-subtensor"},
                                        .authoring_version = 1,
                                        .spec_version = 475,
                                        .impl_version = 1,
                                        .apis = {declared_apis()},
                                        .transaction_version = 1,
                                        .system_version = 1};
    return version;
}
