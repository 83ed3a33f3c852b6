"""Names: what a name stands for at a place, through imports, aliases, scopes and shadows."""

from __future__ import annotations

import libcst as cst
import pytest

from quality_kit.source import SourceFile
from quality_kit.tree import ParsedFile, dotted, import_origin, parse

#: The call whose argument is asked for in the texts below.
ASKED = "HERE"


def parsed(text: str) -> ParsedFile:
    return parse(SourceFile("app/a.py", text.encode()))


def argument(file: ParsedFile) -> cst.BaseExpression:
    (call,) = (
        call
        for call in file.tree.of(cst.Call)
        if isinstance(call.func, cst.Name) and call.func.value == ASKED
    )
    return call.args[0].value


def qualified(text: str) -> str | None:
    """What the argument of the one call of HERE stands for."""
    file = parsed(text)
    return file.names.qualified(argument(file))


IMPORTS = {
    "a module": ("import os\nHERE(os.getenv)\n", "os.getenv"),
    "a module under another name": ("import os as _os\nHERE(_os.environ)\n", "os.environ"),
    "a submodule": ("import os.path\nHERE(os.path.join)\n", "os.path.join"),
    "a submodule under another name": ("import os.path as p\nHERE(p.join)\n", "os.path.join"),
    "two submodules": ("import a.b, a.c\nHERE(a.c.d)\n", "a.c.d"),
    "a name": ("from os import getenv\nHERE(getenv)\n", "os.getenv"),
    "a name under another name": ("from os import getenv as g\nHERE(g)\n", "os.getenv"),
    "a name in brackets": ("from a.b import (\n    c,\n    d as e,\n)\nHERE(e)\n", "a.b.d"),
    "a sibling module": ("from . import settings\nHERE(settings.debug)\n", ".settings.debug"),
    "a module of the package above": ("from .. import settings\nHERE(settings)\n", "..settings"),
    "a name of a relative module": ("from .a.b import c as d\nHERE(d.e)\n", ".a.b.c.e"),
    "a name of the module that holds builtins": (
        "from builtins import print as p\nHERE(p)\n",
        "builtins.print",
    ),
    "an import further down": ("def f():\n    HERE(os)\nimport os\n", "os"),
    "an import in the function": ("def f():\n    import os\n    HERE(os)\n", "os"),
    "an import in a function around": ("def f():\n    import os\n    def g():\n        HERE(os)\n", "os"),
    "an import under a condition": ("if a:\n    import b\nelse:\n    b = None\nHERE(b.c)\n", "b.c"),
    "an import that may fail": ("try:\n    import a\nexcept ImportError:\n    a = None\nHERE(a)\n", "a"),
    "one of two imports, the first": (
        "try:\n    import a as j\nexcept E:\n    import b as j\nHERE(j)\n",
        "a",
    ),
    "a global import in a function": ("def f():\n    global os\n    import os\nHERE(os)\n", "os"),
    "a global statement without need": ("global a\nimport b as a\nHERE(a)\n", "b"),
    "an import over a builtin name": ("from rich import print\nHERE(print)\n", "rich.print"),
    "an import in the class around": ("class A:\n    import os\n    HERE(os)\n", "os"),
    "what a comprehension in a class runs over": (
        "class A:\n    import os\n    x = [y for y in HERE(os)]\n",
        "os",
    ),
    "a name of a star import": ("from os import *\nHERE(getenv)\n", None),
    "an import in another function": ("def f():\n    import os\ndef g():\n    HERE(os)\n", None),
    "an import in the class around a method": (
        "class A:\n    import os\n    def f(self):\n        HERE(os)\n",
        None,
    ),
    "an import in the class around a comprehension": (
        "class A:\n    import os\n    x = [HERE(os) for y in z]\n",
        None,
    ),
}

ALIASES = {
    "an alias": ("import os\nenv = os.environ\nHERE(env)\n", "os.environ"),
    "an alias of an alias": ("import os\nenv = os.environ\nget = env.get\nHERE(get)\n", "os.environ.get"),
    "an annotated alias": (
        "import os\nenv: Mapping[str, str] = os.environ\nHERE(env.get)\n",
        "os.environ.get",
    ),
    "a chained alias": ("x = y = print\nHERE(x)\n", "builtins.print"),
    "an alias in a condition": ("if (p := print):\n    HERE(p)\n", "builtins.print"),
    "an alias in a function": ("import os\ndef f():\n    env = os.environ\n    HERE(env)\n", "os.environ"),
    "an alias of an alias of the same name": ("x = x\nHERE(x)\n", None),
    "a circle of aliases": ("a = b\nb = a\nHERE(a)\n", None),
    "a name with two values": ("import os\nenv = os.environ\nenv = {}\nHERE(env)\n", None),
    "the value of a call": ("import os\nenv = os.environ.copy()\nHERE(env)\n", None),
    "an annotation without a value": ("import os\nos: Any\nHERE(os)\n", "os"),
    "a constant": ("x = 1\nHERE(x)\n", None),
    "an attribute of a call": ("import os\nHERE(os.getcwd().strip)\n", None),
    "a call": ("HERE(print())\n", None),
    "an element": ("import os\nHERE(os.environ['A'])\n", None),
    "an attribute of a string": ("HERE('a'.join)\n", None),
    "an unknown name": ("HERE(unknown)\n", None),
}

#: What hides the builtin ``print`` at the place asked for.
SHADOWS = {
    "a function": "def print(): pass\nHERE(print)\n",
    "a function further down": "HERE(print)\ndef print(): pass\n",
    "a class": "class print: pass\nHERE(print)\n",
    "an assignment": "print = 1\nHERE(print)\n",
    "an assignment further down in the function": "def f():\n    HERE(print)\n    print = 1\n",
    "an unpacked target": "(a, [print, b]), *c = d\nHERE(print)\n",
    "a starred target": "*print, a = b\nHERE(print)\n",
    "a walrus": "if (print := 1): HERE(print)\n",
    "a walrus in a comprehension": "[(print := a) for a in b]\nHERE(print)\n",
    "a loop": "for print in a: HERE(print)\n",
    "a loop's part": "for a, (print, b) in c: HERE(print)\n",
    "an asynchronous loop": "async def f():\n    async for print in a: HERE(print)\n",
    "a with": "with a as print: HERE(print)\n",
    "a with of several": "with a as b, c as (print, d): HERE(print)\n",
    "an except": "try: a\nexcept B as print: HERE(print)\n",
    "an exception group": "try: a\nexcept* B as print: HERE(print)\n",
    "a pattern": "match a:\n    case print: HERE(print)\n",
    "a pattern with as": "match a:\n    case [1] as print: HERE(print)\n",
    "a starred pattern": "match a:\n    case [1, *print]: HERE(print)\n",
    "the rest of a mapping pattern": "match a:\n    case {'b': 1, **print}: HERE(print)\n",
    "a parameter": "def f(print): HERE(print)\n",
    "a positional parameter": "def f(print, /): HERE(print)\n",
    "a keyword parameter": "def f(*, print=1): HERE(print)\n",
    "star parameters": "def f(*print): HERE(print)\n",
    "double-star parameters": "def f(**print): HERE(print)\n",
    "a parameter of a function around": "def f(print):\n    def g():\n        return HERE(print)\n",
    "a lambda's parameter": "f = lambda print: HERE(print)\n",
    "a comprehension": "[HERE(print) for print in a]\n",
    "a comprehension's second loop": "{HERE(print) for a in b for print in a}\n",
    "a comprehension's condition": "{print: 1 for print in a if HERE(print)}\n",
    "a generator": "f(HERE(print) for a, print in b)\n",
    "a type alias": "type print = int\nHERE(print)\n",
    "a global assignment in a function": "def f():\n    global print\n    print = 1\nHERE(print)\n",
}

#: What does not hide it.
NO_SHADOWS = {
    "nothing": "HERE(print)\n",
    "a method": "class A:\n    def print(self): HERE(print)\n",
    "a class's attribute": "class A:\n    print = 1\n    def f(self): HERE(print)\n",
    "a local of another function": "def f():\n    print = 1\ndef g():\n    HERE(print)\n",
    "a local of an inner function": "def f():\n    def g(print): pass\n    HERE(print)\n",
    "a parameter at its own default": "def f(print=HERE(print)): pass\n",
    "a parameter at an annotation": "def f(a: HERE(print), print): pass\n",
    "a parameter at a decorator": "@HERE(print)\ndef f(print): pass\n",
    "a parameter at a lambda's default": "f = lambda a=HERE(print), print=1: a\n",
    "a class's attribute at its base": "class A(HERE(print)):\n    print = 1\n",
    "a comprehension's loop outside": "[print for print in a]\nHERE(print)\n",
    "a comprehension's loop at what it runs over": "[print for print in HERE(print)]\n",
    "an attribute": "a.print = 1\nHERE(print)\n",
    "a keyword argument": "f(print=1)\nHERE(print)\n",
    "an element": "print['a'] = 1\nHERE(print)\n",
    "a global statement alone": "def f():\n    global print\n    HERE(print)\n",
}


@pytest.mark.parametrize(("text", "expected"), IMPORTS.values(), ids=IMPORTS)
def test_a_name_is_followed_to(text: str, expected: str | None) -> None:
    assert qualified(text) == expected


@pytest.mark.parametrize(("text", "expected"), ALIASES.values(), ids=ALIASES)
def test_an_assigned_name_is_followed_through(text: str, expected: str | None) -> None:
    assert qualified(text) == expected


@pytest.mark.parametrize("text", SHADOWS.values(), ids=SHADOWS)
def test_a_builtin_is_hidden_by(text: str) -> None:
    assert qualified(text) is None


@pytest.mark.parametrize("text", NO_SHADOWS.values(), ids=NO_SHADOWS)
def test_a_builtin_is_not_hidden_by(text: str) -> None:
    assert qualified(text) == "builtins.print"


def test_the_bindings_of_a_name_are_those_of_the_nearest_scope_that_binds_it() -> None:
    file = parsed("x = 1\ndef f():\n    x = 2\n    x += 1\n    for x in y: HERE(x)\n")
    name = argument(file)
    assert isinstance(name, cst.Name)
    outer, inner = file.tree.of(cst.Assign)
    assert [binding.node for binding in file.names.bindings(name)] == [inner, *file.tree.of(cst.For)]
    assert [binding.node for binding in file.names.module_bindings()["x"]] == [outer]


def test_a_binding_tells_the_import_or_the_value() -> None:
    file = parsed("import a.b as c\nd = e = 1\nf, g = h\ni: int\n")
    found = {name: bindings[0] for name, bindings in file.names.module_bindings().items()}
    values = {
        name: binding.value.value for name, binding in found.items() if isinstance(binding.value, cst.Integer)
    }
    assert {name: binding.imported for name, binding in found.items() if binding.imported} == {"c": "a.b"}
    assert values == {"d": "1", "e": "1"}
    assert sorted(found) == ["c", "d", "e", "f", "g", "i"]


def test_the_scope_of_a_node_is_what_its_names_are_bound_in() -> None:
    file = parsed(
        "@a\nclass A(b):\n    c = [d for e in f]\n    def g(self, h=i):\n        return lambda j=k: l\n"
    )
    scopes = {
        name.value: type(file.names.scope_of(name)).__name__
        for name in file.tree.of(cst.Name)
        if name.value in "abdefikl"
    }
    assert scopes == {
        "a": "Module",
        "b": "Module",
        "d": "ListComp",
        "e": "ListComp",
        "f": "ClassDef",
        "i": "ClassDef",
        "k": "FunctionDef",
        "l": "Lambda",
    }


def test_the_scope_of_the_module_is_the_module() -> None:
    file = parsed("x = 1\n")
    assert file.names.scope_of(file.module) is file.module


def test_star_imports_are_known() -> None:
    assert parsed("from a import *\n").names.has_star_import
    assert not parsed("from a import b\nimport c\n").names.has_star_import


def test_a_dotted_name_is_told_as_written() -> None:
    file = parsed("a\nb.c.d\ne().f\n'g'.h\n")
    assert [dotted(statement.value) for statement in file.tree.of(cst.Expr)] == ["a", "b.c.d", None, None]
    assert dotted(None) is None


def test_the_origin_of_a_from_import_keeps_its_dots() -> None:
    file = parsed("from a.b import c\nfrom . import d\nfrom ...e.f import g\n")
    assert [import_origin(statement) for statement in file.tree.of(cst.ImportFrom)] == ["a.b", ".", "...e.f"]
