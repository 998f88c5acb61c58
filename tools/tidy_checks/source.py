"""The tree tidy looks at, and C++ read just well enough: comments, strings, includes, functions."""
import pathlib
import re
import subprocess

SKIP = {".git", "build", ".deps", "target", "__pycache__", ".cache", "node_modules"}
TEST_FILE = re.compile(r"_(test|fuzz|bench)\.cpp$|/test_\w+\.hpp$")


class Tree:
    """The files of a checkout, by path relative to its root; texts are read once."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.paths = sorted(self._git() if (self.root / ".git").exists() else self._walk())
        self._texts = {}
        self._codes = {}

    def _git(self):
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard"], cwd=self.root, text=True,
            capture_output=True, check=True).stdout.splitlines()
        return [p for p in set(listed) if (self.root / p).is_file()]

    def _walk(self):
        for p in self.root.rglob("*"):
            relative = p.relative_to(self.root)
            if p.is_file() and not SKIP.intersection(relative.parts):
                yield relative.as_posix()

    def text(self, path):
        """The file as text; an empty string for a binary one."""
        if path not in self._texts:
            raw = (self.root / path).read_bytes()
            self._texts[path] = "" if b"\0" in raw[:4096] else raw.decode("utf-8", "replace")
        return self._texts[path]

    def code(self, path):
        """A C++ file with comments, strings and characters blanked; lines stay where they are."""
        if path not in self._codes:
            self._codes[path] = blank(self.text(path))
        return self._codes[path]

    def cpp(self, under="src/"):
        return [p for p in self.paths if p.startswith(under) and p.endswith((".cpp", ".hpp"))]


TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\ \n]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'", re.S)


def blank(text, keep_comments=False):
    """Blanks comments and literals (or, keep_comments, all else) and keeps the line breaks."""
    def spaces(s):
        return re.sub(r"[^\n]", " ", s)
    if not keep_comments:
        return TOKEN.sub(lambda m: spaces(m.group()), text)
    out, at = [], 0
    for m in TOKEN.finditer(text):
        comment = m.group().startswith(("//", "/*"))
        out += [spaces(text[at:m.start()]), m.group() if comment else spaces(m.group())]
        at = m.end()
    return "".join(out) + spaces(text[at:])


def includes(text):
    """(line, target, quoted) of each #include."""
    for m in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', text, re.M):
        yield text.count("\n", 0, m.start()) + 1, m.group(2), m.group(1) == '"'


SCOPE = re.compile(r"^\s*(inline\s+)?(namespace|extern)\b|\b(class|struct|union|enum)\b[^()]*$")


def depth(head):
    return head.count("(") + head.count("[") - head.count(")") - head.count("]")


def without_template(head):
    """The text after template <...>, whose defaults hold '=' and whose parameters say 'class'."""
    while m := re.match(r"\s*template\s*<", head):
        nesting, at = 1, m.end()
        while nesting and at < len(head):
            nesting += {"<": 1, ">": -1}.get(head[at], 0)
            at += 1
        head = head[at:]
    return head


def opens_initialiser(head):
    """Whether a brace after this text starts a value ({1, 2}, member{x}), not a body or a scope."""
    if depth(head) > 0:
        return True
    head = without_template(head)
    flat = re.sub(r"operator\s*[=<>!+*/^|&-]+", "operator", re.sub(r"\([^()]*\)", "()", head))
    if re.search(r"(?<![=<>!+*/^|&-])=(?!=)", flat) and not re.search(r"\]\s*\(.*\)[^=]*$", flat):
        return True
    return bool(re.search(r"\)\s*(noexcept\s*)?:[^:].*[\w>]\s*$", flat, re.S))


def functions(code):
    """(first line, last line, name) of every function body in blanked code."""
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", lambda m: re.sub(r"[^\n]", " ", m.group()),
                  code, flags=re.M)
    stack, start, found = [], 0, []
    for i, c in enumerate(code):
        inside = any(kind == "body" for kind, _ in stack)
        if c == "{":
            head = code[start:i]
            if inside:
                stack.append(("block", 0))
            elif opens_initialiser(head):
                stack.append(("value", 0))
                continue
            elif SCOPE.search(without_template(head)) or "(" not in head:
                stack.append(("scope", 0))
            else:
                stack.append(("body", start + len(head) - len(head.lstrip())))
            start = i + 1
        elif c == "}" and stack:
            kind, began = stack.pop()
            if kind == "body":
                name = re.search(r"([~\w:]+|operator[^\s(]*)\s*\(", code[began:])
                found.append((code.count("\n", 0, began) + 1, code.count("\n", 0, i) + 1,
                              name.group(1) if name else "?"))
            if kind != "value":
                start = i + 1
        elif c == ";" and not any(kind in ("body", "value") for kind, _ in stack):
            start = i + 1
    return found
