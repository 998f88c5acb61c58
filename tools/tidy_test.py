#!/usr/bin/env python3
"""Tests of tools/tidy: each rule is fed a small tree that breaks it and the same tree mended."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from tidy_checks import dead, form, layers, source, words  # noqa: E402

LAYERS = """
base:
state: base
pallets: state
rpc: pallets
testing: *
consensus: state pallets
edge src/state/store: files
library rocksdb: state
"""
GOOD = {
    "README.md": "tools/layers.txt\n",
    "tools/layers.txt": LAYERS,
    "src/CMakeLists.txt": "base state pallets rpc",
    **{f"src/{f}/CMakeLists.txt": f"part({f})" for f in ("base", "state", "pallets", "rpc")},
    "src/base/types.hpp": "// Types.\nusing u8 = unsigned char;\n",
    "src/state/state.cpp": '// State.\n#include "base/types.hpp"\nint f() { return 1; }\n',
}


class TidyTest(unittest.TestCase):
    def findings(self, check, changes):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in {**GOOD, **changes}.items():
                target = pathlib.Path(folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text)
            return [f"{path}:{line}: {what}"
                    for path, line, what in check.check(source.Tree(folder))]

    def assert_found(self, check, what, changes):
        found = self.findings(check, changes)
        self.assertEqual(len([f for f in found if what in f]), 1, f"{what!r} not once in {found}")

    def test_a_good_tree_has_no_findings(self):
        for check in (layers, form, words, dead):
            self.assertEqual(self.findings(check, {}), [])

    def test_an_include_against_the_arrows_is_found(self):
        up = '// X.\n#include "state/view.hpp"\n'
        self.assert_found(layers, "base may not include state",
                          {"src/base/x.cpp": up, "src/state/view.hpp": "// View.\n"})
        self.assertEqual(self.findings(layers, {"src/rpc/x.cpp": up, "src/state/view.hpp": ""}), [])

    def test_a_test_may_use_testing_and_a_source_may_not(self):
        text = '// X.\n#include "testing/env.hpp"\n'
        env = {"src/testing/env.hpp": '// Env.\n#include "base/types.hpp"\n'}
        self.assertEqual(self.findings(layers, {"src/base/x_test.cpp": text, **env}), [])
        self.assert_found(layers, "only tests", {"src/base/x.cpp": text, **env})
        helper = {"src/base/test_x.hpp": text, **env}
        self.assertEqual(self.findings(layers, helper), [])
        self.assert_found(layers, "only tests", {
            **helper, "src/base/x.cpp": '// X.\n#include "base/test_x.hpp"\n'})

    def test_a_relative_include_is_found(self):
        self.assert_found(layers, "not a path from src/",
                          {"src/base/x.cpp": '// X.\n#include "types.hpp"\n'})

    def test_a_circle_of_includes_is_found(self):
        self.assert_found(layers, "circle", {
            "src/base/a.hpp": '// A.\n#include "base/b.hpp"\n',
            "src/base/b.hpp": '// B.\n#include "base/a.hpp"\n'})

    def test_a_library_stays_in_its_folder(self):
        text = "// X.\n#include <rocksdb/db.h>\n"
        self.assert_found(layers, "<rocksdb/...>", {"src/rpc/x.cpp": text})
        self.assertEqual(self.findings(layers, {"src/state/x.cpp": text}), [])

    def test_an_unknown_folder_is_found(self):
        self.assert_found(layers, "not in tools/layers.txt", {"src/new/x.cpp": "// X.\n"})

    def test_consensus_code_may_not_name_floats_clocks_or_exceptions(self):
        for word in ("double x = 1;", "throw 1;", "std::thread t;", "int x = rand();"):
            self.assert_found(words, "banned", {"src/pallets/x.cpp": f"// X.\n{word}\n"})
        self.assert_found(words, "<chrono>", {"src/pallets/x.cpp": "// X.\n#include <chrono>\n"})
        self.assertEqual(self.findings(words, {
            "src/pallets/x.cpp": '// A double spend.\nauto s = "double"; int double_map;\n',
            "src/pallets/x_test.cpp": "// X.\ndouble x;\n",
            "src/state/store.cpp": "// X.\nstd::mutex m;\n",
            "src/rpc/x.cpp": "// X.\ndouble x;\n"}), [])

    def test_stale_words_are_found_in_comments_only(self):
        self.assert_found(words, "stale", {"src/base/x.cpp": "// X.\nint a;  // no longer used\n"})
        self.assert_found(words, "stale", {"src/base/x.cpp": "// X. TODO: more\n"})
        self.assertEqual(self.findings(words, {
            "src/base/x.cpp": '// X.\nauto s = "no longer"; // TODO(#12) more\n'}), [])

    def test_machine_paths_and_registry_hosts_are_found(self):
        self.assert_found(words, "path of one machine", {"README.md": "see /" + "home/ann/x\n"})
        self.assert_found(words, "registry host", {"run": "curl https://pypi" + ".org/x\n"})
        self.assertEqual(self.findings(words, {"run": "cd $HOME/work/x; ls build/work/y\n"}), [])

    def test_long_lines_and_files_are_found(self):
        self.assert_found(form, "columns", {"src/base/x.cpp": "// X.\n//" + "x" * 99 + "\n"})
        table = {"src/base/x.cpp": "// X.\n" + "int x;\n" * 500}
        self.assert_found(form, "501 lines", table)
        exempt = {"tools/tidy_exempt.txt": "src/base/x.cpp: a table\n"}
        self.assertEqual(self.findings(form, {**table, **exempt}), [])

    def test_an_exemption_needs_a_reason_and_a_long_file(self):
        self.assert_found(form, "does not exist", {"tools/tidy_exempt.txt": "src/a.cpp: table\n"})
        self.assert_found(form, "needs a reason",
                          {"tools/tidy_exempt.txt": "src/base/types.hpp:\n"})
        self.assert_found(form, "needs no exemption",
                          {"tools/tidy_exempt.txt": "src/base/types.hpp: table\n"})

    def test_a_file_without_a_first_comment_is_found(self):
        self.assert_found(form, "first line", {"src/base/x.cpp": "int x;\n"})
        self.assertEqual(self.findings(form, {
            "src/base/x.cpp": "int x;\n", "src/base/x.hpp": "// X.\n"}), [])

    def test_long_functions_are_found_wherever_they_stand(self):
        body = "    f();\n" * 69
        for head in ("void f() {", "Foo::Foo(int a) : a_{a}, b_{1} {", "TEST(A, b) {",
                     "template <class T = int>\nauto g(T t = {}) -> int {",
                     "bool operator==(const A& a, const A& b) {",
                     "namespace n {\nstruct S {\nint f() const {"):
            closing = "}\n" * (3 if head.startswith("namespace") else 1)
            self.assert_found(form, "lines; at most 70",
                              {"src/base/x.cpp": f"// X.\n{head}\n{body}{closing}"})

    def test_tables_scopes_and_short_functions_are_not_long_functions(self):
        rows = "    call<a>(1),\n" * 100
        text = (f"// X.\nnamespace n {{\nconst std::array rows{{\n{rows}}};\n"
                f"auto more = f({{\n{rows}}});\nstruct S {{\n{'int f() { return 1; }' + chr(10)}"
                f"{'    int a;' + chr(10)}}};\n}}\n{'// line' + chr(10) * 2}")
        self.assertEqual(self.findings(form, {"src/base/x.cpp": text}), [])

    def test_braces_in_strings_and_comments_do_not_count(self):
        text = '// X.\nvoid f() {\n  auto s = "{{{"; char c = \'{\'; // {{\n  g(R"({)");\n}\n'
        self.assertEqual([f[:2] for f in source.functions(source.blank(text))], [(2, 5)])

    def test_dead_files_are_found(self):
        self.assert_found(dead, "no file includes", {"src/base/lonely.hpp": "// X.\n"})
        self.assert_found(dead, "has no CMakeLists.txt", {"src/new/x.cpp": "// X.\n"})
        self.assert_found(dead, "does not name", {
            "src/new/x.cpp": "// X.\n", "src/new/CMakeLists.txt": "part(new)"})
        self.assert_found(dead, "no file names this tool", {"tools/unused": "#!/bin/sh\n"})

    def test_a_call_without_a_test_is_found(self):
        row = {"src/pallets/calls.cpp": '// Rows.\n  call<add_stake>("add_stake", 1),\n'}
        self.assert_found(dead, "no test names the call add_stake", row)
        self.assertEqual(self.findings(
            dead, {**row, "src/pallets/x_test.cpp": "// X.\nadd_stake{1};\n"}), [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
