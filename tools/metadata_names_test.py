#!/usr/bin/env python3
"""Tests of tools/metadata_names.py on a small piece of metadata built here by hand."""
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import metadata_names  # noqa: E402


def text(s):
    return bytes([len(s) << 2]) + s.encode()


def items(*parts):
    return bytes([len(parts) << 2]) + b"".join(parts)


def blob():
    field = b"\1" + text("dest") + b"\0" + b"\0" + items()
    variant = text("transfer") + items(field) + b"\7" + items()
    types = items(
        b"\0" + items() + items() + b"\5\6" + items(),                          # u64
        b"\4" + items(text("a"), text("Call")) + items(text("T") + b"\0")
        + b"\1" + items(variant) + items())                                     # the calls
    entry = text("Account") + b"\1" + b"\1" + items(b"\2") + b"\0" + b"\0" + items() + items()
    constant = text("Deposit") + b"\0" + items(b"\1", b"\2") + items()
    pallet = (text("Balances") + b"\1" + text("Balances") + items(entry) + b"\1\4" + b"\0"
              + items(constant) + b"\0" + b"\5" + items())
    extrinsic = b"\4" + b"\0\0\0\0" + items(text("CheckNonce") + b"\0\0")
    method = text("version") + items(text("at") + b"\0") + b"\0" + items()
    apis = items(text("Core") + items(method) + items())
    return b"meta\x0f" + types + items(pallet) + extrinsic + b"\0" + apis


class MetadataNamesTest(unittest.TestCase):
    def test_names_and_indices_are_read(self):
        read = metadata_names.read(blob())
        self.assertEqual(read["apis"], {"Core": ["version"]})
        self.assertEqual(read["pallets"]["Balances"], {
            "index": 5, "calls": {"transfer": 7}, "storage": ["Account"], "events": {},
            "errors": {}, "constants": ["Deposit"]})

    def test_every_cut_is_an_error(self):
        whole = blob()
        for cut in range(len(whole) - 1):
            with self.assertRaises((ValueError, IndexError)):
                metadata_names.read(whole[:cut])

    def test_other_versions_are_refused(self):
        with self.assertRaises(ValueError):
            metadata_names.read(b"meta\x0e" + blob()[5:])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
