"""What the tests of SDK 11 and its btcli share: a chain, wallets, a shell."""
import json
import os
import pathlib
import subprocess
import sys

import bittensor as bt
import pytest
from bittensor import calls
from localnet import Localnet

BTCLI = pathlib.Path(sys.executable).parent / "btcli"
STEP_LIMIT_S = 90
# Seeds of the development accounts, known to every Substrate tool.
SEEDS = {"alice": "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a",
         "bob": "0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89"}


@pytest.fixture
def chain(tmp_path, monkeypatch):
    monkeypatch.setenv("BITTENSOR_RUNTIME_CACHE_DIR", str(tmp_path / "runtime"))
    with Localnet(tmp_path, clients="current") as localnet:
        yield localnet


def connect(chain):
    return bt.Subtensor(chain.url, fallback_endpoints=[], archive_endpoints=[])


@pytest.fixture
def client(chain):
    with connect(chain) as subtensor:
        yield subtensor


def known_wallet(folder, name):
    """The wallet of a development account, with a new hotkey."""
    bt.wallets.regen_coldkey(name=name, path=str(folder), seed=SEEDS[name], use_password=False)
    return bt.wallets.new_hotkey(name=name, path=str(folder), on_mnemonic=lambda _: None)


def new_wallet(folder, name):
    return bt.wallets.create(name=name, path=str(folder), use_password=False,
                             on_mnemonic=lambda *_: None)


def address(wallet, role="coldkey"):
    return getattr(wallet, f"{role}pub").ss58_address


def done(result):
    assert result.success, result
    return result


def sudo(client, alice, call):
    done(client.submit_call(calls.Sudo.sudo(call=client.compose(call)), alice))


class Shell:
    """Runs this SDK's btcli for one user; wallets, settings and caches live in the folder."""

    def __init__(self, folder, url):
        self.folder, self.url = folder, url
        self.env = {**os.environ, "HOME": str(folder), "COLUMNS": "300",
                    "BTCLI_CONFIG": str(folder / "config.json"),
                    "BITTENSOR_RUNTIME_CACHE_DIR": str(folder / "runtime")}

    def __call__(self, *words, wallet="alice", chain=True):
        command = [str(BTCLI), *words, "--json", "--wallet-path", str(self.folder), "-w", wallet]
        if chain:
            command += ["--network", self.url, "--fallback-endpoints", "none",
                        "--archive-endpoints", "none"]
        done = subprocess.run(command, env=self.env, text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=STEP_LIMIT_S)
        assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
        return json.loads(done.stdout)
