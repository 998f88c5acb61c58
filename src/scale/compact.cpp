// SCALE compact integers: one, two, four bytes, or a length byte and up to 16.
#include "scale/reader.hpp"

namespace scale {

static void put_le(Bytes& out, u128 v, unsigned n) {
    for (unsigned i = 0; i < n; ++i) out.push_back(u8(v >> (8 * i)));
}

void put_compact(Bytes& out, u128 v) {
    if (v < 1u << 6)
        put_le(out, v << 2, 1);
    else if (v < 1u << 14)
        put_le(out, v << 2 | 1, 2);
    else if (v < 1u << 30)
        put_le(out, v << 2 | 2, 4);
    else {
        unsigned n = 4;
        while (n < 16 && v >> (8 * n)) ++n;
        out.push_back(u8((n - 4) << 2 | 3));
        put_le(out, v, n);
    }
}

static u128 take_le(Reader& in, unsigned n) {
    u8 b[16] = {};
    in.take(b, n);
    u128 v = 0;
    for (unsigned i = 0; i < n; ++i) v |= u128(b[i]) << (8 * i);
    return v;
}

u128 take_compact(Reader& in) {
    u8 first = in.byte();
    u128 v = 0, least = 0;
    switch (first & 3) {
        case 0: return first >> 2;
        case 1:
            v = (take_le(in, 1) << 8 | first) >> 2;
            least = 1u << 6;
            break;
        case 2:
            v = (take_le(in, 3) << 8 | first) >> 2;
            least = 1u << 14;
            break;
        default: {
            unsigned n = (first >> 2) + 4u;
            if (n > 16) {
                in.fail();
                return 0;
            }
            v = take_le(in, n);
            least = n == 4 ? u128(1) << 30 : u128(1) << (8 * (n - 1));
        }
    }
    if (v < least) in.fail();
    return in.ok() ? v : 0;
}

u32 take_length(Reader& in) {
    u128 n = take_compact(in);
    if (n > in.left()) {
        in.fail();
        return 0;
    }
    return u32(n);
}

}  // namespace scale
