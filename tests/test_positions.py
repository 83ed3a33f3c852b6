"""Places: every node stands where LibCST's own position provider says, however the code is written."""

from __future__ import annotations

import libcst as cst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from quality_kit.finding import Place
from quality_kit.source import SourceFile
from quality_kit.tree import ParsedFile, parse, subtree

SNIPPETS = {
    "nothing but statements": "x = 1\ny = x + 2\n",
    "no newline at the end": "x = 1\ny = f(x)",
    "blank lines and comments above": "# a\n\n# b\nx = 1\n\n\n# c\n\ny = 2\n# d\n",
    "a docstring above": '"""Text.\n\nMore.\n"""\n\nimport os\n\nx = os.environ["A"]\n',
    "decorators": (
        "@a\n@b(1,\n   2)\n# c\n\n@c.d\ndef f(x=3):\n    return x\n\n@e\nclass A(f(4)):\n    @g\n"
        "    def h(self): return 5\n"
    ),
    "comments between decorators and above the def": "# a\n@a\n# b\ndef f():\n    # c\n    return 1\n",
    "elif and else": "if a:\n    b\nelif c > 1:\n    d\n# why\nelif e:\n    f\nelse:\n    g(2)\n",
    "if in else": "if a:\n    b\nelse:\n    if c:\n        d\n    else:\n        e\n    f\n",
    "try with all branches": (
        "try:\n    a\nexcept B as b:\n    c\nexcept (D, E):\n    f\nexcept:\n    g\nelse:\n    h\nfinally:\n    i(1)\n"
    ),
    "exception groups": "try:\n    a\nexcept* B as b:\n    c(b)\nexcept *D:\n    e\n",
    "try without except": "try:\n    a\nfinally:\n    b\nx = 1\n",
    "loops with else": "for a, b in c(1):\n    d\nelse:\n    e\nwhile f:\n    g\nelse:\n    h\n",
    "with": "with a as b, c(1) as (d, e):\n    f\nwith (\n    g as h,\n    i,\n):\n    j\n",
    "match": (
        "match a(1):\n    case 1 | 2 if b > 3:\n        c\n    # d\n    case {'e': [f, *g], **h}:\n        i\n"
        "    case J(k, l=m) as n: o\n    case _:\n        p\nx = 1\n"
    ),
    "suites on one line": (
        "if a: b\nelif c: d; e\nelse: f\nfor g in h: i\nclass A: x = 1\ndef f(): return 2\n" "while j: k\n"
    ),
    "try on one line": "try: a\nexcept B: c\nelse: d\nfinally: e\nx = 1\n",
    "semicolons": "a = 1; b = f(2); c = 3;\nd = 4\n",
    "continuation lines": (
        "x = 1 + \\\n    2\nif a and \\\n        b:\n    c\nassert d, \\\n    'e'\nwith f as g, \\\n"
        "     h as i:\n    j\n"
    ),
    "brackets over several lines": (
        "x = f(\n    1,\n    *a,\n    b=[\n        2,\n        {3: 4},\n    ],\n)\ny = 5\n"
    ),
    "comments with brackets and quotes": (
        "x = f(  # ([{ ' \"\n    1,  # )]} '''\n    # (\n    2,\n)  # )\ny = 3  # (\nz = 4\n"
    ),
    "strings with brackets and quotes": (
        "x = '([{'\ny = \"')\" + '\\'('\nz = '''\n(\"'\n'''\na = r'\\n'\nb = 1\n"
    ),
    "strings side by side": "x = ('a' \"b\"\n     'c')\ny = 1\n",
    "f-strings": "x = f'a{b}c{d!r:>{e}}{{f}}'\ny = f'''\n{g(\n1)}\n'''\nz = h\n",
    "f-strings with their own quotes": (
        'x = f"{a["b"]}" + c\ny = f"{f"{f"{d(1)}"}"}"\nz = f\'{e[\'(\']}{g["["]:{h}}\'\ni = 2\n'
    ),
    "a comment in an f-string": 'x = f"{\n    a["("]  # )\n}" + b\ny = 1\n',
    "texts that look like the code beside them": (
        "x = 'a.b(1)' + a . b( 1 ) + ab\n@f\n@f.setter\ndef  f(f=f): return 'f'\nclass\tA(A): A = (A)\n"
        "async   def g(): return (g) + 'g()' + h (1) + (h)(1)\n"
    ),
    "tabs": "if a:\n\tb = 1\n\tif c:\n\t\td = f(2)\n\te = 3\n",
    "tabs and spaces in different blocks": "if a:\n\tb = 1\nif c:\n  d = 2\n  if e:\n        f = 3\n",
    "form feeds": "x = 1\n\x0c\ny = 2\n\x0c\ndef f():\n    return 3\n",
    "carriage returns": "x = 1\r\nif a:\r\n    b = f(\r\n        2,\r\n    )\r\ny = '''\r\n'''\r\nz = 3\r\n",
    "carriage returns alone": "x = 1\rif a:\r    b = f(\r        2)\ry = 3\r",
    "different line ends": "x = 1\r\ny = f(\n    2)\r\nz = 3\n",
    "async": (
        "async def f():\n    async with a as b:\n        await c(1)\n    async for d in e:\n        yield d\n"
        "    return [g async for g in h if await i]\n"
    ),
    "class arguments": (
        "class A(B, c.d, metaclass=e(1), f=2):\n    x: int = 3\n    y: 'str'\n\n    class G: pass\n"
    ),
    "parameters of every kind": (
        "def f(a, /, b: int = 1, *c: str, d=2, **e) -> g[3]:\n    return lambda h, *i, j=4, **k: h\n"
    ),
    "a signature over several lines": "def f(\n    a: int,  # b\n    c=d(1),\n) -> e:\n    return a\n",
    "type parameters": (
        "class A[T: int, *Ts, **P](B[T]):\n    pass\ndef f[T](x: T) -> T:\n    return x\n"
        "type X[T] = list[T]\n"
    ),
    "comprehensions": (
        "x = [a for a in b if c for d in (e for f in g)]\ny = {h: i for h, i in j}\n" "z = {k for k in l}\n"
    ),
    "comparisons and operators": (
        "x = not a <= b is not c not in d\ny = -e ** ~f if g else (h := 2)\n" "z = i @ j // k and l or m\n"
    ),
    "slices and subscripts": "x = a[1:2, ::3, ..., b]\ny = c[d][e:][:f]\nz: g[h, 'i'] = 4\n",
    "statements of every kind": (
        "import a.b as c, d\nfrom . import e\nfrom ..f import (g as h,\n    i)\nglobal j\ndel k, l\nassert m, n\n"
        "raise o from p\nq += 1\nr: s\nt = u = v\n*w, x = y\npass\n"
    ),
    "brackets around everything": (
        "x = ((a))\n(b) = (c)\nfor (d) in (e): (f)\nif (g): (h(1))\nreturn_ = (yield_)\n"
    ),
    "nested functions": (
        "def f():\n    def g():\n        class H:\n            def i(self):\n"
        "                return j(1)\n    return g\n"
    ),
    "indentation of its own in each block": "if a:\n  b\n  if c:\n       d = 1\n  e\nif f:\n        g = 2\n",
    "wide characters": "x = 'äöü€😀', f('日本'), a\nß = '😀' + b\n",
    "a byte order mark": "\ufeffx = 1\ny = f(2)\n",
    "an empty text": "",
    "a comment alone": "# a\n",
    "a comment after a block": "if a:\n    b\n    # c\n# d\nx = 1\n",
    "dots at the end": "def f(): ...\nclass A: ...\nx = ...\n",
    "a chain of calls": "x = (\n    a.b(1)\n    .c(d=2)\n    .e[3]\n    .f()\n)\n",
    "statements below a line that only joins": "x = [1,\n     2][0]\ny = {\n}\nz = (\n)\n",
}


def places_by_libcst(file: ParsedFile) -> dict[int, Place]:
    found = MetadataWrapper(file.module, unsafe_skip_copy=True).resolve(PositionProvider)
    return {
        id(node): Place(at.start.line, at.start.column + 1, at.end.line, at.end.column + 1)
        for node, at in found.items()
    }


def parsed(text: str) -> ParsedFile:
    return parse(SourceFile("app/a.py", text.encode()))


def is_definition(node: cst.CSTNode) -> bool:
    return isinstance(node, (cst.FunctionDef, cst.ClassDef, cst.Module))


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS)
def test_all_nodes_stand_where_libcst_says(text: str) -> None:
    file = parsed(text)
    nodes = [node for node in subtree(file.module) if not is_definition(node)]
    expected = places_by_libcst(file)
    assert file.places(nodes) == {id(node): expected[id(node)] for node in nodes}


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS)
def test_each_node_alone_stands_where_libcst_says(text: str) -> None:
    file = parsed(text)
    expected = places_by_libcst(file)
    for node in subtree(file.module):
        if not is_definition(node):
            assert file.places([node]) == {id(node): expected[id(node)]}


def test_a_definition_stands_at_its_def_line_up_to_its_name() -> None:
    text = "@a\nclass Shop(\n    B):\n\n    @b\n    async def open(self): return 1\n\n    def f(self):\n        pass\n"
    file = parsed(text)
    definitions = [*file.tree.of(cst.ClassDef), *file.tree.of(cst.FunctionDef)]
    places = file.places(definitions)
    assert [places[id(node)] for node in definitions] == [
        Place(2, 1, 2, 11),
        Place(6, 5, 6, 19),
        Place(8, 5, 8, 10),
    ]


def test_a_definition_and_its_name_have_places_of_their_own() -> None:
    file = parsed("def f(): pass\n")
    (function,) = file.tree.of(cst.FunctionDef)
    places = file.places([function, function.name])
    assert places == {id(function): Place(1, 1, 1, 6), id(function.name): Place(1, 5, 1, 6)}


def test_a_form_feed_in_the_indentation_is_a_character_of_its_line() -> None:
    file = parsed("if a:\n    b = 1\n\x0c    c = f(2)\n\x0cd = 3\n")
    numbers = file.tree.of(cst.Integer)
    places = file.places(numbers)
    assert [places[id(number)] for number in numbers] == [
        Place(2, 9, 2, 10),
        Place(3, 12, 3, 13),
        Place(4, 6, 4, 7),
    ]


def test_no_nodes_have_no_places() -> None:
    assert parsed("x = 1\n").places([]) == {}
