"""Elements of HTML, and text in them made harmless."""

from __future__ import annotations

import html

from quality_kit.writing.safe_text import safe


def tag(name: str, content: str, cls: str = "", **attributes: str | bool) -> str:
    """An element; the content is HTML already, values of attributes are escaped here, False leaves one out."""
    given = {"class": cls or False, **attributes}
    written = "".join(
        f" {key.replace('_', '-')}" + ("" if value is True else f'="{html.escape(safe(str(value)))}"')
        for key, value in given.items()
        if value is not False
    )
    return f"<{name}{written}>{content}</{name}>"


def text(content: str, lines: bool = False) -> str:
    """Text as HTML; with ``lines`` line ends stay line ends."""
    return "\n".join(map(text, content.split("\n"))) if lines else html.escape(safe(content))
