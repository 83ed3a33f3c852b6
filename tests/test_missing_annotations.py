"""What QK101 and QK102 say about a function, and where."""

from __future__ import annotations

import pytest

from tests.examples import findings


def messages(code: str, rule: str) -> list[str]:
    return [finding.message for finding in findings({"app/users.py": code}, rule)]


def test_a_finding_names_all_untyped_parameters_of_the_function_as_written() -> None:
    code = "class Users:\n    def load(self, key, /, limit: int, *rest, strict, **options) -> None: ...\n"
    assert messages(code, "QK101") == [
        "no type annotation for `key`, `*rest`, `strict`, `**options` of `load`; say what callers may pass"
    ]


@pytest.mark.parametrize("rule", ["QK101", "QK102"])
def test_a_finding_stands_at_the_def_below_the_decorators(rule: str) -> None:
    code = "class Users:\n    @cached\n    @traced(\n        1\n    )\n    async def load(self, key): ...\n"
    (finding,) = findings({"app/users.py": code}, rule)
    assert finding.location.place == (6, 5, 6, 19)
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "body",
    [
        "return",
        "return None",
        "save()",
        "if key:\n        return\n    save()",
        "def inner() -> int:\n        return 1",
    ],
)
def test_a_function_that_gives_nothing_back_is_told_to_say_none(body: str) -> None:
    code = f"def load(key: int):\n    {body}\n"
    assert messages(code, "QK102") == ["no return annotation on `load`; add `-> None`"]


@pytest.mark.parametrize(
    "body",
    [
        "return key",
        "yield key",
        "if key:\n        return\n    return key",
        "...",
        "pass",
        '"""Load."""',
        "raise TypeError",
    ],
)
def test_a_function_that_gives_something_or_tells_nothing_is_told_to_add_the_type(body: str) -> None:
    code = f"def load(key: int):\n    {body}\n"
    assert messages(code, "QK102") == ["no return annotation on `load`; add the type it returns"]


def test_a_return_of_a_nested_function_or_lambda_is_not_the_outer_ones() -> None:
    code = "def load():\n    use(lambda: (yield 1))\n    async def inner():\n        return 1\n"
    assert messages(code, "QK102") == [
        "no return annotation on `load`; add `-> None`",
        "no return annotation on `inner`; add the type it returns",
    ]
