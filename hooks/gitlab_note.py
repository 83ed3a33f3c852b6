"""Keeps one note under a merge request up to date: ``python -m quality_kit.hooks.gitlab_note FILE``.

Speaks to GitLab's API with the token in ``QUALITY_KIT_TOKEN``. The first line of the file, a hidden mark, tells
our note from those of people. Without a token, and outside merge requests, nothing is done.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

_SECONDS = 30
#: Notes that GitLab gives at once.
_PAGE = 100
_BROKEN = 2


def main() -> None:
    """Write the note; exits with 2 where GitLab does not take it, and says why."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m quality_kit.hooks.gitlab_note FILE")
    file, around = Path(sys.argv[1]), os.environ
    token, number = around.get("QUALITY_KIT_TOKEN"), around.get("CI_MERGE_REQUEST_IID")
    if not token or not number or not file.is_file():
        sys.stderr.write("no note: it needs QUALITY_KIT_TOKEN, a merge request, and a review\n")
        return
    notes = f"{around['CI_API_V4_URL']}/projects/{around['CI_PROJECT_ID']}/merge_requests/{number}/notes"
    try:
        _keep(notes, token, file.read_text(encoding="utf-8"))
    except (URLError, ValueError, KeyError) as error:
        sys.stderr.write(f"the note could not be written: {error}\n")
        sys.exit(_BROKEN)


def _keep(notes: str, token: str, body: str) -> None:
    mark = body.split("\n", 1)[0]
    ours = next((note for note in _all(notes, token) if note["body"].startswith(mark)), None)
    if ours is None:
        _ask("POST", notes, token, {"body": body})
    elif ours["body"] != body.rstrip("\n"):
        _ask("PUT", f"{notes}/{ours['id']}", token, {"body": body})


def _all(notes: str, token: str) -> Iterator[Mapping[str, Any]]:
    page = 1
    while True:
        found = _ask("GET", f"{notes}?per_page={_PAGE}&page={page}", token, None)
        yield from found
        if len(found) < _PAGE:
            return
        page += 1


def _ask(method: str, address: str, token: str, content: Mapping[str, str] | None) -> Any:
    data = None if content is None else json.dumps(content).encode()
    headers = {"PRIVATE-TOKEN": token, "Content-Type": "application/json"}
    with urlopen(Request(address, data, headers, method=method), timeout=_SECONDS) as answer:
        return json.loads(answer.read())


if __name__ == "__main__":
    main()
