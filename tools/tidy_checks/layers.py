"""Layers: includes go along the arrows of tools/layers.txt, in no circle, by paths from src/."""
from . import source


class Table:
    """tools/layers.txt, read."""

    def __init__(self, text):
        self.direct, self.consensus, self.edges, self.libraries = {}, set(), [], {}
        for line in text.splitlines():
            line = line.split("#")[0].strip()
            if not line:
                continue
            name, _, rest = line.partition(":")
            if name.startswith("edge "):
                self.edges.append(name[5:].strip())
            elif name.startswith("library "):
                self.libraries[name[8:].strip()] = set(rest.split())
            elif name == "consensus":
                self.consensus = set(rest.split())
            else:
                self.direct[name] = set(rest.split())

    def allowed(self, folder):
        """All that a folder may include: itself, what the table names, and what those may."""
        seen, todo = {folder}, list(self.direct.get(folder, ()))
        while todo:
            name = todo.pop()
            if name == "*":
                todo += self.direct
            elif name not in seen:
                seen.add(name)
                todo += self.direct.get(name, ())
        return seen

    def is_consensus(self, path):
        folder = folder_of(path)
        return folder in self.consensus and not any(path.startswith(e) for e in self.edges)


def folder_of(path):
    return path.split("/")[1]


def check(tree):
    table = Table(tree.text("tools/layers.txt"))
    headers = set(tree.cpp())
    graph = {}
    for path in tree.cpp():
        folder = folder_of(path)
        if folder not in table.direct:
            yield path, 1, f"folder {folder} is not in tools/layers.txt"
            continue
        allowed = table.allowed(folder)
        if source.TEST_FILE.search(path):
            allowed = allowed | table.allowed("testing")
        for line, target, quoted in source.includes(tree.text(path)):
            library = target.split("/")[0]
            if library in table.libraries and folder not in table.libraries[library]:
                owners = ", ".join(sorted(table.libraries[library]))
                yield path, line, f"<{library}/...> is for {owners} only"
            if not quoted:
                continue
            if "src/" + target not in headers:
                yield path, line, f'"{target}" is not a path from src/'
                continue
            graph.setdefault(path, []).append("src/" + target)
            other = target.split("/")[0]
            if source.TEST_FILE.search(target) and not source.TEST_FILE.search(path):
                yield path, line, f'only tests may include "{target}"'
            if other == "testing" and folder != "testing" and not source.TEST_FILE.search(path):
                yield path, line, "only tests, fuzz targets and benches may include testing/"
            elif other not in allowed:
                yield path, line, f"{folder} may not include {other} (tools/layers.txt)"
    yield from cycles(graph)


def cycles(graph):
    """Each circle of includes once, at the file that closes it."""
    state = {}

    def visit(path, trail):
        state[path] = "open"
        for target in graph.get(path, ()):
            if state.get(target) == "open":
                circle = trail[trail.index(target):] if target in trail else [path]
                yield path, 1, "includes form a circle: " + " -> ".join([*circle, target])
            elif target not in state:
                yield from visit(target, [*trail, target])
        state[path] = "done"

    for path in sorted(graph):
        if path not in state:
            yield from visit(path, [path])
