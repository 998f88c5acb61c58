"""A validator with the bittensor SDK 11, in a process of its own that may have another key in the
timelock library.

    timelock_user_sdk11.py URL FOLDER NETUID MESSAGE
Commits a message and weights of which nobody is to know before their rounds.
"""
import sys

import bittensor as bt
from bittensor import calls, intents
from bittensor import storage as st


def main(url, folder, netuid, message):
    wallet = bt.wallets.open_wallet("alice", path=folder)
    with bt.Subtensor(url, fallback_endpoints=[], archive_endpoints=[]) as client:
        stored = int(client.query(st.Drand.LastStoredRound))
        sealed = bt.timelock.encrypt(message.encode(),
                                     reveal_round=max(stored, bt.timelock.current_round()) + 2)
        field = {"TimelockEncrypted": {"encrypted": sealed.encrypted,
                                       "reveal_round": sealed.reveal_round}}
        call = calls.Commitments.set_commitment(netuid=int(netuid), info={"fields": [[field]]})
        results = (client.submit_call(call, wallet, signer="hotkey"),
                   client.execute(intents.SetWeights(netuid=int(netuid), uids=[0], weights=[1.0]),
                                  wallet))
    for result in results:
        if not result.success:
            sys.exit(f"refused: {result.message}")


main(*sys.argv[1:])
