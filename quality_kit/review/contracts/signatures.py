"""Public functions and classes whose callers may have to change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quality_kit.config import Config
from quality_kit.outlines.model import Public
from quality_kit.review.change import Side
from quality_kit.review.contracts._parameters import differences
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange

_INIT = "__init__"


def signatures(evidence: Evidence) -> Iterator[ContractChange]:
    """Those of changed modules; new ones break nobody and are left out, moved ones are told as such.

    Callers may break where a file that did not change still speaks of the name.
    """
    found = list(_changed(evidence))
    words = {each.name.rpartition(".")[2] for each in found if each.is_breaking}
    mentioned = evidence.change.mentions(sorted(words))
    for each in found:
        where = mentioned.get(each.name.rpartition(".")[2], ()) if each.is_breaking else ()
        yield each._replace(detail=_with_callers(each.detail, where), is_breaking=bool(where))


def _with_callers(detail: str, where: Sequence[str]) -> str:
    if not where:
        return detail
    more = f" and {len(where) - 1} more unchanged files" if len(where) > 1 else ""
    return f"{detail}{'; ' if detail else ''}still used in {where[0]}{more}"


def _changed(evidence: Evidence) -> Iterator[ContractChange]:
    change = evidence.change
    files = [file for file in change.python if not _is_private(evidence.config, file.path)]
    renames = change.renames
    before = {
        (renames.get(path, path), each.name): each
        for path, each in _publics(change.base, [file.before for file in files])
    }
    heads = [None if file.status == "deleted" else file.path for file in files]
    now = {(path, each.name): each for path, each in _publics(change.head, heads)}
    elsewhere = {
        (name, each.signature): path for (path, name), each in now.items() if (path, name) not in before
    }
    for (path, name), old in sorted(before.items()):
        new = now.get((path, name))
        if new is None:
            if not _is_part_of_gone(path, name, before, now):
                yield _gone(path, name, old, elsewhere.get((name, old.signature)))
        elif old.signature is not None and new.signature is not None:
            found = list(differences(old.signature, new.signature))
            if found:
                detail = "; ".join(what for what, _ in found)
                breaks = any(breaks for _, breaks in found)
                yield ContractChange("signature", "changed", name, detail, path, new.line, breaks)


def _gone(path: str, name: str, old: Public, now_at: str | None) -> ContractChange:
    if now_at is not None:
        return ContractChange("signature", "changed", name, f"moved to {now_at}", path, old.line, True)
    return ContractChange("signature", "removed", name, "", path, old.line, True)


def _is_part_of_gone(
    path: str, name: str, before: dict[tuple[str, str], Public], now: dict[tuple[str, str], Public]
) -> bool:
    """A method of a class that is gone as a whole."""
    owner = name.rpartition(".")[0]
    return bool(owner) and (path, owner) in before and (path, owner) not in now


def _is_private(config: Config, path: str) -> bool:
    parts = path.removesuffix(".py").split("/")
    hidden = any(part.startswith("_") and part != _INIT for part in parts)
    return hidden or config.in_class(path, ("tests", "migrations", "scripts"))


def _publics(side: Side, paths: list[str | None]) -> Iterator[tuple[str, Public]]:
    for path, outline in side.outlines(paths):
        yield from ((path, each) for each in outline.publics)
