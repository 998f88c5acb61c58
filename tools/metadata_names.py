"""Reads the names out of runtime metadata V15: calls, storage, events, errors, constants, APIs."""

MAGIC = b"meta"
VERSION = 15


class Cursor:
    """SCALE, as far as metadata needs it."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def bytes(self, count):
        if self.at + count > len(self.data):
            raise ValueError(f"metadata ends {self.at + count - len(self.data)} bytes early")
        self.at += count
        return self.data[self.at - count:self.at]

    def byte(self):
        return self.bytes(1)[0]

    def compact(self):
        start = self.byte()
        extra = (0, 1, 3)[start & 3] if start & 3 < 3 else 0
        if start & 3 == 3:
            return int.from_bytes(self.bytes((start >> 2) + 4), "little")
        return int.from_bytes(bytes([start]) + self.bytes(extra), "little") >> 2

    def text(self):
        return self.sized().decode()

    def sized(self):
        return self.bytes(self.compact())

    def list(self, item):
        return [item() for _ in range(self.compact())]

    def maybe(self, item):
        return item() if self.byte() else None


def _field(c):
    name = c.maybe(c.text)
    c.compact(), c.maybe(c.text), c.list(c.text)
    return name


def _variant(c):
    name, _, index = c.text(), c.list(lambda: _field(c)), c.byte()
    c.list(c.text)
    return name, index


def _type(c):
    """(id, variants by name): variants are what calls, events and errors are made of."""
    number = c.compact()
    c.list(c.text)
    c.list(lambda: (c.text(), c.maybe(c.compact)))
    kind, variants = c.byte(), {}
    if kind == 0:
        c.list(lambda: _field(c))
    elif kind == 1:
        variants = dict(c.list(lambda: _variant(c)))
    elif kind == 3:
        c.bytes(4), c.compact()
    elif kind == 4:
        c.list(c.compact)
    elif kind == 5:
        c.byte()
    elif kind == 7:
        c.compact(), c.compact()
    elif kind in (2, 6):
        c.compact()
    else:
        raise ValueError(f"unknown kind of type {kind} at byte {c.at - 1}")
    c.list(c.text)
    return number, variants


def _entry(c):
    name = c.text()
    c.byte()
    if c.byte():
        c.list(c.byte), c.compact()
    c.compact(), c.sized(), c.list(c.text)
    return name


def _constant(c):
    name = c.text()
    c.compact(), c.sized(), c.list(c.text)
    return name


def _pallet(c, types):
    name = c.text()
    storage = c.maybe(lambda: (c.text(), c.list(lambda: _entry(c)))) or ("", [])
    calls, events = c.maybe(c.compact), c.maybe(c.compact)
    constants = c.list(lambda: _constant(c))
    errors, index = c.maybe(c.compact), c.byte()
    c.list(c.text)
    return name, {"index": index, "calls": types.get(calls, {}), "storage": storage[1],
                  "events": types.get(events, {}), "errors": types.get(errors, {}),
                  "constants": constants}


def _method(c):
    name = c.text()
    c.list(lambda: (c.text(), c.compact())), c.compact(), c.list(c.text)
    return name


def _api(c):
    name, methods = c.text(), c.list(lambda: _method(c))
    c.list(c.text)
    return name, methods


def read(blob):
    """{"pallets": {...}, "apis": {...}} of a V15 blob (bare, or as the runtime API wraps it)."""
    start = blob.find(MAGIC)
    if not 0 <= start <= 8 or blob[start + 4] != VERSION:
        raise ValueError("this is not runtime metadata of version 15")
    c = Cursor(blob[start + 5:])
    types = dict(c.list(lambda: _type(c)))
    pallets = dict(c.list(lambda: _pallet(c, types)))
    c.byte(), [c.compact() for _ in range(4)]
    c.list(lambda: (c.text(), c.compact(), c.compact()))
    c.compact()
    return {"pallets": pallets, "apis": dict(c.list(lambda: _api(c)))}
