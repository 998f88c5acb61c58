"""Weights and messages that the node's own beacon opens, with the bittensor SDK 11."""
import os
import pathlib
import subprocess
import sys

import bittensor_core
from beacon import with_key
from bittensor import calls, intents
from bittensor import storage as st
from localnet import until
from sdk11 import address, chain, client, done, known_wallet, sudo  # noqa: F401

USER = pathlib.Path(__file__).resolve().parent / "timelock_user_sdk11.py"
STEP_LIMIT_S = 120


def plain(value):
    """A list of bytes as this client shows it."""
    if isinstance(value, str):
        return bytes.fromhex(value[2:]) if value.startswith("0x") else value.encode()
    return bytes(value)


def new_subnet(client, owner):
    netuid = done(client.execute(intents.RegisterSubnet(), owner)).data["netuid"]
    done(client.execute(intents.StartCall(netuid=netuid), owner))
    sudo(client, owner, calls.AdminUtils.sudo_set_admin_freeze_window(0))
    # Longer than a round takes, or weights would be locked to one that is out.
    sudo(client, owner, calls.AdminUtils.sudo_set_tempo(netuid, 40))
    sudo(client, owner, calls.AdminUtils.sudo_set_weights_set_rate_limit(netuid, 0))
    assert client.subnets.commit_reveal_enabled(netuid)
    return netuid


def test_what_was_committed_is_opened_on_time(chain, client, tmp_path):
    alice = known_wallet(tmp_path, "alice")
    netuid = new_subnet(client, alice)
    key = plain(client.query(st.Drand.BeaconConfig)["public_key"]).hex()
    library = with_key(tmp_path, bittensor_core, key)
    message = "not before its round"
    user = subprocess.run(
        [sys.executable, str(USER), chain.url, str(tmp_path), str(netuid), message],
        env={**os.environ, **library}, text=True, capture_output=True, stdin=subprocess.DEVNULL,
        timeout=STEP_LIMIT_S)
    assert user.returncode == 0, f"{user.stdout}\n{user.stderr}"
    hotkey = address(alice, "hotkey")
    assert not client.weights.weights(netuid), "nobody knows them yet"
    told = until(lambda: client.query(st.Commitments.RevealedCommitments, [netuid, hotkey]),
                 what="the message")
    assert [plain(data) for data, block in told] == [message.encode()]
    assert client.query(st.Commitments.CommitmentOf, [netuid, hotkey]) is None
    assert until(lambda: client.weights.weights(netuid), what="the weights") == {0: {0: 1.0}}
