#!/usr/bin/env python3
"""Tests of tools/judge_suites on results written here, and of the list it goes by."""
import importlib.machinery
import importlib.util
import json
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
TOOL = str(pathlib.Path(__file__).resolve().parent / "judge_suites")
LOADER = importlib.machinery.SourceFileLoader("judge_suites", TOOL)
SPEC = importlib.util.spec_from_loader(LOADER.name, LOADER)
judge_suites = importlib.util.module_from_spec(SPEC)
LOADER.exec_module(judge_suites)

KNOWN = {"cannot": [
    {"tests": ["test_a.py::test_never"], "when": "always", "rule": "a rule", "source": "a file"},
    {"tests": ["test_a.py::test_late"], "when": "at night", "rule": "a rule", "source": "a file"}]}


def row(*failures, failed=None):
    return {"file": "test_a.py", "passed": 3, "failures": list(failures),
            "failed": len(failures) if failed is None else failed}


class JudgeSuitesTest(unittest.TestCase):
    def good(self, *rows):
        return judge_suites.judge(KNOWN, rows)[1]

    def test_a_failure_with_a_rule_is_as_known(self):
        self.assertTrue(self.good(row("tests/e2e_tests/test_a.py::test_never[False]")))

    def test_a_failure_without_a_rule_is_not(self):
        self.assertFalse(self.good(row("t/test_a.py::test_never", "t/test_a.py::test_new")))
        self.assertFalse(self.good(row("t/test_a.py::test_never"), row(failed=1)))

    def test_what_never_passes_must_fail_and_what_sometimes_does_may_pass(self):
        self.assertFalse(self.good(row()))
        self.assertTrue(self.good(row("t/test_a.py::test_never", "t/test_a.py::test_late")))

    def test_the_list_names_a_rule_and_a_source_for_each_test(self):
        suites = json.loads(judge_suites.KNOWN.read_text())
        for name in ("sdk10", "btcli9"):
            self.assertTrue(suites[name]["tests"] > len(judge_suites.rules_of(suites[name])))
            for test, said in judge_suites.rules_of(suites[name]).items():
                self.assertRegex(test, r"^test_\w+\.py::test_\w+$")
                self.assertTrue(all(said), test)


if __name__ == "__main__":
    unittest.main()
