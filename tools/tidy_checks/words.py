"""Words: what consensus code must not name, and what comments and files must not say."""
import re

from . import form, layers, source

CONSENSUS_WORDS = (
    "float double rand srand random_device mt19937 throw try catch thread jthread mutex atomic "
    "getenv system_clock steady_clock high_resolution_clock unordered_map unordered_set printf "
    "cout cerr"
).split()
CONSENSUS_HEADERS = (
    "chrono thread iostream fstream filesystem random mutex atomic future condition_variable "
    "cstdio unordered_map unordered_set cmath ctime"
).split()
STALE = re.compile(
    r"\b(previously|no longer|now uses|formerly|new version|old version|refactor\w*)\b"
    r"|\b(FIXME|XXX|HACK)\b|\bTODO\b(?!\(#\d+\))", re.I)
MACHINE_PATH = re.compile(r"(?<![\w.*$}/-])/(?:work|root|home|mnt|Users)/[\w.]+|/tmp/subtensor")
REGISTRY_HOST = re.compile(
    r"\b(?:pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|crates\.io|proxy\.golang\.org"
    r"|deb\.debian\.org|security\.debian\.org)\b")
PATTERNS_KEPT_HERE = "tools/tidy_checks/", "tools/tidy_test.py"


def consensus(tree):
    table = layers.Table(tree.text("tools/layers.txt"))
    words = re.compile(r"\b(" + "|".join(CONSENSUS_WORDS) + r")\b")
    for path in tree.cpp():
        outside = source.TEST_FILE.search(path) or path.endswith("_main.cpp")
        if outside or not table.is_consensus(path):
            continue
        for n, line in enumerate(tree.code(path).splitlines(), 1):
            if line.lstrip().startswith("#"):
                continue
            for m in words.finditer(line):
                yield path, n, f"'{m.group()}' is banned in consensus code"
        for n, target, quoted in source.includes(tree.text(path)):
            if not quoted and target in CONSENSUS_HEADERS:
                yield path, n, f"<{target}> is banned in consensus code"


def comments(tree, path):
    text = tree.text(path)
    if path.endswith((".cpp", ".hpp", ".rs")):
        return source.blank(text, keep_comments=True)
    return "\n".join(line[line.find("#"):] if "#" in line else "" for line in text.splitlines())


def sayings(tree):
    for path in tree.paths:
        if path.startswith(PATTERNS_KEPT_HERE):
            continue
        if form.is_code(tree, path):
            for n, line in enumerate(comments(tree, path).splitlines(), 1):
                for m in STALE.finditer(line):
                    yield path, n, f"stale word '{m.group()}': say what is, not what was or will be"
        if path.startswith("tests/vectors/") or path.endswith("Cargo.lock"):
            continue
        for n, line in enumerate(tree.text(path).splitlines(), 1):
            for m in MACHINE_PATH.finditer(line):
                yield path, n, f"path of one machine: {m.group()}"
            for m in REGISTRY_HOST.finditer(line):
                yield path, n, f"registry host {m.group()}: name the package, not its server"


def check(tree):
    yield from consensus(tree)
    yield from sayings(tree)
