"""QK503 direct-env-read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated

from quality_kit.finding import Fact
from quality_kit.rule import Bad, Good, ProjectRule, RuleOptions

from ._constants import ModuleConstants
from ._definitions import Definitions
from ._direct_reads import DirectReads
from ._platform_names import GATEWAY_NAMES, PLATFORM_NAMES, pattern_of
from ._settings_classes import SettingsClasses
from ._settings_inheritance import SettingsTree

_MOST_NAMED = 3
_SOURCE = ".py"
#: Names of packages that say nothing of whose a variable is: ``API_KEY`` in ``api/views.py``.
_PLAIN_PACKAGES = frozenset(("api", "app", "apps", "backend", "core", "server"))
_LEAST_PACKAGE = 3
#: A program that reads one of them is started by a web server for each request.
_GATEWAY_MARKS = frozenset(("GATEWAY_INTERFACE", "QUERY_STRING", "REQUEST_METHOD"))


@dataclass(frozen=True)
class Options(RuleOptions):
    """Options of QK503."""

    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs, among them"
        " those of command-line modules and of configuration of other programs",
    ] = (
        *("tests", "migrations", "scripts", "cli.py", "cli/", "__main__.py", "manage.py", "commands/"),
        *("cmd/", "cmds/", "setup.py", "noxfile.py", "tasks.py", "fabfile.py", "gunicorn*.py"),
        *("celeryconfig.py", "wsgi.py", "asgi.py", "docs/", "examples/", "example/", "demo/", "e2e/"),
        *("conftest.py", "testing/", "testing.py", "testutils.py", "*testutils/", "*test_utils/"),
        *("*test_utils.py", "*unittest*/", "*fixtures/", "*fixtures.py"),
    )
    settings_modules: Annotated[
        tuple[str, ...], "globs on names of modules and packages that are there to read the environment"
    ] = (
        *("settings", "config", "conf", "configuration", "configs", "env", "environment", "environ"),
        *("*_settings", "*_config", "settings_*", "config_*", "*_env", "env_*", "envs"),
    )
    platform_names: Annotated[
        tuple[str, ...], "globs of variables that the platform sets and that are no configuration"
    ] = PLATFORM_NAMES
    gateway_names: Annotated[
        tuple[str, ...],
        "globs of variables by which a web server tells a program about a request; they are such only in a module"
        " that also reads `REQUEST_METHOD`, `QUERY_STRING` or `GATEWAY_INTERFACE`",
    ] = GATEWAY_NAMES
    other_names: Annotated[tuple[str, ...], "globs of further variables that may be read anywhere"] = (
        *("DO_NOT_TRACK", "OTEL_*", "PROMETHEUS_MULTIPROC_DIR"),
        *("?*_SETTINGS_MODULE", "?*_SETTINGS_FILE", "?*_SETTINGS_PATH", "?*_SETTINGS_DIR"),
        *("?*_CONFIG_FILE", "?*_CONFIG_PATH", "?*_CONFIG_DIR"),
        *("IS_DOCKER", "IN_DOCKER", "*_IN_DOCKER", "KUBECONFIG"),
    )
    program_libraries: Annotated[
        tuple[str, ...],
        "a module that builds a program with one of these packages is a command-line module",
    ] = ("typer", "click", "argparse")


class DirectEnvRead(ProjectRule[Options]):
    """A module that reads os.environ or os.getenv itself, outside the settings.

    A variable that is read in the middle of the code has no type, no validation at start-up and no place
    where all of them are listed; each reader has a default of its own, and a test has to change the
    environment of the process.

    There is one finding for each module, at its first read; the message names the variables. Known are all
    forms of `os.getenv` and `os.environ`, under any name, also `"NAME" in os.environ`.

    Left alone are settings modules: those that define a pydantic settings class, directly or through a
    base in another file, and those named for it (`settings.py`, `config.py`, `env.py`, or in a folder
    of such a name), or that work with dynaconf, environs or decouple or declare options of oslo.config;
    classes called Settings or Config; the default of a field (`@default("token")`); variables of the
    platform (`HOME`, `PATH`, `CI`, `KUBERNETES_SERVICE_HOST`), and what a web server tells a program about
    a request (`SCRIPT_NAME` beside `REQUEST_METHOD`); variables that the module sets itself, and
    those with the name of the package that it sets for a process which it starts
    (`env["SHOP_JOB_DIR"] = job.path`); variables that say where the settings are (`SHOP_CONFIG_FILE`,
    `from_object(os.environ["SHOP_SETTINGS"])`);
    names that cannot be known from the code; writing, deleting, and what goes on to a child process, under
    its name or as a whole. Tests, migrations, scripts, command-line modules and the block of
    `if __name__ == "__main__":`, with the `main()` that it calls, are exempt.

    Way out: a field of the settings class, and the settings given to whoever needs the value.
    """

    code = "QK503"
    message = "{what} read outside the settings; make {them} of the settings class, and hand the settings in"
    statements = ("SG1", "CS8", "RP2", "BP14", "AR11")
    collectors = (DirectReads, SettingsClasses, ModuleConstants)
    examples = (
        Bad(
            """\
import os


def send(mail: Mail) -> None:
    host = os.getenv("SMTP_HOST", "localhost")  # finding: QK503
    port = int(os.environ["SMTP_PORT"])
    deliver(mail, host, port)
""",
            path="app/mail/send.py",
            why="One finding for the module, at its first read.",
        ),
        Good(
            """\
from pydantic_settings import BaseSettings


class MailSettings(BaseSettings):
    smtp_host: str = "localhost"
    smtp_port: int


def send(mail: Mail, settings: MailSettings) -> None:
    deliver(mail, settings.smtp_host, settings.smtp_port)
""",
            path="app/mail/send.py",
        ),
        Good(
            """\
import os
import subprocess


def render(path: str) -> None:
    environment = os.environ.copy()
    environment["LANG"] = "C"
    subprocess.run(["render", path], env=environment, cwd=os.environ["HOME"])
""",
            why="The whole environment for a child process, and a variable of the platform.",
        ),
    )

    def conclude(self) -> None:
        """Report each module that is no settings module."""
        reads = self.project.facts(DirectReads)
        settings = self._settings_files() if reads else frozenset()
        handed = self._handed(reads)
        for path, facts in reads.items():
            if self.project.applies_to(path) and path not in settings and not self._is_named_so(path):
                self._check(path, facts, handed)

    def _handed(self, reads: Mapping[str, Sequence[Fact]]) -> frozenset[str]:
        """The variables by which one process of the program tells another something."""
        told = [fact for path, facts in reads.items() if self.project.applies_to(path) for fact in facts]
        return frozenset(name for fact in told for name in fact.data.get("handed", ()))

    def _settings_files(self) -> frozenset[str]:
        """The files that define a settings class."""
        definitions = Definitions(self.project.modules, self.project.facts(ModuleConstants))
        tree = SettingsTree(definitions, self.project.facts(SettingsClasses))
        return frozenset(target.path for target in tree.settings())

    def _is_named_so(self, path: str) -> bool:
        globs = self.options_at(path).settings_modules
        names = path.removesuffix(_SOURCE).split("/")
        return any(fnmatchcase(name, glob) for name in names for glob in globs)

    def _package(self, path: str) -> str:
        """The package whose name its own variables begin with: ``SHOP_JOB_DIR`` in ``shop/work.py``; or ""."""
        name = self.project.modules.name(path).partition(".")[0].lower() if "/" in path else ""
        return "" if len(name) < _LEAST_PACKAGE or name in _PLAIN_PACKAGES else name

    def _check(self, path: str, facts: Sequence[Fact], handed: frozenset[str]) -> None:
        options = self.options_at(path)
        libraries = {library for fact in facts for library in fact.data.get("libraries", ())}
        if not libraries.isdisjoint(options.program_libraries):
            return
        found = {name for fact in facts for name in fact.data.get("names", ())}
        gateway = () if found.isdisjoint(_GATEWAY_MARKS) else options.gateway_names
        plain = pattern_of((*options.platform_names, *options.other_names, *gateway))
        package = self._package(path)
        read = [
            (name, fact)
            for fact in facts
            for name in fact.data.get("names", ())
            if not plain.match(name)
            and not (name in handed and package and name.lower().startswith(f"{package}_"))
        ]
        if read:
            names = list(dict.fromkeys(name for name, _ in sorted(read, key=lambda one: one[1].place)))
            message = self.message.format(what=_listed(names), them=_fields(len(names)))
            self.report_file(path, min(fact.place for _, fact in read), message, measure=len(names))


def _listed(names: Sequence[str]) -> str:
    named, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    if len(names) == 1:
        return f"environment variable {named} is"
    return f"{len(names)} environment variables ({named}{f' and {more} more' if more > 0 else ''}) are"


def _fields(number: int) -> str:
    return "it a field" if number == 1 else "them fields"
