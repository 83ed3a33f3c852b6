"""``quality-kit new-rule``: a rule file with the next free code, to fill in."""

from __future__ import annotations

import keyword
import os
import re
from pathlib import Path
from typing import Annotated, NamedTuple, Optional

import typer

from quality_kit.catalogue import FAMILIES, Catalogue
from quality_kit.cli.rule_template import rule_file
from quality_kit.config.problems import nearest
from quality_kit.files import UsageError
from quality_kit.hall.talk import explained_errors, tell
from quality_kit.prepare import Surroundings, Wishes, survey

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+\Z")
_FAMILY = re.compile(r"[a-z][a-z0-9_]*\Z")
_CODE = re.compile(r"([A-Z]+)(\d+)\Z")

#: Codes of a pack begin so until it has a rule with another beginning.
_PACK_PREFIX, _PACK_DIGITS = "TEAM", 3
#: Codes of our own begin with those of their family and end with this many digits.
_OWN_DIGITS = 2
_OWN_FOLDER = "checks"


class _Home(NamedTuple):
    """Where the new rule goes, how its code begins, and with how many digits it ends."""

    folder: Path
    prefix: str
    digits: int
    ours: bool = False


def new_rule(
    family: Annotated[str, typer.Argument(help="The family: interfaces, dependencies, literals ...")],
    name: Annotated[str, typer.Argument(help="The pattern that it finds, with dashes: print-call.")],
    pack: Annotated[
        Optional[str],  # noqa: UP007, UP045
        typer.Option(
            help="The rule package to put it in; default: the project's first pack.", metavar="FOLDER"
        ),
    ] = None,
) -> None:
    """Write a rule file with the next free code."""
    with explained_errors():
        if not _NAME.match(name):
            raise UsageError(f"{name!r} is no rule name: lower-case words with dashes, e.g. print-call")
        if not _FAMILY.match(family) or keyword.iskeyword(family):
            raise UsageError(f"{family!r} is no family: one lower-case word, e.g. logging")
        named = () if pack is None else (os.path.abspath(pack),)
        around = survey(Wishes(), named)
        home = _home(around, named, family)
        if any(rule.name == name for rule in around.catalogue.rules):
            raise UsageError(f"there is a rule {name} already; choose another name")
        code = _next_code(around.catalogue, home)
        text = rule_file(code, name, ours=home.ours)
        file = _write(home.folder / family, name, text)
        tell(
            f"{file}: rule {code} {name}\nFill in the text, the examples and the search. "
            f"It runs with --extend-select {code}, and always with `default = True`.\n"
        )


def _home(around: Surroundings, named: tuple[str, ...], family: str) -> _Home:
    packs = [*named, *(pack for table in around.tables for pack in table.packs)]
    if packs:
        return _in_pack(Path(packs[0]), around.catalogue)
    if not (around.root / "quality_kit" / "rule.py").is_file():
        reason = "this project has no rule package: create a folder, name it in packs = [...], or use --pack"
        raise UsageError(reason)
    families = {name: prefix for prefix, name in FAMILIES.items() if name != "own"}
    if family not in families:
        raise UsageError(f"unknown family {family!r}{nearest(family, families)}")
    return _Home(around.root / _OWN_FOLDER, families[family], _OWN_DIGITS, ours=True)


def _in_pack(folder: Path, catalogue: Catalogue) -> _Home:
    """A pack goes on with the codes that its rules have."""
    files = {
        rule.code: folder / rule.family / f"{rule.name.replace('-', '_')}.py" for rule in catalogue.rules
    }
    own = [found for code, file in files.items() if file.is_file() and (found := _CODE.match(code))]
    if not own:
        return _Home(folder, _PACK_PREFIX, _PACK_DIGITS)
    return _Home(folder, own[-1][1], len(own[-1][2]))


def _next_code(catalogue: Catalogue, home: _Home) -> str:
    rest = (code.removeprefix(home.prefix) for code in catalogue.codes if code.startswith(home.prefix))
    taken = [int(number) for number in rest if number.isdigit()]
    return f"{home.prefix}{max(taken, default=0) + 1:0{home.digits}d}"


def _write(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name.replace('-', '_')}.py"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for package in (folder.parent, folder):
            (package / "__init__.py").touch()
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError:
        raise UsageError(f"{file} exists already; choose another name") from None
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from error
    return file
