"""Classes that are commands of a program, by their bases."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile, last_name

#: Endings of the bases of commands; a bus has commands too, and a framework may have an ``App``.
COMMANDS = ("Command", "Commands", "Subcommand", "App")
#: Packages with bases of commands, and what Django calls its own; a program of traitlets, or of a module around it.
_COMMAND_PACKAGES = frozenset(
    (
        *("click", "django", "cmd", "cmd2", "traitlets", "typer", "cleo", "cliff", "flask_script"),
        *("setuptools", "distutils", "jupyter_core"),
    )
)
_DJANGO = frozenset(("BaseCommand", "AppCommand", "LabelCommand"))
_APPLICATION, _TRAITLETS = "Application", "traitlets"


def is_command(file: ParsedFile, definition: cst.ClassDef, serves: bool) -> bool:
    """Whether a class is a command; in a service only if its base is known to be one of a program."""
    return any(_makes_command(file, base.value, serves) for base in definition.bases)


def _makes_command(file: ParsedFile, base: cst.BaseExpression, serves: bool) -> bool:
    name = last_name(base)
    made_by = (file.names.qualified(base) or "").split(".")
    if name.endswith(COMMANDS):
        return not serves or name in _DJANGO or made_by[0] in _COMMAND_PACKAGES
    return made_by[-1] == _APPLICATION and _TRAITLETS in made_by
