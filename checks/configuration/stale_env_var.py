"""QK502 stale-env-var."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated, NamedTuple

from quality_kit.finding import Place
from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._env_uses import COLLECTORS, EnvUses
from ._example_files import Entry, entries
from ._mentions import Mentioned, Mentions
from ._other_readers import FOREIGN_PROJECT, OTHER_READERS, READING_FILES, words_in
from ._platform_names import PLATFORM_NAMES, pattern_of
from ._settings_classes import SettingsClasses
from ._uses import unread

_EXAMPLES = (".env.example", ".env.sample", ".env.template", "*.env.example")
_NEWLINE = re.compile(r"\r\n?|\n")
#: ``URL=http://${HOST}``: an entry that another one is made of.
_MADE_OF = re.compile(r"\$\{?([A-Za-z_]\w*)", re.ASCII)


@dataclass(frozen=True)
class Options(RuleOptions):
    """Options of QK502."""

    exempt: Annotated[
        tuple[str, ...], "where the rule is silent: classes of paths (tests, migrations, scripts) or globs"
    ] = ("tests", "examples/", "frontend/", "ui/", "web/", "client/")
    example_files: Annotated[
        tuple[str, ...],
        "globs on names or paths of the files that document variables, among those like .env.* or env.*",
    ] = _EXAMPLES
    other_readers: Annotated[
        tuple[str, ...], "globs of variables that libraries, servers, images and frontends read by themselves"
    ] = OTHER_READERS
    platform_names: Annotated[tuple[str, ...], "globs of variables of the platform"] = PLATFORM_NAMES
    known_names: Annotated[tuple[str, ...], "globs of further variables that somebody reads"] = ()


class _Stale(NamedTuple):
    path: str
    entry: Entry


class StaleEnvVar(ProjectRule[Options]):
    """A variable in .env.example that nothing in the tree reads.

    Whoever sets the application up fills it in, looks for what it does, and finds nothing: the code that read
    it is gone, or reads another name. A misspelt entry is both, stale here and undocumented there.

    What reads: everything that QK501 knows (os.environ, settings classes with their prefixes and aliases,
    decouple, environs ...), in tests and scripts too; any literal in the code that is the name, ends or
    begins like it, or leaves a part open (`f"{provider}_API_KEY"`); and files that hand variables on, where
    the name is a word in them: compose files, Dockerfiles, shell scripts, Makefiles, YAML, TOML, INI.
    Fields of settings classes whose prefix is not known may be any variable that ends with their name.

    Left alone are variables that libraries, servers, images, clouds and frontends read by themselves
    (`OPENAI_*`, `AWS_*`, `SENTRY_*`, `POSTGRES_USER`, `VITE_*`; option `other-readers`), those of the
    platform, an example file beside a package.json, and trees without any Python that reads variables.

    Way out: delete the entry, or name it as the code does. For one that something outside the tree reads:
    `known-names`, or `# quality-kit: ignore[QK502] -- who reads it` at the end of its line or above it.
    """

    code = "QK502"
    message = "environment variable {name} is documented but nothing reads it; delete it or correct its name"
    severity = "warning"
    statements = ("SG22",)
    collectors = (*COLLECTORS, Mentions)
    inputs = (
        *("*.env.*", "*.env-*", "env.example", "env.sample", "env.template", "env.dist"),
        *("*example*.env", "*sample*.env", "*template*.env"),
        *(*READING_FILES, FOREIGN_PROJECT),
    )
    examples = (
        Bad(
            'import os\n\nURL = os.environ["DATABASE_URL"]\n',
            beside={".env.example": "DATABASE_URL=\nMAIL_QUEUE=jobs  # finding: QK502\n"},
        ),
        Good(
            "from pydantic_settings import BaseSettings\n\n\n"
            "class Settings(BaseSettings):\n    database_url: str\n",
            beside={
                ".env.example": "DATABASE_URL=\nHTTP_PORT=80\nOPENAI_API_KEY=\n",
                "docker-compose.yml": 'services: {api: {ports: ["${HTTP_PORT}:8000"]}}\n',
            },
            why="Compose files and libraries read variables too.",
        ),
        Good(
            'import os\n\n\ndef key(provider: str) -> str:\n    return os.environ[f"{provider.upper()}_API_KEY"]\n',
            beside={".env.example": "RATES_API_KEY=\nMAPS_API_KEY=\n"},
            why="The name is put together: any of these may be meant.",
        ),
    )

    def conclude(self) -> None:
        """Report the first entry of each name that nothing reads."""
        files = [path for path in sorted(self.project.inputs) if self._is_judged(path)]
        found = EnvUses(self.project) if files else None
        if found is None or not (found.uses or found.unknown):
            return
        stale = {each.entry.name: each for each in reversed([*self._candidates(files)])}
        names = self._unmentioned(unread(list(stale), found.uses), found)
        for each in sorted((stale[name] for name in names), key=lambda one: (one.path, one.entry.line)):
            place = self._place(each)
            self.report(each.path, place, self.message.format(name=each.entry.name), identity=each.entry.name)

    def _is_judged(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        globs = self.options_at(path).example_files
        if not any(fnmatchcase(name, glob) or fnmatchcase(path, glob) for glob in globs):
            return False
        is_foreign = f"{folder}/{FOREIGN_PROJECT}".lstrip("/") in self.project.inputs
        return not is_foreign and self.project.applies_to(path)

    def _candidates(self, files: list[str]) -> Iterator[_Stale]:
        """The entries that are not somebody else's."""
        for path in files:
            options = self.options_at(path)
            theirs = pattern_of((*options.other_readers, *options.platform_names, *options.known_names))
            made_of = frozenset(_MADE_OF.findall(self.project.inputs[path]))
            for entry in entries(self.project.inputs[path]):
                if not theirs.match(entry.name) and entry.name not in made_of:
                    yield _Stale(path, entry)

    def _unknown_fields(self, found: EnvUses) -> Iterator[str]:
        """The fields of settings classes whose prefix is not known, in lower case."""
        unknown = set(found.unknown)
        for path, facts in self.project.facts(SettingsClasses).items() if unknown else ():
            for fact in facts:
                if "field" in fact.data and (path, fact.place) in unknown:
                    yield fact.data["field"].lower()

    def _unmentioned(self, names: list[str], found: EnvUses) -> list[str]:
        known = {(use.path, use.place) for use in found.uses if use.kind == "field"}
        mentioned = Mentioned.of(self.project.facts(Mentions), known.union(found.unknown))
        endings = frozenset(self._unknown_fields(found))
        left = [name for name in names if not mentioned.may_mean(name, endings)]
        reading = {path: text for path, text in self.project.inputs.items() if _is_reading(path)}
        return sorted(set(left) - words_in(reading, left))

    def _place(self, stale: _Stale) -> Place:
        lines = _NEWLINE.split(self.project.inputs[stale.path])
        line = lines[stale.entry.line - 1]
        start = max(line.find(stale.entry.name), 0) + 1
        return Place(stale.entry.line, start, stale.entry.line, start + len(stale.entry.name))


def _is_reading(path: str) -> bool:
    name = path.rpartition("/")[2]
    return any(fnmatchcase(name, glob) for glob in READING_FILES)
