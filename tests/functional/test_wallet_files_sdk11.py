"""Wallets between `myelin key` and SDK 11, in both directions."""
import bittensor as bt
import pytest
from keytool import PASSWORD, key


def test_the_sdk_opens_what_we_write(folder):
    key("new-coldkey", "--wallet", "ours", "--password-file", folder / "password")
    key("new-hotkey", "--wallet", "ours", "--hotkey", "hot")
    ours = bt.wallets.Wallet("ours", "hot", str(folder))
    address = ours.get_coldkey(password=PASSWORD).ss58_address
    assert address == ours.coldkeypub.ss58_address
    assert ours.hotkey.ss58_address == ours.hotkeypub.ss58_address
    [listed] = bt.wallets.list_wallets_detailed(str(folder))
    assert (listed.ss58, [h.ss58 for h in listed.hotkeys]) == (address, [ours.hotkey.ss58_address])
    with pytest.raises(bt.wallets.WrongPasswordError):
        bt.wallets.Wallet("ours", "hot", str(folder)).get_coldkey(password="wrong")


def test_we_open_what_the_sdk_writes(folder):
    theirs = bt.wallets.create(name="theirs", hotkey="hot", path=str(folder), use_password=False,
                               on_mnemonic=lambda *_: None)
    listing = key("list")
    assert theirs.coldkeypub.ss58_address in listing and theirs.hotkey.ss58_address in listing
    for words, signer in ((["--hotkey", "hot"], theirs.hotkey), ([], theirs.coldkey)):
        signature = key("sign", "--wallet", "theirs", *words, "hello").strip()
        assert bt.wallets.Keypair(ss58_address=signer.ss58_address).verify(
            b"hello", bytes.fromhex(signature[2:]))
        assert "valid" in key("verify", signer.ss58_address, signer.sign(b"hello").hex(), "hello")


def test_ed25519_wallets_are_listed_but_not_signed_with(folder):
    theirs = bt.wallets.create(name="ed", path=str(folder), use_password=False,
                               coldkey_crypto_type=bt.wallets.CRYPTO_ED25519,
                               on_mnemonic=lambda *_: None)
    assert theirs.coldkeypub.ss58_address in key("list")
    assert "another kind" in key("sign", "--wallet", "ed", "x", status=1)
