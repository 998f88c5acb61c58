#!/usr/bin/env python3
"""How fast a node starts, what memory it holds, and blocks a second by dev_newBlock, without and
with a beacon; and what a day of empty blocks (86,400) adds to its memory.

    bench/node.py PROGRAM [PORT]
"""
import json
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

RUNS = 7


def rpc(port, method, *params):
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)})
    request = urllib.request.Request(f"http://127.0.0.1:{port}", body.encode())
    answer = json.load(urllib.request.urlopen(request, timeout=100))
    assert "error" not in answer, answer
    return answer["result"]


def start(program, port, *flags):
    """The process, and the seconds from its start to its first answer."""
    began = time.perf_counter()
    process = subprocess.Popen([program, "node", "--memory", "--manual", "--quiet", "--rpc-port",
                                str(port), *flags], stdout=subprocess.DEVNULL)
    while True:
        try:
            rpc(port, "chain_getHead")
            return process, time.perf_counter() - began
        except urllib.error.URLError:
            assert process.poll() is None, "the node ended"
            time.sleep(0.0005)


def resident_mb(process):
    with open(f"/proc/{process.pid}/status") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main(program, port=19977):
    times = []
    for _ in range(RUNS):
        process, seconds = start(program, port)
        times.append(seconds * 1000)
        process.terminate()
        process.wait()
    print(f"start to first answer: median {statistics.median(times):.1f} ms of {RUNS}")
    process, _ = start(program, port)
    print(f"resident: {resident_mb(process):.1f} MB")
    rpc(port, "state_getMetadata")
    rpc(port, "state_call", "Metadata_metadata_at_version", "0x0f000000")
    print(f"resident after serving metadata V14 and V15: {resident_mb(process):.1f} MB")
    process.terminate()
    process.wait()
    for beacon in "none", "own":
        process, _ = start(program, port, "--beacon", beacon)
        before = resident_mb(process)
        began = time.perf_counter()
        for _ in range(8):
            rpc(port, "dev_newBlock", {"count": 10_800})
        rate = 86_400 / (time.perf_counter() - began)
        print(f"beacon {beacon}: {rate:.0f} empty blocks/s by dev_newBlock; "
              f"86,400 of them add {resident_mb(process) - before:.1f} MB")
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
