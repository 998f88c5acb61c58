"""The round of a newcomer with btcli 9, as one would type it: each step is a process of its own."""
import json
import os
import pathlib
import subprocess
import sys

import pytest
from async_substrate_interface.sync_substrate import SubstrateInterface
from bittensor_wallet import Keypair
from localnet import Localnet, until

BTCLI = pathlib.Path(sys.executable).parent / "btcli"
STEP_LIMIT_S = 90


@pytest.fixture
def chain(tmp_path):
    with Localnet(tmp_path, clients="legacy") as localnet:
        yield localnet


class Shell:
    """Runs btcli for one user: wallets, settings and caches live in the test's folder."""

    def __init__(self, folder, url):
        self.folder, self.url = folder, url
        self.env = {**os.environ, "HOME": str(folder), "NO_CACHE": "1", "COLUMNS": "300",
                    "BTCLI_CONFIG_PATH": str(folder / "config.yml"),
                    "BTCLI_DEBUG_FILE": str(folder / "debug.txt")}

    def run(self, *words, wallet=None, chain=True):
        command = [str(BTCLI), *words]
        if wallet:
            command += ["--wallet-path", str(self.folder / "wallets"), "--wallet-name", wallet,
                        "--hotkey", "default"]
        if chain:
            command += ["--network", self.url]
        done = subprocess.run(command, env=self.env, text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=STEP_LIMIT_S)
        assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def json(self, *words, **options):
        out = self.run(*words, "--json-output", **options)
        try:
            return json.loads(out[out.index("{"):out.rindex("}") + 1], strict=False)
        except ValueError:
            raise AssertionError(f"{' '.join(words)}: no JSON in\n{out}") from None

    def wallet(self, name, uri=None):
        """Creates a wallet, new or of a development account; returns its two addresses."""
        words = ["wallet", "create", "--no-use-password"]
        words += ["--uri", uri] if uri else ["--n-words", "12"]
        self.run(*words, wallet=name, chain=False)
        files = self.folder / "wallets" / name
        read = [json.loads((files / part).read_text())["ss58Address"]
                for part in ("coldkeypub.txt", "hotkeys/default")]
        return tuple(read)

    def balance(self, wallet):
        found = self.json("wallet", "balance", wallet=wallet)
        return found["balances"][wallet]["free"]


def submit(url, keypair, call, sudo=False):
    """A call that btcli 9 has no command for, sent by the same package's chain library."""
    with SubstrateInterface(url, ss58_format=42, chain_name="Bittensor") as substrate:
        composed = substrate.compose_call(*call)
        if sudo:
            composed = substrate.compose_call("Sudo", "sudo", {"call": composed})
        signed = substrate.create_signed_extrinsic(call=composed, keypair=keypair)
        receipt = substrate.submit_extrinsic(signed, wait_for_finalization=True)
        assert receipt.is_success, receipt.error_message


def rows(shell, netuid):
    """The rows of `btcli subnets metagraph` by uid."""
    found = shell.json("subnets", "metagraph", "--netuid", str(netuid), "--mechid", "0",
                       "--no-prompt")
    return {row["uid"]: row for row in found["uids"]}


def test_from_the_first_transfer_to_pay_and_back(chain, tmp_path):
    shell = Shell(tmp_path, chain.url)
    shell.wallet("alice", "alice")
    newcomer, newcomer_hotkey = shell.wallet("newcomer")

    before = shell.balance("alice")
    shell.run("wallet", "transfer", "--destination", newcomer, "--amount", "500", "--no-prompt",
              wallet="alice")
    assert shell.balance("newcomer") == 500
    assert 500 < before - shell.balance("alice") < 500.01

    assert set(shell.json("subnets", "list")["subnets"]) == {"0", "1"}
    netuid = create_subnet(shell, chain.url)
    assert set(shell.json("subnets", "list")["subnets"]) == {"0", "1", str(netuid)}
    register_and_stake(shell, netuid)

    alice = Keypair.create_from_uri("//Alice")
    submit(chain.url, alice, ("SubtensorModule", "set_weights",
                              {"netuid": netuid, "dests": [1], "weights": [65535],
                               "version_key": 0}))
    paid = until(lambda: rows(shell, netuid)[1]["incentive"] > 0 and rows(shell, netuid),
                 what="incentive for the miner")
    assert paid[1]["hotkey"] == newcomer_hotkey
    assert paid[0]["stake"] > 0
    take_stake_back(shell, netuid)


def create_subnet(shell, url):
    """`subnets create` and `subnets start`, then the owner's settings that a local test needs."""
    made = shell.json("subnets", "create", "--subnet-name", "Words",
                      "--github-repo", "https://github.com/words/words",
                      "--subnet-contact", "a@b.org", "--subnet-url", "https://example.org",
                      "--discord-handle", "words",
                      "--description", "Text", "--logo-url", "https://example.org/logo.png",
                      "--additional-info", "None", "--no-mev-protection", "--no-prompt",
                      wallet="alice")
    assert made["success"]
    netuid = made["netuid"]
    shell.run("subnets", "start", "--netuid", str(netuid), "--no-prompt", wallet="alice")
    submit(url, Keypair.create_from_uri("//Alice"),
           ("AdminUtils", "sudo_set_admin_freeze_window", {"window": 0}), sudo=True)
    for call, values in (("sudo_set_commit_reveal_weights_enabled", {"enabled": False}),
                         ("sudo_set_weights_set_rate_limit", {"weights_set_rate_limit": 0})):
        submit(url, Keypair.create_from_uri("//Alice"),
               ("AdminUtils", call, {"netuid": netuid, **values}), sudo=True)
    return netuid


def register_and_stake(shell, netuid):
    registered = shell.json("subnets", "register", "--netuid", str(netuid), "--no-prompt",
                            wallet="newcomer")
    assert registered["success"], registered
    for wallet, amount in (("alice", "200"), ("newcomer", "50")):
        staked = shell.json("stake", "add", "--netuid", str(netuid), "--amount", amount,
                            "--unsafe", "--no-mev-protection", "--no-prompt", wallet=wallet)
        assert "true" in json.dumps(staked["staking_success"]), staked
    assert rows(shell, netuid)[1]["stake"] > 0


def take_stake_back(shell, netuid):
    before = shell.balance("newcomer")
    listed = shell.json("stake", "list", "--no-prompt", wallet="newcomer")
    assert listed["stake_info"]
    shell.run("stake", "remove", "--netuid", str(netuid), "--amount", "10", "--unsafe",
              "--no-mev-protection", "--no-prompt", wallet="newcomer")
    assert shell.balance("newcomer") > before
