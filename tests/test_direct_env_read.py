"""What QK503 says about a module."""

from __future__ import annotations

from tests.examples import findings


def messages(code: str) -> list[str]:
    return [finding.message for finding in findings({"app/mail.py": f"import os\n{code}"}, "QK503")]


def test_one_variable_is_named() -> None:
    assert messages('a = os.getenv("HOST")\nb = os.environ["HOST"]\n') == [
        "environment variable HOST is read outside the settings;"
        " make it a field of the settings class, and hand the settings in"
    ]


def test_of_many_variables_three_are_named() -> None:
    code = "".join(f'v = os.environ["VAR_{letter}"]\n' for letter in "DBACE")
    assert messages(code) == [
        "5 environment variables (VAR_D, VAR_B, VAR_A and 2 more) are read outside the settings;"
        " make them fields of the settings class, and hand the settings in"
    ]


def test_the_finding_stays_the_same_when_another_read_comes_first() -> None:
    before = findings({"app/mail.py": 'import os\nb = os.environ["B"]\n'}, "QK503")
    after = findings({"app/mail.py": 'import os\na = os.environ["A"]\nb = os.environ["B"]\n'}, "QK503")
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
