// Reading WebAssembly's list of sections (WebAssembly core specification, binary format) and
// Substrate's mark of packed code (sp-maybe-compressed-blob).
#include "pallets/system/runtime_code.hpp"

#include <zstd.h>

#include "base/bytes.hpp"
#include "scale/codec.hpp"

namespace frame_system {
namespace {

constexpr u8 packed_mark[] = {82, 188, 83, 118, 70, 219, 142, 5};
constexpr u8 wasm_start[] = {0, 'a', 's', 'm', 1, 0, 0, 0};
constexpr std::string_view version_section = "runtime_version";

std::optional<Bytes> unpacked(BytesView packed) {
    const auto context = ZSTD_createDCtx();
    Bytes out;
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    bool whole = false;
    while (!whole && out.size() <= max_code_bytes) {
        const auto before = out.size();
        out.resize(before + ZSTD_DStreamOutSize());
        ZSTD_outBuffer to{out.data() + before, out.size() - before, 0};
        const auto left = ZSTD_decompressStream(context, &to, &in);
        out.resize(before + to.pos);
        if (ZSTD_isError(left)) break;
        whole = left == 0;
        if (!whole && in.pos == in.size && to.pos == 0) break;  // it ends too early
    }
    ZSTD_freeDCtx(context);
    if (!whole || out.size() > max_code_bytes) return {};
    return out;
}

/// An unsigned number in LEB128, of at most 32 bits.
u32 take_leb128(scale::Reader& in) {
    u64 value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
        const u8 byte = in.byte();
        value |= u64{byte & 0x7fu} << shift;
        if (!(byte & 0x80)) {
            if (value > ~u32{0}) in.fail();
            return u32(value);
        }
    }
    in.fail();
    return 0;
}

/// The contents of the custom section of that name.
std::optional<BytesView> custom_section(BytesView wasm, std::string_view wanted) {
    constexpr u8 custom = 0;
    scale::Reader in(wasm.subspan(std::size(wasm_start)));
    while (in.ok() && in.left() > 0) {
        const u8 kind = in.byte();
        const auto section = in.view(take_leb128(in));
        if (!in.ok() || kind != custom) continue;
        scale::Reader inner(section);
        const auto name = inner.view(take_leb128(inner));
        if (inner.ok() && equal(name, view(wanted))) return inner.view(inner.left());
    }
    return {};
}

}  // namespace

std::optional<CodeVersion> version_of_code(BytesView code) {
    std::optional<Bytes> plain;
    if (starts_with(code, packed_mark)) {
        plain = unpacked(code.subspan(std::size(packed_mark)));
        if (!plain) return {};
        code = *plain;
    }
    if (!starts_with(code, wasm_start)) return {};
    const auto section = custom_section(code, version_section);
    if (!section) return {};
    // The beginning of sp_version::RuntimeVersion; what follows differs by its age.
    scale::Reader in(*section);
    CodeVersion out;
    std::string impl_name;
    u32 authoring_version = 0;
    scale::decode(in, out.spec_name);
    scale::decode(in, impl_name);
    scale::decode(in, authoring_version);
    scale::decode(in, out.spec_version);
    if (!in.ok()) return {};
    return out;
}

}  // namespace frame_system
