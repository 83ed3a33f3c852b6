"""Our hook in ``.pre-commit-config.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quality_kit.setup_project.hook_entry import Indents, block, entry, in_one_line
from quality_kit.setup_project.text import with_block
from quality_kit.setup_project.yaml_text import (
    composed,
    entries_of,
    is_flow,
    is_sequence,
    last_line,
    line_of_key,
    plain,
)

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

_KEY = "repos"
_OUR_HOOK = re.compile(r"quality-kit(-\w+)?\Z")
#: How nothing is written in YAML.
_NOTHING = ("", "null", "~")


def with_hook(text: str, folder: str) -> str:
    """The configuration with our hook behind all others; as it is where one of ours is in it.

    Args:
        text: The file.
        folder: The project's root as seen from the repository's; empty where they are the same.

    Raises:
        ValueError: It is not valid YAML, or not what pre-commit reads.
    """
    document = composed(text)
    repositories = entries_of(document).get(_KEY)
    if repositories is not None and any(map(_OUR_HOOK.match, _hook_names(plain(repositories)))):
        return text
    return _checked(_added(text, document, folder), text, folder)


def _added(text: str, document: Node | None, folder: str) -> str:
    repositories = entries_of(document).get(_KEY)
    if document is None or repositories is None:
        return with_block(text, "\n".join([f"{_KEY}:", *block(folder, Indents()), ""]))
    if not is_sequence(repositories):
        if plain(repositories) not in _NOTHING:
            raise ValueError("repos must be a list; correct it first")
        return _behind_line(text, line_of_key(document, _KEY), block(folder, Indents()))
    if is_flow(repositories):
        return _in_brackets(text, repositories, folder)
    return _behind_last(text, repositories, folder)


def _behind_last(text: str, repositories: Node, folder: str) -> str:
    lines, items = text.split("\n"), repositories.value
    indents = _indents(lines, items[-1])
    added = block(folder, indents)
    second = items[-1].start_mark.line
    if len(items) > 1 and not lines[second - 1].strip():
        added = ["", *added]
    return _behind_line(text, _with_comments(lines, last_line(repositories), indents.dash), added)


def _indents(lines: list[str], item: Node) -> Indents:
    """As the last repository has them."""
    column = int(item.start_mark.column)
    dash = lines[item.start_mark.line][:column].rfind("-")
    hooks = entries_of(item).get("hooks")
    if dash < 0:  # the keys stand below their dash
        return Indents(max(column - Indents().step, 0))
    if hooks is None or is_flow(hooks) or not hooks.value:
        return Indents(dash, column - dash)
    return Indents(dash, column - dash, int(hooks.start_mark.column) - column)


def _with_comments(lines: list[str], line: int, dash: int) -> int:
    """The last of the comments below a line that are indented like what belongs to the last entry."""
    end = next((number for number in range(line, 0, -1) if lines[number].strip()), line)
    for number in range(line + 1, len(lines)):
        stripped = lines[number].lstrip()
        if stripped and not (stripped.startswith("#") and len(lines[number]) - len(stripped) > dash):
            break
        end = number if stripped else end
    return end


def _behind_line(text: str, number: int, added: list[str]) -> str:
    lines = text.split("\n")
    after = [*lines[: number + 1], *added, *lines[number + 1 :]]
    return "\n".join(after) if number + 1 < len(lines) else "\n".join([*after, ""])


def _in_brackets(text: str, repositories: Node, folder: str) -> str:
    """``repos: [...]`` stays on its line."""
    end = repositories.end_mark.index - 1
    kept = text[:end].rstrip()
    comma = "" if kept.endswith(("[", ",")) else ", "
    return f"{kept}{comma}{in_one_line(folder)}{text[end:]}"


def _hook_names(repositories: Any) -> Iterator[str]:
    for repository in repositories if isinstance(repositories, list) else ():
        for hook in repository.get("hooks", ()) if isinstance(repository, dict) else ():
            yield str(hook.get("id", "")) if isinstance(hook, dict) else ""


def _checked(after: str, before: str, folder: str) -> str:
    """The new text, if nothing but our entry differs."""
    old, new = (plain(node) if (node := composed(text)) else {} for text in (before, after))
    *others, last = new.get("repos") or [{}]
    if {**new, "repos": others} != {**old, "repos": old.get("repos") or []} or last != entry(folder):
        raise ValueError("no hook can be added to it; add the hook quality-kit by hand and run init again")
    return after
