// RuntimeEvent on the wire: the pallet, the event, its fields.
#include "pallets/system/types.hpp"

#include "frame/pallet.hpp"

namespace scale {

void Codec<frame_system::RuntimeEvent>::encode(Bytes& out, const frame_system::RuntimeEvent& e) {
    out.push_back(e.event.pallet);
    out.push_back(e.event.index);
    out.insert(out.end(), e.event.payload.begin(), e.event.payload.end());
}
void Codec<frame_system::RuntimeEvent>::decode(Reader& in, frame_system::RuntimeEvent& e) {
    e.event.pallet = in.byte();
    e.event.index = in.byte();
    auto pallet = find_pallet(e.event.pallet);
    if (!in.ok() || !pallet) return in.fail();
    for (auto& row : pallet->events) {
        if (row.index != e.event.index) continue;
        Reader start = in;
        to_json(row.type(), in);  // walks over the fields; the text is not needed
        auto payload = start.view(start.left() - in.left());
        e.event.payload.assign(payload.begin(), payload.end());
        return;
    }
    in.fail();
}
const Type& Shape<frame_system::RuntimeEvent>::get() {
    static constexpr Type t{Type::Kind::runtime_event};
    return t;
}

}  // namespace scale
