"""The node as a process: start-up contract, bad flags, malformed requests, sudden ends."""
import json
import os
import signal
import socket
import subprocess
import time

import pytest
from localnet import ROOT, Localnet, free_port, program, until
from websockets.sync.client import connect


@pytest.fixture
def chain(tmp_path):
    with Localnet(tmp_path) as localnet:
        yield localnet


def run(*words, limit_s=20):
    return subprocess.run([str(program()), *map(str, words)], text=True, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=limit_s)


def test_localnet_keeps_the_start_up_contract_of_the_client_suites(tmp_path):
    ports = [free_port(), free_port()]
    env = {**os.environ, "PORTS": " ".join(map(str, ports)), "LOG": str(tmp_path / "log"),
           "MYELIN": str(program())}
    process = subprocess.Popen([str(ROOT / "scripts/localnet"), "True"], env=env, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               start_new_session=True)
    try:
        seen = ""
        while "Imported #1" not in seen:
            line = process.stdout.readline()
            assert line, f"it ended before block 1:\n{seen}"
            seen += line
        for host in ("127.0.0.1", "::1"):
            for port in ports:
                socket.create_connection((host, port), timeout=2).close()
        assert len(seen) < 4000
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        started = time.monotonic()
        process.wait(10)
    assert time.monotonic() - started < 1
    for port in ports:
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", port))


@pytest.mark.parametrize("words", [
    ("--no-such-flag",), ("--block-time", "soon"), ("--block-time", "-5"), ("--rpc-port", "70000"),
    ("--rpc-port",), ("--clients", "ancient"), ("--memory", "--data", "/proc/nothing"),
    ("--data", "/proc/nothing"), ("--log", "/proc/nothing/log", "--memory"), ("extra",)])
def test_bad_flags_end_with_a_message(words):
    done = run("node", *words)
    assert done.returncode != 0
    assert done.stderr.strip(), "nothing on stderr"
    assert len(done.stderr) < 2000


def test_a_port_in_use_is_named(chain):
    done = run("node", "--memory", "--rpc-port", chain.port)
    assert done.returncode != 0
    assert str(chain.port) in done.stderr


BAD_FRAMES = ["", "{", "{'id': 1}", "[]", "[1]", "null", "\"text\"", "{}", '{"id":1}',
              '{"jsonrpc":"2.0","id":1,"method":5}', '{"jsonrpc":"2.0","id":1,"method":"no_such"}',
              '{"jsonrpc":"2.0","id":1,"method":"chain_getBlockHash","params":["x"]}',
              '{"jsonrpc":"2.0","id":1,"method":"state_call","params":["Nope_nope","0x"]}',
              '{"jsonrpc":"2.0","id":1,"method":"state_getStorage","params":["0xzz"]}',
              '{"jsonrpc":"2.0","id":1,"method":"author_submitExtrinsic","params":["0x00"]}',
              "[" * 5000, '{"a":' * 5000]


def test_malformed_requests_get_an_error_and_the_socket_stays_usable(chain):
    with connect(chain.url) as ws:
        for frame in BAD_FRAMES:
            ws.send(frame)
            answer = json.loads(ws.recv(timeout=5))
            for part in answer if isinstance(answer, list) else [answer]:
                assert {"code", "message"} <= set(part["error"]), (frame, answer)
        ws.send('{"jsonrpc":"2.0","id":"xy7","method":"system_chain","params":[]}')
        answer = json.loads(ws.recv(timeout=5))
        assert (answer["id"], answer["result"]) == ("xy7", "Bittensor")


def test_batches_are_answered_by_id(chain):
    batch = [{"jsonrpc": "2.0", "id": i, "method": "chain_getBlockHash", "params": [0]}
             for i in range(50)]
    with connect(chain.url) as ws:
        ws.send(json.dumps(batch))
        answers = json.loads(ws.recv(timeout=5))
    assert sorted(a["id"] for a in answers) == list(range(50))
    assert len({a["result"] for a in answers}) == 1


def test_garbage_on_the_port_hurts_nobody(chain):
    for garbage in (b"\0" * 100, b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 70000, b"POST / HTTP/9\r\n"):
        with socket.create_connection(("127.0.0.1", chain.port), timeout=2) as s:
            s.settimeout(2)
            try:
                s.sendall(garbage)
                s.recv(1000)
            except OSError:
                pass
    idle = [socket.create_connection(("127.0.0.1", chain.port)) for _ in range(100)]
    assert chain.rpc("system_chain") == "Bittensor"
    for s in idle:
        s.close()


def disk_node(folder, port):
    return subprocess.Popen([str(program()), "node", "--fast-runtime", "--data", str(folder / "db"),
                             "--rpc-port", str(port), "--block-time", "50"],
                            stdout=open(folder / "out", "a"), stderr=subprocess.STDOUT,
                            stdin=subprocess.DEVNULL)


def attached(port):
    """A Localnet's questions, asked of a node that somebody else started."""
    asker = Localnet.__new__(Localnet)
    asker.port = port

    def answers():
        try:
            return asker.rpc("chain_getBlockHash", 0)
        except OSError:
            return None

    return asker, until(answers, 20, 0.05, "the node's first answer")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_a_restart_continues_where_it_was(tmp_path, end):
    port, known = free_port(), {}
    for _ in range(3):
        node = disk_node(tmp_path, port)
        try:
            asker, genesis = attached(port)
            for number, block in known.items():
                assert asker.rpc("chain_getBlockHash", number) == block
            asker.wait_blocks(5)
            head = asker.rpc("chain_getHeader", asker.rpc("chain_getFinalizedHead"))
            last = int(head["number"], 16)
            known.update({n: asker.rpc("chain_getBlockHash", n) for n in (0, last - 1, last)})
            assert known[0] == genesis
        finally:
            node.send_signal(end)
            node.wait(10)
    assert len(known) > 5


def test_a_folder_in_use_is_refused(tmp_path):
    port = free_port()
    node = disk_node(tmp_path, port)
    try:
        attached(port)
        done = run("node", "--data", tmp_path / "db", "--rpc-port", free_port())
        assert done.returncode != 0
        assert "db" in done.stderr
    finally:
        node.terminate()
        node.wait(10)
