// Blocks, the newest state and its history in RocksDB.
#include <fmt/format.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include <mutex>

#include "scale/codec.hpp"
#include "store/disk_keys.hpp"
#include "store/histories.hpp"
#include "store/store.hpp"

namespace store {
namespace {

constexpr std::string_view Format = "1";
constexpr std::string_view FormatKey = "mformat", HeadKey = "mhead";

rocksdb::Slice slice(BytesView b) { return {reinterpret_cast<const char*>(b.data()), b.size()}; }
BytesView bytes(const rocksdb::Slice& s) { return view({s.data(), s.size()}); }

/// A read that fails must never look like an absent key to consensus code: the node stops.
void check_read(const rocksdb::Status& status) {
    if (status.ok() || status.IsNotFound()) return;
    fmt::print(stderr, "myelin: cannot read the database: {}\n", status.ToString());
    std::_Exit(1);
}

class Database {
public:
    explicit Database(std::unique_ptr<rocksdb::DB> db) : db_(std::move(db)) {}
    rocksdb::DB& operator*() const { return *db_; }

    bool read(BytesView key, ValueReader reader) const {
        rocksdb::PinnableSlice value;
        const auto status = db_->Get({}, db_->DefaultColumnFamily(), slice(key), &value);
        check_read(status);
        if (!status.ok()) return false;
        reader(bytes(value));
        return true;
    }
    std::optional<Bytes> get(BytesView key) const {
        std::optional<Bytes> out;
        read(key, [&](BytesView v) { out = to_bytes(v); });
        return out;
    }

private:
    std::unique_ptr<rocksdb::DB> db_;
};

/// An iterator over the keys with one tag.
class Scan {
public:
    Scan(const Database& db, char tag) : end_(1, static_cast<char>(tag + 1)), end_slice_(end_) {
        rocksdb::ReadOptions options;
        options.iterate_upper_bound = &end_slice_;
        it_.reset((*db).NewIterator(options));
    }
    bool valid() const {
        if (it_->Valid()) return true;
        check_read(it_->status());
        return false;
    }
    BytesView key() const { return bytes(it_->key()); }
    BytesView value() const { return bytes(it_->value()); }
    void seek(BytesView key) { it_->Seek(slice(key)); }
    void next() { it_->Next(); }

private:
    std::string end_;
    rocksdb::Slice end_slice_;
    std::unique_ptr<rocksdb::Iterator> it_;
};

/// The state after any block, from the versions. What later blocks write is never looked at.
class ViewAt final : public View {
public:
    ViewAt(const Database& db, u32 number) : db_(db), number_(number) {}

    bool read(BytesView key, ValueReader reader) const override {
        auto& scan = cursor();
        if (found_ && equal(*found_, key)) return read_version(scan.value(), reader);
        found_.reset();
        const auto from = version_key(key, number_);
        scan.seek(from);
        if (!scan.valid() || !starts_with(scan.key(), BytesView(from).first(from.size() - 4)))
            return false;
        return read_version(scan.value(), reader);
    }
    std::optional<Bytes> next_key(BytesView key) const override {
        auto& scan = cursor();
        found_.reset();
        for (scan.seek(behind_versions(key)); scan.valid();) {
            auto found = read_version_key(scan.key());
            if (!found) damaged();
            if (found->number > number_) scan.seek(version_key(found->key, number_));
            auto at = scan.valid() ? read_version_key(scan.key()) : std::nullopt;
            if (at && at->key == found->key && read_version(scan.value(), [](BytesView) {}))
                return found_ = std::move(found->key);
            scan.seek(behind_versions(found->key));
        }
        return std::nullopt;
    }

private:
    static bool read_version(BytesView raw, ValueReader reader) {
        if (raw.empty() || raw[0] > 1) damaged();
        if (raw[0] == 1) reader(raw.subspan(1));
        return raw[0] == 1;
    }
    [[noreturn]] static void damaged() {
        fmt::print(stderr, "myelin: the database holds a malformed history record\n");
        std::_Exit(1);
    }
    Scan& cursor() const {
        if (!scan_) scan_.emplace(db_, 'v');
        return *scan_;
    }

    const Database& db_;
    u32 number_;
    mutable std::optional<Scan> scan_;
    mutable std::optional<Bytes> found_;  // the key whose version the scan stands at
};

/// The state after a block that was new when it was asked for: from memory as long as it is there.
class RecentView final : public View {
public:
    RecentView(const Histories& recent, const Database& db, u32 number)
        : recent_(recent), on_disk_(db, number), number_(number) {}
    bool read(BytesView key, ValueReader reader) const override {
        if (const auto lock = recent_.reading(); recent_.first() <= number_)
            return recent_.read(number_, key, reader);
        return on_disk_.read(key, reader);
    }
    std::optional<Bytes> next_key(BytesView key) const override {
        if (const auto lock = recent_.reading(); recent_.first() <= number_)
            return recent_.next_key(number_, key);
        return on_disk_.next_key(key);
    }
    void scan(BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const override {
        if (const auto lock = recent_.reading(); recent_.first() <= number_)
            return recent_.scan(number_, key, use);
        on_disk_.scan(key, use);
    }

private:
    const Histories& recent_;
    ViewAt on_disk_;
    u32 number_;
};

struct Record {  // of a block, as it is stored
    Hash hash;
    Bytes header, body, extra;
    FIELDS(hash, header, body, extra)
};

class DiskBackend final : public Backend {
public:
    DiskBackend(std::unique_ptr<rocksdb::DB> db, const DiskOptions& options)
        : db_(std::move(db)), directory_(options.directory) {
        write_options_.sync = options.sync;
        if (auto raw = db_.get(view(HeadKey)); raw && raw->size() == 36) {
            head_.emplace().number = be32(*raw);
            std::copy(raw->begin() + 4, raw->end(), head_->hash.begin());
            read_newest_state();
        }
    }

    Outcome<> write(const Block& block, const Changes& changes) override;
    const View& head_view() const override { return recent_.newest(); }

    std::optional<Head> head() const override {
        const std::lock_guard lock(mutex_);
        return head_;
    }
    std::unique_ptr<View> view_at(u32 number) const override {
        const std::lock_guard lock(mutex_);
        if (!head_ || number > head_->number) return nullptr;
        return std::make_unique<RecentView>(recent_, db_, number);
    }
    std::optional<Block> block(u32 number) const override {
        const auto raw = db_.get(numbered('b', number));
        auto record = raw ? scale::decoded<Record>(*raw) : std::nullopt;
        if (!record) return std::nullopt;
        return Block{number, record->hash, std::move(record->header), std::move(record->body),
                     std::move(record->extra)};
    }
    std::optional<Hash> hash_of(u32 number) const override {
        std::optional<Hash> out;
        db_.read(numbered('b', number), [&](BytesView raw) {
            if (raw.size() < 32) return;
            out.emplace();
            std::copy_n(raw.begin(), 32, out->begin());
        });
        return out;
    }
    std::optional<u32> number_of(const Hash& hash) const override {
        const auto raw = db_.get(tagged('n', hash));
        return raw && raw->size() == 4 ? std::optional(be32(*raw)) : std::nullopt;
    }

private:
    /// States of so many blocks are in memory beside the disk.
    static constexpr u32 recent_blocks = 64;

    void read_newest_state();
    Failure failed(const Block& block, const rocksdb::Status& status) const;

    Database db_;
    std::filesystem::path directory_;
    rocksdb::WriteOptions write_options_;
    Histories recent_{recent_blocks};
    mutable std::mutex mutex_;  // guards head_
    std::optional<Head> head_;
};

void DiskBackend::read_newest_state() {
    Changes state;
    Scan scan(db_, 'h');
    for (scan.seek(tagged('h', {})); scan.valid(); scan.next())
        state[scan.key().subspan(1)] = to_bytes(scan.value());
    recent_.add(head_->number, state);
}

Outcome<> DiskBackend::write(const Block& block, const Changes& changes) {
    rocksdb::WriteBatch batch;
    for (const auto& [key, value] : changes) {
        const auto newest = tagged('h', key);
        Bytes version{u8{0}};
        if (value) {
            batch.Put(slice(newest), slice(*value));
            version = tagged(1, *value);
        } else {
            batch.Delete(slice(newest));
        }
        batch.Put(slice(version_key(key, block.number)), slice(version));
    }
    const Record record{block.hash, block.header, block.body, block.extra};
    batch.Put(slice(numbered('b', block.number)), slice(scale::encoded(record)));
    Bytes number;
    put_be32(number, block.number);
    batch.Put(slice(tagged('n', block.hash)), slice(number));
    Bytes head = number;
    head.insert(head.end(), block.hash.begin(), block.hash.end());
    batch.Put(slice(view(HeadKey)), slice(head));

    const std::lock_guard lock(mutex_);
    if (auto status = (*db_).Write(write_options_, &batch); !status.ok())
        return failed(block, status);
    recent_.add(block.number, changes);
    head_ = Head{block.number, block.hash};
    return {};
}

Failure DiskBackend::failed(const Block& block, const rocksdb::Status& status) const {
    const auto what = status.IsNoSpace() ? std::string("the disk is full") : status.ToString();
    return {fmt::format(
        "block {} could not be stored in {}: {}. Blocks up to {} are safe; make room "
        "or repair the disk, then start again.",
        block.number, directory_.string(), what, head_ ? std::to_string(head_->number) : "none")};
}

rocksdb::Options database_options() {
    rocksdb::Options options;
    options.create_if_missing = true;
    options.write_buffer_size = 32 << 20;
    options.max_background_jobs = 2;
    options.max_total_wal_size = 128 << 20;
    options.keep_log_file_num = 2;
    options.info_log_level = rocksdb::WARN_LEVEL;
    options.compression = rocksdb::kLZ4Compression;
    // A torn last record ends the log: what was complete before it is served.
    options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
    rocksdb::BlockBasedTableOptions table;
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
    table.block_cache = rocksdb::NewLRUCache(64 << 20);
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    return options;
}

}  // namespace

Outcome<std::unique_ptr<Backend>> disk_backend(const DiskOptions& options) {
    const auto path = options.directory.string();
    std::error_code error;
    std::filesystem::create_directories(options.directory, error);
    if (error)
        return Failure{fmt::format("cannot create the data folder {}: {}", path, error.message())};
    rocksdb::DB* raw = nullptr;
    const auto status = rocksdb::DB::Open(database_options(), path, &raw);
    std::unique_ptr<rocksdb::DB> db(raw);
    if (!status.ok()) {
        const bool in_use = status.ToString().find("lock") != std::string::npos;
        return Failure{
            in_use ? fmt::format("the data folder {} is in use by another node; stop it "
                                 "or choose another folder ({})",
                                 path, status.ToString())
                   : fmt::format("cannot open the data folder {}: {}", path, status.ToString())};
    }
    std::string format;
    if (!db->Get({}, slice(view(FormatKey)), &format).ok()) {
        const auto written = db->Put({}, slice(view(FormatKey)), std::string(Format));
        if (!written.ok())
            return Failure{
                fmt::format("cannot write to the data folder {}: {}", path, written.ToString())};
    } else if (format != Format) {
        return Failure{
            fmt::format("the data folder {} has format {}, this program reads {}; use a "
                        "new folder or the program that wrote it",
                        path, format, Format)};
    }
    return std::unique_ptr<Backend>(std::make_unique<DiskBackend>(std::move(db), options));
}

}  // namespace store
