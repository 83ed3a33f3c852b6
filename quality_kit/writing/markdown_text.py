"""Text from checked code inside Markdown and HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from quality_kit.writing.safe_text import safe

#: What Markdown could take for something else within a line or a table's cell.
_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
#: Hosts make links of these; an empty comment between the sign and the name keeps them from it.
_REFERENCE = re.compile(r"[@#](?=\w)")
_ADDRESS = re.compile(r"(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)

_SHORTEST_FENCE = 3


def markdown(text: str) -> str:
    """The text for a line of Markdown; what stands between backticks is shown as code."""
    return _with_code(safe(text), _escaped, _literal)


def markup(text: str) -> str:
    """The text for HTML; what stands between backticks is shown as code."""
    return _with_code(safe(text), html.escape, html.escape)


def _with_code(text: str, escaped: Callable[[str], str], in_code: Callable[[str], str]) -> str:
    parts = text.split("`")
    if len(parts) % 2 == 0:  # a backtick without a partner
        return escaped(text)
    return "".join(
        f"<code>{in_code(part)}</code>" if number % 2 else escaped(part) for number, part in enumerate(parts)
    )


def _escaped(text: str) -> str:
    return _REFERENCE.sub(r"\g<0><!-- -->", _literal(text))


def _literal(text: str) -> str:
    return _ADDRESS.sub(r"\\\g<0>", _MARKUP.sub(r"\\\g<0>", html.escape(text, quote=False)))


def code_block(text: str, language: str, indent: str = "") -> str:
    """Code on lines of its own, behind a fence that is longer than any in it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(_SHORTEST_FENCE, longest + 1)
    lines = (safe(line) for line in text.splitlines())
    return "\n".join(f"{indent}{line}" for line in (f"{fence}{language}", *lines, fence))
