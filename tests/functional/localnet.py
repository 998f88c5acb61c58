"""A private chain for one test: a node in memory on a free port, stopped and checked at the end."""
import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
START_LIMIT_S = 20
RAO = 10**9


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def program():
    path = pathlib.Path(os.environ.get("MYELIN", ROOT / "build/release/src/apps/myelin"))
    assert path.is_file(), f"{path} is missing; build it with: tools/build release myelin"
    return path


class Localnet:
    """with Localnet(folder, clients="legacy") as chain: ... chain.url is its WebSocket address."""

    def __init__(self, folder, clients="current", speed="--fast-runtime", flags=()):
        self.port = free_port()
        self.url = f"ws://127.0.0.1:{self.port}"
        self.log = pathlib.Path(folder, "node.log")
        self.command = [str(program()), "node", speed, "--memory", "--clients", clients,
                        "--rpc-port", str(self.port), *flags]

    def __enter__(self):
        with open(self.log, "w") as out:
            self.process = subprocess.Popen(self.command, stdout=out, stderr=subprocess.STDOUT,
                                            stdin=subprocess.DEVNULL)
        limit = time.monotonic() + START_LIMIT_S
        while time.monotonic() < limit:
            if self.process.poll() is not None:
                break
            try:
                self.rpc("system_health")
                return self
            except OSError:
                time.sleep(0.02)
        self.process.kill()
        self.process.wait()
        raise AssertionError(f"the node did not answer: {' '.join(self.command)}\n{self.tail()}")

    def __exit__(self, kind, error, trace):
        running = self.process.poll() is None
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = "still running 10 s after SIGTERM"
        if kind is None:
            assert running, f"the node ended during the test ({status})\n{self.tail()}"
            assert status in (0, -signal.SIGTERM), f"the node ended with {status}\n{self.tail()}"

    def tail(self):
        return self.log.read_text(errors="replace")[-3000:]

    def rpc(self, method, *params):
        """One JSON-RPC call over HTTP; raises AssertionError on an error reply."""
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)})
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}", body.encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as reply:
            answer = json.load(reply)
        assert "error" not in answer, f"{method}: {answer['error']}"
        return answer["result"]

    def height(self):
        return int(self.rpc("chain_getHeader")["number"], 16)

    def wait_blocks(self, count, limit_s=60):
        target, limit = self.height() + count, time.monotonic() + limit_s
        while self.height() < target:
            assert time.monotonic() < limit, f"no block {target} within {limit_s} s"
            time.sleep(0.1)


def until(question, limit_s=60, pause_s=0.3, what="the condition"):
    """Asks until the answer is true; returns it."""
    limit = time.monotonic() + limit_s
    while not (answer := question()):
        assert time.monotonic() < limit, f"{what} did not come true within {limit_s} s"
        time.sleep(pause_s)
    return answer
