"""``lint.external = ["QK"]``: without it ruff takes our codes in ``noqa`` comments for mistakes and deletes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import MutableMapping
from typing import Any

from quality_kit.setup_project.text import with_block

_CODES = "QK"
_KEY = "external"
_LINT = "lint"


def with_external(text: str, section: str) -> str:
    """A ruff configuration that knows our codes; as it is where it does already.

    Args:
        text: The file.
        section: The table of ruff in it, ``tool.ruff``; empty where the file is ruff's own.

    Raises:
        ValueError: It is no TOML, or not what ruff reads.
    """
    names = section.split(".") if section else []
    table = _table(tomllib.loads(text), names)
    lint = table.get(_LINT, {})
    if _CODES in [*_listed(table), *_listed(lint)]:
        return text
    section_of_lint = ".".join([*names, _LINT])
    header = re.compile(rf"^[ \t]*\[[ \t]*{re.escape(section_of_lint)}[ \t]*\].*$", re.MULTILINE)
    found = header.search(text)
    if (
        found is not None and _KEY not in table and _KEY not in lint
    ):  # what stands below may be about what follows
        end = found.end()
        return _checked(f'{text[:end]}\n{_KEY} = ["{_CODES}"]{text[end:]}', text, names)
    if not table:
        return _checked(with_block(text, f'[{section_of_lint}]\n{_KEY} = ["{_CODES}"]\n'), text, names)
    return _checked(_with_tomlkit(text, names), text, names)


def _with_tomlkit(text: str, names: list[str]) -> str:
    import tomlkit  # 80 ms that other commands do not pay

    document = tomlkit.parse(text)
    ours = _table(document, names)
    home = (
        ours if _KEY in ours and _KEY not in ours.get(_LINT, {}) else ours.setdefault(_LINT, tomlkit.table())
    )
    if _KEY in home:
        home[_KEY].append(_CODES)
    else:
        home[_KEY] = [_CODES]
    return tomlkit.dumps(document)


def _table(content: MutableMapping[str, Any], names: list[str]) -> Any:
    for name in names:
        content = content.setdefault(name, {})
    return content


def _listed(table: Any) -> list[Any]:
    if not isinstance(table, dict) or not isinstance(table.get(_KEY, []), list):
        raise ValueError('ruff would not read it: lint must be a table and external a list like ["QK"]')
    return list(table.get(_KEY, []))


def _checked(after: str, before: str, names: list[str]) -> str:
    """The new text, if nothing but our entry differs."""
    contents = [tomllib.loads(text) for text in (after, before)]
    for table in (_table(content, names) for content in contents):
        for part in (table, table.setdefault(_LINT, {})):
            part[_KEY] = [code for code in part.get(_KEY, []) if code != _CODES]
    if contents[0] != contents[1]:
        raise ValueError(f'cannot be changed without harm; add lint.{_KEY} = ["{_CODES}"] by hand')
    return after
