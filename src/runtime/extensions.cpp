// What metadata says about extrinsics.
#include "runtime/extensions.hpp"

namespace {

using None = std::tuple<>;

template <class T, class Signed = None>
constexpr ExtrinsicInfo::Extension row(std::string_view identifier) {
    return {identifier, &scale::type_of<T>, &scale::type_of<Signed>};
}

}  // namespace

const ExtrinsicInfo& extrinsic_info() {
    using namespace extension;
    static constexpr std::array extensions{
        row<CheckNonZeroSender>("CheckNonZeroSender"),
        row<CheckSpecVersion, u32>("CheckSpecVersion"),
        row<CheckTxVersion, u32>("CheckTxVersion"),
        row<CheckGenesis, H256>("CheckGenesis"),
        row<CheckMortality, H256>("CheckMortality"),
        row<CheckNonce>("CheckNonce"),
        row<CheckWeight>("CheckWeight"),
        row<ChargeTransactionPayment>("ChargeTransactionPayment"),
        row<SudoTransactionExtension>("SudoTransactionExtension"),
        row<CheckShieldedTxValidity>("CheckShieldedTxValidity"),
        row<SubtensorTransactionExtension>("SubtensorTransactionExtension"),
        row<DrandPriority>("DrandPriority"),
        row<CheckMetadataHash, std::optional<Hash>>("CheckMetadataHash"),
    };
    static const ExtrinsicInfo info{&scale::type_of<MultiAddress>, &scale::type_of<MultiSignature>,
                                    &scale::type_of<All>, extensions};
    return info;
}

namespace scale {

/// Era is written as 256 variants, Mortal1 to Mortal255 with one byte, as decoders expect it.
const Type& Shape<Era>::get() {
    static const auto names = [] {
        std::string out = "Immortal";
        for (int i = 1; i < 256; ++i) out += ", Mortal" + std::to_string(i);
        return out;
    }();
    static const auto of = [] {
        std::array<TypeRef, 256> refs;
        refs.fill(&type_of<Some<u8>>);
        refs[0] = &type_of<scale::None>;
        return refs;
    }();
    static const Type t{Type::Kind::variant, "sp_runtime::generic::era::Era", names, of};
    return t;
}

}  // namespace scale
