"""Files that are hard to read, and what a check for print calls says about each: lines and codes."""

from __future__ import annotations

from typing import NamedTuple


class OddFile(NamedTuple):
    """Bytes, and the line and code of every finding in them."""

    data: bytes
    found: list[tuple[int, str]]


def _odd(data: str | bytes, *found: int | tuple[int, str]) -> OddFile:
    places = [(place, "QK401") if isinstance(place, int) else place for place in found]
    return OddFile(data.encode() if isinstance(data, str) else data, places)


def _unparsable(data: str | bytes, line: int) -> OddFile:
    return _odd(data, (line, "QK000"))


PRINT = 'print("x")\n'
_INDENTED_99 = "".join(f"{' ' * level}if a:\n" for level in range(99)) + " " * 99
_INDENTED_100 = "".join(f"{' ' * level}if a:\n" for level in range(100)) + " " * 100

ENCODINGS = {
    "latin_1": _odd(f"# -*- coding: latin-1 -*-\nx = 'é'\n{PRINT}".encode("latin-1"), 3),
    "cookie_in_line_2": _odd(
        f"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '€'\n{PRINT}".encode("cp1252"), 4
    ),
    "shift_jis": _odd(f"# coding: shift_jis\nx = '日本'\n{PRINT}".encode("shift_jis"), 3),
    "gbk": _odd(f"# coding: gbk\nx = '中文'\n{PRINT}".encode("gbk"), 3),
    "utf_7": _odd(b"# coding: utf-7\nx = '+AOk-'\n" + PRINT.encode(), 3),
    "bom": _odd(b"\xef\xbb\xbf" + PRINT.encode(), 1),
    "bom_and_cookie": _odd(b"\xef\xbb\xbf# coding: utf-8\n" + PRINT.encode(), 2),
    "bom_and_other_cookie": _unparsable(b"\xef\xbb\xbf# coding: latin-1\n" + PRINT.encode(), 1),
    "cookie_that_does_not_fit": _unparsable(b"# coding: ascii\nx = '\xe9'\n", 1),
    "cookie_in_line_3": _unparsable(b"\n\n# coding: latin-1\nx = '\xe9'\n", 1),
    "unknown_cookie": _unparsable("# coding: klingon\n", 1),
    "codec_of_bytes": _unparsable("# coding: hex\n", 1),
    "codec_that_always_fails": _unparsable("# coding: undefined\n", 1),
    "codec_that_makes_surrogates": _unparsable("# coding: raw_unicode_escape\nx = '\\ud800'\n", 1),
    "no_cookie": _unparsable(b"x = '\xe9'\n", 1),
    "utf_16": _unparsable(PRINT.encode("utf-16"), 1),
    "binary": _unparsable(bytes(range(256)) * 10, 1),
}

LINES = {
    "empty": _odd(""),
    "only_newlines": _odd("\n\r\n\r"),
    "only_a_comment": _odd("# nothing"),
    "no_newline_at_the_end": _odd("print('x')", 1),
    "crlf": _odd("x = 1\r\nprint('x')\r\n", 2),
    "lone_cr": _odd("x = 1\rprint('x')\r", 2),
    "mixed": _odd("x = 1\rprint('x')\r\nprint('x')\nprint('x')", 2, 3, 4),
    "form_feeds": _odd(
        "x = 1\n\f\nprint('x')\n\f\n\fdef f() -> None:\n    \f\n    print('x')\n\x0cprint('x')\n", 3, 7, 8
    ),
    "separators_that_are_no_line_ends": _odd("x = 'a\u2028b\x85c'\nprint('x')\n", 2),
    "continuation": _odd("x = 1 + \\\n    2\nprint('x')\n", 3),
    "continuation_at_the_end": _unparsable("x = 1 + \\\n", 1),
    "nul": _unparsable("x = 1\0\n", 1),
    "nul_in_a_string": _unparsable("x = '\0'\nprint('x' 1)\n", 1),
    "control_z": _unparsable("print('x')\n\x1a", 2),
    "tabs_and_spaces": _unparsable("if x:\n\tprint('x')\n        print('y')\n", 3),
    "string_that_does_not_end": _unparsable("x = '''abc\nprint('x')\n", 1),
    "python_2": _unparsable("x = 1\nprint 'x'\n", 2),
    "one_very_long_line": _odd(f"x = '{'a' * 1_000_000}'\nprint('x')\n", 2),
    "one_very_long_string": _odd("x = '''" + "text\n" * 100_000 + f"'''\n{PRINT}", 100_002),
    "99_levels_of_indentation": _odd(f"{_INDENTED_99}{PRINT}", 100),
    "100_levels_of_indentation": _unparsable(f"{_INDENTED_100}{PRINT}", 101),
}

NEW_SYNTAX = {
    "pep_695_type_parameters": _odd(
        "type A[T] = list[T]\ndef f[T: int, *Ts, **P](x: T) -> T:\n    print('x')\nclass C[T = int]:\n    print('x')\n",
        3,
        5,
    ),
    "pep_701_quotes_in_f_strings": _odd(
        'x = f"{"a" + f\'{f"{1}"}\'}"\ny = f"{\n  x  # c\n}"\nprint(\'x\')\n', 5
    ),
    "pep_646_starred_subscripts": _odd("def f(*args: *Ts) -> a[*Ts]:\n    print('x')\n", 2),
    "pep_654_except_star": _odd("try:\n    pass\nexcept* (A, B):\n    print('x')\n", 4),
    "pep_758_except_without_brackets": _odd("try:\n    pass\nexcept A, B:\n    print('x')\n", 4),
    "pep_750_template_strings": _odd("x = t'{a!r:>{w}}'\nprint('x')\n", 2),
    "pep_649_forward_references": _odd("def f(a: Later) -> Later:\n    print('x')\n", 2),
    "match_statement": _odd("match x:\n    case {'a': [1, *_]} | A(b=2):\n        print('x')\n", 3),
    "walrus_and_positional_only": _odd("def f(a, /, *, b=(c := 1)):\n    print('x')\n", 2),
}


def _chained(text: str, times: int, end: str = "1") -> OddFile:
    return _odd(f"x = {text * times}{end}\n{PRINT}", 2)


def _nested(opening: str, times: int, closing: str, inside: str = "1") -> OddFile:
    return _odd(f"x = {opening * times}{inside}{closing * times}\n{PRINT}", 2)


#: What is too much for the parser on an ordinary stack; with a large one it can mostly be read.
DEEP = {
    "brackets": _nested("(", 1_600, ")"),
    "lists": _nested("[", 600, "]"),
    "calls": _nested("f(", 400, ")"),
    "comparisons": _chained("a < ", 10_000),
    "or": _chained("a or ", 10_000),
    "and": _chained("a and ", 10_000),
    "not": _chained("not ", 1_500),
    "minus": _chained("- ", 1_500),
    "lambdas": _chained("lambda: ", 1_000),
    "lambdas_with_defaults": _nested("lambda a=", 600, ": 1"),
    "conditions": _chained("a if b else ", 800),
    "powers": _chained("1 ** ", 1_000),
    "sums": _chained("1 + ", 1_500),
    "strings": _chained("'a' ", 2_000, "'a'"),
    "attributes": _chained("a.", 1_500, "b"),
    "calls_of_calls": _odd(f"x = a{'.b()' * 1_000}\n{PRINT}", 2),
    "subscripts": _odd(f"x = a{'[0]' * 800}\n{PRINT}", 2),
    "comprehensions": _odd(f"x = [a {'for a in b ' * 3_000}]\n{PRINT}", 2),
    "f_strings": _nested('f"{', 300, '}"'),
    "elif": _odd("if a:\n    pass\n" + "elif a:\n    pass\n" * 3_000 + PRINT, 6_003),
    "format_specs": _odd("x = f'" + "{a:" * 10_000 + "}" * 10_000 + f"'\n{PRINT}", (1, "QK004")),
    "unclosed_brackets": _unparsable(f"x = {'(' * 3_000}\n", 1),
    "broken_lists": _unparsable(f"x = {'[' * 3_000}1 2{']' * 3_000}\n", 1),
}

#: What takes longer than anybody wants to wait, or more memory.
TOO_MUCH = {
    "patterns": f"match a:\n    case {'[' * 30}1{']' * 30}:\n        pass\n",
    "mapping_patterns": "match a:\n    case " + "{'a': " * 15 + "1" + "}" * 15 + ":\n        pass\n",
    "sum": "x = " + "1 + " * 10_000 + "1\n",
    "elif": "if a:\n    pass\n" + "elif a:\n    print('x')\n" * 20_000,
    "data": "x = [\n" + "    ('some text', 12345, {'a': 1.5}),\n" * 140_000 + "]\n",
}
