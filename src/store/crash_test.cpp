// The disk store after kill -9, a torn log, a full disk and other accidents.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <rocksdb/db.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "store/test_chain.hpp"

namespace store {
namespace {

std::unique_ptr<Store> open(const std::filesystem::path& folder) {
    auto opened = Store::open({folder});
    if (!opened) ADD_FAILURE() << opened.message();
    return opened ? *std::move(opened) : nullptr;
}

/// The newest block is whole: its state, its root, its record and all blocks below it.
void expect_whole(const Store& store) {
    ASSERT_TRUE(store.head());
    const auto head = store.head()->number;
    EXPECT_EQ(store.head()->hash, block_of(head).hash);
    const auto model = model_at(head);
    EXPECT_EQ(contents(store.head_view()), model);
    EXPECT_EQ(store.state_root(), trie::root_of(model));
    for (u32 n = 0; n <= head; n += 1 + head / 50) {
        ASSERT_TRUE(store.block(n)) << n;
        EXPECT_EQ(store.block(n)->header, block_of(n).header);
    }
    EXPECT_EQ(contents(*store.view_at(head / 2)), model_at(head / 2));
    EXPECT_FALSE(store.block(head + 1));
}

/// Runs the hidden test below in a new process (a fork alone would lack RocksDB's threads).
/// It writes one line per block it has committed, or a failure's text.
class Writer {
public:
    Writer(const std::filesystem::path& folder, const char* file_limit) {
        int ends[2];
        if (pipe(ends) != 0) std::abort();
        pid_ = fork();
        if (pid_ == 0) {
            dup2(ends[1], 3);
            dup2(::open("/dev/null", O_WRONLY), 1);
            setenv("MYELIN_STORE_FOLDER", folder.c_str(), 1);
            setenv("MYELIN_FILE_LIMIT", file_limit, 1);
            execl("/proc/self/exe", "store_test", "--gtest_also_run_disabled_tests",
                  "--gtest_brief=1", "--gtest_filter=Child.DISABLED_commits_until_it_ends",
                  static_cast<char*>(nullptr));
            _exit(127);
        }
        close(ends[1]);
        out_ = fdopen(ends[0], "r");
    }
    ~Writer() {
        fclose(out_);
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    Writer(const Writer&) = delete;
    /// The next line without its end; empty at the end.
    std::string line() {
        char text[1000];
        if (fgets(text, sizeof text, out_) == nullptr) return {};
        return std::string(text).substr(0, std::strlen(text) - 1);
    }

private:
    pid_t pid_;
    FILE* out_;
};

TEST(Child, DISABLED_commits_until_it_ends) {
    const char* folder = std::getenv("MYELIN_STORE_FOLDER");
    if (folder == nullptr) GTEST_SKIP() << "started by other tests";
    if (const auto bytes = std::strtoul(std::getenv("MYELIN_FILE_LIMIT"), nullptr, 10); bytes > 0) {
        signal(SIGXFSZ, SIG_IGN);  // a write beyond the limit fails as on a full disk
        const rlimit limit{bytes, bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    auto store = open(folder);
    for (u32 n = store->head() ? store->head()->number + 1 : 0;; ++n) {
        const auto done = commit(*store, n);
        dprintf(3, "%s\n", done ? std::to_string(n).c_str() : done.message().c_str());
        if (done) continue;
        dprintf(3, "%s\n", commit(*store, n) ? "accepted a block after a failure" : "refused");
        expect_whole(*store);
        dprintf(3, "%s\n", HasFailure() ? "not whole" : "whole");
        return;
    }
}

TEST(Crash, kill_9_loses_no_block) {
    TemporaryFolder folder;
    u32 acknowledged = 0;
    for (u32 stop : {3u, 40u, 41u, 300u, 900u}) {
        {
            Writer writer(folder.path(), "0");
            while (acknowledged < stop) acknowledged = static_cast<u32>(std::stoul(writer.line()));
        }
        auto store = open(folder.path());
        ASSERT_NE(store, nullptr);
        ASSERT_GE(store->head()->number, acknowledged);
        acknowledged = store->head()->number;
        expect_whole(*store);
    }
}

TEST(Crash, a_full_disk_is_reported_and_loses_no_block) {
    TemporaryFolder folder;
    u32 acknowledged = 0;
    {
        Writer writer(folder.path(), "60000");
        std::string line = writer.line();
        for (; !line.empty() && std::isdigit(line[0]) != 0; line = writer.line())
            acknowledged = static_cast<u32>(std::stoul(line));
        EXPECT_NE(line.find("could not be stored in " + folder.path().string()), std::string::npos)
            << line;
        EXPECT_EQ(writer.line(), "refused");
        EXPECT_EQ(writer.line(), "whole");
    }
    ASSERT_GT(acknowledged, 10u);
    auto store = open(folder.path());
    ASSERT_NE(store, nullptr);
    EXPECT_EQ(store->head()->number, acknowledged);
    expect_whole(*store);
    EXPECT_TRUE(commit(*store, acknowledged + 1)) << "it goes on once there is room";
}

std::filesystem::path newest_log(const std::filesystem::path& folder) {
    std::filesystem::path newest;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".log" && entry.file_size() > 0 && entry.path() > newest)
            newest = entry.path();
    return newest;
}

/// What a process that dies leaves: everything in the log. (Closing would do, too, but not
/// killing.)
void write_blocks_and_die(const std::filesystem::path& folder, u32 last) {
    Writer writer(folder, "0");
    for (u32 n = 0; n < last;) n = static_cast<u32>(std::stoul(writer.line()));
}

TEST(Crash, a_torn_log_serves_the_last_complete_block) {
    TemporaryFolder origin;
    write_blocks_and_die(origin.path(), 60);
    const auto size = file_size(newest_log(origin.path()));
    u32 most = 0, least = ~0u;
    for (std::size_t cut : {1, 7, 50, 300, 1000, 3000}) {
        SCOPED_TRACE(cut);
        TemporaryFolder folder;
        copy(origin.path(), folder.path(), std::filesystem::copy_options::recursive);
        resize_file(newest_log(folder.path()), size - cut);
        auto store = open(folder.path());
        ASSERT_NE(store, nullptr);
        expect_whole(*store);
        const auto head = store->head()->number;
        most = std::max(most, head);
        least = std::min(least, head);
        EXPECT_TRUE(commit(*store, head + 1));
    }
    EXPECT_GE(most, 59u) << "one torn byte costs at most one block";
    EXPECT_LT(least, most) << "more torn bytes cost more";
}

TEST(Crash, wrong_bytes_at_the_end_of_the_log_are_not_believed) {
    TemporaryFolder origin;
    write_blocks_and_die(origin.path(), 60);
    const auto size = file_size(newest_log(origin.path()));
    for (std::size_t back : {1, 10, 100, 400}) {
        SCOPED_TRACE(back);
        TemporaryFolder folder;
        copy(origin.path(), folder.path(), std::filesystem::copy_options::recursive);
        {
            std::fstream log(newest_log(folder.path()), std::ios::in | std::ios::out);
            log.seekg(static_cast<std::streamoff>(size - back));
            const int old = log.get();
            log.seekp(static_cast<std::streamoff>(size - back));
            log.put(static_cast<char>(old ^ 0x55));
        }
        auto store = open(folder.path());
        ASSERT_NE(store, nullptr);
        expect_whole(*store);
        EXPECT_TRUE(commit(*store, store->head()->number + 1));
    }
}

TEST(Disk, goes_on_after_a_restart) {
    TemporaryFolder folder;
    for (u32 last : {0u, 10u, 25u}) {
        auto store = open(folder.path());
        for (u32 n = store->head() ? store->head()->number + 1 : 0; n <= last; ++n)
            ASSERT_TRUE(commit(*store, n));
        store.reset();
        expect_whole(*open(folder.path()));
    }
}

TEST(Disk, a_folder_in_use_is_refused_with_a_sentence) {
    TemporaryFolder folder;
    auto store = open(folder.path());
    const auto second = Store::open({folder.path()});
    ASSERT_FALSE(second);
    EXPECT_NE(second.message().find("in use by another node"), std::string::npos);
}

TEST(Disk, a_folder_that_cannot_be_made_is_refused_with_a_sentence) {
    TemporaryFolder folder;
    const auto file = folder.path() / "file";
    std::ofstream(file) << "not a folder";
    for (const auto& path : {file, file / "below"}) {
        const auto opened = Store::open({path});
        ASSERT_FALSE(opened);
        EXPECT_NE(opened.message().find(path.string()), std::string::npos) << opened.message();
    }
}

TEST(Disk, a_folder_of_another_format_is_refused) {
    TemporaryFolder folder;
    open(folder.path()).reset();
    rocksdb::DB* raw = nullptr;
    ASSERT_TRUE(rocksdb::DB::Open({}, folder.path().string(), &raw).ok());
    ASSERT_TRUE(raw->Put({}, "mformat", "999").ok());
    delete raw;
    const auto opened = Store::open({folder.path()});
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.message().find("format 999"), std::string::npos);
}

}  // namespace
}  // namespace store
