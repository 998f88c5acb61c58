// Reference counts of accounts: who keeps an account alive, and who relies on it
// (frame_system lib.rs).
#pragma once
#include "pallets/system/storage.hpp"

namespace frame_system {

enum class IncRefStatus : u8 { Created, Existed };
enum class DecRefStatus : u8 { Reaped, Exists };

/// A provider gives an account a reason to exist (a balance above the existential deposit).
IncRefStatus inc_providers(Context&, const AccountId&);
/// Fails with ConsumerRemaining when it is the last one and somebody relies on the account.
Result<DecRefStatus> dec_providers(Context&, const AccountId&);
/// A sufficient keeps an account alive by itself, without a deposit.
IncRefStatus inc_sufficients(Context&, const AccountId&);
DecRefStatus dec_sufficients(Context&, const AccountId&);
/// A consumer relies on an account's providers. Errors: NoProviders, TooManyConsumers (16).
Result<> inc_consumers(State&, const AccountId&);
Result<> inc_consumers_without_limit(State&, const AccountId&);  // NoProviders
void dec_consumers(State&, const AccountId&);

u32 providers(const State&, const AccountId&);
u32 sufficients(const State&, const AccountId&);
u32 consumers(const State&, const AccountId&);
bool account_exists(const State&, const AccountId&);
/// Whether one provider less would leave the account's consumers without any.
bool can_dec_provider(const State&, const AccountId&);

}  // namespace frame_system
