"""QK201 business-singleton."""

from __future__ import annotations

from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.classes import Classes
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.origins import Origins
from quality_kit.definitions.usages import Decorators, Dependencies, Registrations
from quality_kit.rule import Bad, Good, ProjectRule

from ._business_names import is_business_target, snake_case
from ._business_options import BusinessOptions
from ._framework_use import used_by_frameworks
from ._importers import importers
from ._singletons import Singleton, singletons

_GOOD_PROVIDER = """
from functools import lru_cache

from fastapi import APIRouter, Depends

router = APIRouter()


class UserService:
    def find(self, user_id: int) -> str: ...


@lru_cache
def get_user_service() -> UserService:
    return UserService()


@router.get("/users/{user_id}")
def read_user(user_id: int, service: UserService = Depends(get_user_service)) -> str:
    return service.find(user_id)
"""


_GOOD_VALUE = """
import enum


class Provider(enum.Enum):
    AWS = "aws"


DEFAULT_PROVIDER = Provider("aws")
"""

_GOOD_HANDLER = """
import logging


class AlertHandler(logging.Handler): ...


alert_handler = AlertHandler()
"""


class BusinessSingleton(ProjectRule[BusinessOptions]):
    """A business object (service, client, manager, repository, ...) built at module level.

    Such an object is made while the module is imported: before settings can be changed, in every
    process and test that imports the module, and with no way for a caller to hand in another one.
    Whoever imports the name is tied to this one instance, so tests have to patch modules.

    Found is a name at module level that is bound to an instance of a class of the project itself
    (``Cls()``, ``Cls[T]()``, ``Cls.create()``, ``Cls().configured()``, also as a branch of a ternary or
    an ``or``) when the class or the variable is named like business. A class of a star import, or of a
    name that nothing binds, counts as the project's own.

    Left alone are classes of other packages (third-party clients are an option), values (enums,
    dataclasses, pydantic and ORM models, named tuples, exceptions, also by way of own base classes),
    infrastructure by name or by a base from a framework or the standard library, callables given to
    ``Depends``, registries used as decorators or that modules register with, factory functions, locals, class
    attributes, whatever runs under the main guard or in a `__main__.py`, migrations, tests and examples.

    Build the object in a provider function that is cached (``functools.lru_cache``), and have it
    injected: ``service: UserService = Depends(get_user_service)``; a class takes it as a parameter of
    ``__init__``.
    """

    code = "QK201"
    message = (
        "business object `{names}` (`{kind}`) built at module level, {importers}; build it in a cached "
        "provider (`@lru_cache def {provider}() -> {kind}`) and inject it with `Depends({provider})`"
    )
    default = True
    statements = ("SG9", "SG10")
    collectors = (Classes, ModuleBindings, Imports, Dependencies, Decorators, Registrations)
    examples = (
        Good(
            _GOOD_PROVIDER,
            why="The provider builds the service once, at the first request, and can be overridden.",
        ),
        Bad(
            "from app.clients import SpeechClient\n\nspeech_client = SpeechClient()  # finding: QK201\n",
            path="app/services/voice.py",
            beside={"app/clients.py": "class SpeechClient: ...\n"},
        ),
        Bad(
            "class CRUDUser: ...\n\n\nuser = CRUDUser()  # finding: QK201\n",
            why="The class is business by its name, whatever the variable is called.",
        ),
        Good(_GOOD_VALUE, why="Values are not business, whatever they are called."),
        Good(_GOOD_HANDLER, why="What a framework or the standard library asks for is infrastructure."),
    )

    def conclude(self) -> None:
        """Report the business objects among all instances at module level."""
        origins = Origins(self.project)
        exempt = used_by_frameworks(self.project, origins)
        found = [each for each in singletons(self.project, origins) if not exempt.intersection(each.defined)]
        importing = importers(self.project, origins, {name for each in found for name in each.defined})
        for each in found:
            count = len({path for name in each.defined for path in importing.get(name, ())})
            self.report(each.path, each.fact.place, self._message(each, count))

    def _message(self, found: Singleton, importing: int) -> str:
        names, words = found.fact.data["names"], self.options_at(found.path).target_names
        speaking = next((name for name in names if is_business_target(name, words)), found.class_name)
        return self.message.format(
            names=" = ".join(names),
            kind=found.class_name,
            importers=f"imported by {importing or 'no other'} {'modules' if importing > 1 else 'module'}",
            provider=f"get_{snake_case(speaking)}",
        )
