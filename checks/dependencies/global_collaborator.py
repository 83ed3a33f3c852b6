"""QK202 global-collaborator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.classes import Classes
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.origins import Origins
from quality_kit.definitions.usages import Decorators, Dependencies, Registrations
from quality_kit.finding import Fact, Place
from quality_kit.rule import Bad, Good, ProjectRule

from ._business_names import matches, snake_case
from ._business_options import BusinessOptions
from ._framework_use import used_by_frameworks
from ._global_uses import GlobalUses
from ._singletons import AllowedLines, Singleton, is_allowed, singletons

_CLIENT = "class SpeechClient: ...\n\n\nspeech_client = SpeechClient()\n"


@dataclass(frozen=True)
class Options(BusinessOptions):
    """What counts as business, as in QK201, and who may use it."""

    wiring: Annotated[tuple[str, ...], "names of functions (globs) that put the application together"] = (
        *(
            "main",
            "lifespan",
            "lifespan_*",
            "*_lifespan",
            "create_lifespan*",
            "make_lifespan*",
            "build_lifespan*",
            "startup",
            "shutdown",
            "*startup*",
            "*shutdown*",
            "create_app",
        ),
        *("create_application", "make_app", "build_app", "get_app", "init_app", "setup_*", "configure_*"),
    )


class GlobalCollaborator(ProjectRule[Options]):
    """A class or function that uses a module-level business object in place of a parameter.

    It looks as if it needed nothing, but it does not work without that one object: a test has to patch
    the module that it reads, and nobody can give it a second one, for another tenant or with other
    settings.

    Found is the first use, in a class or in a function outside classes, of each object that QK201 finds
    at module level, also in other files, through re-exports, and with imports inside functions. Where a
    comment silences QK201 at the definition, the object is allowed and its users are as well.

    Left alone are accessors that only return the object, alone or in a list, functions of one line that
    pass their parameters to it, functions before a private object (`_client`) of their own module, which nobody else
    uses, defaults for a parameter (`client or speech_client`, `headers or
    client.headers()`, its own default), objects given to `Depends`, used as decorators or
    registered with, functions that put the application together (`lifespan`, `main`, `create_app`),
    command-line modules, and tests.

    Receive it: a class as a parameter of `__init__`, a route with `Depends(provider)`. Options of QK201
    that say what business is have to be set here too.
    """

    code = "QK202"
    message = (
        "global `{name}` (`{kind}` of {path}) used by {consumer_kind} `{consumer}`; "
        "receive it as a parameter, `{parameter}: {kind_given}`"
    )
    statements = ("SG9",)
    collectors = (
        GlobalUses,
        AllowedLines,
        Classes,
        ModuleBindings,
        Imports,
        Dependencies,
        Decorators,
        Registrations,
    )
    examples = (
        Bad(
            "from app.clients import speech_client\n\n\n"
            "class VoiceService:\n"
            "    def __init__(self):\n"
            "        self.speech = speech_client  # finding: QK202\n",
            path="app/voice.py",
            beside={"app/clients.py": _CLIENT},
        ),
        Good(
            "from app.clients import SpeechClient\n\n\n"
            "class VoiceService:\n"
            "    def __init__(self, speech: SpeechClient):\n"
            "        self.speech = speech\n",
            path="app/voice.py",
            beside={"app/clients.py": _CLIENT},
        ),
        Good(
            "from app.clients import speech_client\n\n\ndef get_speech_client():\n    return speech_client\n",
            path="app/providers.py",
            beside={"app/clients.py": _CLIENT},
            why="An accessor: who asks for it with `Depends` can be given another one.",
        ),
    )

    def conclude(self) -> None:
        """Report the users of each business object."""
        origins = Origins(self.project)
        exempt = used_by_frameworks(self.project, origins)
        objects = {
            name: found
            for found in singletons(self.project, origins)
            if not is_allowed(self.project, found) and not exempt.intersection(found.defined)
            for name in found.defined
        }
        for path, fact, name, found in self._uses(origins, objects) if objects else ():
            self._check(path, fact, name, found)

    def _uses(
        self, origins: Origins, objects: dict[tuple[str, str], Singleton]
    ) -> Iterator[tuple[str, Fact, str, Singleton]]:
        """The first use of each object by each consumer."""
        known: set[tuple[str, str, str, Place]] = set()
        for path, facts in self.project.facts(GlobalUses).items():
            for fact in sorted(facts, key=lambda each: each.place) if self.project.applies_to(path) else ():
                made = origins.definition(path, fact.data["used"])
                found = objects.get((made.path, made.name)) if made.kind == "binding" else None
                key = found and (path, fact.data["consumer"], found.path, found.fact.place)
                if found is not None and key and key not in known:
                    known.add(key)
                    yield path, fact, made.name, found

    def _check(self, path: str, fact: Fact, name: str, found: Singleton) -> None:
        consumer, kind = fact.data["consumer"], fact.data["kind"]
        is_wiring = kind != "class" and matches(consumer, self.options_at(path).wiring)
        is_own = path == found.path and (
            consumer == found.class_name or (name[0] == "_" and kind == "function")
        )
        if is_wiring or is_own:
            return
        parameter, given = name.strip("_").lower() if name.isupper() else snake_case(name), found.class_name
        if kind == "route":
            given = f"Annotated[{given}, Depends(get_{parameter})]"
        message = self.message.format(
            name=name,
            kind=found.class_name,
            path=found.path,
            consumer_kind=kind,
            consumer=consumer,
            parameter=parameter,
            kind_given=given,
        )
        self.report(path, fact.place, message)
