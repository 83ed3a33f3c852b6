"""What QK501 says about a variable: how bad it is, where else it is read, and what entry was meant."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality_kit.finding import Finding
from tests.examples import findings
from tests.in_process import call
from tests.projects import make_project, write

OTHER = "OTHER=1\n"
SETTINGS = "from pydantic import Field\nfrom pydantic_settings import BaseSettings\nclass S(BaseSettings):\n"
CLASS = "from dataclasses import field\nclass C:\n"
WRAPPERS = (
    "def text(name):\n    return os.getenv(name)\n"
    "def number(name, default=None):\n    value = text(name)\n"
    "    return default if value is None else int(value)\n"
)


def found(code: str, example: str | None = OTHER, **files: str) -> list[Finding]:
    beside = {".env.example": example} if example is not None else {}
    return findings({"app/module.py": f"import os\n{code}", **beside, **files}, "QK501")


def messages(files: Mapping[str, str]) -> list[str]:
    return [finding.message for finding in findings(files, "QK501")]


def test_the_finding_is_the_same_one_when_another_file_reads_the_variable_first() -> None:
    reading = 'import os\nx = os.environ["DATABASE_URL"]\n'
    (alone,) = findings({"app/m.py": reading, ".env.example": OTHER}, "QK501")
    (moved,) = findings({"app/a.py": reading, "app/m.py": reading, ".env.example": OTHER}, "QK501")
    assert (alone.location.path, moved.location.path) == ("app/m.py", "app/a.py")
    assert alone.fingerprint == moved.fingerprint


def test_a_finding_names_the_variable_and_the_file_to_add_it_to() -> None:
    (finding,) = found('x = os.environ["DATABASE_URL"]\n')
    assert finding.message == (
        "environment variable DATABASE_URL is read but not documented; add it to .env.example"
    )
    assert finding.location.place == (2, 5, 2, 31)


def test_other_places_of_the_variable_are_counted() -> None:
    files = {
        ".env.example": OTHER,
        "app/a.py": 'import os\nx = os.environ["URL"], os.environ["URL"]\n',
        "app/b.py": 'import os\ny = os.getenv("URL")\n',
        "app/c.py": 'import os\nz = "URL" in os.environ\n',
        "tests/test_a.py": 'import os\nz = os.environ["URL"]\n',
    }
    assert messages(files) == [
        "environment variable URL is read but not documented; add it to .env.example (read in 2 more places)"
    ]


def test_the_file_named_is_the_one_of_that_part_of_the_tree() -> None:
    files = {
        ".env.example": OTHER,
        "services/shop/.env.example": OTHER,
        "services/shop/app/a.py": 'import os\nx = os.environ["SHOP"]\n',
        "services/mail/app/a.py": 'import os\nx = os.environ["MAIL_HOST"]\n',
    }
    assert messages(files) == [
        "environment variable MAIL_HOST is read but not documented; add it to .env.example",
        "environment variable SHOP is read but not documented; add it to services/shop/.env.example",
    ]


def test_all_names_of_a_field_are_told() -> None:
    code = (
        "from pydantic import AliasChoices, Field\nfrom pydantic_settings import BaseSettings\n"
        'class S(BaseSettings):\n    x: str = Field(validation_alias=AliasChoices("first", "SECOND"))\n'
    )
    assert messages({"app/a.py": code, ".env.example": OTHER}) == [
        "environment variable FIRST or SECOND is read but not documented; add it to .env.example"
    ]


@pytest.mark.parametrize(
    "read",
    [
        'x = os.environ["X"]',
        'x = os.environ["X"] or "default"',
        'x = os.environ["X"] == "1"',
        'x = int(os.environ.get("X"))',
        'x = os.environ.pop("X")',
        'if not os.getenv("X"):\n    raise RuntimeError',
        'if os.getenv("X") is None:\n    sys.exit(1)',
        'if "X" not in os.environ:\n    raise RuntimeError',
        'x = os.getenv("X")\nif x is None:\n    raise RuntimeError',
        'x = os.getenv("X")\nassert x, "set X"',
        'x = os.getenv("X")\ndef run():\n    if not x:\n        raise RuntimeError',
        'x: str | None = os.getenv("X")\nif x:\n    y = x\nelse:\n    raise RuntimeError',
        'x = os.getenv("X")\nif not all([x, x]):\n    raise RuntimeError',
        'x = "a" in os.getenv("X")',
        'x = os.getenv("X") > "a"',
        'missing = [name for name in ("X",) if not os.getenv(name)]',
        'x = os.getenv("X", "default")\ny = os.environ["X"]',
        'try:\n    x = os.environ["X"]\nexcept KeyError:\n    raise RuntimeError',
        'def env(name, default=None):\n    return os.getenv(name, default)\nx = env("X")',
        'from decouple import config\nx = config("X", cast=int)',
        'from starlette.config import Config\nx = Config()("X", int)',
        'from environs import Env\nx = Env().str("X")',
        'import environ\nenv = environ.Env()\nx = env("X", int)',
        f"{SETTINGS}    x: int",
        f"{SETTINGS}    x: int | None",
        f"{SETTINGS}    x: int = Field(..., gt=1)",
        f"{SETTINGS}    x: int = Field(alias='X')",
    ],
)
def test_a_variable_that_is_needed_is_an_error(read: str) -> None:
    assert [finding.severity for finding in found(read)] == ["error"]


@pytest.mark.parametrize(
    "read",
    [
        'x = os.getenv("X")',
        'def f(self):\n    x = os.getenv("X")\ndef g(x):\n    return x if x else 1',
        f"{CLASS}    x: str | None = os.getenv('X')\n    def f(self):\n        assert self.x",
        'x = os.getenv("X") if y else "default"',
        'def f(key):\n    if not key:\n        key = os.getenv("X")\n    if not key:\n        raise ValueError',
        'client = Client(key=os.getenv("X"))',
    ],
)
def test_a_none_that_is_handed_on_is_a_warning_that_says_so(read: str) -> None:
    (finding,) = found(read)
    assert (finding.severity, finding.message) == (
        "warning",
        "environment variable X is read without a default but not documented; "
        "add it to .env.example, which also tells whether it may be missing",
    )


@pytest.mark.parametrize(
    "read",
    [
        f"{WRAPPERS}x = number('X')",
        f"{WRAPPERS}x = text('X')",
        f"{WRAPPERS}def other(name, default=None):\n    return number(name, default=default)\nx = other('X')",
    ],
)
def test_a_function_that_may_give_none_is_a_warning(read: str) -> None:
    assert [finding.severity for finding in found(read)] == ["warning"]


def test_a_default_in_another_module_is_a_warning_but_where_the_read_itself_raises() -> None:
    other = {"app/other.py": 'import os\ny = os.getenv("X", "default")\n'}
    needed = 'x = os.getenv("X")\nif not x:\n    raise RuntimeError'
    assert [finding.severity for finding in found(needed, **other)] == ["warning"]
    assert [finding.severity for finding in found('x = os.environ["X"]', **other)] == ["error"]


def test_a_question_that_leaves_the_function_is_a_guard() -> None:
    read = "    return os.environ['X']"
    guarded = f"def key():\n    if 'X' not in os.environ:\n        return None\n{read}"
    elsewhere = f"def has():\n    return 'X' not in os.environ\ndef key():\n{read}"
    assert [finding.severity for finding in found(guarded)] == ["warning"]
    assert [finding.severity for finding in found(elsewhere)] == ["error"]


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        (
            "    x = os.environ['X']\n    if 'X' not in os.environ:\n        return None\n    return x",
            "error",
        ),
        (
            "    if 'X' not in os.environ or not os.environ['X']:\n        return None\n    return 1",
            "warning",
        ),
        (
            "    if 'X' not in os.environ:\n        return 1\n    else:\n        return os.environ['X']",
            "warning",
        ),
        ("    if 'Y' not in os.environ:\n        return None\n    return os.environ['X']", "error"),
    ],
)
def test_a_question_guards_only_what_comes_behind_it(code: str, severity: str) -> None:
    (finding,) = [each for each in found(f"def key():\n{code}\n") if " X " in each.message]
    assert finding.severity == severity


@pytest.mark.parametrize(
    ("path", "write", "severity"),
    [
        ("app/other.py", 'os.environ["X"] = "1"', "warning"),
        ("app/other.py", 'os.environ.setdefault("X", "1")', "warning"),
        ("app/other.py", 'os.putenv("X", "1")', "warning"),
        ("app/other.py", 'del os.environ["X"]', "error"),
        ("app/other.py", 'os.environ["Y"] = "1"', "error"),
        ("app/other.py", 'settings["X"] = "1"', "error"),
        ("tests/test_other.py", 'os.environ["X"] = "1"', "error"),
        ("app/other.py", 'os.environ["X"] = os.environ["X"].replace("postgres://", "x")', "error"),
        ("app/other.py", 'os.environ["X"] = clean(os.getenv("X"))', "error"),
        ("app/other.py", 'url = os.environ["X"]\nos.environ["X"] = url.strip()', "error"),
        ("app/other.py", 'os.environ["X"] += ":more"', "error"),
        ("app/other.py", 'os.putenv("X", os.environ["X"].strip())', "error"),
        ("app/other.py", 'os.environ["X"] = os.environ["Y"]', "warning"),
        ("app/other.py", 'os.environ["X"] = os.getenv("X", "1").strip()', "warning"),
        ("app/other.py", 'os.environ["X"] = os.getenv("X") or "1"', "warning"),
        ("app/other.py", 'url = "1"\nos.environ["X"] = url', "warning"),
        ("app/other.py", 'os.environ["X"], other = "1", 2', "warning"),
        ("app/other.py", 'for os.environ["X"] in ("1", "2"):\n    run()', "warning"),
    ],
)
def test_what_the_code_sets_itself_is_a_warning(path: str, write: str, severity: str) -> None:
    (finding,) = [
        each
        for each in found('x = os.environ["X"]', **{path: f"import os\n{write}\n"})
        if " X " in each.message
    ]
    assert finding.severity == severity


@pytest.mark.parametrize(
    "read",
    [
        'x = os.getenv("X", "default")',
        'x = os.environ.get("X", None)',
        'x = os.getenv("X") or "default"',
        'x = given or os.getenv("X")',
        'x = bool(os.getenv("X"))',
        'x = os.getenv("X") == "1"',
        'x = "X" in os.environ',
        'x = os.environ.setdefault("X", "default")',
        'x = os.environ["X"] if "X" in os.environ else "default"',
        'if os.getenv("X"):\n    x = os.environ["X"]',
        'if not os.getenv("X"):\n    x = 1',
        'if (x := os.getenv("X")) is not None:\n    y = x',
        'x = os.getenv("X")\nif x:\n    y = x',
        'x = any(os.getenv(name) for name in ("X",))',
        'x = all([os.getenv("X"), y])',
        'x = os.getenv("X") is not None',
        'x = os.getenv("X")\ny = 1\ny = 2\ny = 3\ny = 4\ny = 5\nif x:\n    y = x',
        'x = os.getenv("X")\ny = x is not None and x.strip()',
        'x = os.getenv("X")\ny = x if x else 1',
        'x = os.getenv("X")\ny = bool(x and z)',
        'x = os.getenv("X")\ndef run():\n    if not x:\n        return 1',
        'x = y if y is not None else os.getenv("X")',
        'x = os.getenv("X") if y else None',
        'x = next((os.environ[name] for name in ("X",) if name in os.environ), None)',
        'x: str | None = os.getenv("X")',
        'def x() -> "str | None":\n    return os.getenv("X")',
        f"{CLASS}    x: Optional[str] = field(default_factory=lambda: os.getenv('X'))",
        f"{CLASS}    def f(self):\n        self.x = os.getenv('X')\n    def g(self):\n        return self.x or 1",
        'try:\n    x = os.environ["X"]\nexcept KeyError:\n    x = 1',
        'def env(name, default=None):\n    return os.getenv(name, default)\nx = env("X", "default")',
        'def env(name, default=None):\n    return os.getenv(name, default)\nx = env("X", default="default")',
        'def env(name, default=""):\n    return os.getenv(name, default)\nx = env("X")',
        f"{WRAPPERS}x = number('X', 1)",
        f"{WRAPPERS}x = number('X', default=1)",
        f"{WRAPPERS}x = text('X') or 'default'",
        f"{WRAPPERS}def other(name, default=None):\n    return number(name, default=default)\nx = other('X', 1)",
        "import click\n@click.option('--x', envvar='X', required=True)\ndef run(x): ...",
        'x: str = os.getenv("X")\nif not x:\n    x = "1"',
        'from decouple import config\nx = config("X", default=1)',
        'from starlette.config import Config\nx = Config()("X", int, 1)',
        'import environ\nenv = environ.Env(X=(int, 1))\nx = env("X")',
        f"{SETTINGS}    x: int = 1",
        f"{SETTINGS}    x: int | None = None",
        "from pydantic import BaseSettings\nclass S(BaseSettings):\n    x: int | None",
        f"{SETTINGS}    x: list[int] = Field(default_factory=list)",
    ],
)
def test_a_variable_with_a_default_is_a_warning(read: str) -> None:
    assert [finding.severity for finding in found(read)] == ["warning"]


@pytest.mark.parametrize(
    ("read", "documented"),
    [
        ("CELERY_BROKER", "CELEBRY_BROKER"),
        ("DATABASE_URL", "DATABASE_URI"),
        ("DATABASE_URL", "database_url"),
        ("DATABASE_URL", "APP_DATABASE_URL"),
        ("SHOP_DATABASE_URL", "DATABASE_URL"),
        ("REDIS_PASSWORD", "REDIS_PASWORD"),
    ],
)
def test_a_misspelt_entry_is_named(read: str, documented: str) -> None:
    (finding,) = found(f'x = os.environ["{read}"]\n', f"{documented}=1\n")
    assert finding.message == (
        f"environment variable {read} is read but documented as {documented}, did you mean {read}? "
        "correct the entry in .env.example"
    )


@pytest.mark.parametrize(
    ("read", "documented"),
    [
        ("REDIS_HOST", "REDIS_PORT"),
        ("POSTGRES_USER", "POSTGRES_NAME"),
        ("POOL_MAX_SIZE", "POOL_MIN_SIZE"),
        ("NODE_1", "NODE_2"),
        ("URL", "KEY"),
        ("URL", "SHOP_URL"),
        ("S3_BUCKET", "GCS_BUCKET"),
    ],
)
def test_another_variable_is_not_taken_for_a_misspelt_one(read: str, documented: str) -> None:
    (finding,) = found(f'x = os.environ["{read}"]\n', f"{documented}=1\n")
    assert finding.message.endswith("is read but not documented; add it to .env.example")


@pytest.mark.parametrize(
    "reader",
    [
        'y = os.environ["CELEBRY_BROKER"]\n',
        "from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    celebry_broker: str\n",
    ],
)
def test_an_entry_that_somebody_reads_is_not_a_misspelt_one(reader: str) -> None:
    (finding,) = found(f'x = os.environ["CELERY_BROKER"]\n{reader}', "CELEBRY_BROKER=1\n")
    assert "did you mean" not in finding.message


def test_without_an_example_file_the_finding_counts_the_names() -> None:
    (finding,) = found('x = os.getenv("A", "1")\ny = os.environ["B"], os.environ["B"]\n', None)
    assert finding.message == (
        "2 environment variables are read (A is the first) and no .env.example documents any; "
        "write one that names each of them"
    )
    assert finding.severity == "error"
    assert finding.location.line == 2


def test_without_an_example_file_defaults_make_it_a_warning() -> None:
    (finding,) = found('x = os.getenv("A", "1")\n', None)
    assert finding.severity == "warning"


def test_an_empty_example_file_is_an_example_file() -> None:
    assert len(found('x = os.getenv("A"), os.getenv("B")\n', "")) == 2


def test_names_that_cannot_be_known_are_counted_in_the_statistics(tmp_path: Path) -> None:
    files = {
        ".env.example": OTHER,
        "app/a.py": "import os\nimport sys\nx = os.environ[sys.argv[1]], os.getenv(sys.argv[2])\n",
        "app/b.py": "import os\ndef env(name):\n    return os.environ[name]\n",
        "app/c.py": (
            "from pydantic_settings import BaseSettings\nfrom somewhere import config\n"
            "class S(BaseSettings):\n    model_config = config()\n    x: int\n"
        ),
        "tests/test_a.py": "import os\nimport sys\nx = os.environ[sys.argv[1]]\n",
    }
    root = make_project(tmp_path, files)
    done = call(root, "check", "--select", "QK501", "--no-cache", "--statistics")
    assert "QK501: names that cannot be known" in done.out
    assert [line.split()[0] for line in done.out.splitlines() if "names that cannot be known" in line] == [
        "4"
    ]


def test_an_edit_of_the_example_file_alone_changes_the_findings(tmp_path: Path) -> None:
    files = {".env.example": OTHER, "app/a.py": 'import os\nx = os.environ["X"]\n'}
    root = make_project(tmp_path, files)
    assert call(root, "check", "--select", "QK501").code == 1
    write(root, ".env.example", "X=1\n")
    assert call(root, "check", "--select", "QK501").code == 0


@given(st.text(alphabet=st.sampled_from("AB=#'\"\\ \n\r\t\0é$`{}export")))
def test_any_text_can_be_an_example_file(text: str) -> None:
    (finding,) = found('x = os.environ["NOT_IN_THE_TEXT"]\n', text)
    assert finding.location.line == 2


@pytest.mark.parametrize(
    "text",
    [
        *("A='", 'A="\\"', "A='\n", "#", "'", "export ", "A = 'x' y\n", "# A=1\n"),
        *("#" + " " * 999_999, "A" + " " * 999_999, "A=x" + " " * 999_999 + "y", "# A" + " " * 999_999),
    ],
    ids=lambda text: repr(text[:10]),
)
def test_a_huge_example_file_is_read_in_time_that_grows_with_its_length(tmp_path: Path, text: str) -> None:
    example = text * (1_000_000 // len(text))
    root = make_project(tmp_path, {".env.example": example, "app/a.py": 'import os\nx = os.environ["X"]\n'})
    started = time.process_time()
    assert call(root, "check", "--select", "QK501", "--no-cache").code == 1
    assert time.process_time() - started < 10
