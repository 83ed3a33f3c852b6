"""QK801 blocking-call-in-async."""

from __future__ import annotations

from typing import NamedTuple

from quality_kit.definitions.imports import Imports
from quality_kit.finding import Fact, Severity
from quality_kit.rule import Bad, Good, ProjectRule

from ._calls import Calls
from ._families import FILES, Family, Options, family_of
from ._resolve import Helper, Resolver


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
    answers (`lifespan`, `startup`, `setup_server`), the `main` that a file runs under its main guard,
    command-line modules, scripts and tests, and lines that silence the same finding of another tool
    (`# noqa: ASYNC230`). Quick questions to the file system (`exists`, `unlink`, `mkdir`) are not worth a word.

    Use an asynchronous client, move the call into a thread with `asyncio.to_thread`, or make a handler
    that has nothing to await a plain `def`: FastAPI runs it in a thread.
    """

    code = "QK801"
    message = (
        "the call of `{call}` blocks the event loop in `async def {function}`{why}; {way_out}, or move it to a "
        "thread (`await asyncio.to_thread(...)`)"
    )
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
        options = self.options_at(path)
        for fact in facts:
            found = _blocking(resolver, options, path, fact.data["target"])
            function = fact.data["function"]
            if found is not None and (function, found.once) not in seen:
                severity: Severity = "warning" if found.family.name == FILES else "error"
                self.report(path, fact.place, self._message(found, function), severity)
                if found.once:
                    seen.add((function, found.once))

    def _message(self, found: _Blocking, function: str) -> str:
        way_out = "make it asynchronous" if found.why else found.family.way_out
        return self.message.format(call=found.call, function=function, why=found.why, way_out=way_out)


class _Blocking(NamedTuple):
    family: Family
    #: What is called.
    call: str
    #: What is reported only once in a function; empty where every call is.
    once: str = ""
    #: Of a helper what it calls itself.
    why: str = ""


def _blocking(resolver: Resolver, options: Options, path: str, target: str) -> _Blocking | None:
    """What is known of a call that blocks, by itself or by way of a helper."""
    leads_to = resolver.follow(path, target)
    if isinstance(leads_to, Helper):
        return _through(resolver, options, leads_to) if options.helpers else None
    family = family_of(options, leads_to) if leads_to is not None else None
    if family is None:
        return None
    return _Blocking(family, _readable(leads_to or target), family.name if family.once else "")


def _through(resolver: Resolver, options: Options, helper: Helper) -> _Blocking | None:
    """The first call that blocks of those that the helper makes itself."""
    for target in helper.targets:
        called = resolver.follow(helper.path, target)
        family = family_of(options, called) if isinstance(called, str) else None
        if family is not None and family.name != FILES:
            why = f" by `{_readable(str(called))}` in {helper.path}"
            return _Blocking(family, helper.name, f"{helper.path} {helper.name}", why)
    return None


def _readable(name: str) -> str:
    return name.removeprefix("builtins.")
