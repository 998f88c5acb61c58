"""Calls that nobody reads before they are in a block, with the bittensor SDK 11 and its btcli."""
import bittensor as bt
from bittensor import calls, intents
from bittensor import storage as st
from localnet import until
from sdk11 import (Shell, address, chain, client, connect, done,  # noqa: F401
                   known_wallet, new_wallet)


def shielded(chain, send):
    """A connection of its own for each: this client counts the shell's nonce, but not the one of
    what is inside, and would use that again."""
    with connect(chain) as client:
        result = done(send(client))
    assert result.data["shielded"], result


def new_subnet(client, owner):
    netuid = done(client.execute(intents.RegisterSubnet(), owner)).data["netuid"]
    done(client.execute(intents.StartCall(netuid=netuid), owner))
    return netuid


def test_a_neuron_and_its_stake_stay_unread_until_they_are_in_a_block(chain, client, tmp_path):
    alice, bob = known_wallet(tmp_path, "alice"), known_wallet(tmp_path, "bob")
    key = until(lambda: client.read("mev_shield_next_key"), what="the first key")
    until(lambda: client.read("mev_shield_next_key") != key, what="another key")
    netuid = new_subnet(client, alice)

    there, hotkey = address(bob, "hotkey"), address(alice, "hotkey")
    register = calls.SubtensorModule.burned_register(netuid, there)
    shielded(chain, lambda c: c.submit_call(register, bob, shielded=True))
    assert client.neurons.uid(there, netuid) == 1

    before = client.balances.get(address(bob))
    add = intents.AddStake(hotkey_ss58=hotkey, netuid=netuid, amount_tao=50,
                           slippage_protection=False)
    shielded(chain, lambda c: c.submit_shielded(add, bob))
    stake = client.staking.get(address(bob), hotkey, netuid)
    assert stake.rao > 0
    assert client.balances.get(address(bob)) < before - bt.tao(50)

    half = bt.Balance.from_rao(stake.rao // 2, netuid)
    remove = intents.RemoveStake(hotkey_ss58=hotkey, netuid=netuid, amount_alpha=half,
                                 slippage_protection=False)
    shielded(chain, lambda c: c.submit_shielded(remove, bob))
    assert client.staking.get(address(bob), hotkey, netuid).rao < stake.rao


def test_a_call_that_fails_inside_is_told_as_failed(client, tmp_path):
    alice = known_wallet(tmp_path, "alice")
    until(lambda: client.read("mev_shield_next_key"), what="the first key")
    poor = new_wallet(tmp_path, "poor")
    done(client.execute(intents.Transfer(dest_ss58=address(poor), amount_tao=1), alice))
    result = client.submit_shielded(
        intents.Transfer(dest_ss58=address(alice), amount_tao=10), poor)
    assert not result.success
    assert client.balances.get(address(poor)) < bt.tao(1), "fees were paid all the same"


def test_garbage_is_refused_with_its_reason(client, tmp_path):
    """The client's words for the pool's codes 23 and 24."""
    alice = known_wallet(tmp_path, "alice")
    for ciphertext, why in ((b"\x00", "could not be parsed"),
                            (bytes(1200), "public-key hash does not match")):
        call = calls.MevShield.submit_encrypted(ciphertext)
        result = client.submit_call(call, alice, period=8)
        assert not result.success and why in result.message, result


def knows_collateral(client):
    """btcli asks what a place costs and how much of that is locked before it registers."""
    try:
        return client.query(st.SubtensorModule.CollateralLockShare, [1]) is not None
    except Exception as error:
        assert "CollateralLockShare not found" in str(error)
        return False


def test_btcli_makes_a_subnet_and_stakes_behind_the_shield(chain, client, tmp_path):
    btcli = Shell(tmp_path, chain.url)
    known_wallet(tmp_path, "alice")
    known_wallet(tmp_path, "bob")
    chain.wait_blocks(4)
    made = btcli("subnets", "create", "--mev-shield", "--yes")
    netuid = str(made["data"]["netuid"])
    assert btcli("tx", "start-call", "--netuid", netuid, "--yes")["success"]
    if knows_collateral(client):
        registered = btcli("subnets", "register", "--netuid", netuid, "--yes", wallet="bob")
        assert registered["success"] and registered["data"]["shielded"]
    hotkey = address(bt.wallets.open_wallet("alice", path=str(tmp_path)), "hotkey")
    stake = ("--hotkey", hotkey, "--netuid", netuid)
    added = btcli("stake", "add", *stake, "--amount", "10", "--yes")
    assert added["success"] and added["data"]["shielded"]
    assert made["data"]["shielded"]
    gone = btcli("stake", "remove", *stake, "--amount", "1", "--yes")
    assert gone["success"] and gone["data"]["shielded"]
