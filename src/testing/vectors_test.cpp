// Reading vectors: numbers at the edges of their types, plain and gzipped files.
#include "testing/vectors.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>

namespace {

using vectors::Json;

TEST(Vectors, numbers_keep_all_their_bits) {
    const std::string max = "340282366920938463463374607431768211455";
    EXPECT_EQ(vectors::to_decimal(vectors::to_u128(Json(max))), max);
    const std::string min = "-170141183460469231731687303715884105728";
    EXPECT_EQ(vectors::to_decimal(vectors::to_i128(Json(min))), min);
    EXPECT_EQ(vectors::to_u64(Json(7)), 7u);
    EXPECT_THROW(vectors::to_u64(Json("18446744073709551616")), std::runtime_error);
    EXPECT_THROW(vectors::to_u128(Json("-1")), std::runtime_error);
    EXPECT_THROW(vectors::to_int<u16>(Json(65536)), std::runtime_error);
    EXPECT_THROW(vectors::to_i128(Json("1x")), std::runtime_error);
}

TEST(Vectors, plain_and_gzipped_files_read_the_same) {
    const std::string text = "{\"a\":1}\n{\"a\":2}\n\n{\"a\":3}";
    const auto folder = std::filesystem::temp_directory_path();
    const auto plain = folder / "myelin_vectors_test.jsonl",
               packed = folder / "myelin_vectors_test.gz";
    std::ofstream(plain) << text;
    gzFile file = gzopen(packed.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    for (const auto& path : {plain, packed}) {
        std::vector<int> seen;
        vectors::for_each_record(path, [&](const Json& r, std::size_t) { seen.push_back(r["a"]); });
        EXPECT_EQ(seen, (std::vector<int>{1, 2, 3}));
        std::filesystem::remove(path);
    }
}

}  // namespace
