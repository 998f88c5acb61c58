"""A validator with the bittensor SDK 10, in a process of its own: what it gets (another key in the
timelock library, another clock) must not reach the test itself.

    timelock_user_sdk10.py URL FOLDER NETUID BLOCK_TIME_S weights|MESSAGE
Prints the round that its weights or message are locked to.
"""
import sys

import bittensor as bt


def main(url, folder, netuid, block_time_s, what):
    wallet = bt.Wallet(name="Alice", hotkey="default", path=folder)
    with bt.Subtensor(url) as subtensor:
        if what == "weights":
            response = subtensor.set_weights(
                wallet, int(netuid), [0], [1.0], block_time=float(block_time_s), period=16,
                max_attempts=1, mev_protection=False)
        else:
            response = subtensor.set_reveal_commitment(
                wallet=wallet, netuid=int(netuid), data=what, blocks_until_reveal=2,
                block_time=float(block_time_s))
    if not response.success:
        sys.exit(f"refused: {response.message}")
    print("round", response.data["reveal_round"])


main(*sys.argv[1:])
