"""Keys are swapped with btcli 9: a hotkey at once, a coldkey after its announcement."""
import json

import pytest
from btcli9 import Shell, rows
from localnet import Localnet, until

NETUID = "1"  # is there from the start, and its owner's hotkey sits at uid 0
DELAY_BLOCKS = 50  # between announcement and swap, with --fast-runtime


@pytest.fixture
def shell(tmp_path):
    with Localnet(tmp_path, clients="legacy") as chain:
        shell = Shell(tmp_path, chain.url)
        shell.chain = chain
        shell.wallet("alice", "alice")
        address, _ = shell.wallet("user")
        shell.run("wallet", "transfer", "--destination", address, "--amount", "500", "--no-prompt",
                  wallet="alice")
        yield shell


def new_hotkey(shell, wallet, name):
    files = ["--wallet-path", str(shell.folder / "wallets"), "--wallet-name", wallet]
    shell.run("wallet", "new-hotkey", *files, "--hotkey", name, "--no-use-password",
              "--n-words", "12", chain=False)
    text = (shell.folder / "wallets" / wallet / "hotkeys" / name).read_text()
    return json.loads(text)["ss58Address"]


def test_a_new_hotkey_takes_the_place_of_the_old_one(shell):
    registered = shell.json("subnets", "register", "--netuid", NETUID, "--no-prompt",
                            wallet="user")
    assert registered["success"], registered
    uid = next(uid for uid, row in rows(shell, NETUID).items() if uid != 0)
    fresh = new_hotkey(shell, "user", "fresh")
    shell.run("wallet", "swap-hotkey", "fresh", "--all-netuids", "--no-prompt", wallet="user")
    assert rows(shell, NETUID)[uid]["hotkey"] == fresh


def test_a_coldkey_is_swapped_when_its_announcement_is_due(shell):
    new, _ = shell.wallet("successor")
    swap = ["wallet", "swap-coldkey"]
    flags = ["--new-coldkey", new, "--no-mev-protection", "--no-prompt"]
    shell.run(*swap, "announce", *flags, wallet="user")
    shell.run("wallet", "transfer", "--destination", new, "--amount", "1", "--no-prompt",
              wallet="user", may_fail=True)
    assert shell.balance("successor") == 0, "an announced coldkey does nothing else"
    free = shell.balance("user")
    shell.chain.wait_blocks(DELAY_BLOCKS)
    shell.run(*swap, "execute", *flags, wallet="user")
    until(lambda: shell.balance("successor") > 0, what="the new coldkey's balance")
    assert free - 0.01 < shell.balance("successor") <= free
    assert shell.balance("user") == 0
