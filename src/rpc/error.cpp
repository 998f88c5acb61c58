// JSON-RPC errors. Numbers and texts: Substrate's sc-rpc-api (author, state) and sp_runtime's
// transaction_validity.
#include "rpc/error.hpp"

#include <fmt/format.h>

#include "base/hex.hpp"

namespace rpc {
namespace {

constexpr int bad_format = 1001, invalid_transaction = 1010, unknown_validity = 1011,
              temporarily_banned = 1012, already_imported = 1013, too_low_priority = 1014,
              immediately_dropped = 1016, state_client = 4003;

std::string text_of(const ValidityError& e) {
    using enum InvalidTransaction;
    if (e.is_unknown) {
        switch (UnknownTransaction(e.kind)) {
            case UnknownTransaction::CannotLookup:
                return "Could not lookup information required to validate the transaction";
            case UnknownTransaction::NoUnsignedValidator:
                return "Could not find an unsigned validator for the unsigned transaction";
            case UnknownTransaction::Custom: return fmt::format("Custom error: {}", e.custom);
        }
        return "Unknown";
    }
    switch (InvalidTransaction(e.kind)) {
        case Call: return "Transaction call is not expected";
        case Payment: return "Inability to pay some fees (e.g. account balance too low)";
        case Future: return "Transaction will be valid in the future";
        case Stale: return "Transaction is outdated";
        case BadProof: return "Transaction has a bad signature";
        case AncientBirthBlock: return "Transaction has an ancient birth block";
        case ExhaustsResources: return "Transaction would exhaust the block limits";
        case Custom: return fmt::format("Custom error: {}", e.custom);
        case BadMandatory: return "A call was labelled as mandatory, but resulted in an Error.";
        case MandatoryValidation:
            return "Transaction dispatch is mandatory; transactions must not be validated.";
        case BadSigner: return "Invalid signing address";
        case IndeterminateImplicit: return "The implicit data was unable to be calculated";
        case UnknownOrigin: return "The transaction extension did not authorize any origin";
    }
    return "Invalid";
}

struct ToError {
    Error operator()(const chain::rejection::Malformed&) const {
        return {bad_format, "Extrinsic has invalid format",
                "it does not decode as an extrinsic of this runtime"};
    }
    Error operator()(const chain::rejection::Refused& r) const {
        if (r.reason.is_unknown)
            return {unknown_validity, "Unknown Transaction Validity", text_of(r.reason)};
        return {invalid_transaction, "Invalid Transaction", text_of(r.reason)};
    }
    Error operator()(const chain::rejection::AlreadyImported& r) const {
        return {already_imported, "Transaction Already Imported", to_hex_0x(r.hash)};
    }
    Error operator()(const chain::rejection::Banned&) const {
        return {temporarily_banned, "Transaction is temporarily banned",
                "it was in a block or found invalid a short while ago"};
    }
    Error operator()(const chain::rejection::TooLowPriority& r) const {
        return {too_low_priority,
                fmt::format("Priority is too low: ({} vs {})", r.old_priority, r.new_priority),
                "The transaction has too low priority to replace another transaction already in "
                "the pool."};
    }
    Error operator()(const chain::rejection::Full& r) const {
        return {immediately_dropped, "Immediately Dropped", std::string(r.limit)};
    }
};

}  // namespace

Error client_error(std::string why) { return {state_client, "Client error: " + why, why}; }

Error unknown_block(const Hash& hash) {
    return client_error("Api called for an unknown Block: State already discarded for " +
                        to_hex_0x(hash));
}

Error from(const chain::Rejection& rejection) { return std::visit(ToError{}, rejection); }

}  // namespace rpc
