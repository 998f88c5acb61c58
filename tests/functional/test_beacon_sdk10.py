"""Weights and messages that a beacon's rounds open, with the bittensor SDK 10 and its timelock.

The library locks to drand's quicknet and to nothing else, and takes the round from the clock. Where
the node's own beacon is to open, a copy of the library gets that beacon's key; the unmodified
library is met with the one pulse of quicknet that is recorded here, and a clock of that day.
"""
import os
import pathlib
import subprocess
import sys
import threading
import time

import bittensor as bt
import bittensor_drand
import pytest
from beacon import PULSE, QUICKNET_GENESIS_S, QUICKNET_KEY, with_key
from bittensor.core.extrinsics.utils import sudo_call_extrinsic
from localnet import Localnet, until

HERE = pathlib.Path(__file__).resolve().parent
FAKETIME = pathlib.Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")
STEP_LIMIT_S = 120


def known_wallet(folder):
    wallet = bt.Wallet(name="Alice", hotkey="default", path=str(folder))
    wallet.create_coldkey_from_uri("//Alice", use_password=False, overwrite=True, suppress=True)
    wallet.create_hotkey_from_uri("//Alice_hk", use_password=False, overwrite=True, suppress=True)
    return wallet


def done(response):
    assert response.success, response.message
    return response


def new_subnet(subtensor, alice):
    """A subnet of Alice's that takes timelocked weights at any time; its number."""
    netuid = subtensor.get_total_subnets()
    done(subtensor.register_subnet(alice))
    done(subtensor.start_call(alice, netuid))
    for call, params in (("sudo_set_admin_freeze_window", {"window": 0}),
                         # Longer than a round takes, or weights would be locked to one that is out.
                         ("sudo_set_tempo", {"netuid": netuid, "tempo": 40}),
                         ("sudo_set_weights_set_rate_limit",
                          {"netuid": netuid, "weights_set_rate_limit": 0})):
        done(sudo_call_extrinsic(subtensor=subtensor, wallet=alice, call_module="AdminUtils",
                                 call_function=call, call_params=params))
    assert subtensor.commit_reveal_enabled(netuid)
    return netuid


def beacon_key(subtensor):
    config = subtensor.substrate.query("Drand", "BeaconConfig")
    key = getattr(config, "value", config)["public_key"]
    return key.removeprefix("0x") if isinstance(key, str) else bytes(key).hex()


def locked(url, folder, netuid, block_time_s, what, **environment):
    """What a user locks; the round."""
    command = [sys.executable, str(HERE / "timelock_user_sdk10.py"), url, str(folder), str(netuid),
               str(block_time_s), what]
    ran = subprocess.run(command, env={**os.environ, **environment}, text=True,
                         capture_output=True, stdin=subprocess.DEVNULL, timeout=STEP_LIMIT_S)
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
    return int(ran.stdout.rsplit("round ", 1)[1])


def test_the_nodes_own_beacon_opens_weights_and_messages_on_time(tmp_path):
    alice = known_wallet(tmp_path)
    with Localnet(tmp_path, clients="legacy") as chain, bt.Subtensor(chain.url) as subtensor:
        netuid = new_subnet(subtensor, alice)
        library = with_key(tmp_path, bittensor_drand, beacon_key(subtensor))
        until(lambda: subtensor.last_drand_round(), what="the first round")
        due = (time.time() - QUICKNET_GENESIS_S) // 3 + 1
        assert abs(subtensor.last_drand_round() - due) <= 2, "rounds come by the clock"

        # Long enough that this client does not take its length for a letter.
        message = "open me when the round has come, not before"
        message_round = locked(chain.url, tmp_path, netuid, 0.25, message, **library)
        weights_round = locked(chain.url, tmp_path, netuid, 0.25, "weights", **library)
        until(lambda: subtensor.last_drand_round() >= max(message_round, weights_round),
              what="the rounds")
        until(lambda: subtensor.weights(netuid), what="the weights")
        assert subtensor.weights(netuid) == [(0, [(0, 65535)])]
        hotkey = alice.hotkey.ss58_address
        told = until(lambda: subtensor.get_all_revealed_commitments(netuid).get(hotkey),
                     what="the message")
        assert told[0][1] == message


class Blocks:
    """Makes a block every tenth of a second: who sends something waits for it to be in one."""

    def __init__(self, chain):
        self.chain, self.ended = chain, threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self):
        while not self.ended.wait(0.1):
            self.chain.rpc("dev_newBlock")

    def __enter__(self):
        self.thread.start()

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()


def at(unix_s):
    """The environment of a process whose clock stands still at this moment."""
    assert FAKETIME.is_file(), f"{FAKETIME} is missing; tools/install_deps test installs it"
    moment = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(unix_s))
    return {"LD_PRELOAD": str(FAKETIME), "FAKETIME": moment, "TZ": "UTC",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def test_the_unmodified_library_opens_with_a_recorded_pulse_of_quicknet(tmp_path):
    alice = known_wallet(tmp_path)
    flags = ("--manual", "--beacon", "quicknet")
    # The client is told blocks of no length: what it locks is for the round of its own clock.
    block_time_s, moment = 0.001, QUICKNET_GENESIS_S + 3 * PULSE[0] + 1
    with Localnet(tmp_path, clients="legacy", flags=flags) as chain:
        chain.rpc("dev_newBlock", {"count": 5})
        with bt.Subtensor(chain.url) as subtensor:
            assert beacon_key(subtensor) == QUICKNET_KEY
            with Blocks(chain):
                netuid = new_subnet(subtensor, alice)
                assert locked(chain.url, tmp_path, netuid, block_time_s, "weights",
                              **at(moment)) == PULSE[0]
            assert not subtensor.weights(netuid)
            chain.rpc("dev_writePulse", PULSE[0], "0x" + PULSE[1])
            until(lambda: chain.rpc("dev_newBlock", {"count": 5}) and subtensor.weights(netuid),
                  what="the weights")
            assert subtensor.last_drand_round() == PULSE[0]
            assert subtensor.weights(netuid) == [(0, [(0, 65535)])]


def test_a_pulse_that_drand_did_not_sign_is_refused(tmp_path):
    with Localnet(tmp_path, flags=("--manual", "--beacon", "quicknet")) as chain:
        for call in ((1001, PULSE[1]), (1000, PULSE[1][:-2]), (1000, "00" * 48)):
            with pytest.raises(AssertionError):
                chain.rpc("dev_writePulse", *call)
        chain.rpc("dev_writePulse", *PULSE)
        chain.rpc("dev_newBlock")
        with pytest.raises(AssertionError, match="outdated"):
            chain.rpc("dev_writePulse", *PULSE)
    with Localnet(tmp_path, flags=("--manual", "--beacon", "none")) as chain:
        with pytest.raises(AssertionError, match="--beacon quicknet"):
            chain.rpc("dev_writePulse", *PULSE)
