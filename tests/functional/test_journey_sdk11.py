"""The round of a newcomer with the bittensor SDK 11 and the btcli that comes with it."""
import json

import bittensor as bt
from bittensor import calls, intents
from bittensor import storage as st
from localnet import until
from sdk11 import (Shell, address, chain, client, done, known_wallet, new_wallet,  # noqa: F401
                   sudo)


def new_subnet(client, owner):
    """Registers a subnet, starts it and opens it for plain weights; returns its number."""
    before, cost = client.balances.get(address(owner)), client.subnets.subnet_registration_cost()
    made = done(client.execute(intents.RegisterSubnet(), owner))
    assert client.balances.get(address(owner)) < before - cost
    netuid = made.data["netuid"]
    done(client.execute(intents.StartCall(netuid=netuid), owner))
    sudo(client, owner, calls.AdminUtils.sudo_set_admin_freeze_window(0))
    sudo(client, owner, calls.AdminUtils.sudo_set_commit_reveal_weights_enabled(netuid, False))
    sudo(client, owner, calls.AdminUtils.sudo_set_weights_set_rate_limit(netuid, 0))
    assert not client.subnets.commit_reveal_enabled(netuid)
    return netuid


def test_from_the_first_transfer_to_pay_and_back(client, tmp_path):
    alice, newcomer = known_wallet(tmp_path, "alice"), new_wallet(tmp_path, "newcomer")
    before = client.balances.get(address(alice))
    sent = done(client.execute(intents.Transfer(dest_ss58=address(newcomer), amount_tao=500),
                               alice))
    assert client.balances.get(address(newcomer)) == bt.tao(500)
    assert client.balances.get(address(alice)) == before - bt.tao(500) - sent.fee

    assert [s.netuid for s in client.subnets.all()] == [0, 1]
    netuid = new_subnet(client, alice)
    assert [s.netuid for s in client.subnets.all()] == [0, 1, netuid]
    # test_shield_sdk11.py sends it behind the MEV shield.
    done(client.submit_call(
        calls.SubtensorModule.burned_register(netuid, address(newcomer, "hotkey")), newcomer))
    assert client.neurons.uid(address(newcomer, "hotkey"), netuid) == 1

    stake_and_weigh(client, alice, newcomer, netuid)
    miner_is_paid(client, newcomer, netuid)
    unstake_half(client, newcomer, address(alice, "hotkey"), netuid)


def stake_and_weigh(client, validator, delegator, netuid):
    hotkey = address(validator, "hotkey")
    for wallet, tao in ((validator, 200), (delegator, 100)):
        before = client.balances.get(address(wallet))
        done(client.execute(intents.AddStake(hotkey_ss58=hotkey, netuid=netuid, amount_tao=tao,
                                             slippage_protection=False), wallet))
        assert client.balances.get(address(wallet)) < before - bt.tao(tao)
        assert client.staking.get(address(wallet), hotkey, netuid).rao > 0
    until(lambda: client.query(st.SubtensorModule.ValidatorPermit, [netuid])[0],
          what="the validator permit")
    weights = calls.SubtensorModule.set_weights(netuid, [1], [65535], 0)
    done(client.submit_call(weights, validator, signer="hotkey"))
    assert client.weights.weights(netuid)[0] == {1: 1.0}


def miner_is_paid(client, miner, netuid):
    """An epoch gives all incentive to the one miner, and its alpha grows."""
    until(lambda: client.subnets.metagraph(netuid, commitments=False).neuron(1).incentive > 0.9,
          what="incentive for the miner")
    own = address(miner), address(miner, "hotkey")
    until(lambda: client.staking.get(*own, netuid).rao > 0, what="alpha of the miner")
    graph = client.subnets.metagraph(netuid, commitments=False)
    assert graph.hotkeys[1] == own[1]
    assert graph.neuron(0).validator_permit
    until(lambda: client.subnets.metagraph(netuid, commitments=False).neuron(0).dividends > 0,
          what="dividends of the validator")


def unstake_half(client, wallet, hotkey, netuid):
    coldkey = address(wallet)
    stake, tao = client.staking.get(coldkey, hotkey, netuid), client.balances.get(coldkey)
    half = bt.Balance.from_rao(stake.rao // 2, netuid)
    done(client.execute(intents.RemoveStake(hotkey_ss58=hotkey, netuid=netuid, amount_alpha=half,
                                            slippage_protection=False), wallet))
    assert client.balances.get(coldkey) > tao
    assert client.staking.get(coldkey, hotkey, netuid).rao < stake.rao


def test_btcli_moves_money_and_makes_a_subnet(chain, tmp_path):
    btcli = Shell(tmp_path, chain.url)
    known_wallet(tmp_path, "alice")
    btcli("wallet", "create", "--no-password", wallet="newcomer", chain=False)
    there = address(bt.wallets.open_wallet("newcomer", path=str(tmp_path)))

    assert btcli("wallet", "transfer", "--dest", there, "--amount", "25", "--yes")["success"]
    assert "25" in json.dumps(btcli("query", "balance", "--coldkey", there))
    assert [s["netuid"] for s in btcli("query", "subnets")] == [0, 1]

    made = btcli("tx", "register-subnet", "--yes")
    netuid = made["data"]["netuid"]
    assert btcli("tx", "start-call", "--netuid", str(netuid), "--yes")["success"]
    hotkey = address(bt.wallets.open_wallet("alice", path=str(tmp_path)), "hotkey")
    stake = ("--hotkey", hotkey, "--netuid", str(netuid))
    assert btcli("stake", "add", *stake, "--amount", "10", "--no-mev-shield", "--yes")["success"]
    coldkey = address(bt.wallets.open_wallet("alice", path=str(tmp_path)))
    assert hotkey in json.dumps(btcli("query", "stake-for-coldkey", "--coldkey", coldkey))
    assert btcli("stake", "remove", *stake, "--amount", "1", "--no-mev-shield", "--yes")["success"]
