"""``quality-kit doctor``: what is wrong around the code, and the line that mends it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer

from quality_kit import __version__
from quality_kit.cache import FILE_NAME
from quality_kit.config.problems import nearest
from quality_kit.doctor import Diagnosis, Site, examine, look_around
from quality_kit.exit_codes import CLEAN, FOUND
from quality_kit.files import UsageError
from quality_kit.finding import SEVERITIES
from quality_kit.hall.talk import explained_errors, tell
from quality_kit.prepare import Wishes, cache_folder, prepare
from quality_kit.reporters import safe

_FORMATS = ("text", "json")
_BYTES_A_MEGABYTE = 1_000_000


def doctor(
    output_format: Annotated[str, typer.Option(help=", ".join(_FORMATS), metavar="FORMAT")] = "text",
) -> None:
    """Look for tools that contradict each other, are missing or see too little.

    Exits with 0, with 1 if there is an error among the diagnoses, or with 2 if it could not do its work.
    """
    with explained_errors():
        if output_format not in _FORMATS:
            found = nearest(output_format, _FORMATS)
            raise UsageError(f"--output-format: unknown format {output_format!r}{found}")
        site = _site()
        diagnoses = examine(site)
        tell(_json(site, diagnoses) if output_format == "json" else _text(site, diagnoses))
    raise typer.Exit(FOUND if any(one.severity == "error" for one in diagnoses) else CLEAN)


def _site() -> Site:
    wishes = Wishes()
    # A run throws a damaged cache away, so the cache is looked at from outside.
    request = prepare(wishes._replace(use_cache=False)).request
    root = request.project.root
    folder = cache_folder(root, wishes) or root
    file = folder / FILE_NAME
    return look_around(root, request.linters, request.config.linter_python, file, request.others)


def _text(site: Site, diagnoses: tuple[Diagnosis, ...]) -> str:
    lines = [*_facts(site), "", *(line for one in diagnoses for line in _described(one)), _total(diagnoses)]
    return "".join(f"{safe(line)}\n" for line in lines)


def _facts(site: Site) -> Iterator[str]:
    yield f"quality-kit {__version__} in {site.documents.root}"
    for tool in site.tools.values():
        state = "" if site.runs(tool.name) else ", not run here"
        yield f"  {tool.name:<10} {tool.version or 'missing':<10} {tool.origin}{state}"
    size = f"{_size(site) / _BYTES_A_MEGABYTE:.1f} MB"
    yield f"  {'cache':<10} {size:<10} {site.cache}"


def _described(diagnosis: Diagnosis) -> Iterator[str]:
    yield f"{diagnosis.severity:<8} {diagnosis.what}"
    yield f"{'':<8} in {diagnosis.where}"
    yield from (f"{'':<8} mend: {diagnosis.mend}", "")


def _total(diagnoses: tuple[Diagnosis, ...]) -> str:
    counts = Counter(one.severity for one in diagnoses)
    said = [f"{counts[name]} {name}{'s' * (counts[name] > 1)}" for name in SEVERITIES if counts[name]]
    return ", ".join(said) or "nothing is wrong"


def _json(site: Site, diagnoses: tuple[Diagnosis, ...]) -> str:
    tools = [{**tool._asdict(), "runs": site.runs(tool.name)} for tool in site.tools.values()]
    content = {
        "version": __version__,
        "root": str(site.documents.root),
        "tools": tools,
        "cache": {"path": str(site.cache), "bytes": _size(site)},
        "diagnoses": [one._asdict() for one in diagnoses],
    }
    return json.dumps(content, indent=2) + "\n"


def _size(site: Site) -> int:
    try:
        return site.cache.stat().st_size
    except OSError:
        return 0
