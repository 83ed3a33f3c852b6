"""Suppression comments: which forms are read, which findings they silence, and which are mistakes."""

from __future__ import annotations

from itertools import product

import pytest

from quality_kit.source import SourceFile
from quality_kit.suppression import Suppression, read_suppressions

#: Stands in the texts below for the comment that a test is about.
HERE = "@"


def read(text: str) -> list[Suppression]:
    return read_suppressions(SourceFile("app/a.py", text.encode()))


def only(text: str) -> Suppression:
    """The suppression of a text, which must hold one."""
    found = read(text)
    assert len(found) == 1
    return found[0]


def silenced(text: str, code: str) -> list[int]:
    """The lines of a text where findings of the code are silenced."""
    lines = range(1, text.count("\n") + 2)
    found = read(text)
    return [line for line in lines if any(each.covers(line) and each.names(code) for each in found)]


FORMS = {
    "a reason": ("# quality-kit: ignore[QK201] -- legacy", ("QK201",), "legacy"),
    "no reason": ("# quality-kit: ignore[QK201]", ("QK201",), ""),
    "several codes": (
        "# quality-kit: ignore[QK201, QK401,F401] -- legacy",
        ("QK201", "QK401", "F401"),
        "legacy",
    ),
    "a comma behind the last code": ("# quality-kit: ignore[QK201,] -- legacy", ("QK201",), "legacy"),
    "spaces around the codes": ("# quality-kit: ignore[ QK201 ] -- legacy", ("QK201",), "legacy"),
    "a family of codes": ("# quality-kit: ignore[QK2] -- legacy", ("QK2",), "legacy"),
    "codes of other tools": (
        "# quality-kit: ignore[mypy:arg-type, vulture, black:format] -- legacy",
        ("mypy:arg-type", "vulture", "black:format"),
        "legacy",
    ),
    "no space behind the number sign": ("#quality-kit:ignore[QK201] -- legacy", ("QK201",), "legacy"),
    "capitals in the tool's name": ("# Quality-Kit: ignore[QK201] -- legacy", ("QK201",), "legacy"),
    "a dash before the reason": ("# quality-kit: ignore[QK201] — legacy", ("QK201",), "legacy"),
    "a colon before the reason": ("# quality-kit: ignore[QK201]: legacy", ("QK201",), "legacy"),
    "a number sign before the reason": ("# quality-kit: ignore[QK201]  # legacy", ("QK201",), "legacy"),
    "no space before the reason": ("# quality-kit: ignore[QK201]--legacy", ("QK201",), "legacy"),
    "a reason with brackets and signs": (
        "# quality-kit: ignore[QK201] -- see #12 [a] -- b",
        ("QK201",),
        "see #12 [a] -- b",
    ),
    "spaces behind the reason": ("# quality-kit: ignore[QK201] -- legacy  ", ("QK201",), "legacy"),
}


@pytest.mark.parametrize(("comment", "codes", "reason"), FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("verb", ["ignore", "ignore-file"])
def test_a_comment_may_have(comment: str, codes: tuple[str, ...], reason: str, verb: str) -> None:
    found = only(f"x = 1  {comment.replace('ignore', verb)}\n")
    assert (found.codes, found.reason, found.kind, found.malformed) == (codes, reason, "comment", "")
    assert (found.line, found.first, found.last) == (1, *((0, 0) if verb == "ignore-file" else (1, 1)))


UNTIL = {
    "with a reason": ("until=2027-03-01 -- legacy", "2027-03-01", "legacy"),
    "without a reason": ("until=2027-03-01", "2027-03-01", ""),
    "and no spaces": ("until=2027-03-01--legacy", "2027-03-01", "legacy"),
    "and a reason behind a colon": ("until=2027-03-01: legacy", "2027-03-01", "legacy"),
    "on a leap day": ("until=2028-02-29 -- legacy", "2028-02-29", "legacy"),
    "and a reason that speaks of an end": ("until=2027-03-01 -- until then", "2027-03-01", "until then"),
}


@pytest.mark.parametrize(("rest", "until", "reason"), UNTIL.values(), ids=UNTIL)
@pytest.mark.parametrize("verb", ["ignore", "ignore-file"])
def test_a_comment_may_have_a_last_day(rest: str, until: str, reason: str, verb: str) -> None:
    found = only(f"x = 1  # quality-kit: {verb}[QK201] {rest}\n")
    assert (found.codes, found.until, found.reason, found.malformed) == (("QK201",), until, reason, "")


@pytest.mark.parametrize(
    "rest",
    [
        "until=2027-02-29 -- legacy",
        "until=2027-13-01",
        "until=20270301 -- legacy",
        "until=2027-W09-1 -- legacy",
        "until=01.03.2027 -- legacy",
        "until=tomorrow",
        "until= -- legacy",
        "until 2027-03-01 -- legacy",
        "until = 2027-03-01 -- legacy",
        "until=2027-03-01 legacy",
        "until=2027-03-01 until=2028-03-01",
    ],
)
def test_a_last_day_that_is_no_date_is_a_mistake(rest: str) -> None:
    found = only(f"x = 1  # quality-kit: ignore[QK201] {rest}\n")
    assert found.malformed == "write until=YYYY-MM-DD, a date of the calendar"


def test_a_last_day_in_the_wrong_place_is_a_mistake() -> None:
    late = only("x = 1  # quality-kit: ignore[QK201] -- legacy until=2027-03-01\n")
    assert late.malformed == "write until=YYYY-MM-DD before the reason"
    noqa = only("x = 1  # noqa: QK201 until=2027-03-01 legacy\n")
    assert noqa.malformed == "an end is written quality-kit: ignore[CODE] until=YYYY-MM-DD -- reason"
    assert only("x = 1  # noqa: E501 until=2027-03-01\n").codes == ("E501",)


def test_a_suppression_knows_where_it_begins_and_ends() -> None:
    for text, place in (
        ("x = 1  # quality-kit: ignore[QK201] -- why  \n", (8, 43)),
        ("\tif a:  # type: ignore  # noqa: QK201\n", (25, 38)),
        ("é = '''\n'''  # quality-kit: ignore[]\n", (6, 29)),
    ):
        found = only(text)
        assert (found.column, found.end_column) == place


MALFORMED = {
    "no codes": ("# quality-kit: ignore", "write quality-kit: ignore[CODE] -- reason"),
    "no codes in the brackets": ("# quality-kit: ignore[]", "it names no code"),
    "nothing but commas": ("# quality-kit: ignore[ , ]", "it names no code"),
    "brackets that do not close": (
        "# quality-kit: ignore[QK201 -- legacy",
        "write quality-kit: ignore[CODE] -- reason",
    ),
    "round brackets": ("# quality-kit: ignore(QK201)", "write quality-kit: ignore[CODE] -- reason"),
    "a space before the brackets": (
        "# quality-kit: ignore [QK201]",
        "write quality-kit: ignore[CODE] -- reason",
    ),
    "another verb": ("# quality-kit: noqa[QK201]", "write quality-kit: ignore[CODE] -- reason"),
    "a verb in capitals": ("# quality-kit: IGNORE[QK201]", "write quality-kit: ignore[CODE] -- reason"),
    "no verb": ("# quality-kit: QK201", "write quality-kit: ignore[CODE] -- reason"),
    "nothing behind the colon": ("# quality-kit:", "write quality-kit: ignore[CODE] -- reason"),
    "no colon": ("# quality-kit ignore[QK201] -- legacy", "write quality-kit: ignore[CODE] -- reason"),
    "a star for a code": ("# quality-kit: ignore[*]", "'*' is no code"),
    "codes without a comma": ("# quality-kit: ignore[QK201 QK401]", "'QK201 QK401' is no code"),
    "a reason without a dash": ("# quality-kit: ignore[QK201] legacy", "write the reason after --"),
    "a dash without a reason": ("# quality-kit: ignore[QK201] --", "write the reason after --"),
    "a noqa with words for a code": ("# noqa: no-print", "write noqa: CODE reason"),
    "a noqa with nothing behind the colon": ("# noqa:", "write noqa: CODE reason"),
    "a noqa with half of a code": ("# noqa: QK", "write noqa: CODE reason"),
    "a noqa with a code and no colon": ("# noqa QK201", "write noqa: CODE reason"),
    "a noqa with a code in brackets": ("# noqa[QK201]", "write noqa: CODE reason"),
}


@pytest.mark.parametrize(("comment", "reason"), MALFORMED.values(), ids=MALFORMED)
def test_a_mistake_is_told_and_silences_nothing(comment: str, reason: str) -> None:
    found = only(f"x = 1  {comment}\n")
    assert (found.malformed, found.line, found.kind) == (reason, 1, "comment")
    assert [code for code in ("QK201", "QK401", "E501") if silenced(f"x = 1  {comment}\n", code)] == []


NO_SUPPRESSION = {
    "a comment about the tool": "x = 1  # see quality-kit explain QK201\n",
    "a comment that begins with the tool's name": "# quality-kit finds this\nx = 1\n",
    "a word that begins like the tool's name": "x = 1  # quality-kitchen: ignore[QK201]\n",
    "the text of another comment": "x = 1  # write quality-kit: ignore[QK201]\n",
    "a string": "x = '# quality-kit: ignore[QK201] -- legacy'\n",
    "a string in triple quotes": 'x = """\n# quality-kit: ignore[QK201] -- legacy\ny = 1  # noqa\n"""\n',
    "a docstring": 'def f():\n    """Do it.\n\n    # quality-kit: ignore[QK201] -- legacy\n    """\n',
    "an f-string": "x = f'# noqa: QK201 {y}# noqa'\n",
    "a string in an f-string of the same quotes": 'x = f"{d["# noqa: QK201"]}"\n',
    "a string in brackets": "f(\n    '# noqa: QK201',\n)\n",
    "a string with an escaped quote": "x = 'it\\'s # noqa: QK201'\n",
    "a string joined by a backslash": "x = 'a\\\n# noqa: QK201'\n",
    "a noqa on a line of its own": "# noqa\n# noqa: QK201\nx = 1\n",
    "a file-level comment for flake8": "# flake8: noqa\n# flake8: noqa: E501\nx = 1\n",
    "a file-level comment for ruff": "# ruff: noqa\nx = 1\n",
    "a word that begins like noqa": "x = 1  # noqable\n",
    "no comment at all": "quality_kit = noqa\n",
}


@pytest.mark.parametrize("text", NO_SUPPRESSION.values(), ids=NO_SUPPRESSION)
def test_no_suppression_is_read_from(text: str) -> None:
    assert read(text) == []


#: Where the comment stands, and the lines whose findings it silences.
REACH = {
    "the end of a line": ("x = 1\ny = 2  @\nz = 3\n", [2]),
    "the last line of a long statement": ("x = 1\nf(\n    2,\n)  @\nz = 3\n", [2, 3, 4]),
    "the first line of a long statement": ("f(  @\n    2,\n)\nz = 3\n", [1, 2, 3]),
    "a line inside a long statement": ("f(\n    2,  @\n    3,\n)\nz = 3\n", [1, 2, 3, 4]),
    "a line of its own inside a long statement": ("f(\n    @\n    3,\n)\nz = 3\n", [1, 2, 3, 4]),
    "the end of a string in triple quotes": ('x = """\na\n"""  @\nz = 3\n', [1, 2, 3]),
    "the end of a line joined by a backslash": ("x = 1 + \\\n    2  @\nz = 3\n", [1, 2]),
    "a header": ("def f(\n    a\n):  @\n    return a\n", [1, 2, 3]),
    "a header with its body": ("if a: b()  @\nelse: c()\n", [1]),
    "a branch": ("if a:\n    b\nelse:  @\n    c\n", [3]),
    "a decorator": ("@a(1)  @\n@b\ndef f():\n    pass\n".replace("@a", "\0a").replace("@b", "\0b"), [1]),
    "a line above a statement": ("x = 1\n@\ny = f(\n    2)\nz = 3\n", [2, 3, 4]),
    "a line above a statement, and blank lines": ("@\n\n# more\ny = 1\nz = 3\n", [1, 2, 3, 4]),
    "a line above a function": ("@\ndef f():\n    x\n\n    y\nz = 3\n", [1, 2, 3, 4, 5]),
    "a line above decorators": ("@\n\0a\n\0b(\n1)\ndef f():\n    x\nz = 3\n", [1, 2, 3, 4, 5, 6]),
    "a line between decorator and function": ("\0a\n@\ndef f():\n    x\nz = 3\n", [2, 3, 4]),
    "a line above a class": ("@\nclass A:\n    x = 1\n    def f(self):\n        y\nz = 3\n", [1, 2, 3, 4, 5]),
    "a line above a method": ("class A:\n    @\n    def f(self):\n        y\n    z = 3\n", [2, 3, 4]),
    "a line above an if with branches": (
        "@\nif a:\n    b\nelif c:\n    d\nelse:\n    e\nz = 3\n",
        [1, 2, 3, 4, 5, 6, 7],
    ),
    "a line above a try": (
        "@\ntry:\n    a\nexcept B:\n    c\nfinally:\n    d\nz = 3\n",
        [1, 2, 3, 4, 5, 6, 7],
    ),
    "a line above a branch": ("if a:\n    b\n@\nelse:\n    c\nz = 3\n", [3, 4, 5]),
    "a line above a loop on one line": ("@\nfor a in b: c\nz = 3\n", [1, 2]),
    "the last line of a block": ("def f():\n    x\n    @\n\ndef g():\n    y\n", [3]),
    "the last line of the file": ("x = 1\n@\n", [2]),
    "the only line": ("@", [1]),
    "a line indented less than the statement": ("def f():\n@\n    x\n    y\n", [2, 3]),
}


@pytest.mark.parametrize(("text", "lines"), REACH.values(), ids=REACH)
def test_findings_are_silenced_by_a_comment_on(text: str, lines: list[int]) -> None:
    code = text.replace(HERE, "# quality-kit: ignore[QK201] -- legacy").replace("\0", "@")
    assert silenced(code, "QK201") == lines
    assert silenced(code, "QK401") == []
    assert silenced(code.replace("\n", "\r\n"), "QK201") == lines


def test_a_comment_about_the_file_silences_all_its_lines_wherever_it_stands() -> None:
    for text in ("@\nx = 1\n", "x = 1\ndef f():\n    pass  @\n", "x = 1\n@\n"):
        code = text.replace(HERE, "# quality-kit: ignore-file[QK601] -- legacy")
        assert silenced(code, "QK601") == list(range(1, code.count("\n") + 2))
        assert silenced(code, "QK602") == []


NOQA = {
    "a code": ("# noqa: QK201", ("QK201",), ""),
    "a code and a reason": ("# noqa: QK201 legacy", ("QK201",), "legacy"),
    "a reason behind a dash": ("# noqa: QK201 - legacy", ("QK201",), "legacy"),
    "a reason with a word like a code": ("# noqa: QK201 b2b needs it", ("QK201",), "b2b needs it"),
    "several codes": ("# noqa: QK201,QK401 legacy", ("QK201", "QK401"), "legacy"),
    "several codes with spaces": ("# noqa: QK201, QK401  QK501", ("QK201", "QK401", "QK501"), ""),
    "no space": ("#noqa:QK201", ("QK201",), ""),
    "capitals": ("# NOQA: QK201", ("QK201",), ""),
    "mixed letters": ("# NoQA : qk201", ("QK201",), ""),
    "a comment before it": ("# type: ignore  # noqa: QK201", ("QK201",), ""),
}


@pytest.mark.parametrize(("comment", "codes", "reason"), NOQA.values(), ids=NOQA)
def test_a_noqa_may_have(comment: str, codes: tuple[str, ...], reason: str) -> None:
    found = only(f"x = 1  {comment}\n")
    assert found[:6] == Suppression(1, 1, 1, codes, reason, "noqa")[:6]


def test_a_noqa_with_a_code_silences_that_code_only() -> None:
    text = "x = 1  # noqa: E501, QK201\n"
    assert [code for code in ("QK201", "QK202", "E501", "E502", "mypy:misc") if silenced(text, code)] == [
        "QK201",
        "E501",
    ]


def test_a_bare_noqa_silences_our_rules_and_the_linters_that_know_it() -> None:
    codes = ("QK201", "F401", "vulture:unused-import", "mypy:arg-type", "black:format", "isort:order")
    for comment in ("# noqa", "#noqa", "# NOQA", "# noqa  legacy"):
        assert [code for code in codes if silenced(f"x = 1  {comment}\n", code)] == list(codes[:3])


def test_a_noqa_silences_our_rules_on_the_whole_statement_and_linters_where_they_look_for_it() -> None:
    for comment in ("# noqa", "# noqa: QK201, E501"):
        text = f"f(\n    1,  {comment}\n    2,\n)\n"
        assert silenced(text, "QK201") == [1, 2, 3, 4]
        assert silenced(text, "E501") == [2]


def test_one_comment_may_hold_several() -> None:
    text = "x = 1  # noqa: E501 long  # quality-kit: ignore[QK201] -- legacy  # noqa: QK401\n"
    assert read(text) == [
        Suppression(1, 1, 1, ("E501",), "long", "noqa", column=8, end_column=25),
        Suppression(1, 1, 1, ("QK201",), "legacy", "comment", column=27, end_column=65),
        Suppression(1, 1, 1, ("QK401",), "", "noqa", column=67, end_column=80),
    ]


def test_suppressions_come_in_the_order_of_their_lines() -> None:
    text = "# quality-kit: ignore-file[QK601]\nx = 1  # noqa: QK201\ny = 2  # quality-kit: ignore[\n"
    assert [(each.line, each.kind, bool(each.malformed)) for each in read(text)] == [
        (1, "comment", False),
        (2, "noqa", False),
        (3, "comment", True),
    ]


FAMILIES = {
    ("QK201", "QK201"): True,
    ("QK2", "QK201"): True,
    ("QK", "QK201"): True,
    ("QK20", "QK201"): True,
    ("Q", "QK201"): False,
    ("QK201", "QK2011"): True,
    ("QK2011", "QK201"): False,
    ("qk201", "QK201"): False,
    ("mypy", "mypy:arg-type"): True,
    ("mypy:arg-type", "mypy:arg-type"): True,
    ("mypy:arg", "mypy:arg-type"): False,
    ("my", "mypy:arg-type"): False,
    ("F4", "F401"): True,
    ("E", "E501"): True,
}


@pytest.mark.parametrize(("named", "code"), FAMILIES, ids=map(" for ".join, FAMILIES))
def test_a_code_names_itself_and_the_beginning_of_a_code_its_family(named: str, code: str) -> None:
    found = only(f"x = 1  # quality-kit: ignore[{named}] -- legacy\n")
    assert found.names(code) is FAMILIES[named, code]


def test_a_file_in_another_encoding_is_read() -> None:
    text = "# coding: latin-1\nx = 'ä'  # quality-kit: ignore[QK201] -- für später\n"
    found = read_suppressions(SourceFile("app/a.py", text.encode("latin-1")))
    assert [(each.line, each.reason) for each in found] == [(2, "für später")]


def test_text_that_does_not_parse_is_read_as_far_as_it_goes() -> None:
    assert silenced("x = (1  # noqa: QK201\n", "QK201") == [1, 2]
    assert silenced("x = '''\ny = 1  # noqa: QK201\n", "QK201") == []


def test_malformed_and_good_comments_do_not_hide_each_other() -> None:
    good, bad = "# quality-kit: ignore[QK201] -- legacy", "# quality-kit: ignore[]"
    for first, second in product((good, bad), repeat=2):
        found = read(f"x = 1  {first}\ny = 2  {second}\n")
        assert [bool(each.malformed) for each in found] == [first is bad, second is bad]
