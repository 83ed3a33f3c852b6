"""Makes text from checked code harmless: for a terminal, a log that obeys commands, a strict parser."""

from __future__ import annotations

import re

#: Control characters, lone surrogates and the marks that turn the direction of writing.
_HARMFUL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
#: What the logs of GitHub and Azure take for a command: the first only where a line begins.
_COMMAND = re.compile(r"^(\s*):(?=:)|(#)#(?=\[|vso\[)")


def safe(text: str) -> str:
    """The text with each harmful character written as an escape."""
    return text if text.isprintable() else _HARMFUL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def no_command(line: str) -> str:
    """One line that no log takes for a command, whatever is echoed in it."""
    return _COMMAND.sub(_told, line) if "::" in line or "##" in line else line


def _told(found: re.Match[str]) -> str:
    return f"#\\x{ord('#'):x}" if found[2] else f"{found[1]}\\x{ord(':'):x}"


def valid(text: str) -> str:
    """The text with escapes for bytes that are no UTF-8 (of a file's name): strict parsers refuse them."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
