#!/usr/bin/env python3
"""Tests of how tools/run_tests.py counts: what failed must never be counted as passed."""
import contextlib
import io
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import run_tests  # noqa: E402

GOOD = "[ RUN      ] A.b\n[       OK ] A.b (0 ms)\n[ RUN      ] A.c\n[       OK ] A.c (0 ms)\n"
BAD = ("[ RUN      ] A.d\nx.cpp:1: Failure\n[  FAILED  ] A.d (0 ms)\n"
       "[  FAILED  ] A.d\n 1 FAILED TEST\n")


class CountsTest(unittest.TestCase):
    def test_passes_and_failures_are_told_apart(self):
        self.assertEqual(run_tests.gtest_counts(0, GOOD)[:2], (2, 0))
        self.assertEqual(run_tests.gtest_counts(1, GOOD + BAD), (2, 1, {"A.d"}))

    def test_a_crash_counts_as_a_failure_and_names_the_test(self):
        passed, failed, names = run_tests.gtest_counts(-11, GOOD + "[ RUN      ] A.e\n")
        self.assertEqual((passed, failed), (2, 1))
        self.assertIn("A.e", str(names))

    def test_an_end_before_the_first_test_is_a_failure(self):
        self.assertEqual(run_tests.gtest_counts(127, "")[:2], (0, 1))

    def test_a_step_in_which_nothing_ran_is_a_failure(self):
        totals = run_tests.Totals()
        with contextlib.redirect_stdout(io.StringIO()) as shown:
            totals.add("all skipped", 0, 0, 0.1)
            totals.add("some ran", 2, 0, 0.1)
        self.assertEqual((totals.passed, totals.failed), (2, 1))
        self.assertIn("no test ran", shown.getvalue())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
