"""The same words in every form: a page must not change between two pushes without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.config.keys import REVIEW_CONDITIONS
from quality_kit.finding import Finding
from quality_kit.reporters import not_checked_lines
from quality_kit.review.forms._folding import codes
from quality_kit.review.model import Review

#: What git prints of an id when it is short.
_SHORT = 10


def verdict(review: Review) -> str:
    """``FAIL: 3 new, 2 fixed, 1 suppression added, debt 214 -> 212``."""
    return f"{_word(review)}: {', '.join(_counts(review))}"


def _word(review: Review) -> str:
    if review.gate.is_broken:
        return "BROKEN"
    return "FAIL" if review.gate.failed else "PASS"


def _counts(review: Review) -> Iterator[str]:
    yield f"{sum(1 for problem in review.problems if problem.is_gating)} new"
    yield f"{len(review.fixed)} fixed"
    if review.suppressions_added:
        yield counted(review.suppressions_added, "suppression") + " added"
    yield f"debt {review.debt.before} -> {review.debt.after}"


def counted(number: int, what: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def old_title(review: Review) -> str:
    """``Touched but old: 3 findings (1 QK101, 2 QK301)``."""
    number = counted(len(review.old), "finding")
    return f"Touched but old: {number} ({codes(review.old)})" if review.old else f"Touched but old: {number}"


def quiet_signatures(number: int) -> str:
    """What is said of signatures that changed and break no file that did not."""
    return f"{counted(number, 'signature')} changed without breaking a file that did not"


def failed_conditions(review: Review) -> tuple[str, ...]:
    """Why it fails, a line each: ``new-error: a new finding that is an error``."""
    return tuple(f"{word}: {REVIEW_CONDITIONS[word]}" for word in review.gate.failed)


def about(review: Review) -> str:
    """``the work tree against origin/main (1a2b3c4): 12 files, +210 -80``."""
    commit = f" ({review.base_commit[:_SHORT]})" if review.base_commit else ""
    if not review.files:
        return f"no difference between {review.head} and {review.base}{commit}"
    size = f"{counted(review.files, 'file')}, +{review.added} -{review.removed}"
    return f"{review.head} against {review.base}{commit}: {size}"


def not_checked(review: Review) -> list[str]:
    """What was passed over, the tools together that passed over the same for the same reason."""
    return not_checked_lines(review.not_checked)


def ranges(lines: tuple[int, ...]) -> str:
    """``3-5, 9``."""
    parts: list[list[int]] = []
    for line in lines:
        if parts and line == parts[-1][-1] + 1:
            parts[-1].append(line)
        else:
            parts.append([line])
    return ", ".join(f"{part[0]}-{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts)


def finding_title(finding: Finding) -> str:
    """Code and name, without saying the same twice."""
    code, name = finding.code, finding.name
    return code if name == code or code.endswith(f":{name}") else f"{code} {name}"
