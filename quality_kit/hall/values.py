"""What the values of options mean, for every door alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from quality_kit.config.keys import FAIL_ON
from quality_kit.config.model import FailOn
from quality_kit.config.problems import nearest
from quality_kit.files import UsageError


def split(option: str, values: Sequence[str] | None) -> tuple[str, ...] | None:
    """The values of an option that may be repeated and holds several between commas; None if it is not given.

    Raises:
        UsageError: It is given, and empty.
    """
    if values is None:
        return None
    found = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    if not found:
        raise UsageError(f"{option} is empty: leave it out, or give it a value")
    return found


def severity_gate(value: str | None) -> FailOn | None:
    """The value of ``--fail-on``.

    Raises:
        UsageError: There is no such severity.
    """
    if value is not None and value not in FAIL_ON:
        raise UsageError(f"--fail-on: unknown severity {value!r}{nearest(value, FAIL_ON)}")
    return cast("FailOn | None", value)
