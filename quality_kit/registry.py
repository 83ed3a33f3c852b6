"""Finds the rules: every module below ``checks`` and below a team's packs that defines one.

There is no list to edit: a rule exists because its file does. Packs are loaded by path under a
private name, so that they cannot be confused with, or shadowed by, a package of the checked code.
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import os
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, fields
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from quality_kit import lean_libcst  # noqa: F401  before anything that imports LibCST
from quality_kit.cache import digest
from quality_kit.catalogue import Catalogue, ExampleInfo, OptionInfo, OptionType, RuleInfo
from quality_kit.finding import SEVERITIES
from quality_kit.own_findings import OWN_FINDINGS
from quality_kit.rule import Bad, Example, FileRule, ProjectRule, Rule, RuleOptions

#: Our own rules install here; found by name, never imported by name.
CHECKS_PACKAGE = "quality_kit.checks"
_PACK_NAME = "_quality_kit_pack_{digest}"

#: One letter is left to flake8's own codes; ``TOOL:CODE`` to the linters.
_CODE = re.compile(r"[A-Z]{2,}[0-9]+")

_VISIT = "visit_"

#: The option types by the annotation that a rule gives.
_TYPES: dict[Any, OptionType] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    tuple[str, ...]: "strings",
    tuple[int, ...]: "integers",
    tuple[int | float, ...]: "numbers",
}


class RegistryError(Exception):
    """A rule file or pack that cannot be used; says which and why."""


class LoadedRule(NamedTuple):
    """A rule's class with what it says of itself."""

    info: RuleInfo
    rule: type[Rule[Any]]
    options: type[RuleOptions]


def load_rules(packs: Sequence[str] = (), some: Iterable[str] | None = None) -> tuple[LoadedRule, ...]:
    """Import all rules of ours and of the packs (absolute paths of folders), sorted by code.

    With ``some`` only those of ours that lie in these modules (``RuleInfo.module``): most runs need few.

    Raises:
        RegistryError: A file cannot be imported, describes its rule badly, or repeats a code.
    """
    checks = importlib.import_module(CHECKS_PACKAGE)
    modules = list(_modules(checks) if some is None else _some_modules(checks, some))
    with _no_bytecode():
        for pack in packs:
            modules.extend(_modules(_load_pack(Path(pack))))
    loaded = sorted((_described(rule) for module in modules for rule in _rules_in(module)), key=_code)
    _check_codes(loaded)
    return tuple(loaded)


def describe(loaded: Sequence[LoadedRule], rule_files: bytes) -> Catalogue:
    """The catalogue of the rules, read from files with this digest, with the tool's own findings."""
    rules = sorted((*OWN_FINDINGS, *(entry.info for entry in loaded)), key=lambda info: info.code)
    return Catalogue(tuple(rules), rule_files)


def _code(loaded: LoadedRule) -> str:
    return loaded.info.code


def _check_codes(loaded: Sequence[LoadedRule]) -> None:
    known = {info.code: "the tool itself" for info in OWN_FINDINGS}
    for entry in loaded:
        code, name = entry.info.code, f"{entry.rule.__module__}.{entry.rule.__qualname__}"
        if code in known:
            raise RegistryError(
                f"two rules have the code {code}: {known[code]} and {name}; give one another code"
            )
        known[code] = name


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield _imported(found.name)


def _some_modules(package: ModuleType, names: Iterable[str]) -> Iterator[ModuleType]:
    """Those of the named modules that the package has; the others are of packs."""
    for name in sorted(names):
        if Path(package.__path__[0], *name.split(".")).with_suffix(".py").is_file():
            yield _imported(f"{package.__name__}.{name}")


def _imported(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except (Exception, SystemExit) as error:  # foreign code: whatever it raises is its mistake to mend
        raise RegistryError(f"cannot import the rule module {name}: {error!r}") from error


def _load_pack(folder: Path) -> ModuleType:
    name = _PACK_NAME.format(digest=digest(os.fsencode(folder)).hex())
    start = folder / "__init__.py"
    if not start.is_file():
        raise RegistryError(f"the rule pack {folder} has no __init__.py; a pack is a package of rule files")
    spec = importlib.util.spec_from_file_location(name, start, submodule_search_locations=[str(folder)])
    if spec is None or spec.loader is None:
        raise RegistryError(f"the rule pack {folder} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    for known in [known for known in sys.modules if known == name or known.startswith(f"{name}.")]:
        del sys.modules[known]  # of an earlier look at it, which may have been another text
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise RegistryError(f"cannot import the rule pack {folder}: {error!r}") from error
    return module


@contextmanager
def _no_bytecode() -> Iterator[None]:
    """Python would take bytecode for fresh after a second edit within a second; and the folder is not ours."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before


def _rules_in(module: ModuleType) -> Iterator[type[Rule[Any]]]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, (FileRule, ProjectRule)) and "code" in vars(value):
            if value.__module__ == module.__name__:
                yield value


def _described(rule: type[Rule[Any]]) -> LoadedRule:
    try:
        return _describe(rule, Path(inspect.getfile(rule)))
    except (AttributeError, TypeError, ValueError) as error:
        raise RegistryError(f"cannot use the rule {rule.__module__}.{rule.__qualname__}: {error}") from error


def _check_words(rule: type[Rule[Any]]) -> None:
    """What would go wrong far from here otherwise, or let a finding slip past the gate.

    Raises:
        ValueError: The class says of itself what no report can show.
    """
    if not isinstance(rule.code, str) or not _CODE.fullmatch(rule.code):
        raise ValueError(f"the code {rule.code!r} is not two or more capital letters and a number: TEAM001")
    if not isinstance(rule.message, str) or not rule.message:
        raise ValueError("the message must be a text")
    if rule.severity not in SEVERITIES:
        raise ValueError(f"unknown severity {rule.severity!r} (valid: {', '.join(SEVERITIES)})")
    if not isinstance(rule.statements, tuple):
        raise ValueError('the statements must be a tuple: ("SG21",)')
    for visitor in (rule, *getattr(rule, "collectors", ())):
        _check_visits(visitor)


def _check_visits(visitor: type) -> None:
    import libcst as cst  # not above, where isort would put it before its lean way of loading

    for method in dir(visitor):
        if method.startswith(_VISIT) and not hasattr(cst, method.removeprefix(_VISIT)):
            raise ValueError(f"LibCST has no node for {visitor.__name__}.{method}")


def _describe(rule: type[Rule[Any]], file: Path) -> LoadedRule:
    _check_words(rule)
    options = _options_type(rule)
    summary, _, explanation = inspect.cleandoc(rule.__doc__ or "").partition("\n")
    info = RuleInfo(
        code=rule.code,
        name=file.stem.replace("_", "-"),
        family=file.parent.name,
        summary=summary.strip(),
        explanation=explanation.strip(),
        message=rule.message,
        severity=rule.severity,
        default=rule.default,
        fixable=any(example.fixed for example in rule.examples),
        statements=rule.statements,
        options=tuple(_option_infos(options)),
        examples=tuple(_example_info(example) for example in rule.examples),
        kind="project" if issubclass(rule, ProjectRule) else "file",
        collectors=tuple(collector.key() for collector in getattr(rule, "collectors", ())),
        inputs=getattr(rule, "inputs", ()),
        sees_others=getattr(rule, "sees_others", False),
    )
    return LoadedRule(info, rule, options)


def _options_type(rule: type[Rule[Any]]) -> type[RuleOptions]:
    """The options class that the rule names in ``FileRule[Options]``."""
    for base in getattr(rule, "__orig_bases__", ()):
        for argument in get_args(base):
            if isinstance(argument, type) and issubclass(argument, RuleOptions):
                return argument
    return RuleOptions


def _option_infos(options: type[RuleOptions]) -> Iterator[OptionInfo]:
    hints = get_type_hints(options, include_extras=True)
    for field in fields(options):
        hint = hints[field.name]
        if get_origin(hint) is not Annotated:
            raise RegistryError(
                f"{options.__module__}: the option {field.name} has no help; use Annotated[type, 'help']"
            )
        kind, help_text = get_args(hint)[:2]
        default = (
            field.default if field.default is not MISSING else getattr(field, "default_factory")()
        )  # noqa: B009
        choices = get_args(kind) if get_origin(kind) is Literal else ()
        yield OptionInfo(field.name.replace("_", "-"), _option_type(kind), default, help_text, choices)


def _option_type(annotation: Any) -> OptionType:
    if get_origin(annotation) is Literal:
        return "choice"
    return _TYPES.get(annotation, "integers-by-name")


def _example_info(example: Example) -> ExampleInfo:
    kind: Literal["good", "bad"] = "bad" if isinstance(example, Bad) else "good"
    return ExampleInfo(kind, *example)
