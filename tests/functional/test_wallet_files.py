"""Wallets between `myelin key` and the bittensor-wallet package, in both directions."""
import base64
import json
import os
import pathlib
import pty
import stat
import subprocess

import bittensor_wallet as bw
import pytest
from keytool import PASSWORD, STEP_LIMIT_S, key
from localnet import program

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
BOB_SEED = "0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89"


def wallet(folder, name, hotkey="default"):
    return bw.Wallet(name=name, hotkey=hotkey, path=str(folder))


def test_the_package_opens_what_we_write(folder):
    key("new-coldkey", "--wallet", "ours", "--password-file", folder / "password")
    key("new-hotkey", "--wallet", "ours", "--hotkey", "hot", "--words", 24)
    ours = wallet(folder, "ours", "hot")
    assert ours.coldkey_file.is_encrypted()
    coldkey = ours.get_coldkey(password=PASSWORD)
    assert coldkey.ss58_address == ours.coldkeypub.ss58_address
    assert coldkey.ss58_address in key("show", "--wallet", "ours")
    assert ours.hotkey.ss58_address in key("show", "--wallet", "ours", "--hotkey", "hot")
    assert ours.hotkey.ss58_address == ours.hotkeypub.ss58_address
    with pytest.raises(Exception):
        ours.get_coldkey(password="wrong")


def test_we_open_what_the_package_writes(folder):
    theirs = wallet(folder, "theirs", "hot")
    theirs.create_new_coldkey(use_password=True, coldkey_password=PASSWORD, suppress=True)
    theirs.create_new_hotkey(use_password=False, suppress=True)
    coldkey = theirs.coldkeypub.ss58_address
    listing = key("list")
    assert coldkey in listing and theirs.hotkey.ss58_address in listing
    signature = key("sign", "--wallet", "theirs", "--password-file", folder / "password",
                       "from the coldkey").strip()
    assert bw.Keypair(ss58_address=coldkey).verify("from the coldkey", signature)
    error = key("sign", "--wallet", "theirs", "--password-file", "-", "x", text="wrong\n",
                   status=1)
    assert "wrong password" in error


def test_the_password_may_come_from_the_environment_of_either_side(folder, monkeypatch):
    theirs = wallet(folder, "env")
    theirs.create_new_coldkey(use_password=True, coldkey_password=PASSWORD, suppress=True)
    name = theirs.coldkey_file.env_var_name()
    assert name in key("sign", "--wallet", "env", "x", status=1)
    theirs.coldkey_file.save_password_to_env(PASSWORD)  # children inherit it
    try:
        signature = key("sign", "--wallet", "env", "x").strip()
    finally:
        theirs.coldkey_file.remove_password_from_env()
    assert bw.Keypair(ss58_address=theirs.coldkeypub.ss58_address).verify("x", signature)
    mixed = bytes(c ^ name.encode()[i % len(name)] for i, c in enumerate(PASSWORD.encode()))
    monkeypatch.setenv(name, base64.b64encode(mixed).decode())
    assert key("sign", "--wallet", "env", "x").startswith("0x")


@pytest.mark.parametrize("words, expected", [
    (("--uri", "//Alice"), ALICE),
    (("--seed", BOB_SEED), bw.Keypair.create_from_seed(BOB_SEED).ss58_address),
    (("--mnemonic", "legal winner thank year wave sausage worth useful legal winner thank yellow"),
     "5EHgWw2Af1pnoc7f1A8bfmM97W3DAYW8xr82RfhLL9oAabAe"),
])
def test_restored_keys_are_the_same_on_both_sides(folder, words, expected):
    key("regen-coldkey", "--wallet", "again", "--no-password", *words)
    key("regen-hotkey", "--wallet", "again", *words)
    again = wallet(folder, "again")
    assert again.coldkey.ss58_address == again.hotkey.ss58_address == expected
    written = json.loads((folder / "again/coldkey").read_text())
    again.create_new_hotkey(use_password=False, suppress=True, overwrite=True)
    again.set_hotkey(keypair=again.coldkey, encrypt=False, overwrite=True)
    theirs = json.loads((folder / "again/hotkeys/default").read_text())
    assert theirs.pop("cryptoType", 1) == 1  # written since 4.1, sr25519 without it
    assert theirs == written


def test_signatures_verify_on_both_sides(folder):
    alice = bw.Keypair.create_from_uri("//Alice")
    for message in ("", "hello", "Zürich ☃", "0x00ff"):
        ours = key("sign", "--uri", "//Alice", "--", message).strip()
        assert alice.verify(message, ours)
        assert "valid" in key("verify", ALICE, "0x" + alice.sign(message).hex(), message)
        assert "not one of this message" in key("verify", ALICE, ours, message + "00", status=1)
    wrapped = alice.sign("<Bytes>hello</Bytes>").hex()
    assert "valid" in key("verify", ALICE, wrapped, "hello")


def test_files_are_private_and_not_overwritten(folder):
    key("new-coldkey", "--wallet", "w", "--no-password")
    before = (folder / "w/coldkey").read_bytes()
    assert "exists already" in key("new-coldkey", "--wallet", "w", "--no-password", status=1)
    assert (folder / "w/coldkey").read_bytes() == before
    for path in (folder / "w").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    os.chmod(folder / "w/coldkey", 0o644)
    done = subprocess.run([program(), "key", "sign", "--wallet", "w", "x"], capture_output=True,
                          text=True, timeout=STEP_LIMIT_S)
    assert done.returncode == 0 and "other users can read" in done.stderr


@pytest.mark.parametrize("words, status, part", [
    ((), 2, "usage: myelin key"),
    (("nwe-coldkey",), 2, "did you mean 'new-coldkey'"),
    (("new-coldkey", "--wallte", "x"), 2, "did you mean --wallet"),
    (("new-coldkey", "--words", "13"), 1, "12, 15, 18, 21 or 24"),
    (("new-coldkey", "--words", "x"), 2, "whole number"),
    (("new-coldkey", "--wallet", "../up", "--no-password"), 1, "cannot name a wallet"),
    (("new-coldkey", "--wallet", "w"), 1, "no password"),
    (("regen-coldkey", "--wallet", "w"), 1, "give one of"),
    (("regen-coldkey", "--wallet", "w", "--seed", "12"), 1, "64 hex digits"),
    (("regen-coldkey", "--wallet", "w", "--mnemonic", "a b"), 1, "this has 2"),
    (("show", "--wallet", "none"), 1, "cannot read"),
    (("sign", "--uri", "//Alice", "0xzz"), 1, "must be hex"),
    (("verify", "5Grw", "0x00", "m"), 1, "no address"),
    (("inspect", "nonsense"), 1, "neither an address"),
])
def test_bad_input_gets_a_reason_and_a_status(folder, words, status, part):
    assert part in key(*words, status=status)
    assert not [p for p in pathlib.Path(folder).iterdir() if p.name != "password"]


def at_a_terminal(answers, *words):
    """Runs with a terminal of its own; gives each answer at the next prompt. Output and status."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(program(), [str(program()), "key", *words])
    shown = b""
    while True:
        try:
            got = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            got = b""
        if not got:
            break
        shown += got
        if answers and shown.endswith(b": "):
            os.write(terminal, answers.pop(0).encode() + b"\n")
    os.close(terminal)
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_passwords_are_asked_for_twice_and_never_shown(folder):
    shown, status = at_a_terminal([PASSWORD, "other"], "new-coldkey", "--wallet", "w")
    assert status == 1 and "the two passwords differ" in shown
    assert not (folder / "w").exists()
    shown, status = at_a_terminal([PASSWORD, PASSWORD], "new-coldkey", "--wallet", "w")
    assert status == 0 and PASSWORD not in shown
    assert wallet(folder, "w").get_coldkey(password=PASSWORD).ss58_address in shown
    shown, status = at_a_terminal(["wrong one"], "sign", "--wallet", "w", "x")
    assert status == 1 and "wrong password" in shown
