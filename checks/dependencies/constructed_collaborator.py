"""QK203 constructed-collaborator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from quality_kit.definitions.ancestry import lineage
from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.classes import Classes
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.instances import Instance
from quality_kit.definitions.origins import Origins
from quality_kit.definitions.usages import Dependencies
from quality_kit.finding import Fact
from quality_kit.rule import Bad, Good, ProjectRule

from ._built_business import constructions
from ._business_names import is_business_class, matches, snake_case
from ._business_options import CLASS_SUFFIXES, INFRASTRUCTURE, INFRASTRUCTURE_BASES, BusinessOptions
from ._class_constructions import ClassConstructions
from ._framework_use import classes_given_to_depends

#: A client is made of clients: for streams, for a group of its calls, the asynchronous one below it.
_CLIENT = "Client"
#: May be a part of the state of its owner as well: the locks, tasks, tags that it has.
_MANAGER = "Manager"
#: So many clients make the class a client itself, whatever its name.
_SEVERAL = 4
_PARTS = "class OrderRepository:\n    def __init__(self, session): ...\n"


@dataclass(frozen=True)
class Options(BusinessOptions):
    """What counts as a collaborator, and who may build one."""

    exempt: Annotated[tuple[str, ...], "where the rule is silent: classes of paths or globs"] = (
        *("tests", "migrations", "scripts", "__main__.py", "main.py", "cli.py", "cli/"),
        *("*factory.py", "*factories.py", "factories/", "*container.py", "*containers.py", "containers/"),
        *("*providers.py", "bootstrap.py", "dependencies.py", "deps.py", "lifespan.py", "wiring.py"),
        "testing/",
    )
    class_suffixes: Annotated[tuple[str, ...], "ends of class names that say collaborator"] = (
        *("Service", "Client", "Repository", "Repo", "DAO", "Dao", "Gateway", "UseCase", "Store"),
        *("Manager", "Orchestrator"),
    )
    infrastructure: Annotated[tuple[str, ...], "names of infrastructure classes (globs)"] = INFRASTRUCTURE + (
        *("Null*", "Noop*", "NoOp*", "Dummy*", "Fake*", "Stub*", "Mock*", "InMemory*", "Base*Client"),
    )
    infrastructure_bases: Annotated[
        tuple[str, ...], "bases and decorators (globs on dotted names) whose classes are infrastructure"
    ] = INFRASTRUCTURE_BASES + (
        *("httpx.*", "requests.*", "aiohttp.*", "urllib3.*", "grpc.*", "websockets.*", "redis.*", "openai.*"),
        *("anthropic.*", "boto3.*", "botocore.*"),
    )
    builders: Annotated[tuple[str, ...], "names of classes (globs) whose work it is to build others"] = (
        *("*Factory", "*Container", "*Builder", "*Provider", "*Providers", "*Injector", "*Registry"),
        *("*Module", "*App", "*Application", "*Bootstrap", "*Server", "*Plugin", "*Context"),
    )


class ConstructedCollaborator(ProjectRule[Options]):
    """A class that builds its own service, repository or client in place of receiving it.

    The class is tied to one way of making its part: a test cannot hand in a fake without patching the
    module, two classes that need the same part have two of it, and whatever the part needs (a session, a
    URL, a key) the class has to know as well.

    Found is `self.repository = OrderRepository(...)` in any method, also late (`if self._client is None:
    self._client = Client()`), when the class built is one of the project itself and is named like a
    collaborator; in classes that are business themselves also a manager, and an object that a method builds of
    what it has anyway: `OrderRepository(self.session).find(number)`. Of each class built the first is found.

    Left alone are a default for what a caller may hand in (`self.repo = repo or OrderRepository()`, below
    `if repo is None:`, or of an attribute that gets a parameter elsewhere), what a factory or accessor
    gives (`get_monitor()`, `Monitor.instance()`), fields that the class declares (`client: Client = Field(...)`),
    classes of other packages (SDK clients are built where they are used), values, objects that need what only
    the method knows or a part of a record that it was given (`GitClient(repository.path)`), records whose
    attributes it sets, parts that are given `self`, checks that `Depends` calls
    (`Depends(ProjectManager())`), the clients that a client is made of, classes whose work it is to
    build (factories, containers, applications) and the modules where an application is put together.

    Take it as a parameter of `__init__` and let the provider of the class build it.
    """

    code = "QK203"
    message = (
        "collaborator `{kind}` built by `{owner}` itself; receive it as a parameter of `__init__`, `{name}: {kind}`, "
        "and let the provider build it"
    )
    statements = ("SG9", "CS7", "AR6")
    collectors = (ClassConstructions, Classes, ModuleBindings, Imports, Dependencies)
    examples = (
        Bad(
            "from app.orders.repository import OrderRepository\n\n\n"
            "class OrderService:\n"
            "    def __init__(self, session):\n"
            "        self.repository = OrderRepository(session)  # finding: QK203\n",
            path="app/orders/service.py",
            beside={"app/orders/repository.py": _PARTS},
        ),
        Good(
            "from app.orders.repository import OrderRepository\n\n\n"
            "class OrderService:\n"
            "    def __init__(self, repository: OrderRepository):\n"
            "        self.repository = repository\n",
            path="app/orders/service.py",
            beside={"app/orders/repository.py": _PARTS},
        ),
        Good(
            "from app.orders.repository import OrderRepository\n\n\n"
            "class OrderService:\n"
            "    def __init__(self, repository: OrderRepository | None = None):\n"
            "        self.repository = repository or OrderRepository(None)\n",
            path="app/orders/service.py",
            beside={"app/orders/repository.py": _PARTS},
            why="Injection with a default: a caller may hand in another one.",
        ),
        Good(
            "from openai import AsyncOpenAI\n\nfrom app.monitoring import get_monitor\n\n\n"
            "class Summarizer:\n"
            "    def __init__(self, api_key: str):\n"
            "        self.client = AsyncOpenAI(api_key=api_key)\n"
            "        self.monitor = get_monitor()\n",
            path="app/summaries.py",
            beside={"app/monitoring.py": "def get_monitor(): ...\n"},
            why="An SDK's client belongs where it is used, and infrastructure comes from its accessor.",
        ),
    )

    def conclude(self) -> None:
        """Report the collaborators among what classes build, of each kind the first in a class."""
        origins = Origins(self.project)
        injected = classes_given_to_depends(self.project, origins)
        known: set[tuple[str, str, str]] = set()
        found = list(constructions(self.project, ClassConstructions, origins))
        facades = _facades((path, fact.data["owner"], made.class_name) for path, fact, made in found)
        for path, fact, made in found:
            owner, kind = fact.data["owner"], made.class_name
            if (
                (path, owner, kind) not in known
                and not (kind.endswith(_CLIENT) and (path, owner) in facades)
                and self._is_consumer(path, fact, kind)
                and not _is_kin(origins, made, owner)
                and (made.made.path, made.made.name) not in injected
            ):
                known.add((path, owner, kind))
                message = self.message.format(owner=owner, kind=kind, name=snake_case(kind))
                self.report(path, fact.place, message)

    def _is_consumer(self, path: str, fact: Fact, kind: str) -> bool:
        """Whether the class is none that builds others, and business itself where the object says little."""
        options, owner = self.options_at(path), fact.data["owner"]
        if _CLIENT in owner and kind.endswith(_CLIENT):
            return False
        if matches(owner, options.builders):
            return False
        is_told = bool(fact.data["attribute"]) and not kind.endswith(_MANAGER)
        return is_told or is_business_class(owner, CLASS_SUFFIXES, options.class_prefixes)


def _facades(built: Iterable[tuple[str, str, str]]) -> set[tuple[str, str]]:
    """File and name of the classes that are made of several clients, one for each part of an interface."""
    kinds = {each for each in built if each[2].endswith(_CLIENT)}
    counts = Counter((path, owner) for path, owner, _ in kinds)
    return {owner for owner, count in counts.items() if count >= _SEVERAL}


def _is_kin(origins: Origins, made: Instance, owner: str) -> bool:
    """Whether the object is of the very class, or of one derived from it."""
    if made.made.kind != "class":
        return made.class_name == owner
    return owner in {each.name for each in lineage(origins, made.made)}
