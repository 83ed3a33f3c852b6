"""What a rule file fulfils: a description, examples, and the search for one pattern.

A rule file lies in ``checks/<family>/<rule_name>.py`` and defines one subclass of ``FileRule`` or
``ProjectRule``. Its class docstring says what it finds and why; the examples are at once its tests,
the text of ``quality-kit explain`` and its page. Nothing else has to be edited to add a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Generic, NamedTuple, TypeVar

import libcst as cst

from quality_kit.finding import FILE_START, SEVERITIES, Fact, Fix, Location, Place, Severity
from quality_kit.modules import Modules
from quality_kit.tree import ParsedFile


@dataclass(frozen=True)
class RuleOptions:
    """Options of a rule, set under ``[tool.quality-kit.rules.<code>]`` with dashes for underscores.

    Each field has a default and is ``Annotated[type, "help text"]``; the type is bool, int, float,
    str, a Literal of strings, ``tuple[str, ...]``, ``tuple[int | float, ...]`` or ``Mapping[str, int]``.
    """

    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts, examples) or globs",
    ] = ()


OptionsT = TypeVar("OptionsT", bound=RuleOptions)


class Example(NamedTuple):
    """Code that shows the rule; a line that ends in ``# finding: QK401`` must be reported, no other."""

    code: str
    #: Where the code is thought to lie; rules look at paths.
    path: str = "app/module.py"
    #: Further files of the example's project by path.
    beside: Mapping[str, str] = {}
    #: Rule options that differ from the defaults, as in the configuration file.
    options: Mapping[str, Any] = {}
    #: What the rule's fix makes of the code; empty for a rule without one.
    fixed: str = ""
    #: A sentence about the case, shown above it.
    why: str = ""


class Good(Example):
    """Code that the rule has to leave alone."""


class Bad(Example):
    """Code that the rule has to find."""


#: Makes the fix of what is reported at a place; empty where this one cannot be mended safely.
Mend = Callable[[Place], Fix]


def no_fix(_place: Place) -> Fix:
    """For a finding that only a person can mend."""
    return ()


class Reported(NamedTuple):
    """What a rule says about one node; the engine finds the place."""

    node: cst.CSTNode | None
    place: Place
    message: str
    severity: Severity
    #: The size of the whole file that is reported, in the rule's own unit.
    measure: int | None = None
    #: Whether the finding is about the whole file, wherever it stands.
    is_whole_file: bool = False
    mend: Mend = no_fix


class ReportedPlace(NamedTuple):
    """What a project rule says about a place of a file."""

    location: Location
    message: str
    severity: Severity
    #: What the finding is about, where that is more than its place.
    identity: str
    #: Whether it is about the whole file, wherever it stands.
    is_whole_file: bool = False
    #: How much of it there is in the file, in the rule's own unit.
    measure: int | None = None


class Rule(Generic[OptionsT]):
    """One pattern that a guide forbids; see ``FileRule`` and ``ProjectRule``."""

    #: Public and permanent, e.g. ``QK401``.
    code: ClassVar[str]
    #: What is wrong and the way out: lower case, no full stop; may hold ``str.format`` fields.
    message: ClassVar[str]
    severity: ClassVar[Severity] = "error"
    #: Whether it runs without being selected.
    default: ClassVar[bool] = False
    #: The guide statements it enforces, e.g. ``("SG21",)``.
    statements: ClassVar[tuple[str, ...]] = ()
    examples: ClassVar[tuple[Example, ...]] = ()


def _known(severity: Severity) -> Severity:
    """The severity; packs need no type checker, and with another word a finding would pass the gate."""
    if severity not in SEVERITIES:
        raise ValueError(f"unknown severity {severity!r} (valid: {', '.join(SEVERITIES)})")
    return severity


class FileRule(Rule[OptionsT]):
    """A rule that needs to see one file at a time.

    Write ``visit_Call(self, node: cst.Call) -> None`` and the like: a method is called for all nodes
    of that class in source order, but the methods of a rule are called one after another, so keep no
    state between them; ask ``self.file.tree`` for parents and ``self.file.names`` for meanings.
    """

    def __init__(self, file: ParsedFile, options: OptionsT) -> None:
        self.file = file
        self.options = options
        self.reported: list[Reported] = []

    def report(
        self,
        node: cst.CSTNode,
        message: str | None = None,
        severity: Severity | None = None,
        mend: Mend = no_fix,
    ) -> None:
        """Report a node; without a message or a severity the rule's own.

        A rule that can mend it by itself gives ``mend``, which gets the node's place and makes the edits.
        """
        severity = _known(severity or self.severity)
        self.reported.append(Reported(node, FILE_START, message or self.message, severity, mend=mend))

    def report_file(self, number: int, message: str | None = None, measure: int | None = None) -> None:
        """Report the whole file; the finding stands at the physical line ``number``.

        With the ``measure`` that is too large, a baseline lets the file shrink but not grow.
        """
        end = len(self.file.source.line(number)) + 1
        place = Place(number, 1, number, end)
        self.reported.append(Reported(None, place, message or self.message, self.severity, measure, True))

    def report_place(self, place: Place, message: str | None = None, mend: Mend = no_fix) -> None:
        """Report what is no node, a comment for instance; without a message the rule's own."""
        self.reported.append(Reported(None, place, message or self.message, self.severity, mend=mend))


class Collector:
    """Reads from one file what project rules need to know; has visit methods like a ``FileRule``.

    Facts must not depend on configuration: they are cached by the file's content alone.
    """

    def __init__(self, file: ParsedFile) -> None:
        self.file = file
        self.facts: list[tuple[cst.CSTNode | None, Any]] = []

    def fact(self, data: Any, node: cst.CSTNode | None = None) -> None:
        """Keep plain JSON data (dict, list, str, int, bool, None), and the place of a node with it."""
        self.facts.append((node, data))

    @classmethod
    def key(cls) -> str:
        """The collector's name in the cache."""
        return f"{cls.__module__}.{cls.__qualname__}"


class ProjectView:
    """What a project rule concludes from: the facts of all files, the inputs it declares, module names."""

    def __init__(
        self,
        facts: Mapping[str, Mapping[str, list[Fact]]],
        inputs: Mapping[str, str],
        modules: Modules,
        settings: Mapping[str, tuple[Any, bool]],
        others: frozenset[str] = frozenset(),
    ) -> None:
        self._facts = facts
        #: The paths of all files that are not Python, for a rule that ``sees_others``.
        self.others = others
        #: The text of each file that matches the rule's ``inputs``, by path.
        self.inputs = inputs
        self.modules = modules
        self._settings = settings

    @property
    def paths(self) -> Collection[str]:
        """The paths of all Python files of the tree, and of the inputs."""
        return self._settings.keys()

    def facts(self, collector: type[Collector]) -> Mapping[str, list[Fact]]:
        """The facts of a declared collector by path; files without any are left out."""
        return self._facts[collector.key()]

    def options(self, path: str) -> Any:
        """The rule's options where overrides for the path are counted in."""
        return self._settings[path][0]

    def applies_to(self, path: str) -> bool:
        """Whether the rule is switched on for the path and the path is not exempt."""
        return path in self._settings and self._settings[path][1]


class ProjectRule(Rule[OptionsT]):
    """A rule that needs to know several files: collectors read facts, ``conclude`` compares them."""

    collectors: ClassVar[tuple[type[Collector], ...]] = ()
    #: Further files it reads, as globs on paths relative to the root, e.g. ``(".env.example",)``.
    inputs: ClassVar[tuple[str, ...]] = ()
    #: Whether it asks which files there are that are not Python: a new or a vanished one then runs it again.
    sees_others: ClassVar[bool] = False

    def __init__(self, project: ProjectView) -> None:
        self.project = project
        self.reported: list[ReportedPlace] = []
        self.statistics: dict[str, int] = {}

    def conclude(self) -> None:
        """Compare the facts and report."""
        raise NotImplementedError

    def options_at(self, path: str) -> OptionsT:
        """The rule's options for one path."""
        options: OptionsT = self.project.options(path)
        return options

    def report(
        self,
        path: str,
        place: Place,
        message: str | None = None,
        severity: Severity | None = None,
        identity: str = "",
    ) -> None:
        """Report a place of a file; without a message or a severity the rule's own.

        A finding with an ``identity`` (the name of a variable, say) stays the same finding wherever it is
        reported, also in another file; without one it is what stands at its place.
        """
        message, severity = message or self.message, _known(severity or self.severity)
        self.reported.append(ReportedPlace(Location.at(path, place), message, severity, identity))

    def report_file(
        self, path: str, place: Place, message: str | None = None, measure: int | None = None
    ) -> None:
        """Report a whole file at one of its places; it stays the same finding while the file has such a one.

        With the ``measure`` that is too large, a baseline lets the file shrink but not grow.
        """
        where = Location.at(path, place)
        self.reported.append(ReportedPlace(where, message or self.message, self.severity, "", True, measure))

    def count(self, what: str, number: int = 1) -> None:
        """Add to a count of the run's statistics, for what is worth knowing but no finding."""
        self.statistics[what] = self.statistics.get(what, 0) + number
