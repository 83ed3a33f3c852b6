"""The options of QK201: what is business by its name, and what is not whatever its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from quality_kit.rule import RuleOptions

CLASS_SUFFIXES = (
    *("Service", "Client", "Manager", "Repository", "Repo", "DAO", "Dao", "Processor", "Handler", "Sender"),
    *("Engine", "Worker", "Store", "Gateway", "Provider", "UseCase", "Agent", "Registry", "Controller"),
    *("Orchestrator", "Pipeline"),
)
TARGET_NAMES = (
    *("service", "client", "manager", "repository", "repo", "dao", "crud", "processor", "handler", "sender"),
    *("worker", "store", "gateway", "provider", "use_case", "agent", "registry", "controller"),
    *("orchestrator", "pipeline"),
)
VALUES = (
    *("dataclasses.dataclass", "pydantic.*", "pydantic_settings.*", "attr.*", "attrs.*", "msgspec.*"),
    *("enum.*", "typing.NamedTuple", "typing_extensions.NamedTuple", "collections.namedtuple"),
    *("typing.TypedDict", "typing_extensions.TypedDict", "builtins.*Exception", "builtins.*Error"),
    *(
        "builtins.*Warning",
        "builtins.str",
        "builtins.int",
        "builtins.float",
        "builtins.bytes",
        "builtins.tuple",
    ),
    *(
        "sqlmodel.*",
        "sqlalchemy.orm.*",
        "sqlalchemy.ext.declarative.*",
        "flask_sqlalchemy.*",
        "django.db.models.*",
    ),
    *("tortoise.*", "beanie.*", "odmantic.*", "mongoengine.*", "peewee.*", "marshmallow.*", "strawberry.*"),
    *("graphene.*", "*BaseModel", "*BaseSettings", "*DeclarativeBase"),
)
INFRASTRUCTURE = (
    *(
        "FastAPI",
        "Starlette",
        "APIRouter",
        "Typer",
        "Celery",
        "CryptContext",
        "Jinja2Templates",
        "ContextVar",
    ),
    *(
        "HTTPBearer",
        "HTTPBasic",
        "APIKey*",
        "OAuth2PasswordBearer*",
        "MetaData",
        "Path",
        "*Logger",
        "*Settings",
    ),
    *("*Variable", "*EnvVar", "*Setting", "*Option", "*Flag"),
    *(
        "*Config",
        "*Lock",
        "*Semaphore",
        "*Middleware",
        "*Metrics",
        "*MetricsCollector",
        "*MetricsRegistry",
        "*MetricsClient",
        "*MetricsReporter",
        "*MetricsProcessor",
        "*MetricsExporter",
        "*MetricsRecorder",
        "*Telemetry",
        "*TelemetryClient",
        "*Tracer",
        "*TracerProvider",
        "*TracingManager",
        "*TraceManager",
        "*Container",
        "*Injector",
        "*Templates",
    ),
)
#: An object of the whole process that holds the configuration; but whoever needs one should not build it.
KEPT_INFRASTRUCTURE = (*INFRASTRUCTURE, "*ConfigManager")
INFRASTRUCTURE_BASES = (
    *("logging.*", "json.*", "argparse.*", "configparser.*", "threading.local", "contextvars.*", "string.*"),
    *(
        "html.parser.*",
        "http.server.*",
        "socketserver.*",
        "urllib.request.*",
        "xml.sax.*",
        "ast.*",
        "codecs.*",
    ),
    *("pickle.*", "importlib.*", "cmd.*", "code.*", "queue.*", "concurrent.futures.*", "types.*"),
    *("fastapi.*", "starlette.*", "uvicorn.*", "gunicorn.*", "flask.*", "werkzeug.*", "django.*", "sanic.*"),
    *("litestar.*", "aiohttp.web.*", "tornado.*", "celery.*", "kombu.*", "sqlalchemy.*", "alembic.*"),
    *("passlib.*", "prometheus_client.*", "opentelemetry.*", "structlog.*", "loguru.*", "click.*", "typer.*"),
    *(
        "pluggy.*",
        "stevedore.*",
        "dependency_injector.*",
        "dishka.*",
        "injector.*",
        "punq.*",
        "lagom.*",
        "watchdog.*",
        "watchfiles.*",
    ),
    *("socketio.*", "slowapi.*", "sqladmin.*", "starlette_admin.*"),
)


@dataclass(frozen=True)
class BusinessOptions(RuleOptions):
    """What counts as business."""

    exempt: Annotated[tuple[str, ...], "where the rule is silent: classes of paths or globs"] = (
        "tests",
        "migrations",
        "examples",
        "__main__.py",
    )
    class_suffixes: Annotated[tuple[str, ...], "ends of class names that say business"] = CLASS_SUFFIXES
    class_prefixes: Annotated[tuple[str, ...], "beginnings of class names that say business"] = ("CRUD",)
    target_names: Annotated[
        tuple[str, ...],
        "last words of variable names, in lower case, that say business whatever the class is called",
    ] = TARGET_NAMES
    values: Annotated[
        tuple[str, ...],
        "bases and decorators (globs on dotted names) whose classes are values, never business",
    ] = VALUES
    infrastructure: Annotated[tuple[str, ...], "names of infrastructure classes (globs)"] = (
        KEPT_INFRASTRUCTURE
    )
    infrastructure_bases: Annotated[
        tuple[str, ...], "bases and decorators (globs on dotted names) whose classes are infrastructure"
    ] = INFRASTRUCTURE_BASES
    third_party_clients: Annotated[bool, "whether instances of third-party SDK clients are found too"] = False
