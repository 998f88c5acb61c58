"""Form: line width, length of functions and files, a first line that says what a file is for."""
import ast

from . import source

COLUMNS = 100
FUNCTION_LINES = 70
FILE_LINES = 500
CODE = (".cpp", ".hpp", ".py", ".rs", ".cmake", ".sh")


def exemptions(tree):
    """path -> reason, from tools/tidy_exempt.txt."""
    found = {}
    if "tools/tidy_exempt.txt" in tree.paths:
        for line in tree.text("tools/tidy_exempt.txt").splitlines():
            if line.strip() and not line.startswith("#"):
                path, _, reason = line.partition(":")
                found[path.strip()] = reason.strip()
    return found


def is_code(tree, path):
    return path.endswith(CODE) or tree.text(path).startswith("#!")


def long_python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if node.end_lineno - node.lineno + 1 > FUNCTION_LINES:
                yield node.lineno, node.name


def has_described_twin(tree, path):
    """A .cpp needs no first line of its own where the header of its name has one."""
    stem = path.removesuffix(".cpp").removesuffix("_test")
    return path.endswith(".cpp") and f"{stem}.hpp" in tree.paths


def exemption_findings(tree, exempt):
    for path, reason in exempt.items():
        if path not in tree.paths:
            yield "tools/tidy_exempt.txt", 1, f"{path} does not exist"
        elif not reason:
            yield "tools/tidy_exempt.txt", 1, f"{path} needs a reason"
        elif tree.text(path).count("\n") <= FILE_LINES:
            yield "tools/tidy_exempt.txt", 1, f"{path} needs no exemption"


def check(tree):
    exempt = exemptions(tree)
    yield from exemption_findings(tree, exempt)
    for path in tree.paths:
        if not is_code(tree, path):
            continue
        lines = tree.text(path).splitlines()
        if len(lines) > FILE_LINES and path not in exempt:
            yield path, FILE_LINES, f"{len(lines)} lines; a file has at most {FILE_LINES}"
        for n, line in enumerate(lines, 1):
            if len(line) > COLUMNS:
                yield path, n, f"{len(line)} columns; at most {COLUMNS}"
        if path.endswith(".py") or "python3" in tree.text(path)[:30]:
            for first, name in long_python_functions(tree.text(path)):
                yield path, first, f"{name} has more than {FUNCTION_LINES} lines"
        if path.endswith((".cpp", ".hpp")):
            described = lines and lines[0].startswith(("//", "/*"))
            if not described and not has_described_twin(tree, path):
                yield path, 1, "the first line says what the file is for"
            for first, last, name in source.functions(tree.code(path)):
                if last - first + 1 > FUNCTION_LINES:
                    yield path, first, (f"{name} has {last - first + 1} lines; "
                                        f"at most {FUNCTION_LINES}")
