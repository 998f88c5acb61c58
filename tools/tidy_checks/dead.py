"""Dead files and untested calls: every header is included, every folder built, every tool named."""
import re

from . import source


def check(tree):
    yield from headers(tree)
    yield from folders(tree)
    yield from tools(tree)
    yield from calls(tree)


def headers(tree):
    used = set()
    for path in tree.cpp():
        used.update("src/" + t for _, t, quoted in source.includes(tree.text(path)) if quoted)
    for path in tree.cpp():
        if path.endswith(".hpp") and path not in used:
            yield path, 1, "no file includes this header"


def folders(tree):
    """A source belongs to the nearest CMakeLists.txt above it, and that one must join the build."""
    joined = tree.text("src/CMakeLists.txt") if "src/CMakeLists.txt" in tree.paths else ""
    for path in tree.cpp():
        folder = path.split("/")[1]
        if f"src/{folder}/CMakeLists.txt" not in tree.paths:
            yield path, 1, f"src/{folder} has no CMakeLists.txt: nothing builds this file"
        elif not re.search(rf"\b{folder}\b", joined):
            yield path, 1, f"src/CMakeLists.txt does not name {folder}"


def tools(tree):
    """A tool or script is named by some other file (a caller, or the documentation)."""
    mine = [p for p in tree.paths
            if p.startswith(("tools/", "scripts/")) and "/tidy_checks/" not in p]
    for path in mine:
        name = path.rsplit("/", 1)[1]
        if name in ("__init__.py", "README.md") or name.endswith("_test.py"):
            continue
        stem = name.removesuffix(".py")
        if not any(p != path and re.search(rf"\b{re.escape(stem)}\b", tree.text(p))
                   for p in tree.paths if not p.startswith("tests/vectors/")):
            yield path, 1, "no file names this tool"


ROW = re.compile(r'\bcall<[\w:]+>\s*\(\s*"(\w+)"')


def calls(tree):
    """Every row of a table of calls is named by a test."""
    tests = "\n".join(tree.text(p) for p in tree.paths
                      if p.endswith("_test.cpp") or p.startswith("tests/functional/"))
    named = set(re.findall(r"\w+", tests))
    for path in tree.cpp():
        if source.TEST_FILE.search(path):
            continue
        text = tree.text(path)
        for m in ROW.finditer(text):
            if m.group(1) not in named:
                line = text.count("\n", 0, m.start()) + 1
                yield path, line, f"no test names the call {m.group(1)}"
