"""A team's own guide to begin with, from the layout that its repository has."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from quality_kit.guides.layout import STRUCTURE

_DEEP = 2
_ROOT_FILES = (".env.example", "README.md", "Makefile", "pyproject.toml")
_TESTS = ("tests", "test")

_HEAD = """\
# Our style guide. Put it to use in pyproject.toml:
#     [tool.quality-kit]
#     guide = "{path}"
# quality-kit guide show {path}        what it says, and what enforces it
# quality-kit guide coverage {path}    what is found here
title = "Our style guide"
summary = "What we agreed on."
{extends}
# A statement says what is asked for, in one sentence, and who answers for it: rules, linters and their codes in
# enforced-by, or a question that a reviewer has to answer. One with the id of an inherited statement replaces it;
# without = ["..."] drops some.
[[statements]]
id = "OWN1"
section = "Layout"
text = "Every kind of code has its folder, and lies in it."
enforced-by = ["QK611"]

[[statements]]
id = "OWN2"
section = "Layout"
text = "Every module has a file of tests."
enforced-by = ["QK613"]

[[statements]]
id = "OWN3"
section = "Review"
text = "A name says what a thing is for."
question = "Would somebody new to the team understand the new names?"

"""


def starter(path: str, files: Sequence[str], extends: str | None) -> str:
    """The text of the guide.

    Args:
        path: Where it will lie, as the configuration names it.
        files: All files of the repository, relative to its root.
        extends: The guide that fits the layout, if one does.
    """
    line = f"extends = {json.dumps(extends)}\n" if extends else '# extends = "style-guide"\n'
    return _HEAD.format(path=path, extends=line) + "\n".join([*_rules(files, extends), ""])


def _rules(files: Sequence[str], extends: str | None) -> Iterator[str]:
    if not extends:
        yield from ("# The layout as it is today.", f"[rules.{STRUCTURE}]", "required = [")
        yield from (f"    {json.dumps(path, ensure_ascii=False)}," for path in _layout(files))
        yield from ("]", "")
    yield from ("[rules.QK613]", f"test-patterns = [{json.dumps(_test_pattern(files))}]")


def _layout(files: Sequence[str]) -> list[str]:
    """Folders with Python files, to the second level, and the usual files of a root."""
    folders = {
        "/".join(parts[:depth]) + "/"
        for parts in (file.split("/")[:-1] for file in files if file.endswith(".py"))
        for depth in range(1, min(len(parts), _DEEP) + 1)
    }
    inner = {folder for folder in folders if not _is_above(folder, folders)}
    return [*sorted(inner), *(name for name in _ROOT_FILES if name in files)]


def _is_above(folder: str, folders: set[str]) -> bool:
    return any(other != folder and other.startswith(folder) for other in folders)


def _test_pattern(files: Sequence[str]) -> str:
    """How most tests are named after what they test."""
    places = Counter(_place(file) for file in files if file.rpartition("/")[2].startswith("test_"))
    return places.most_common(1)[0][0] if places else "tests/**/test_{file}.py"


def _place(file: str) -> str:
    folders = file.split("/")[:-1]
    if any(folder.startswith("tests_") for folder in folders):
        return "{dir}/tests_{package}/test_{file}.py"
    top = next((folder for folder in folders if folder in _TESTS), None)
    if top is None:
        return "{dir}/test_{file}.py"
    if folders[0] == top:
        return f"{top}/**/test_{{file}}.py"
    return f"**/{top}/test_{{file}}.py"
