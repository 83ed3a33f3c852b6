"""Logical lines: how a text falls into statements, which scopes they have, and what ends where."""

from __future__ import annotations

import io
import sysconfig
import tokenize
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality_kit.logical_lines import Comment, LogicalLines
from quality_kit.source import SourceFile

#: Modules of the standard library with long strings, tables, continuation lines and every statement.
REAL_MODULES = (
    "argparse",
    "ast",
    "dataclasses",
    "decimal",
    "difflib",
    "inspect",
    "tarfile",
    "typing",
    "uuid",
)


def spans(text: str) -> list[tuple[int, int]]:
    """First and last physical line of each logical line."""
    return [(line.first, line.last) for line in LogicalLines(text).lines]


def contents(text: str) -> list[str]:
    lines = LogicalLines(text)
    return [lines.content(index) for index in range(len(lines.lines))]


SPANS = {
    "one statement on each line": ("x = 1\ny = 2\n", [(1, 1), (2, 2)]),
    "no newline at the end": ("x = 1\ny = 2", [(1, 1), (2, 2)]),
    "an empty text": ("", []),
    "blank lines and comments are none": ("\n# c\n  \t\n\nx = 1\n# c", [(5, 5)]),
    "semicolons do not split": ("x = 1; y = 2\n", [(1, 1)]),
    "round brackets join": ("f(\n    1,\n)\ny\n", [(1, 3), (4, 4)]),
    "square and curly brackets join": ("[\n1]\n{\n1}\n", [(1, 2), (3, 4)]),
    "brackets in brackets join": ("f(\n[\n{\n}])\ny\n", [(1, 4), (5, 5)]),
    "brackets that open and close on a line join nothing": ("f([{1: (2, 3)}])\ny\n", [(1, 1), (2, 2)]),
    "four brackets deep on one line": ("f([{(1): [(2)]}], (3))\ny\n", [(1, 1), (2, 2)]),
    "a comment in brackets is part of it": ("f(  # (\n    # [ '\n    1)\ny\n", [(1, 3), (4, 4)]),
    "a blank line in brackets is part of it": ("f(\n\n1)\n", [(1, 3)]),
    "a backslash joins": ("x = 1 + \\\n    2\ny\n", [(1, 2), (3, 3)]),
    "a backslash joins with carriage returns": ("x = 1 + \\\r\n    2\r\ny\r\n", [(1, 2), (3, 3)]),
    "a string in triple quotes joins": ('x = """a\n\n"b"\n"""\ny\n', [(1, 4), (5, 5)]),
    "single triple quotes join": ("x = '''a\n'b'\n'''\ny\n", [(1, 3), (4, 4)]),
    "a triple quote of the other kind ends nothing": ("x = '''a\n\"\"\"\n'''\ny\n", [(1, 3), (4, 4)]),
    "an escaped quote ends nothing": ('x = """a\\"""\n"""\ny\n', [(1, 2), (3, 3)]),
    "a backslash joins in a string": ('x = "a\\\nb"\ny\n', [(1, 2), (3, 3)]),
    "brackets in strings are text": ("x = '('\ny = \"[\"\nz = '''{'''\n", [(1, 1), (2, 2), (3, 3)]),
    "quotes in strings are text": ('x = \'"\'\ny = "\'"\nz = "it\'s"\n', [(1, 1), (2, 2), (3, 3)]),
    "a number sign in a string is text": ("x = '# ('\ny\n", [(1, 1), (2, 2)]),
    "an empty string is closed": ("x = ''\ny = \"\"\nz\n", [(1, 1), (2, 2), (3, 3)]),
    "an empty string in triple quotes": ('x = """"""\ny\n', [(1, 1), (2, 2)]),
    "quotes before the end of triple quotes": ('x = """a" ""b""\n"""\ny\n', [(1, 2), (3, 3)]),
    "a raw string with a backslash before its quote": ("x = r'\\'('\ny\n", [(1, 1), (2, 2)]),
    "a string with braces": ("x = '{' + \"}\"\ny\n", [(1, 1), (2, 2)]),
    "quotes of the same kind in an f-string": ('x = f"{d["("]}"\ny\n', [(1, 1), (2, 2)]),
    "f-strings in f-strings": ('x = f"{f"{f"{1 + (2)}"}"}("\ny\n', [(1, 1), (2, 2)]),
    "a field over several lines": ('x = f"{d[\n    "a"  # }\n]}"\ny\n', [(1, 3), (4, 4)]),
    "a format specification with fields": ("x = f'{a:{b}>{c[\"(\"]}}('\ny\n", [(1, 1), (2, 2)]),
    "a quote in a format specification": ("x = f\"{a:'>3}\" + '('\ny\n", [(1, 1), (2, 2)]),
    "doubled braces in an f-string": ("x = f'{{(' + f'}}['\ny\n", [(1, 1), (2, 2)]),
    "a named character in an f-string": ("x = f'\\N{LEFT PARENTHESIS}('\ny\n", [(1, 1), (2, 2)]),
    "a backslash before a field": ("x = f'\\{d['(']}'\ny\n", [(1, 1), (2, 2)]),
    "a raw f-string": ("x = rf'\\{d['(']}' + Rf'\\'\ny\n", [(1, 1), (2, 2)]),
    "an f-string in triple quotes": ('x = f"""{a}\n{b["\'"]}"(\n"""\ny\n', [(1, 3), (4, 4)]),
    "a lambda and a dictionary in a field": ("x = f'{(lambda: {1: \"}\"})()}('\ny\n", [(1, 1), (2, 2)]),
    "a comparison in a field": ("x = f'{a != b}{c!r:>{w}}('\ny\n", [(1, 1), (2, 2)]),
    "doubled braces before a field": ('x = f"{{{d["("]}"\ny\n', [(1, 1), (2, 2)]),
    "its own quotes and another in a format specification": ('x = f"{d["("]:\'>3}\'"\ny\n', [(1, 1), (2, 2)]),
    "a comment with a brace in a field": ('x = f"{\n    d["("]  # } (\n}("\ny\n', [(1, 3), (4, 4)]),
    "an unterminated f-string ends with its line": ("x = f'{a} b\ny = 'c'\n", [(1, 1), (2, 2)]),
    "a t-string": ('x = t"{d["("]}"\ny\n', [(1, 1), (2, 2)]),
    "an f at the end of a word is no prefix": ("x = a if'{('else b\ny\n", [(1, 1), (2, 2)]),
    "a bytes string": ("x = b'(' b\"[\"\ny\n", [(1, 1), (2, 2)]),
    "carriage returns alone end lines": ("x = 1\ry = (\r2)\r", [(1, 1), (2, 3)]),
    "carriage return and newline end one line": ("x = 1\r\ny = (\r\n2)\r\n", [(1, 1), (2, 3)]),
    "form feeds end no line": ("x = 1\n\f\ny = 2\n\fz\n", [(1, 1), (3, 3), (4, 4)]),
    "other white space ends no line": ("x = '\x0b\x1c\u2028'\ny\n", [(1, 1), (2, 2)]),
    "decorators are lines of their own": (
        "@a\n@b(\n1)\ndef f():\n    pass\n",
        [(1, 1), (2, 3), (4, 4), (5, 5)],
    ),
    "a header with its body is one": ("if x: y\nelse: z\n", [(1, 1), (2, 2)]),
    "an unterminated string ends with its line": ("x = 'a\ny = (\n1)\n", [(1, 1), (2, 3)]),
    "an unterminated triple quote goes to the end": ('x = """a\ny = 1\n# c\n', [(1, 4)]),
    "an unterminated triple quote of the other kind": ("x = '''a\ny = 1\n# c\n", [(1, 4)]),
    "an unterminated triple quote before a backslash": ("x = '''a\ny = 1\\", [(1, 2)]),
    "an unterminated field does not lose the lines below": ("x = f'{a['\ny\n", [(1, 1), (2, 2)]),
    "a bracket that nobody closes goes to the end": ("x = (\ny = 1\n", [(1, 3)]),
    "a bracket that nobody opened changes nothing": ("x = )\ny = (\n1)\n", [(1, 1), (2, 3)]),
}


@pytest.mark.parametrize(("text", "expected"), SPANS.values(), ids=SPANS)
def test_a_text_falls_into_logical_lines(text: str, expected: list[tuple[int, int]]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize("name", REAL_MODULES)
def test_logical_lines_and_comments_are_those_of_the_tokenizer(name: str) -> None:
    text = SourceFile(name, (Path(sysconfig.get_path("stdlib")) / f"{name}.py").read_bytes()).text
    found: list[tuple[int, int]] = []
    comments: list[Comment] = []
    begun = last = 0
    for token in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
        if token.type == tokenize.COMMENT:
            comments.append(Comment(*token.start, token.string))
        elif token.type == tokenize.NEWLINE:
            found.append((begun, last))
            begun = 0
        elif token.type not in (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
            begun, last = begun or token.start[0], token.end[0]
    lines = LogicalLines(text)
    assert [(line.first, line.last) for line in lines.lines] == found
    assert lines.comments == comments


@given(st.text(alphabet="ab =f#'\"\\{}[]():!\n\r\t\f;", max_size=40))
def test_any_text_keeps_its_lines_in_order_and_apart(text: str) -> None:
    lines = LogicalLines(text)
    physical = len(SourceFile("x.py", text.encode()).lines) + 1
    edges = [edge for line in lines.lines for edge in (line.first, line.last + 0.5)]
    assert edges == sorted(edges)
    assert all(1 <= line.first <= line.last <= physical for line in lines.lines)
    assert all(0 <= line.start < line.end <= len(text) for line in lines.lines)


def test_the_content_is_the_text_without_its_indentation() -> None:
    assert contents("if x:\n    y = [\n        1]  # c\n") == ["if x:", "y = [\n        1]  # c"]


def test_comments_have_their_line_and_column() -> None:
    text = "# a\nx = '#'  # b\nf(\n    # c\n    '''\n''',  # d\n)\ny = \\\n  1  # e\n"
    assert LogicalLines(text).comments == [
        Comment(1, 0, "# a"),
        Comment(2, 9, "# b"),
        Comment(4, 4, "# c"),
        Comment(6, 6, "# d"),
        Comment(9, 5, "# e"),
    ]


def test_the_number_of_a_line_leads_to_its_logical_line_or_the_next() -> None:
    lines = LogicalLines("\nx = (\n1)\n# c\ny\n")
    assert [lines.index_at(number) for number in range(0, 7)] == [None, None, 0, 0, None, 1, None]
    assert [lines.next_index(number) for number in range(0, 7)] == [0, 0, 1, 1, 1, None, None]


SCOPES = """\
import a


@decorated
class A:
    x = 1

    def f(
        self,
    ):
        return 1
    # about A

        # about f

    async def g(self):
        def h():
            return 2

        return h


class B: y = 2
def k(): return 3


z = 4
"""


def test_the_scope_of_a_line_is_the_classes_and_functions_around_it() -> None:
    lines = LogicalLines(SCOPES)
    scopes = {number + 1: lines.scope_at(number + 1) for number in range(SCOPES.count("\n"))}
    assert {number: scope for number, scope in scopes.items() if scope} == {
        5: "A",
        6: "A",
        7: "A",
        8: "A.f",
        9: "A.f",
        10: "A.f",
        11: "A.f",
        12: "A",
        13: "A.f",
        14: "A.f",
        15: "A.f",
        16: "A.g",
        17: "A.g.h",
        18: "A.g.h",
        19: "A.g.h",
        20: "A.g",
        21: "A.g",
        22: "A.g",
        23: "B",
        24: "k",
        25: "k",
        26: "k",
    }


def test_a_comment_before_all_statements_has_no_scope() -> None:
    assert LogicalLines("# c\n\ndef f(): pass\n").scope_at(1) == ""


def test_indentation_is_measured_after_a_form_feed() -> None:
    lines = LogicalLines("class A:\n    x = 1\n  \f    def f(self): pass\n\fy = 1\n")
    assert [line.indent for line in lines.lines] == [0, 4, 4, 0]
    assert [lines.scope_at(number) for number in (1, 2, 3, 4)] == ["A", "A", "A.f", ""]


ENDS = {
    "a simple statement": ("x = (\n1)\ny\n", 2),
    "a function with its body": ("def f():\n    x\n\n    y\nz\n", 4),
    "a function in a class": ("    def f(self):\n        x\n    y\n", 2),
    "an if with all its branches": ("if a:\n    b\nelif c:\n    d\nelse:\n    e\nf\n", 6),
    "a try with all its branches": ("try:\n    a\nexcept B:\n    c\nelse:\n    d\nfinally:\n    e\nf\n", 8),
    "a try with an exception group": ("try:\n    a\nexcept* B:\n    c\nd\n", 4),
    "a for with else": ("for a in b:\n    c\nelse:\n    d\ne\n", 4),
    "a match": ("match a:\n    case 1:\n        b\n    case _:\n        c\nd\n", 5),
    "a decorated function": ("@a\n@b(\n    1)\ndef f():\n    c\nd\n", 5),
    "a decorated function followed by another": ("@a\ndef f():\n    c\n@b\ndef g():\n    d\n", 3),
    "a name that begins like a branch": ("if a:\n    b\nelse_ = 1\nc\n", 2),
    "branches on one line": ("if a: b\nelse: c\nd\n", 2),
    "the last statement": ("x\n", 1),
}


@pytest.mark.parametrize(("text", "expected"), ENDS.values(), ids=ENDS)
def test_a_statement_ends_with_its_last_line(text: str, expected: int) -> None:
    assert LogicalLines(text).statement_end(0) == expected
