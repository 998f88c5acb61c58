#!/usr/bin/env python3
"""Tests of tools/unused_items on a small pallet written here."""
import importlib.machinery
import importlib.util
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
TOOL = str(pathlib.Path(__file__).resolve().parent / "unused_items")
LOADER = importlib.machinery.SourceFileLoader("unused_items", TOOL)
SPEC = importlib.util.spec_from_loader(LOADER.name, LOADER)
unused_items = importlib.util.module_from_spec(SPEC)
LOADER.exec_module(unused_items)

PALLET = {
    "pallets/toy/storage.hpp": 'StorageValue<u8> Kept{*this, "Kept"}; V Idle{*this, "Idle"};',
    "pallets/toy/events.hpp": "struct Done {\n    EVENT(0)\n};\nstruct Never {\n    EVENT(1)\n};",
    "pallets/toy/events.cpp": 'event<Done>("Done"), event<Never>("Never"),',
    "pallets/toy/errors.hpp": 'X(TooBig, 0, "a") X(TooSmall, 1, "b")',
    "pallets/toy/verb.cpp": "storage.Kept.set(s, 1); cx.emit(Done{}); fail(Error::TooBig);",
}


class UnusedItemsTest(unittest.TestCase):
    def test_what_no_code_uses_is_found(self):
        self.assertEqual(list(unused_items.unused(PALLET, "pallets/toy/")),
                         [("storage", "Idle"), ("event", "Never"), ("error", "TooSmall")])

    def test_use_in_another_folder_counts(self):
        more = dict(PALLET, **{"pallets/other/verb.cpp": "toy::storage.Idle.get(s); "
                               "cx.emit(toy::Never{}); fail(toy::Error::TooSmall);"})
        self.assertEqual(list(unused_items.unused(more, "pallets/toy/")), [])

    def test_the_list_names_pallet_kind_and_items(self):
        self.assertEqual(list(unused_items.declared_only("# why\ntoy error A B\n\n")),
                         [("pallets/toy/", "error", "A"), ("pallets/toy/", "error", "B")])

    def test_tests_do_not_count(self):
        for name in ("pallets/toy/x_test.cpp", "pallets/toy/x_bench.cpp", "testing/env/env.cpp"):
            self.assertTrue(unused_items.TEST_FILE.search(name), name)
        self.assertFalse(unused_items.TEST_FILE.search("pallets/toy/verb.cpp"))


if __name__ == "__main__":
    unittest.main()
