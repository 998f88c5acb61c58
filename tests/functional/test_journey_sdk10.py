"""The round of a newcomer with the bittensor SDK 10: keys, money, a subnet, stake, weights, pay."""
import json

import bittensor as bt
import pytest
from bittensor.core.extrinsics.utils import sudo_call_extrinsic
from localnet import ROOT, Localnet, until

TAO = 10**9


@pytest.fixture
def chain(tmp_path):
    with Localnet(tmp_path, clients="legacy") as localnet:
        yield localnet


@pytest.fixture
def subtensor(chain):
    with bt.Subtensor(chain.url) as client:
        yield client


def known_wallet(folder, uri):
    """The wallet of a development account: //Alice with the hotkey //Alice_hk."""
    wallet = bt.Wallet(name=uri.strip("/"), hotkey="default", path=str(folder))
    wallet.create_coldkey_from_uri(uri, use_password=False, overwrite=True, suppress=True)
    wallet.create_hotkey_from_uri(uri + "_hk", use_password=False, overwrite=True, suppress=True)
    return wallet


def new_wallet(folder, name):
    wallet = bt.Wallet(name=name, hotkey="default", path=str(folder))
    wallet.create_new_coldkey(use_password=False, overwrite=False, suppress=True)
    wallet.create_new_hotkey(use_password=False, overwrite=False, suppress=True)
    return wallet


def done(response):
    assert response.success, response.message
    return response


def sudo(subtensor, alice, module, call, **params):
    done(sudo_call_extrinsic(subtensor=subtensor, wallet=alice, call_module=module,
                             call_function=call, call_params=params))


def send(subtensor, sender, to, amount):
    """Transfers and checks both balances to the rao."""
    before = subtensor.get_balance(sender.coldkey.ss58_address)
    had = subtensor.get_balance(to)
    response = done(subtensor.transfer(sender, to, amount, wait_for_finalization=True))
    assert response.extrinsic_fee.rao > 0
    after = subtensor.get_balance(sender.coldkey.ss58_address)
    assert before - amount - response.extrinsic_fee == after
    assert subtensor.get_balance(to) == had + amount


def test_every_error_is_found_by_its_number(subtensor):
    pallets = json.loads((ROOT / "tests/interface-475.json").read_text())["pallets"]
    metadata = subtensor.substrate.metadata
    checked = 0
    for pallet in metadata.pallets:
        indices = pallets[pallet.name]["errors"] if pallet.name in pallets else {}
        for error in pallet.errors or []:
            if error.name in indices:
                found = metadata.get_module_error(pallet["index"], indices[error.name])
                assert found.name == error.name
                checked += 1
    assert checked > 100


def new_subnet(subtensor, owner):
    """Registers a subnet, starts it and opens it for plain weights; returns its number."""
    netuid = subtensor.get_total_subnets()
    cost = subtensor.get_subnet_burn_cost()
    before = subtensor.get_balance(owner.coldkey.ss58_address)
    done(subtensor.register_subnet(owner))
    assert subtensor.get_balance(owner.coldkey.ss58_address) < before - cost
    assert subtensor.subnet(netuid).owner_hotkey == owner.hotkey.ss58_address
    assert subtensor.get_subnet_burn_cost() > cost
    done(subtensor.start_call(owner, netuid, wait_for_finalization=True))
    assert subtensor.is_subnet_active(netuid)
    sudo(subtensor, owner, "AdminUtils", "sudo_set_admin_freeze_window", window=0)
    sudo(subtensor, owner, "AdminUtils", "sudo_set_commit_reveal_weights_enabled",
         netuid=netuid, enabled=False)
    sudo(subtensor, owner, "AdminUtils", "sudo_set_weights_set_rate_limit",
         netuid=netuid, weights_set_rate_limit=0)
    assert not subtensor.commit_reveal_enabled(netuid)
    return netuid


def test_keys_made_by_the_sdk_are_read_back(tmp_path):
    made = new_wallet(tmp_path, "newcomer")
    read = bt.Wallet(name="newcomer", hotkey="default", path=str(tmp_path))
    assert read.coldkey.ss58_address == made.coldkey.ss58_address
    assert read.hotkey.ss58_address == made.hotkey.ss58_address
    assert read.coldkeypub.ss58_address != read.hotkey.ss58_address


def test_the_chain_starts_with_two_subnets_and_funded_accounts(subtensor, tmp_path):
    alice = known_wallet(tmp_path, "//Alice")
    assert subtensor.get_balance(alice.coldkey.ss58_address) == bt.Balance.from_tao(1_000_000)
    assert list(subtensor.get_all_subnets_netuid()) == [0, 1]
    assert [s.netuid for s in subtensor.all_subnets()] == [0, 1]
    assert subtensor.is_fast_blocks()


def test_from_the_first_transfer_to_pay_and_back(subtensor, tmp_path):
    alice, bob = known_wallet(tmp_path, "//Alice"), known_wallet(tmp_path, "//Bob")
    newcomer = new_wallet(tmp_path, "newcomer")
    send(subtensor, alice, newcomer.coldkey.ss58_address, bt.Balance.from_tao(500))

    netuid = new_subnet(subtensor, alice)
    assert list(subtensor.get_all_subnets_netuid()) == [0, 1, netuid]
    done(subtensor.burned_register(newcomer, netuid))
    done(subtensor.register(bob, netuid))
    keys = [w.hotkey.ss58_address for w in (alice, newcomer, bob)]
    uids = [subtensor.get_uid_for_hotkey_on_subnet(key, netuid) for key in keys]
    assert uids == [0, 1, 2]

    stake_and_weigh(subtensor, alice, newcomer, netuid)
    miners_are_paid(subtensor, netuid, keys)
    metagraph_agrees(subtensor, netuid, keys)
    unstake_half(subtensor, newcomer, keys[0], netuid)


def stake_and_weigh(subtensor, validator, delegator, netuid):
    """Own and delegated stake make a validator; its weights are stored as given."""
    hotkey = validator.hotkey.ss58_address
    for wallet, tao in ((validator, 200), (delegator, 100)):
        before = subtensor.get_balance(wallet.coldkey.ss58_address)
        done(subtensor.add_stake(wallet, netuid, hotkey, bt.Balance.from_tao(tao)))
        assert subtensor.get_balance(wallet.coldkey.ss58_address) < before - tao
        assert subtensor.get_stake(wallet.coldkey.ss58_address, hotkey, netuid).rao > 0
    until(lambda: subtensor.get_subnet_validator_permits(netuid)[0], what="the validator permit")
    done(subtensor.set_weights(validator, netuid, uids=[1, 2], weights=[0.75, 0.25]))
    assert subtensor.weights(netuid) == [(0, [(1, 65535), (2, 21845)])]


def miners_are_paid(subtensor, netuid, keys):
    """An epoch pays the miners 3 : 1 and the validator its dividends."""
    def paid():
        found = subtensor.neurons_lite(netuid)
        return found if found[1].incentive > 0 else None

    neurons = until(paid, what="incentive for the miners")
    assert [n.hotkey for n in neurons] == keys
    assert neurons[1].incentive / neurons[2].incentive == pytest.approx(3, rel=0.001)
    earned = until(lambda: (subtensor.get_stake_for_hotkey(keys[1], netuid).rao,
                            subtensor.get_stake_for_hotkey(keys[2], netuid).rao)
                   if subtensor.get_stake_for_hotkey(keys[2], netuid).rao else None,
                   what="alpha of the miners")
    assert earned[0] > 2 * earned[1] > 0
    until(lambda: subtensor.neurons_lite(netuid)[0].dividends > 0, what="dividends")


def metagraph_agrees(subtensor, netuid, keys):
    graph = subtensor.metagraph(netuid, lite=False)
    assert list(graph.hotkeys) == keys
    assert graph.n == 3
    assert graph.I[1] > graph.I[2] > graph.I[0] == 0
    assert graph.W[0][1] > graph.W[0][2] > 0
    assert graph.validator_permit[0]
    assert graph.S[0] > 0


def unstake_half(subtensor, wallet, hotkey, netuid):
    """Alpha goes down by what was asked (dividends aside), TAO comes back."""
    coldkey = wallet.coldkey.ss58_address
    stake, tao = subtensor.get_stake(coldkey, hotkey, netuid), subtensor.get_balance(coldkey)
    half = bt.Balance.from_rao(stake.rao // 2, netuid)
    done(subtensor.unstake(wallet, netuid, hotkey, half))
    assert subtensor.get_balance(coldkey) > tao
    assert subtensor.get_stake(coldkey, hotkey, netuid).rao < stake.rao
