"""What the layout of a repository asks of our configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

from quality_kit.catalogue import Catalogue
from quality_kit.config.globs import matches
from quality_kit.files import Listing

#: Folders with code that the team did not write, and files that a program wrote.
_FOREIGN = (
    *("vendor/", "_vendor/", "vendored/", "third_party/", "thirdparty/"),
    *("generated/", "_generated/", "*_pb2.py", "*_pb2_grpc.py"),
)
#: Other names for folders of services.
_SERVICES = ("use_cases/", "usecases/", "interactors/", "business_logic/", "business/", "logic/", "managers/")
_EXAMPLE_FILE = re.compile(
    r"(\.env[.-](dist|defaults?|example|sample|template)"
    r"|env\.(dist|example|sample|template)|(example|sample|template)\.env)\Z"
)

#: Values of options by rule and option.
Options = Mapping[str, Mapping[str, tuple[str, ...]]]


def useful_excludes(python: Iterable[str]) -> tuple[str, ...]:
    """Patterns of the usual names for code that is not the team's, of which there is some."""
    paths = tuple(python)
    return tuple(pattern for pattern in _FOREIGN if _any(paths, (pattern,)))


def fitting_options(listing: Listing, catalogue: Catalogue) -> Options:
    """Options of rules that would find nothing here with their defaults, but would under other names."""
    options = {
        "QK501": {
            "example-files": _example_files(listing.others, _default(catalogue, "QK501", "example-files"))
        },
        "QK601": {"paths": _services(listing.python, _default(catalogue, "QK601", "paths"))},
    }
    return {code: values for code, values in options.items() if any(values.values())}


def _example_files(others: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    names = sorted({path.rpartition("/")[2] for path in others})
    if any(fnmatchcase(name, pattern) for name in names for pattern in known):
        return ()
    return _added(known, filter(_EXAMPLE_FILE.match, names))


def _services(python: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    if _any(python, known):
        return ()
    return _added(known, (pattern for pattern in _SERVICES if _any(python, (pattern,))))


def _added(known: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    """An option replaces its default, so what is known already must be in it; nothing where nothing is new."""
    new = tuple(more)
    return (*known, *new) if known and new else ()


def _default(catalogue: Catalogue, code: str, option: str) -> tuple[str, ...]:
    options = (option for rule in catalogue.rules if rule.code == code for option in rule.options)
    found: tuple[str, ...] = next((tuple(one.default) for one in options if one.name == option), ())
    return found


def _any(paths: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
    return bool(patterns) and any(matches(patterns, path) for path in paths)
