"""QK801 blocking-call-in-async."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quality_kit.definitions.imports import Imports
from quality_kit.finding import Fact
from quality_kit.rule import Bad, Good, ProjectRule

from ._calls import Calls
from ._families import FILES, Family, Options, family_of
from ._resolve import Helper, Resolver

_THREAD = "`await asyncio.to_thread(...)`"


class BlockingCallInAsync(ProjectRule[Options]):
    """A call inside `async def` that blocks the event loop: HTTP, databases, files, processes, pauses.

    All requests of a worker share one event loop. While one of them waits in `requests.get` or in a
    synchronous session, none of the others goes on, however many there are; under load the service
    stands still although it does nothing.

    Found are calls of the families below, each an option: by the function's name, or by the type of the
    object they are called on (from its assignment, annotation, parameter or `Depends` provider, also in
    another file). Of a database or a remote service's object one finding for each async function is
    enough. Found is also the call of a synchronous function of the project itself that makes such a call; the
    message names both. Files are a warning, and of them only what the async function does itself.

    Left alone is what is awaited, what is given to `asyncio.to_thread`, `run_in_executor` or `run_in_threadpool`,
    nested synchronous functions and lambdas, cached helpers, functions that run before the service
    answers (`lifespan`, startup, shutdown), the `main` that a file runs under its main guard, command-line modules,
    scripts and tests. Quick questions to the file system (`exists`, `unlink`, `mkdir`) are not worth a word.

    Use an asynchronous client, move the call into a thread with `asyncio.to_thread`, or make a handler
    that has nothing to await a plain `def`: FastAPI runs it in a thread.
    """

    code = "QK801"
    message = "`{call}` blocks the event loop in `async def {function}`; {way_out}, or move it to a thread ({thread})"
    statements = ("SG19", "RP19", "AR17", "BP10")
    collectors = (Calls, Imports)
    examples = (
        Bad(
            "import time\n\nimport requests\n\n\n"
            "async def load_rates(url: str) -> Rates:\n"
            "    answer = requests.get(url, timeout=5)  # finding: QK801\n"
            "    time.sleep(1)  # finding: QK801\n"
            "    return Rates(answer.json())\n"
        ),
        Good(
            "import asyncio\n\nimport httpx\nimport requests\n\n\n"
            "async def load_rates(url: str) -> Rates:\n"
            "    async with httpx.AsyncClient() as client:\n"
            "        answer = await client.get(url)\n"
            "    await asyncio.sleep(1)\n"
            "    old = await asyncio.to_thread(requests.get, url)\n"
            "    return Rates(answer.json(), old.json())\n"
        ),
        Bad(
            "from fastapi import APIRouter, Depends\nfrom sqlalchemy.orm import Session\n\n"
            "from app.db import get_db\n\nrouter = APIRouter()\n\n\n"
            '@router.get("/users/{user_id}")\n'
            "async def read_user(user_id: int, db: Session = Depends(get_db)) -> User:\n"
            "    return db.query(User).filter(User.id == user_id).first()  # finding: QK801\n",
            why="The session is synchronous; as a plain `def` the handler would run in a thread.",
        ),
        Bad(
            "from app.clients import fetch_profile\n\n\n"
            "async def greet(name: str) -> str:\n"
            "    return fetch_profile(name)['greeting']  # finding: QK801\n",
            beside={
                "app/clients.py": "import requests\n\n\n"
                "def fetch_profile(name: str) -> dict[str, str]:\n"
                '    return requests.get(f"https://profiles.example/{name}").json()\n'
            },
            why="The call that blocks is one step away.",
        ),
        Good(
            "from pathlib import Path\n\n\n"
            "async def read(path: Path) -> str:\n"
            "    return path.read_text() if path.exists() else ''\n",
            options={"files": []},
            why="An empty list switches a family off.",
        ),
    )

    def conclude(self) -> None:
        """Report the calls of async functions that lead to something that blocks."""
        resolver = Resolver(self.project)
        for path, facts in self.project.facts(Calls).items():
            if self.project.applies_to(path):
                self._check(resolver, path, [fact for fact in facts if "target" in fact.data])

    def _check(self, resolver: Resolver, path: str, facts: list[Fact]) -> None:
        seen: set[tuple[str, str]] = set()
        for fact in facts:
            for found in self._blocking(resolver, path, fact):
                key = fact.data["function"], found.once
                if not found.once or key not in seen:
                    seen.add(key)
                    severity = "warning" if found.family.name == FILES else "error"
                    self.report(path, fact.place, found.message, severity)  # type: ignore[arg-type]

    def _blocking(self, resolver: Resolver, path: str, fact: Fact) -> Iterator[_Blocking]:
        options, function = self.options_at(path), fact.data["function"]
        leads_to = resolver.follow(path, fact.data["target"])
        if isinstance(leads_to, Helper):
            yield from self._through(resolver, options, leads_to, function)
        elif leads_to is not None:
            family = family_of(options, leads_to)
            if family is not None:
                once = family.name if family.once else ""
                yield _Blocking(family, once, self._message(family, _readable(leads_to), function))

    def _through(
        self, resolver: Resolver, options: Options, helper: Helper, function: str
    ) -> Iterator[_Blocking]:
        """What the helper calls itself; it is reported for its first call that blocks."""
        for target in helper.targets if options.helpers else ():
            called = resolver.follow(helper.path, target)
            family = family_of(options, called) if isinstance(called, str) else None
            if family is not None and family.name != FILES:
                call = f"{helper.name}` (with `{_readable(str(called))}` in {helper.path})"
                message = f"`{call} blocks the event loop in `async def {function}`; "
                yield _Blocking(
                    family,
                    f"{helper.path} {helper.name}",
                    f"{message}make it asynchronous, or move it to a thread ({_THREAD})",
                )
                return

    def _message(self, family: Family, call: str, function: str) -> str:
        return self.message.format(call=call, function=function, way_out=family.way_out, thread=_THREAD)


class _Blocking(NamedTuple):
    family: Family
    #: What is reported only once in a function; empty where every call is.
    once: str
    message: str


def _readable(name: str) -> str:
    return name.removeprefix("builtins.")
