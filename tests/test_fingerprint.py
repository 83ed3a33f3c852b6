"""Fingerprints: what may happen to the code around a finding before it counts as another one."""

from __future__ import annotations

import re

import black
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quality_kit.code_tokens import normalized
from quality_kit.finding import Finding, Location, fingerprint
from quality_kit.fingerprint import key_of_file, key_of_project, with_keys
from quality_kit.source import SourceFile

#: The name at which findings stand in the snippets below.
TARGET = re.compile(r"\btarget\b|^# target", re.MULTILINE)


def finding(
    line: int, column: int = 1, code: str = "QK401", path: str = "app/a.py", message: str = "print"
) -> Finding:
    where = Location(path, line, column, line, column + 1)
    return Finding(where, code, "print-call", message, "error", ("quality-kit",))


def findings_in(text: str, code: str = "QK401", path: str = "app/a.py") -> list[Finding]:
    """A finding at each target, with its scope and fingerprint."""
    places = [
        (text.count("\n", 0, found.start()), text.rfind("\n", 0, found.start()))
        for found in TARGET.finditer(text)
    ]
    starts = [found.start() for found in TARGET.finditer(text)]
    made = [
        finding(line + 1, start - newline, code, path)
        for start, (line, newline) in zip(starts, places, strict=True)
    ]
    return with_keys(made, SourceFile(path, text.encode()))


def fingerprints(text: str, code: str = "QK401", path: str = "app/a.py") -> list[str]:
    return [each.fingerprint for each in findings_in(text, code, path)]


#: Pairs that must have equal fingerprints.
SAME = {
    "lines above": ("x = 1\ntarget(1)\n", "import os\n\n\nx = 1\ny = 2\ntarget(1)\n"),
    "lines below": ("target(1)\n", "target(1)\ny = 2\n"),
    "another indentation": ("if a:\n    target(1)\n", "if a:\n  if b:\n    target(1)\n"),
    "tabs for spaces": ("if a:\n    target(1)\n", "if a:\n\ttarget(1)\n"),
    "carriage returns": ("if a:\n    target(\n1)\n", "if a:\r\n    target(\r\n1)\r\n"),
    "white space in the line": ("x=target( a,b )\n", "x = target(a, b)\n"),
    "no white space around words": ("x = target or'a'\n", "x = target or 'a'\n"),
    "a comment at the line": ("target(1)\n", "target(1)  # why\n"),
    "another comment": ("target(1)  # why\n", "target(1)  # because\n"),
    "a comment in brackets": (
        "target(\n    1,  # one\n    2,\n)\n",
        "target(\n    # the first\n    1,\n    2,  # two\n)\n",
    ),
    "a comment with quotes and brackets": ("target(\n    1,\n)\n", "target(  # it's (\n    1,\n)\n"),
    "brackets over several lines": ("target(a, b)\n", "target(\n    a,\n    b,\n)\n"),
    "a line joined in another way": ("x = a + \\\n    target\n", "x = (\n    a\n    + target\n)\n"),
    "needless brackets": ("return target\n", "return (target)\n"),
    "quotes of the other kind": ("target('a')\n", 'target("a")\n'),
    "quotes that need no backslash in the other kind": ("target('it\\'s')\n", 'target("it\'s")\n'),
    "triple quotes of the other kind": ("target('''a\nb''')\n", 'target("""a\nb""")\n'),
    "a prefix in capitals": ("target(F'{a}', B'b', R'c')\n", "target(f'{a}', b'b', r'c')\n"),
    "a needless u": ("target(u'a')\n", "target('a')\n"),
    "numbers written in another way": (
        "target(0XFF, 1E+5, 10J, 1., .5)\n",
        "target(0xff, 1e5, 10j, 1.0, 0.5)\n",
    ),
    "a statement of its own for one behind a semicolon": ("x = 1; target(1)\n", "x = 1\ntarget(1)\n"),
    "a statement of its own for one before a semicolon": (
        "if a:\n        target; b\n",
        "if a:\n    target\n    b\n",
    ),
    "brackets around a pattern": ("case target,: pass\n", "case (target,): pass\n"),
    "a needless semicolon": ("target(1);\n", "target(1)\n"),
    "a line of its own for a body": ("if a: target(1)\n", "if a:\n    target(1)\n"),
    "a line of its own for a class's body": ("class A: x: int = target\n", "class A:\n    x: int = target\n"),
    "a docstring indented anew": (
        "def f():\n  '''target\n\n  b'''\n",
        'def f():\n    """target\n\n    b\n    """\n',
    ),
    "a comment of its own with other spaces": ("#target  b\n".replace("#", "# "), "# target b\n"),
    "a function moved below another": (
        "def f():\n    target(1)\n\ndef g():\n    pass\n",
        "def g():\n    pass\n\ndef f():\n    target(1)\n",
    ),
    "a call that becomes the last argument": ("f(target,)\n", "f(target)\n"),
    "a byte order mark": ("target(1)\n", "\ufefftarget(1)\n"),
}

#: Pairs that must have different fingerprints.
DIFFERENT = {
    "another function": ("def f():\n    target(1)\n", "def g():\n    target(1)\n"),
    "another class": (
        "class A:\n    def f(self):\n        target(1)\n",
        "class B:\n    def f(self):\n        target(1)\n",
    ),
    "a method for a function": (
        "def f():\n    target(1)\n",
        "class A:\n    def f(self):\n        target(1)\n",
    ),
    "no function any more": ("def f():\n    target(1)\n", "target(1)\n"),
    "another argument": ("target(1)\n", "target(2)\n"),
    "another name": ("x = target(1)\n", "y = target(1)\n"),
    "another operator": ("x = target + 1\n", "x = target - 1\n"),
    "another string": ("target('a')\n", "target('b')\n"),
    "another case in a string": ("target('a')\n", "target('A')\n"),
    "white space in a string": ("target('a b')\n", "target('ab')\n"),
    "a number sign in a string": ("target('a # b')\n", "target('a # c')\n"),
    "a comma in a string": ("target('a,)')\n", "target('a)')\n"),
    "another quote in a string": ("target('\"')\n", 'target("\'")\n'),
    "a backslash in a string": ("target('a\\\\')\n", "target('a')\n"),
    "an f-string for a string": ("target('{a}')\n", "target(f'{a}')\n"),
    "a raw string for a string": ("target('\\d')\n", "target(r'\\d')\n"),
    "a backslash before a quote in a raw string": ("target(r'\\\"')\n", "target(r'\"')\n"),
    "another number": ("target(0x10)\n", "target(10)\n"),
    "a float for an integer": ("target(1)\n", "target(1.0)\n"),
    "words that only touch": ("x = not target\n", "x = nottarget = target\n"),
    "square brackets for none": ("x = [target]\n", "x = target\n"),
    "an argument more": ("target(a, b)\n", "target(a)\n"),
    "another text in a nested f-string": ('target(f"{d["#a"]}")\n', 'target(f"{d["#b"]}")\n'),
    "another comment of its own": ("# target a\n", "# target b\n"),
}


@pytest.mark.parametrize(("before", "after"), SAME.values(), ids=SAME)
def test_a_finding_stays_the_same_after_a_change_of(before: str, after: str) -> None:
    assert fingerprints(before) == fingerprints(after)
    assert len(fingerprints(before)) == 1


@pytest.mark.parametrize(("before", "after"), DIFFERENT.values(), ids=DIFFERENT)
def test_a_finding_becomes_another_with(before: str, after: str) -> None:
    assert fingerprints(before)[0] != fingerprints(after)[0]


#: Code in a shape that black changes; findings stand at every target.
UNFORMATTED = {
    "a long call": (
        "def f():\n"
        "    return target(first_argument, second_argument=[1,2,3], third={'a':target, 'b': 'c'}, *rest)\n"
    ),
    "a call over too many lines": "target(\n  a,\n      b)\n",
    "a magic trailing comma": "target(a,b,)\n",
    "a chain": "x = session.query(target).filter(target.a=='b', target.c == 1).order_by(target.d).all()\n",
    "backslashes": "assert target, \\\n    'a message'\nif target and \\\n   other:\n    pass\n",
    "with and backslashes": "with open('a') as first, \\\n     target('b') as second:\n    pass\n",
    "quotes": "target('a', 'it\\'s', \"say \\\"b\\\"\", '\"', u'c', '''d''', B'e', F'{a}', f'{a[\"b\"]}')\n",
    "escapes": "target('\\\\', 'a\\\\\\'b', '\\n', '\\x41', r'\\'')\n",
    "escapes of characters": "target('\\uABCD\\xAB', '\\N{dash}', b'\\xAB', '\\\\xAB', bR'\\xAB', Rb'a')\n",
    "numbers": "x = target(0XABC, 0B1, 0O17, 1E5, 1e+5, 10J, 1., .5, 1_000, 1.e-3)\n",
    "semicolons": "x = 1; target(2); y = target(3);\n",
    "suites on the header's line": "if a: target(1)\nelse: target(2)\nfor x in y: target(x)\n",
    "a class on one line": "class A(object): x: int = target; y = {'a': target}\n",
    "a function on one line": "def f(a: int=target, *, b=1) -> int: return target(a)\n",
    "a header with a walrus": "while x := target(1): target(x)\n",
    "a stub": "@overload\ndef target(a): ...\n@overload\ndef target(b):\n    ...\n",
    "one-tuples": "x = target,\nfor y, in target: pass\nz, = target\nreturn_ = (target,)\n",
    "needless brackets": (
        "for (x) in (target): pass\ndel (target), (y)\nprint((target))\nassert(target)\nx = (target)\n"
        "while (target): pass\nif (target): pass\nasync def f():\n    await (target)\n    return (target)\n"
    ),
    "brackets that black adds": (
        "some_dictionary_with_a_long_name['some_key'] = some_function_with_a_long_name(argument)[target] + "
        "another_function_with_a_long_name(another_argument)\n"
    ),
    "operators": "x=target**2+-1*~target//3@y\nz=target[1 :2,::3]\nw = lambda a,*b:target\nf(* target, ** z)\n",
    "comments": "x = [ # first\n  target, #second\n  # third\n  2 ]\n#!not target\n# target   spaced\n",
    "docstrings": (
        "class A:\n  '''   target of class  \n\n      more\n  '''\n  def f(self):\n        ' target \"f\" '\n"
        "  def g(self):\n      R'''target \\d'''\n"
    ),
    "decorators": "@ decorated( target,1 )\ndef f( ):\n\n\n\n    target( )\n",
    "an empty class": "class A():\n\n    x = target\n\n\n\n\n    y = 1\n",
    "conditional expressions": (
        "value = {'key': first_long_name_of_something if target else second_long_name_of_something}\n"
    ),
    "tabs and form feeds": "if a:\n\ttarget(1)\n\tif b:\n\t\ttarget(2)\n\x0c\ntarget(3)\n",
    "carriage returns": "if a:\r\n  target( 1 )\r\n  target('''a\r\n  b''')\r\n",
    "strings side by side": "x = target('a' 'b'\n  \"c\")\n",
    "a return annotation": "def f(a,) -> Set[target, 'Very', 'Long', 'Annotation', 'Not', 'Fit',]:\n  pass\n",
    "match": "match target:\n    case [target,]: print(target)\n    case {'a' : target}: pass\n",
    "except": "try: target(1)\nexcept (A,B): target(2)\nfinally: target(3)\n",
    "a subscript": "x = target [ 1 ]\ny: Tuple[target,] = z\n",
    "imports": "from target import (a)\nfrom b import (target, c as d,)\n",
    "global and nonlocal": "def f():\n    global target,x\n    del(target)\n",
    "unary and comparison": "if not(target)or x  in(target,) : pass\nx = not(target)\n",
    "many statements": "import os;import target\nx=1;y=[2\n,target];z=target\n",
}


@pytest.mark.parametrize("length", [88, 40, 160])
@pytest.mark.parametrize("code", UNFORMATTED.values(), ids=UNFORMATTED)
def test_black_changes_no_fingerprint(code: str, length: int) -> None:
    formatted = black.format_str(code, mode=black.Mode(line_length=length))
    assert formatted != code
    assert fingerprints(code) == fingerprints(formatted)
    assert len(set(fingerprints(code))) == len(TARGET.findall(code))


def test_the_scope_is_told_with_the_finding() -> None:
    text = "target(1)\nclass A:\n    def f(self):\n        target(1)\n    x = target\n"
    assert [each.scope for each in findings_in(text)] == ["", "A.f", "A"]


def test_a_scope_that_is_known_already_wins() -> None:
    known = finding(1)._replace(scope="A.f")
    source = SourceFile("app/a.py", b"target(1)\n")
    assert with_keys([known], source)[0].scope == "A.f"
    assert with_keys([known], source)[0].fingerprint != fingerprints("target(1)\n")[0]


def test_equal_lines_are_told_apart_by_their_order() -> None:
    twice = fingerprints("target(1)\ntarget(1)\n")
    assert len(set(twice)) == 2
    assert twice[:1] == fingerprints("target(1)\n")
    assert fingerprints("target(1)\nx = 1\ntarget(2)\ntarget(1)\n")[::2] == twice


def test_two_findings_on_one_line_are_told_apart() -> None:
    assert len(set(fingerprints("x = target + target\n"))) == 2


def test_equal_lines_of_two_functions_are_counted_apart() -> None:
    one = fingerprints("def f():\n    target(1)\n")
    two = fingerprints("def e():\n    target(1)\n\ndef f():\n    target(1)\n")
    assert two[1:] == one


def test_the_rule_and_the_path_are_part_of_it() -> None:
    text = "target(1)\n"
    assert fingerprints(text) != fingerprints(text, code="QK201")
    assert fingerprints(text) != fingerprints(text, path="app/b.py")


def test_the_message_is_no_part_of_it_where_the_text_is_known() -> None:
    source = SourceFile("app/a.py", b"x = 1\n")
    one, two = (with_keys([finding(1, message=text)], source)[0].fingerprint for text in ("a", "b"))
    assert one == two


def test_the_message_stands_for_a_text_that_is_not_known_or_no_text() -> None:
    undecodable = SourceFile("app/a.py", b"\xff\n")
    for source in (None, undecodable):
        one, two = (with_keys([finding(1, message=text)], source)[0].fingerprint for text in ("a", "b"))
        assert one != two


def test_a_place_outside_the_text_has_a_fingerprint() -> None:
    source = SourceFile("app/a.py", b"x = 1\n")
    places = [finding(number) for number in (-1, 0, 1, 2, 99)]
    assert [len(each.fingerprint) for each in with_keys(places, source)] == [16] * len(places)


def test_a_finding_with_a_key_keeps_it_and_is_not_counted() -> None:
    source = SourceFile("app/a.py", b"x = 1\n")
    known = finding(1)._replace(key="known")
    kept, made = with_keys([known, finding(1)], source)
    assert kept == known
    assert made == with_keys([finding(1)], source)[0]


def test_a_whole_file_is_known_by_rule_and_path_alone() -> None:
    pairs = [("QK601", "a.py"), ("QK602", "a.py"), ("QK601", "b.py")]
    assert len({fingerprint(path, key_of_file(code)) for code, path in pairs}) == len(pairs)


def test_a_finding_about_the_project_is_the_same_wherever_it_stands() -> None:
    key = key_of_project("QK501", "DATABASE_URL")
    here, there = (
        finding(1, code="QK501", path=path)._replace(key=key, is_placeless=True) for path in ("a.py", "b.py")
    )
    assert here.fingerprint == there.fingerprint
    assert here.fingerprint != here._replace(is_placeless=False).fingerprint
    assert key != key_of_project("QK501", "CACHE_URL")


def test_the_key_does_not_depend_on_the_path() -> None:
    keys = [findings_in("target(1)\n", path=path)[0].key for path in ("app/a.py", "app/b.py")]
    assert keys[0] == keys[1]


def test_fingerprints_do_not_change_between_releases() -> None:
    assert fingerprints("def f():\n    target(1)\n") == ["3dfdca64696720c1"]
    assert fingerprint("app/services/orders.py", key_of_file("QK601")) == "c1e6ee0676909c80"


@settings(derandomize=True)
@given(st.text(alphabet="ab1. =f#'\"\\{}[](),:;\n\r\t", max_size=40))
def test_no_text_is_too_odd_to_have_tokens(code: str) -> None:
    assert normalized(f"{code}\n") == normalized(f"{code}\n\n")
