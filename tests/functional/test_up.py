"""`myelin up` as a user runs it: the network does its work, survives a killed role, and leaves
nothing behind.

Needs MYELIN_BIN (the built program) and the model of tools/fetch_models. Takes about three minutes.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

MYELIN = os.environ["MYELIN_BIN"]
SECONDS = int(os.environ.get("UP_SECONDS", "120"))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def start(folder, *more):
    log = open(os.path.join(folder, "up.log"), "w+")
    process = subprocess.Popen(
        [
            MYELIN,
            "up",
            "--plain",
            "--port",
            str(free_port()),
            "--miner-port",
            str(free_port() % 20000 + 20000),
            "--dir",
            folder,
            *more,
        ],
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    return process, log


def text_of(log):
    log.flush()
    log.seek(0)
    return log.read()


def wait_for(log, pattern, seconds):
    end = time.time() + seconds
    while time.time() < end:
        found = re.search(pattern, text_of(log))
        if found:
            return found
        time.sleep(0.3)
    raise AssertionError(f"not seen in {seconds} s: {pattern}\n{text_of(log)[-3000:]}")


def children_in(folder):
    """Processes of this run: each has its folder among its words."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            words = open(f"/proc/{pid}/cmdline", "rb").read().decode().split("\0")
        except OSError:
            continue
        if (
            any(folder in word for word in words)
            and words[0].endswith("myelin")
            and words[1] != "up"
        ):
            found.append((int(pid), words[1]))
    return found


def whole_run():
    with tempfile.TemporaryDirectory() as folder:
        process, log = start(folder, "--for", str(SECONDS))
        wait_for(log, r"epochs [1-9]", 90)
        victim = next(pid for pid, role in children_in(folder) if role == "validator")
        os.kill(victim, signal.SIGKILL)
        wait_for(log, r"ended by itself \(status 137\); started again", 10)
        print("ok   a killed validator is started again")
        status = process.wait(SECONDS + 60)
        text = text_of(log)
        assert status == 0, text[-4000:]
        assert "equal to the rao" in text and "FAILED" not in text, text[-4000:]
        assert not children_in(folder), children_in(folder)
        rounds = re.findall(
            r"(\d+) rounds remembered",
            open(os.path.join(folder, "logs", "validator-1.log")).read()
            + open(os.path.join(folder, "logs", "validator-2.log")).read(),
        )
        assert any(int(n) > 0 for n in rounds), f"the killed validator forgot its scores: {rounds}"
        print("ok   honest miners earn, canned answers do not, every rao is accounted for")


def interrupted():
    with tempfile.TemporaryDirectory() as folder:
        process, log = start(folder)
        wait_for(log, r"block \d+", 90)
        assert children_in(folder)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0, text_of(log)[-2000:]
        assert not children_in(folder), children_in(folder)
        print("ok   Ctrl-C stops all processes")


def refused():
    with socket.socket() as taken, tempfile.TemporaryDirectory() as folder:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        end = subprocess.run(
            [MYELIN, "up", "--port", port, "--dir", folder],
            capture_output=True,
            text=True,
            timeout=30,
        )
        assert end.returncode == 1 and "in use" in end.stderr, end
        end = subprocess.run(
            [MYELIN, "up", "/nowhere.json"], capture_output=True, text=True, timeout=30
        )
        assert end.returncode == 1 and "cannot read the scenario" in end.stderr, end
    print("ok   a port in use and a missing scenario are said clearly")


def main():
    refused()
    interrupted()
    whole_run()
    print("passed: myelin up")


if __name__ == "__main__":
    sys.exit(main())
