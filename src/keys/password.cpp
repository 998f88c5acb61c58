// Passwords from the environment and the terminal.
#include "keys/password.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <termios.h>
#include <unistd.h>

#include <cctype>
#include <cstdlib>
#include <set>

namespace keys {
namespace {

using crypto::SecretText;

/// A terminal that does not show what is typed, for as long as the object lives.
class QuietTerminal {
public:
    QuietTerminal() : file_(open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (file_ < 0 || tcgetattr(file_, &before_) != 0) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = tcsetattr(file_, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal() {
        if (changed_) tcsetattr(file_, TCSAFLUSH, &before_);
        if (file_ >= 0) close(file_);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

    std::optional<SecretText> ask(std::string_view question) {
        if (!changed_) return std::nullopt;
        if (!say(question)) return std::nullopt;
        SecretText line;
        line.reserve(max_password);
        for (char c = 0; read(file_, &c, 1) == 1 && c != '\n';)
            if (line.size() < max_password) line += c;
        say("\n");
        return line;
    }

private:
    bool say(std::string_view text) {
        return write(file_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    }

    int file_;
    termios before_{};
    bool changed_ = false;
};

std::optional<SecretText> from_environment(const Path& keyfile) {
    const std::string variable = password_variable(keyfile);
    const char* const value = std::getenv(variable.c_str());
    return value ? unhide_password(value, variable) : std::nullopt;
}

Failure no_password(const Path& keyfile) {
    return {
        fmt::format("no password for {}: there is no terminal to ask at; give --password-file, or "
                    "set {}",
                    keyfile.string(), password_variable(keyfile))};
}

}  // namespace

std::string password_variable(const Path& keyfile) {
    std::string name = "BT_PW_";
    for (const char c : keyfile.string())
        name += c == '/' || c == '.'
                    ? '_'
                    : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

std::string hide_password(std::string_view password, std::string_view variable) {
    Bytes mixed(password.size());
    for (std::size_t i = 0; i < password.size(); ++i)
        mixed[i] = static_cast<u8>(password[i] ^ variable[i % variable.size()]);
    std::string text(sodium_base64_ENCODED_LEN(mixed.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), mixed.data(), mixed.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the final zero
    return text;
}

std::optional<SecretText> unhide_password(std::string_view value, std::string_view variable) {
    if (value.size() > 2 * max_password || variable.empty()) return std::nullopt;
    SecretText password(std::string(value.size(), '\0'));
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<u8*>(password.data()), password.size(), value.data(),
                          value.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    password.resize(size);
    for (std::size_t i = 0; i < size; ++i)
        password[i] = static_cast<char>(password[i] ^ variable[i % variable.size()]);
    return password;
}

Outcome<> check_new_password(std::string_view password) {
    if (password.size() > max_password) return Failure{"the password is too long"};
    const std::set<char> different(password.begin(), password.end());
    if (password.size() < 6 || different.size() < 4)
        return Failure{"the password needs at least 6 characters, 4 of them different"};
    return {};
}

Outcome<SecretText> password_for(const Path& keyfile, const PasswordSource& source) {
    if (source.given) return *source.given;
    if (auto found = from_environment(keyfile)) return *found;
    if (source.may_ask)
        if (auto typed = QuietTerminal().ask(fmt::format("Password of {}: ", keyfile.string())))
            return *typed;
    return no_password(keyfile);
}

Outcome<SecretText> new_password_for(const Path& keyfile, const PasswordSource& source) {
    std::optional<SecretText> chosen = source.given;
    if (!chosen) chosen = from_environment(keyfile);
    if (!chosen && source.may_ask) {
        QuietTerminal terminal;
        chosen = terminal.ask(fmt::format("New password for {}: ", keyfile.string()));
        if (chosen && terminal.ask("Once more: ") != chosen)
            return Failure{"the two passwords differ"};
    }
    if (!chosen) return no_password(keyfile);
    if (const auto good = check_new_password(*chosen); !good) return good.failure();
    return *chosen;
}

}  // namespace keys
