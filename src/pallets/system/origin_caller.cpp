// From a named origin to one that calls are dispatched with.
#include "pallets/system/origin_caller.hpp"

namespace frame_system {

Origin OriginCaller::origin() const {
    auto system = std::get_if<origin_caller::system>(this);
    if (!system) return {Origin::Kind::other};
    if (std::holds_alternative<raw_origin::Root>(system->origin)) return Origin::root();
    if (std::holds_alternative<raw_origin::None>(system->origin)) return {};
    if (auto signed_origin = std::get_if<raw_origin::Signed>(&system->origin))
        return Origin::signed_by(signed_origin->who);
    return {Origin::Kind::other};
}

}  // namespace frame_system
