"""What a machine can lay beside a question that only a person can answer, by the guides' words for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from quality_kit.outlines.model import Outline
from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.tests_of_change import modules_without_tests, tests_of_change

#: Changed lines of a file that tests have to reach, in percent.
_ENOUGH_COVERED = 80
_PERCENT = 100
#: What the files hold in which an application limits how often its routes are called.
_LIMITERS = ("slowapi", "fastapi_limiter", "RateLimiter", "Limiter")

#: How such a route is called, or what it calls.
_HEALTH = ("health", "healthz", "livez", "readyz", "liveness", "readiness", "ping", "health_check")


def gather(evidence: Evidence, kind: str) -> tuple[str, ...]:
    """Places of the change, with a few words; nothing where the change has none."""
    gatherer = _GATHERERS.get(kind)
    return tuple(gatherer(evidence) if gatherer is not None else _noted(evidence, kind))


def _noted(evidence: Evidence, kind: str) -> Iterator[str]:
    """The notes of that kind about changed lines."""
    for file, outline, changed in _changed(evidence):
        for note in outline.notes:
            if note.kind == kind and changed.intersection(range(note.first, note.last + 1)):
                yield f"{file.path}:{note.line} {note.text}"


def _changed(evidence: Evidence) -> Iterator[tuple[FileChange, Outline, frozenset[int]]]:
    for file in evidence.change.python:
        if file.status != "deleted":
            yield file, evidence.change.head.outline(file.path), file.touched_lines()


def _of_tests(evidence: Evidence) -> Iterator[str]:
    tests = {file.path for file in evidence.change.python if evidence.config.in_class(file.path, ("tests",))}
    return (each for each in _noted(evidence, "test-patches") if each.partition(":")[0] in tests)


def _settings(evidence: Evidence) -> Iterator[str]:
    for file, outline, changed in _changed(evidence):
        for each in outline.settings:
            if each.line in changed:
                value = "must be set" if each.default is None else f"is {each.default} by default"
                yield f"{file.path}:{each.line} {each.name} {value}"


def _covered(evidence: Evidence) -> Iterator[str]:
    for each in tests_of_change(evidence).coverage:
        ran = each.measured - len(each.missed)
        if ran * _PERCENT < _ENOUGH_COVERED * each.measured:
            yield f"{each.path} {ran} of {each.measured} changed lines covered"


def _unlimited(evidence: Evidence) -> Iterator[str]:
    """Only where the application limits anything at all."""
    if evidence.change.search(_LIMITERS):
        yield from _noted(evidence, "unlimited-routes")


def _health(evidence: Evidence) -> Iterator[str]:
    """The routes that answer health checks; where the change has other routes only, whether there is any."""
    yield from _noted(evidence, "health-routes")
    has_routes = any(outline.endpoints for _, outline, _ in _changed(evidence))
    if has_routes and not evidence.change.search(_HEALTH):
        yield "no file speaks of a health check"


_GATHERERS: Mapping[str, Callable[[Evidence], Iterable[str]]] = {
    "changed-code-without-tests": modules_without_tests,
    "coverage-report": _covered,
    "health-routes": _health,
    "settings-fields": _settings,
    "test-patches": _of_tests,
    "unlimited-routes": _unlimited,
}
