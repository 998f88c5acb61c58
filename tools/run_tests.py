#!/usr/bin/env python3
"""What ./test does after set-up: builds, runs every kind of test, adds up.

    run_tests.py all | fast | golden DIR

Each step prints a row with its counts and time; what failed is shown; logs lie in build/test-logs.
"""
import os
import pathlib
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as xml
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOGS = ROOT / "build/test-logs"
# What users start is what the vectors and the real clients meet; unit tests want the checks of a
# developer's build (fast) or of the sanitizers (all).
PROGRAM = ROOT / "build/release/src/apps/myelin"
REPLAYER = ROOT / "build/release/src/testing/golden/golden_run"
FUZZ_SECONDS = int(os.environ.get("FUZZ_SECONDS", "10"))  # a target
STEP_LIMIT_S = 1200  # no step may hang longer than this
ENVIRONMENTS = ("sdk10", "sdk11", "btcli9")


class Totals:
    """Counts of the run, and the rows shown on the way. A step in which nothing ran has failed."""

    def __init__(self):
        self.passed = self.failed = 0

    def add(self, name, passed, failed, seconds, details=""):
        if not passed and not failed:
            failed, details = 1, "no test ran"
        self.passed += passed
        self.failed += failed
        print(f"{name:34} {passed:5} passed {failed:3} failed {seconds:7.1f} s", flush=True)
        if details:
            print("\n".join("    " + line for line in details.splitlines()), flush=True)


def run(command, log, env=None, limit_s=STEP_LIMIT_S):
    """Runs a command into a log file: (exit status, output, seconds). 124 after the limit."""
    started = time.monotonic()
    path = LOGS / f"{log}.log"
    with open(path, "w") as out:
        try:
            status = subprocess.run([str(c) for c in command], cwd=ROOT, stdout=out,
                                    stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                    env={**os.environ, **(env or {})}, timeout=limit_s).returncode
        except subprocess.TimeoutExpired:
            status = 124
    return status, path.read_text(errors="replace"), time.monotonic() - started


def build(preset, *targets):
    if subprocess.run([ROOT / "tools/build", preset, *targets]).returncode:
        print(f"the {preset} build failed", flush=True)
        return False
    return True


def simple(totals, name, command, log):
    """A step that counts as one test."""
    status, output, seconds = run(command, log)
    totals.add(name, int(not status), int(bool(status)), seconds,
               "\n".join(output.splitlines()[-30:]) if status else "")


def gtest_counts(status, output):
    """(passed, failed, names that failed) of a GoogleTest program; a crash is one failure."""
    passed = len(re.findall(r"^\[       OK \] ", output, re.M))
    failed = set(re.findall(r"^\[  FAILED  \] ([\w/.]+)", output, re.M))
    if status and not failed:
        started = re.findall(r"^\[ RUN      \] (\S+)", output, re.M)
        failed = {f"{started[-1] if started else 'before the first test'} (exit status {status})"}
    return passed, len(failed), failed


def unit_tests(totals, preset):
    """All test programs of a build, two at a time."""
    programs = sorted(p for p in (ROOT / "build" / preset / "src").glob("**/*_test")
                      if p.is_file() and os.access(p, os.X_OK))
    if not programs:
        totals.add(f"unit tests ({preset})", 0, 1, 0, "no test program was built")

    def one(program):
        return program, run([program], f"{preset}-{program.name}")

    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for program, (status, output, seconds) in pool.map(one, programs):
            passed, failed, names = gtest_counts(status, output)
            details = "\n".join(sorted(names))
            if failed:
                places = re.findall(r"^.*: Failure\n(?:.+\n){0,6}", output, re.M)
                details += "\n" + "\n".join(places)
            totals.add(f"{program.name} ({preset})", passed, failed, seconds, details[:4000])


def golden(totals, folder):
    """Every vector file of a folder, by the replayer; its closing line is the count."""
    started = time.monotonic()
    process = subprocess.Popen([REPLAYER, folder], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    last = ""
    for line in process.stdout:
        last = line if line.strip() else last
        print("    " + line.rstrip(), flush=True)
    counts = re.search(r"(\d+) passed, (\d+) failed", last)
    status = process.wait()
    passed, failed = map(int, counts.groups()) if counts else (0, 1)
    totals.add(f"golden {os.path.relpath(folder, ROOT)}", passed,
               failed or int(bool(status)), time.monotonic() - started)


def fuzz(totals):
    """A short run of every fuzz target under address and undefined sanitizers."""
    targets = sorted(p.stem for p in (ROOT / "src").glob("**/*_fuzz.cpp"))
    binaries = {p.name: p for p in (ROOT / "build/asan/src").glob("**/*_fuzz") if p.is_file()}
    if not targets or set(targets) - set(binaries):
        totals.add("fuzz targets", 0, 1, 0, "not built")
        return
    for name in targets:
        scratch = ROOT / "build/asan/corpus" / name
        scratch.mkdir(parents=True, exist_ok=True)
        corpus = ROOT / "tests/fuzz" / name
        command = [binaries[name], f"-max_total_time={FUZZ_SECONDS}", "-timeout=10",
                   "-rss_limit_mb=2048", f"-artifact_prefix={LOGS}/{name}-", "-print_final_stats=1",
                   scratch, *([corpus] if corpus.is_dir() else [])]
        status, output, seconds = run(command, name)
        runs = re.search(r"stat::number_of_executed_units:\s*(\d+)", output)
        done = int(runs.group(1)) if runs else 0
        failed = int(bool(status) or not done)
        totals.add(f"{name} ({done} inputs)", 1 - failed, failed, seconds,
                   "\n".join(output.splitlines()[-20:]) if failed else "")


def client_test(path, python, env):
    """Runs one file of tests/functional: (passed, failed, output, seconds).

    Most are pytest files; a file without test functions is a script that prints 'ok' lines.
    """
    if not re.search(r"^def test_", path.read_text(), re.M):
        status, output, seconds = run([python, path], path.stem, env)
        return len(re.findall(r"^ok\b", output, re.M)), int(bool(status)), output, seconds
    report = LOGS / f"{path.stem}.xml"
    report.unlink(missing_ok=True)
    status, output, seconds = run(
        [python, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider",
         f"--junitxml={report}", path], path.stem, env)
    if not report.exists():
        return 0, 1, output, seconds
    suite = xml.parse(report).getroot().find("testsuite")
    failed = int(suite.get("failures")) + int(suite.get("errors"))
    passed = int(suite.get("tests")) - failed - int(suite.get("skipped"))
    return passed, failed or int(bool(status)), output, seconds


def functional(totals):
    """Tests with real clients: test_X_ENV.py runs in .deps/venv/ENV, others in the first one."""
    env = {"MYELIN": str(PROGRAM), "MYELIN_BIN": str(PROGRAM), "NO_CACHE": "1"}
    for path in sorted((ROOT / "tests/functional").glob("test_*.py")):
        suffix = path.stem.rsplit("_", 1)[1]
        venv = suffix if suffix in ENVIRONMENTS else ENVIRONMENTS[0]
        python = ROOT / f".deps/venv/{venv}/bin/python"
        passed, failed, output, seconds = client_test(path, python, env)
        totals.add(f"{path.stem} ({venv})", passed, failed, seconds,
                   "\n".join(output.splitlines()[-40:]) if failed else "")


def rules(totals):
    simple(totals, "rules of the tree (tidy)", [ROOT / "tools/tidy"], "tidy")
    simple(totals, "what is declared is used", [ROOT / "tools/unused_items"], "unused_items")
    for path in sorted((ROOT / "tools").glob("*_test.py")):
        simple(totals, f"tools/{path.name}", [sys.executable, path], path.stem)


def built_unit_tests(totals, preset):
    if build(preset):
        unit_tests(totals, preset)
    else:
        totals.add(f"unit tests ({preset})", 0, 1, 0, "not built")


def fast(totals):
    rules(totals)
    built_unit_tests(totals, "dev")


def everything(totals):
    rules(totals)
    if build("release", "myelin", "golden_run"):
        golden(totals, ROOT / "tests/vectors")
        simple(totals, "docs/parity.md", [ROOT / "tools/parity", "--check"], "parity")
        functional(totals)
    else:
        totals.add("vectors and real clients", 0, 1, 0, "not built")
    built_unit_tests(totals, "asan")
    fuzz(totals)


def main():
    mode = sys.argv[1]
    LOGS.mkdir(parents=True, exist_ok=True)
    totals, started = Totals(), time.monotonic()
    if mode == "golden":
        if not build("release", "golden_run"):
            return 1
        return subprocess.run([REPLAYER, sys.argv[2]]).returncode
    {"fast": fast, "all": everything}[mode](totals)
    print(f"{time.monotonic() - started:.0f} s in all; logs in build/test-logs")
    print(f"{totals.passed} passed, {totals.failed} failed")
    return int(bool(totals.failed))


if __name__ == "__main__":
    sys.exit(main())
