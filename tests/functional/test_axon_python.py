"""The wire protocol against the real Python SDK, in both directions.

Needs a Python environment with bittensor 10.x (tests/functional/requirements-sdk10.txt) and
MYELIN_BIN, the built program. The chain is not used.
"""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from typing import ClassVar, Optional, Tuple

import bittensor as bt
from bittensor.core.stream import StreamingSynapse
from bittensor.utils import networking
from bittensor_wallet import Keypair
from starlette.types import Send

MYELIN = os.environ["MYELIN_BIN"]
networking.get_external_ip = lambda: "127.0.0.2"  # the SDK asks a web service; tests use no network
ALICE, BOB = Keypair.create_from_uri("//Alice"), Keypair.create_from_uri("//Bob")


class TextGen(StreamingSynapse):
    """The text task as a Python validator or miner declares it."""

    required_hash_fields: ClassVar[Tuple[str, ...]] = ("prompt", "max_tokens")
    prompt: str
    max_tokens: int = 32
    completion: str = ""

    async def process_streaming_response(self, response):
        async for chunk in response.content.iter_any():
            self.completion += chunk.decode("utf-8", "replace")
            yield chunk

    def extract_response_json(self, response) -> dict:
        return {
            "name": response.headers.get("name", ""),
            "prompt": self.prompt,
            "completion": self.completion,
        }


class Add(bt.Synapse):
    a: int = 0
    b: int = 0
    total: Optional[int] = None


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class FakeWallet:
    def __init__(self, keypair):
        self.hotkey = keypair
        self.coldkeypub = keypair
        self.name = self.hotkey_str = "test"


class Miner:
    """`myelin miner --offline` with a subprocess as its model."""

    def __init__(self):
        self.port = free_port()
        echo = """while read -r line; do
            echo '{"text": "one "}'; sleep 0.2; echo '{"text": "two"}'; echo '{"done": true}'
        done"""
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [
                MYELIN,
                "miner",
                "--offline",
                "--hotkey-uri",
                "//Bob",
                "--port",
                str(self.port),
                "--backend",
                "exec",
                "--command",
                echo,
            ],
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        for _ in range(100):
            with socket.socket() as s:
                if s.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise RuntimeError("the miner does not listen")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        assert self.process.wait(10) == 0, "the miner must end well on SIGTERM"

    def info(self, hotkey=BOB):
        return bt.AxonInfo(
            version=10002000,
            ip="127.0.0.1",
            port=self.port,
            ip_type=4,
            hotkey=hotkey.ss58_address,
            coldkey=hotkey.ss58_address,
        )


async def stream(dendrite, target, synapse):
    pieces, final = [], None
    async for item in dendrite.call_stream(target, synapse=synapse, timeout=10):
        if isinstance(item, (bytes, str)):
            pieces.append(item)
        else:
            final = item
    return pieces, final


async def sdk_calls_us(miner):
    dendrite = bt.Dendrite(wallet=ALICE)
    ping = await dendrite.call(miner.info(), synapse=bt.Synapse(), timeout=5)
    assert ping.is_success, ping.dendrite
    print("ok   SDK dendrite: ping of our axon")

    pieces, final = await stream(
        dendrite, miner.info(), TextGen(prompt="Zürich ☃ 'q' \"x\"", max_tokens=8)
    )
    assert b"".join(pieces) == b"one two", pieces
    assert len(pieces) == 2, "the pieces must arrive one by one"
    assert final.dendrite.status_code == 200 and final.completion == "one two", final
    print("ok   SDK dendrite: stream from our axon in", len(pieces), "pieces")

    unknown = await dendrite.call(miner.info(), synapse=Add(a=1), timeout=5)
    assert unknown.dendrite.status_code == 404 and "TextGen" in unknown.dendrite.status_message
    wrong = await dendrite.call(miner.info(hotkey=ALICE), synapse=bt.Synapse(), timeout=5)
    assert (
        wrong.dendrite.status_code == 401 and "Signature mismatch" in wrong.dendrite.status_message
    ), wrong.dendrite
    _, bad = await stream(dendrite, miner.info(), TextGen(prompt="x", max_tokens=0))
    assert bad.dendrite.status_code == 500, bad.dendrite
    print("ok   SDK dendrite: 404, 401 and 500 are understood")
    await dendrite.aclose_session()


def ask(port, *words, hotkey=BOB):
    return subprocess.run(
        [MYELIN, "ask", "--to", f"127.0.0.1:{port}", "--to-hotkey", hotkey.ss58_address, *words],
        capture_output=True,
        text=True,
        timeout=30,
    )


def text_forward(synapse: TextGen):
    async def send_words(send: Send):
        for word in ("Once ", "upon ", synapse.prompt):
            await send({"type": "http.response.body", "body": word.encode(), "more_body": True})
            await asyncio.sleep(0.05)

    return synapse.create_streaming_response(send_words)


def add_forward(synapse: Add) -> Add:
    synapse.total = synapse.a + synapse.b
    return synapse


def add_blacklist(synapse: Add) -> Tuple[bool, str]:
    return synapse.dendrite.hotkey != ALICE.ss58_address, "only Alice"


def we_call_sdk():
    port = free_port()
    axon = bt.Axon(
        wallet=FakeWallet(BOB),
        port=port,
        ip="127.0.0.1",
        external_ip="127.0.0.1",
        external_port=port,
    )
    axon.attach(forward_fn=add_forward, blacklist_fn=add_blacklist)
    axon.attach(forward_fn=text_forward)
    axon.start()
    try:
        for _ in range(50):
            answer = ask(port, "--synapse", "Synapse")
            if answer.returncode == 0:
                break
            time.sleep(0.1)
        assert answer.returncode == 0, answer
        print("ok   our dendrite: ping of an SDK axon")
        answer = ask(port, "--synapse", "Add", "--fields", '{"a": 20, "b": 22, "total": null}')
        assert answer.returncode == 0 and '"total": 42' in answer.stdout, answer
        print("ok   our dendrite: unary call")
        answer = ask(port, "Zürich ☃ 'q'")
        assert answer.returncode == 0 and answer.stdout == "Once upon Zürich ☃ 'q'\n", answer
        print("ok   our dendrite: stream with a body hash over UTF-8")
        answer = ask(port, "--synapse", "Add", "--hotkey-uri", "//Charlie", "--fields", '{"a": 1}')
        assert answer.returncode == 1 and "blacklisted: only Alice" in answer.stderr, answer
        answer = ask(port, "--synapse", "Add", "--fields", '{"a": 1}', hotkey=ALICE)
        assert answer.returncode == 1 and "Signature mismatch" in answer.stderr, answer
        answer = ask(port, "--synapse", "Nope")
        assert answer.returncode == 1 and "not found" in answer.stderr, answer
        print("ok   our dendrite: refusals are told")
    finally:
        axon.stop()


def main():
    with Miner() as miner:
        asyncio.run(sdk_calls_us(miner))
    we_call_sdk()
    print("passed: axon and dendrite against bittensor", bt.__version__)


if __name__ == "__main__":
    sys.exit(main())
