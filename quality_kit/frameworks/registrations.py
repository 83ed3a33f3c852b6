"""Functions that a framework calls because they were registered with it, or for their names."""

from __future__ import annotations

import re

import libcst as cst

from quality_kit.frameworks.annotations import annotated_type
from quality_kit.frameworks.receivers import Receivers
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.functions import parameters

#: The last part of a decorator's name: of routes, handlers, tasks, commands, fixtures, validators, events ...
_REGISTERING = re.compile(
    r"route|handler|listen|subscri|receiver|register|hook|middleware|command|callback|task|fixture|validat"
    r"|seriali[sz]|schedul|cron|event|consumer"
    r"|^(?:get|post|put|patch|delete|head|options|trace|websocket|group|on|connect|before_\w+|after_\w+"
    r"|teardown_\w+|(?:shell_)?context_processor|cli|job|flow|step|given|when|then|scenario|mutation|query"
    r"|field|subscription|resolver|tool|tool_plain|prompt|resource|system_prompt|computed_field|hybrid_\w+"
    r"|declared_attr|compiles|expression|comparator|reconstructor|simple_tag|inclusion_tag|filter|tag"
    r"|template_\w+|action|display|signal|rpc|lifespan|activity|defn|workflow|asset|sensor|startup|shutdown"
    r"|overload|singledispatch)$",
    re.IGNORECASE,
)
#: Methods of objects that only wrap a function.
_WRAPPING = frozenset(
    ("limit", "exempt", "cached", "cache", "memoize", "wraps", "retry", "time", "measure", "setter")
)
_INERT = frozenset(
    (
        *(
            "staticmethod",
            "classmethod",
            "property",
            "cached_property",
            "setter",
            "getter",
            "deleter",
            "wraps",
        ),
        *("lru_cache", "cache", "contextmanager", "asynccontextmanager", "override", "final", "deprecated"),
    )
)


_HOOKS = re.compile(r"pytest_\w+|lambda_handler|(?:setup|teardown)_(?:module|function|class|method)")
_SETTINGS_FILE = re.compile(
    r"(?:^|/)(?:celeryconfig|gunicorn\w*|gunicorn\.conf|uwsgi)\.py\Z|(?:^|/)docs?/(?:.*/)?conf\.py\Z"
)
_TEST = re.compile(r"test(?:_|\Z)")
#: What a server is told by name to run: ``uvicorn app.main:app``.
_APPLICATIONS = frozenset(
    ("FastAPI", "Flask", "Starlette", "Celery", "Typer", "Quart", "Sanic", "Litestar", "Blacksheep", "Dash")
)
_SERVERS = frozenset(("fastapi", "starlette", "aiohttp", "flask", "sanic", "litestar", "quart"))
_MAKERS = ("get_wsgi_application()", "get_asgi_application()")


def is_registered(file: ParsedFile, definition: cst.FunctionDef | cst.ClassDef) -> bool:
    """Whether a decorator hands the function or class to a framework."""
    return any(_registers(file, decorator.decorator) for decorator in definition.decorators)


def _registers(file: ParsedFile, decorator: cst.BaseExpression) -> bool:
    """By its name; or because it is a method of an object: ``@server.list_tools()``."""
    last = _last(decorator)
    if _REGISTERING.search(last):
        return True
    if not isinstance(decorator, cst.Call) or not isinstance(decorator.func, cst.Attribute):
        return False
    return last not in _WRAPPING and file.names.qualified(decorator.func.value) is None


def keeps_its_signature(function: cst.FunctionDef) -> bool:
    """Whether its decorators, if any, leave it to its author which parameters it has."""
    return all(_last(decorator.decorator) in _INERT for decorator in function.decorators)


def is_settings_file(path: str) -> bool:
    """Whether a server reads all names of the file."""
    return _SETTINGS_FILE.search(path) is not None


def is_hook(name: str) -> bool:
    """Whether a framework looks for a function of this name."""
    return _HOOKS.fullmatch(name) is not None


def is_dictated(file: ParsedFile, function: cst.FunctionDef) -> bool:
    """Whether its parameters are those of a handler: named so, or with a request or application among them."""
    if function.name.value == "lifespan":
        return True
    given = (param.annotation for _, param in parameters(function))
    types = (annotated_type(file.names, each.annotation) for each in given if each is not None)
    return any(each is not None and each.partition(".")[0] in _SERVERS for each in types)


def is_test_parameter_list(function: cst.FunctionDef) -> bool:
    """Whether its parameters are fixtures, which work without being looked at."""
    return _TEST.match(function.name.value) is not None


def is_application(receivers: Receivers, value: cst.BaseExpression | None) -> bool:
    """Whether the value is an application that a server runs."""
    if not isinstance(value, cst.Call):
        return False
    known = receivers.type_of(value) or ""
    return known.rpartition(".")[2].lstrip(":") in _APPLICATIONS or known.endswith(_MAKERS)


def _last(decorator: cst.BaseExpression) -> str:
    called = decorator.func if isinstance(decorator, cst.Call) else decorator
    if isinstance(called, cst.Attribute):
        return called.attr.value
    return (dotted(called) or "").rpartition(".")[2]
