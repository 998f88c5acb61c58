// Why the pallet says no.
#pragma once
#include "frame/result.hpp"

namespace admin_utils {

// clang-format off
#define ADMIN_UTILS_ERRORS(X) \
    X(SubnetDoesNotExist, 0, "There is no subnet with this netuid.") \
    X(MaxValidatorsLargerThanMaxUIds, 1, \
      "The subnet cannot have more validators than it has places for neurons.") \
    X(MaxAllowedUIdsLessThanCurrentUIds, 2, \
      "The subnet has more neurons than this limit; trim it first.") \
    X(BondsMovingAverageMaxReached, 3, \
      "A subnet owner may set the bonds moving average to 975000 at most.") \
    X(NegativeSigmoidSteepness, 4, "Only root may set a negative sigmoid steepness.") \
    X(ValueNotInBounds, 5, "The value is outside the bounds of this hyperparameter.") \
    X(MinAllowedUidsGreaterThanCurrentUids, 6, \
      "The minimum must be below the number of neurons on the subnet.") \
    X(MinAllowedUidsGreaterThanMaxAllowedUids, 7, \
      "The minimum must be below the maximum number of neurons.") \
    X(MaxAllowedUidsLessThanMinAllowedUids, 8, \
      "The maximum must not be below the minimum number of neurons.") \
    X(MaxAllowedUidsGreaterThanDefaultMaxAllowedUids, 9, \
      "The maximum is above what any subnet may have.") \
    X(InvalidValue, 10, "The value is not allowed for this hyperparameter.") \
    X(NotPermittedOnRootSubnet, 11, "The root subnet does not have this hyperparameter.") \
    X(POWRegistrationDisabled, 12, "Registration by proof of work is switched off on this chain.") \
    X(Deprecated, 13, "This call does nothing any more.") \
    X(CollateralLockShareTooHigh, 14, "At most 95% of the price can be locked: part 62258.") \
    X(CollateralDrainRatioOutOfBounds, 15, "The ratio must be above 0 and at most 10.") \
    X(GrandpaChangeDelayMustBeZero, 16, \
      "The voters change at the end of this block: give in_blocks 0.")
// clang-format on

enum class Error : u8 {
#define X(name, index, doc) name = index,
    ADMIN_UTILS_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, 19, u8(e)}; }

}  // namespace admin_utils
