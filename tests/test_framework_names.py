"""vulture at all its confidences on a small FastAPI backend: what only frameworks use is not dead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.projects import make_project, report, write

_BASE = """\
from pydantic import BaseModel
from sqlalchemy.orm import DeclarativeBase


class AppModel(BaseModel):
    model_config = {"extra": "forbid"}


class Base(DeclarativeBase):
    pass
"""

_MODELS = """\
import enum
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypedDict

from pydantic import field_validator
from pydantic_settings import BaseSettings
from sqlalchemy.orm import Mapped, mapped_column

from app.base import AppModel, Base


class UserIn(AppModel):
    nickname: str
    age_years: int = 0

    @field_validator("age_years")
    @classmethod
    def check_age(cls, value: int, info: object) -> int:
        return value

    def dead_method(self) -> str:
        return self.nickname

    class Config:
        from_attributes = True


class Settings(BaseSettings):
    database_url: str
    pool_limit: int = 5


class UserRow(Base):
    __tablename__ = "users"
    row_id: Mapped[int] = mapped_column(primary_key=True)
    last_login: Mapped[int]


class Claims(TypedDict):
    issuer: str


class Point(NamedTuple):
    latitude: float


@dataclass
class Ledger:
    entries_total: int


class Kind(enum.Enum):
    MANUAL = 1


class Port(Protocol):
    def fetch(self, ident: int) -> str: ...


class Plain:
    dead_constant = 3

    def __init__(self, unused_argument: int) -> None:
        self.dead_attribute = 1

    def __exit__(self, exc_type, exc_value, traceback_object) -> None:
        return None
"""

_MAIN = """\
import logging
from contextlib import asynccontextmanager

from celery import shared_task
from fastapi import APIRouter, Depends, FastAPI, Request
from sqlalchemy import event

from app.models import Claims, Kind, Ledger, Plain, Point, Port, Settings, UserIn

router = APIRouter()


def not_found(the_request: Request, the_problem: Exception) -> None:
    return None


not_found


@asynccontextmanager
async def lifespan(application_instance: FastAPI):
    yield


service = FastAPI(lifespan=lifespan)
service.include_router(router)
service.state.counter_value = 1


class Exporters:
    @classmethod
    def register(cls, kind):
        return kind


@Exporters.register("csv")
class CsvExporter:
    pass


class Pool:
    def __init__(self, engine) -> None:
        event.listen(engine, "checkout", self.on_checkout)

    def on_checkout(self, connection_record) -> None:
        return None


Pool(None)


class Quiet(logging.Filter):
    def filter(self, log_record) -> bool:
        return True

    def dead_helper(self) -> bool:
        return True


logging.getLogger("x").addFilter(Quiet())


@router.get("/users")
async def list_users(incoming_request: Request, body: UserIn = Depends(Settings)) -> list[str]:
    return [str((Claims, Kind, Ledger, Plain, Point, Port))]


@service.exception_handler(ValueError)
async def on_value_error(request_object: Request, problem: ValueError) -> None:
    return None


@service.middleware("http")
async def add_header(req, call_next):
    return await call_next(req)


@shared_task
def send_mail(address: str) -> None:
    return None


@event.listens_for(Plain, "load")
def loaded(target_object, load_context) -> None:
    return None


def truly_dead(dead_parameter: int) -> int:
    return 1


def touch(user_row) -> None:
    user_row.last_login = 2
    user_row.dead_mark = 3


async def unused_route_like() -> None:
    touch(None)
"""

_MIGRATION = """\
revision = "1"
down_revision = None


def upgrade() -> None: ...


def downgrade() -> None: ...
"""

_CONFTEST = """\
import pytest


@pytest.fixture
def database_client(tmp_database):
    return 1


def pytest_configure(config):
    return None


def dead_helper_of_tests():
    return 1
"""

_TEST = """\
def test_it(database_client, other_fixture):
    assert 1
"""

_FILES = {
    "app/__init__.py": "",
    "app/base.py": _BASE,
    "app/models.py": _MODELS,
    "app/main.py": _MAIN,
    "app/alembic/versions/one.py": _MIGRATION,
    "tests/conftest.py": _CONFTEST,
    "tests/test_app.py": _TEST,
}
_DEAD_ARGUMENTS = {("app/models.py", "unused_argument"), ("app/main.py", "dead_parameter")}
_DEAD = {
    ("app/main.py", "dead_helper"),
    ("app/main.py", "truly_dead"),
    ("app/main.py", "dead_mark"),
    ("app/main.py", "unused_route_like"),
    ("app/models.py", "dead_method"),
    ("app/models.py", "fetch"),
    ("app/models.py", "dead_constant"),
    ("app/models.py", "dead_attribute"),
    ("tests/conftest.py", "dead_helper_of_tests"),
}


def backend(tmp_path: Path, confidence: int) -> Path:
    configuration = (
        '[tool.quality-kit]\nlinters = ["vulture"]\nselect = ["vulture"]\n'
        f"[tool.vulture]\nmin_confidence = {confidence}\n"
    )
    return make_project(tmp_path, {**_FILES, "pyproject.toml": configuration})


def dead(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(finding["path"], finding["message"].split("'")[1]) for finding in found["findings"]}


@pytest.mark.parametrize(
    ("confidence", "expected"), [(60, _DEAD | _DEAD_ARGUMENTS), (90, _DEAD_ARGUMENTS), (100, _DEAD_ARGUMENTS)]
)
def test_only_what_no_framework_uses_is_dead(
    tmp_path: Path, confidence: int, expected: set[tuple[str, str]]
) -> None:
    root = backend(tmp_path, confidence)
    assert dead(report(cwd=root)) == expected
    assert dead(report(cwd=root)) == expected  # from the cache


def test_a_base_in_another_file_decides_and_is_looked_at_again_when_it_changes(tmp_path: Path) -> None:
    root = backend(tmp_path, 60)
    assert ("app/models.py", "age_years") not in dead(report(cwd=root))
    write(root, "app/base.py", _BASE.replace("class AppModel(BaseModel)", "class AppModel"))
    assert ("app/models.py", "age_years") in dead(report(cwd=root))


def test_a_part_of_the_tree_is_judged_like_the_whole(tmp_path: Path) -> None:
    root = backend(tmp_path, 60)
    found = dead(report("app/models.py", cwd=root))
    assert found == {each for each in _DEAD | _DEAD_ARGUMENTS if each[0] == "app/models.py"}
