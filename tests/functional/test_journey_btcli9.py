"""The round of a newcomer with btcli 9."""
import json

import pytest
from bittensor_wallet import Keypair
from btcli9 import Shell, rows, submit
from localnet import Localnet, until


@pytest.fixture
def chain(tmp_path):
    with Localnet(tmp_path, clients="legacy") as localnet:
        yield localnet


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
    for wallet, amount, shield in (("alice", "200", "--no-mev-protection"),
                                   ("newcomer", "50", "--mev-protection")):
        staked = shell.json("stake", "add", "--netuid", str(netuid), "--amount", amount,
                            "--unsafe", shield, "--no-prompt", wallet=wallet)
        assert "true" in json.dumps(staked["staking_success"]), staked
    assert rows(shell, netuid)[1]["stake"] > 0


def take_stake_back(shell, netuid):
    before = shell.balance("newcomer")
    listed = shell.json("stake", "list", "--no-prompt", wallet="newcomer")
    assert listed["stake_info"]
    shell.run("stake", "remove", "--netuid", str(netuid), "--amount", "10", "--unsafe",
              "--no-mev-protection", "--no-prompt", wallet="newcomer")
    assert shell.balance("newcomer") > before
