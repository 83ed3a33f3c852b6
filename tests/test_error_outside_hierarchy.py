"""What QK706 says about a package whose errors have no base in common."""

from __future__ import annotations

import pytest

from tests.examples import findings

CURE = "message, code and details, for one handler to answer"


def message_of(*lines: str, most: int = 2) -> str:
    code = "\n\n\n".join(f"class {line}: ..." for line in lines)
    (finding,) = findings({"app/errors.py": f"{code}\n"}, "QK706", {"most-without-base": most})
    assert finding.severity == "warning"
    return finding.message


def test_errors_without_a_base_are_told_to_get_one() -> None:
    assert message_of("Missing(Exception)", "Refused(Exception)", "Late(RuntimeError)") == (
        f"error class `Missing` and 2 others have no base error in common; give them one with {CURE}"
    )


def test_a_class_that_is_called_like_a_base_is_named_as_the_one_to_derive_from() -> None:
    others = [f"{name}(Exception)" for name in ("Missing", "Refused", "Late", "Broken", "Declined")]
    assert message_of("CoreError(Exception)", *others) == (
        "error class `Missing` and 4 others have no base error in common; "
        f"derive them from `CoreError`, with {CURE}"
    )


def test_the_base_of_one_part_is_not_proposed_as_the_base_of_all() -> None:
    others = [f"{name}(Exception)" for name in ("Missing", "Refused", "Late", "Broken", "Declined")]
    assert message_of(*others, "BaseQuotaError(Exception)") == (
        f"error class `Missing` and 5 others have no base error in common; give them one with {CURE}"
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("Missing(Exception)",), "error class `Missing` has"),
        (("Missing(Exception)", "Late(Exception)"), "error class `Missing` and 1 other have"),
        (("ServiceError(RuntimeError)",), "error class `ServiceError` has"),
    ],
)
def test_few_errors_are_counted_in_words(lines: tuple[str, ...], said: str) -> None:
    assert message_of(*lines, most=0).startswith(f"{said} no base error in common")
