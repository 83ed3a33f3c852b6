"""Additions to YAML texts, made where the parser says that things stand: nothing else is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node


def composed(text: str) -> Node | None:
    """The nodes of a text with their places; None where it holds nothing.

    Raises:
        ValueError: It is not valid YAML.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        node: Node | None = YAML(pure=True).compose(text)
    except YAMLError as error:
        raise ValueError(f"is not valid YAML: {' '.join(str(error).split())}; correct it first") from error
    return node


def entries_of(node: Node | None) -> dict[str, Node]:
    """The values of a mapping by key; anchors' merges are not followed.

    Raises:
        ValueError: It is no mapping.
    """
    if node is None:
        return {}
    if not _is_mapping(node):
        raise ValueError("must be a mapping (key: value) at its top; correct it first")
    return {str(key.value): value for key, value in node.value}


def line_of_key(node: Node, name: str) -> int:
    """The line, from 0, of a key of a mapping; its value, if it is nothing, has no place of its own."""
    return next(int(key.start_mark.line) for key, _ in node.value if key.value == name)


def is_sequence(node: Node) -> bool:
    """Whether it is a list."""
    from ruamel.yaml.nodes import SequenceNode

    return isinstance(node, SequenceNode)


def is_flow(node: Node) -> bool:
    """Whether it is written in brackets."""
    return bool(getattr(node, "flow_style", False))


def last_line(node: Node) -> int:
    """The last line, from 0, that something of a node stands on: its end mark lies behind comments."""
    children = _children(node)
    if children and not is_flow(node):
        return max(last_line(child) for child in children)
    end = node.end_mark
    return int(end.line - 1 if end.column == 0 and end.line > node.start_mark.line else end.line)


def plain(node: Node) -> Any:
    """What a node holds, as strings, lists and dictionaries: for comparing."""
    if is_sequence(node):
        return [plain(child) for child in node.value]
    if _is_mapping(node):
        return {str(key.value): plain(value) for key, value in node.value}
    return node.value


def _children(node: Node) -> list[Node]:
    if is_sequence(node):
        return list(node.value)
    return [part for pair in node.value for part in pair] if _is_mapping(node) else []


def _is_mapping(node: Node) -> bool:
    from ruamel.yaml.nodes import MappingNode

    return isinstance(node, MappingNode)
