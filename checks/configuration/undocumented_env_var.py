"""QK501 undocumented-env-var."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated

from quality_kit.finding import Severity
from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._env_uses import COLLECTORS, EnvUses
from ._example_files import closest, entries
from ._near_misses import nearest
from ._platform_names import PLATFORM_NAMES, pattern_of
from ._uses import Spellings, Use, by_name, severity_of, unread

_MISSPELT = (
    "environment variable {name} is read but documented as {neighbour}, did you mean {name}? "
    "correct the entry in {file}"
)
_UNSURE = (
    "environment variable {name} is read without a default but not documented; "
    "add it to {file}, which also tells whether it may be missing"
)
#: What the one finding is about where there is no example file.
_ALL_NAMES = "*"
_NO_FILE = (
    "{count} read ({name} is the first) and no .env.example documents any; "
    "write one that names each of them"
)
_READS = """\
import os

DATABASE_URL = os.environ["DATABASE_URL"]
CELERY_BROKER = os.environ["CELERY_BROKER"]{}
LOG_LEVEL = os.getenv("LOG_LEVEL", "INFO")
HOME = os.getenv("HOME")
"""
_SETTINGS = """\
from pydantic_settings import BaseSettings, SettingsConfigDict

class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_")

    database_url: str{}
    page_size: int = 50
"""


@dataclass(frozen=True)
class Options(RuleOptions):
    """Options of QK501."""

    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts, examples) or globs",
    ] = ("tests",)
    example_files: Annotated[
        tuple[str, ...],
        "globs on names or paths of the files that document variables, among those like .env.* or env.*",
    ] = (".env.example", ".env.sample", ".env.template", "*.env.example")
    platform_names: Annotated[
        tuple[str, ...], "globs of variables that the platform sets and that need no entry"
    ] = PLATFORM_NAMES
    other_names: Annotated[tuple[str, ...], "globs of further variables that need no entry"] = ()


class UndocumentedEnvVar(ProjectRule[Options]):
    """An environment variable that the code reads and no example file names.

    Whoever sets up the application copies .env.example and fills it in; a variable that is missing there
    is found when something breaks in production. The rule knows what the code reads: through os.getenv
    and os.environ under any name, also where the name of the variable comes from a constant, a loop over
    literals or a small function around os.getenv; through decouple, starlette's Config, environs and
    django-environ; and through the fields of pydantic settings classes with their prefixes, aliases,
    bases and nested models.

    A variable is documented by `NAME=`, `export NAME=` or `# NAME=` in .env.example, .env.sample,
    .env.template or *.env.example; several such files are taken together. For a field with several names
    one is enough, for a nested model the variable of the whole or of any part. Variables that the
    platform sets (PATH, CI, KUBERNETES_SERVICE_HOST ...) need no entry. Writing, deleting and copying is
    not reading. Names that cannot be known from the code are counted in the statistics.

    It is an error when the code surely breaks without the variable: `os.environ["X"]` that no test and no
    `except KeyError` guards, even if another module has a default for it; a settings field without a default, a
    None that is answered with an exception. It is a warning when there is a default, when the code itself sets
    the variable somewhere (not where it only changes what is there, `os.environ["X"] = os.environ["X"].strip()`),
    and when None is only handed on (`Client(os.getenv("X"))`), which another function may allow. Add the
    variable with an example value to .env.example; for an optional one a commented line will do.
    """

    code = "QK501"
    message = "environment variable {name} is read but not documented; add it to {file}"
    default = True
    statements = ("SG22", "RP5", "BP24")
    collectors = COLLECTORS
    #: Wider than what counts by default, so that the option ``example-files`` has something to choose from.
    inputs = (
        *("*.env.*", "*.env-*", "env.example", "env.sample", "env.template", "env.dist"),
        *("*example*.env", "*sample*.env", "*template*.env"),
    )
    examples = (
        Good(
            _READS.format(""),
            beside={".env.example": "DATABASE_URL=sqlite:///app.db\nCELERY_BROKER=\n# LOG_LEVEL=DEBUG\n"},
            why="A commented entry documents an optional variable; HOME is set by the platform.",
        ),
        Bad(
            _READS.format("  # finding: QK501"),
            beside={".env.example": "DATABASE_URL=sqlite:///app.db\nCELEBRY_BROKER=\n# LOG_LEVEL=DEBUG\n"},
            why="A misspelt entry documents nothing; the message names it.",
        ),
        Good(
            _SETTINGS.format(""),
            beside={".env.example": "SHOP_DATABASE_URL=sqlite:///shop.db\nSHOP_PAGE_SIZE=50\n"},
            why="A field is documented under its prefix, in any case.",
        ),
        Bad(
            _SETTINGS.format("  # finding: QK501"),
            beside={".env.example": "DATABASE_URL=sqlite:///shop.db\nSHOP_PAGE_SIZE=50\n"},
            why="Without its prefix the variable is not the one that the class reads.",
        ),
        Bad(
            'import os\n\nURL = os.environ["URL"]  # finding: QK501\nKEY = os.environ["KEY"]\n',
            why="Without any example file there is one finding for all variables.",
        ),
    )

    def conclude(self) -> None:
        found = EnvUses(self.project)
        unknown = sum(self.project.applies_to(path) for path, _ in found.unknown)
        if unknown:
            self.count("names that cannot be known", unknown)
        uses = [
            use for use in found.uses if self.project.applies_to(use.path) and not self._needs_no_entry(use)
        ]
        files = sorted(path for path in self.project.inputs if self._is_example_file(path))
        documented = list(
            dict.fromkeys(entry.name for path in files for entry in entries(self.project.inputs[path]))
        )
        spellings = Spellings(documented)
        missing = [use for use in uses if not spellings.covers(use)]
        applies = self.project.applies_to
        written = frozenset().union(*(names for path, names in found.written.items() if applies(path)))
        if missing and not files:
            self._report_no_file(missing, written)
        elif missing:
            self._report_each(missing, uses, unread(documented, found.uses), files, written)

    def _needs_no_entry(self, use: Use) -> bool:
        options = self.options_at(use.path)
        pattern = pattern_of((*options.platform_names, *options.other_names))
        return any(pattern.match(name) for name in use.names)

    def _is_example_file(self, path: str) -> bool:
        name = path.rpartition("/")[2]
        return any(
            fnmatchcase(name, glob) or fnmatchcase(path, glob) for glob in self.options_at(path).example_files
        )

    def _report_no_file(self, missing: list[Use], written: frozenset[str]) -> None:
        first = min(missing, key=_place)
        names = len(by_name(missing))
        count = _counted(names, "environment variable") + (" is" if names == 1 else " are")
        message = _NO_FILE.format(count=count, name=first.name)
        found = {severity_of(group, written) for group in by_name(missing).values()}
        severity: Severity = "error" if "error" in found else "warning"
        self.report(first.path, first.place, message, severity, _ALL_NAMES)

    def _report_each(
        self,
        missing: list[Use],
        uses: list[Use],
        candidates: list[str],
        files: list[str],
        written: frozenset[str],
    ) -> None:
        everywhere = by_name(uses)
        for name, group in by_name(missing).items():
            first = min(group, key=lambda use: (use.kind != "field", _place(use)))
            neighbour, file = nearest(first.name, candidates), closest(files, first.path)
            severity = severity_of(group, written)
            if neighbour is None:
                is_unsure = severity == "warning" and any(use.is_unsure for use in group)
                text = _UNSURE if is_unsure else self.message
                message = text.format(name=" or ".join(first.spoken), file=file)
            else:
                message = _MISSPELT.format(name=first.name, neighbour=neighbour, file=file)
            others = len({(use.path, use.place.line) for use in everywhere[name]}) - 1
            more = f" (read in {_counted(others, 'more place')})" if others else ""
            self.report(first.path, first.place, message + more, severity, name)


def _place(use: Use) -> tuple[str, int, int]:
    return use.path, use.place.line, use.place.column


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
