// Reading a scenario file.
#include "apps/up/scenario.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace up {
namespace {

using Json = nlohmann::json;

/// The fields of one object; remembers which were asked for.
class Fields {
public:
    Fields(const Json& object, std::string where) : object_(object), where_(std::move(where)) {
        if (!object.is_object()) throw std::runtime_error(where_ + " must be an object");
    }
    template <class T>
    T get(const char* name) {
        known_.insert(name);
        if (!object_.contains(name)) throw std::runtime_error(where_ + " lacks \"" + name + "\"");
        try {
            return object_.at(name).get<T>();
        } catch (const Json::exception&) {
            throw std::runtime_error(where_ + ": \"" + name + "\" has a value of the wrong type");
        }
    }
    template <class T>
    T get(const char* name, T fallback) {
        known_.insert(name);
        return object_.contains(name) ? get<T>(name) : fallback;
    }
    const Json& at(const char* name) {
        known_.insert(name);
        if (!object_.contains(name)) throw std::runtime_error(where_ + " lacks \"" + name + "\"");
        return object_.at(name);
    }
    void done() const {
        for (const auto& [name, value] : object_.items())
            if (!known_.contains(name))
                throw std::runtime_error(where_ + " has an unknown field \"" + name + "\"");
    }

private:
    const Json& object_;
    const std::string where_;
    std::set<std::string> known_;
};

Validator read_validator(const Json& json) {
    Fields f(json, "a validator");
    Validator v{f.get<std::string>("name"), f.get<u64>("stake_tao"), {}};
    for (const auto& entry : f.get<Json>("delegators", Json::array())) {
        Fields d(entry, "a delegator");
        v.delegators.push_back({d.get<std::string>("name"), d.get<u64>("stake_tao")});
        d.done();
    }
    f.done();
    return v;
}

Miner read_miner(const Json& json) {
    Fields f(json, "a miner");
    Miner m{f.get<std::string>("name"), f.get<std::string>("behaviour", "honest")};
    f.done();
    return m;
}

void check_names(const Scenario& s) {
    std::set<std::string> names{s.owner};
    const auto add = [&](const std::string& name) {
        if (!names.insert(name).second)
            throw std::runtime_error("the name \"" + name + "\" is used twice");
        if (names.size() > Scenario::most_members) throw std::runtime_error("more than 64 members");
    };
    for (const auto& v : s.validators) {
        add(v.name);
        for (const auto& d : v.delegators) add(d.name);
    }
    for (const auto& m : s.miners) add(m.name);
    if (s.validators.empty() || s.miners.empty())
        throw std::runtime_error("at least one validator and one miner are needed");
}

Scenario read(const Json& json) {
    Scenario s;
    Fields all(json, "the scenario");
    s.title = all.get<std::string>("title");
    s.node = all.get<std::vector<std::string>>("node");
    Fields subnet(all.at("subnet"), "subnet");
    s.tempo = subnet.get<u16>("tempo");
    s.owner = subnet.get<std::string>("owner");
    subnet.done();
    Fields task(all.at("task"), "task");
    s.task = task.get<std::string>("name");
    s.tokens = task.get<u32>("tokens");
    s.pause_ms = task.get<u32>("pause_ms");
    s.timeout_ms = task.get<u32>("timeout_ms");
    task.done();
    for (const auto& entry : all.at("validators")) s.validators.push_back(read_validator(entry));
    for (const auto& entry : all.at("miners")) s.miners.push_back(read_miner(entry));
    Fields expect(all.at("expect"), "expect");
    s.honest_share_at_least = expect.get<double>("honest_share_at_least");
    s.canned_share_at_most = expect.get<double>("canned_share_at_most");
    expect.done();
    all.done();
    check_names(s);
    return s;
}

}  // namespace

Outcome<Scenario> read_scenario(const std::string& path) {
    std::ifstream in(path);
    if (!in) return Failure{"cannot read the scenario " + path};
    const Json json = Json::parse(in, nullptr, false);
    if (json.is_discarded()) return Failure{path + " is not JSON"};
    try {
        return read(json);
    } catch (const std::exception& problem) {
        return Failure{path + ": " + problem.what()};
    }
}

}  // namespace up
