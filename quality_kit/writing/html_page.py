"""A page that is complete in itself: it opens from a disk, needs no network and runs no foreign code."""

from __future__ import annotations

import base64
import hashlib

from quality_kit.writing.html_text import text


def page(title: str, body: str, style: str, script: str = "", group: str = "") -> str:
    """The page; its own policy lets nothing be loaded, and nothing run but this style and this script.

    Args:
        title: As text.
        body: As HTML, with whatever is foreign in it escaped.
        style: CSS.
        script: JavaScript; empty for none.
        group: The value of ``data-group`` of the body; empty for none.
    """
    opening = f'<body data-group="{group}">' if group else "<body>"
    ending = f"<script>{script}</script>\n" if script else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"{opening}\n<main>\n{body}</main>\n{ending}</body>\n</html>\n"
    )


def _policy(style: str, script: str) -> str:
    running = f" script-src '{_hash(script)}';" if script else ""
    return f"default-src 'none'; style-src '{_hash(style)}';{running} base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
