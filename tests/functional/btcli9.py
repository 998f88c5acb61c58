"""btcli 9 for a test: each step is a process of its own, as one would type it."""
import json
import os
import pathlib
import subprocess
import sys

from async_substrate_interface.sync_substrate import SubstrateInterface

BTCLI = pathlib.Path(sys.executable).parent / "btcli"
STEP_LIMIT_S = 90


class Shell:
    """Runs btcli for one user: wallets, settings and caches live in the test's folder."""

    def __init__(self, folder, url):
        self.folder, self.url = folder, url
        self.env = {**os.environ, "HOME": str(folder), "NO_CACHE": "1", "COLUMNS": "300",
                    "BTCLI_CONFIG_PATH": str(folder / "config.yml"),
                    "BTCLI_DEBUG_FILE": str(folder / "debug.txt")}

    def run(self, *words, wallet=None, chain=True, may_fail=False):
        command = [str(BTCLI), *words]
        if wallet:
            command += ["--wallet-path", str(self.folder / "wallets"), "--wallet-name", wallet,
                        "--hotkey", "default"]
        if chain:
            command += ["--network", self.url]
        done = subprocess.run(command, env=self.env, text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=STEP_LIMIT_S)
        assert may_fail or done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
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
