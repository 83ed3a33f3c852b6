"""Which file an import of the tree means, and which imports are the tree's own."""

from __future__ import annotations

import pytest

from quality_kit.modules import Modules

#: A package in the root, as FastAPI's own template has it.
PACKAGED = Modules(
    [
        "app/__init__.py",
        "app/main.py",
        "app/users/__init__.py",
        "app/users/service.py",
        "conftest.py",
        "setup.py",
    ]
)
SRC = Modules(["src/shop/__init__.py", "src/shop/cart.py", "tests/test_cart.py"])
#: Two deployments with a package of the same name, and a library.
MONOREPO = Modules(
    [
        "backend/app/__init__.py",
        "backend/app/models.py",
        "backend/app/api/__init__.py",
        "backend/app/api/routes.py",
        "worker/app/__init__.py",
        "worker/app/models.py",
        "worker/app/jobs.py",
        "libs/common/src/common/__init__.py",
        "libs/common/src/common/log.py",
    ]
)
#: No ``__init__.py`` at all.
NAMESPACE = Modules(
    ["backend/app/main.py", "backend/app/services/users.py", "backend/app/core/config.py", "cli.py"]
)


@pytest.mark.parametrize(
    ("modules", "roots"),
    [
        (PACKAGED, ("", "src")),
        (SRC, ("", "src")),
        (MONOREPO, ("", "backend", "libs/common/src", "src", "worker")),
        (NAMESPACE, ("", "src")),
        (Modules(["__init__.py", "a.py"]), ("", "src")),
        (Modules(["backend/app/__init__.py"], ["backend/", "."]), ("", "backend")),
    ],
    ids=["package", "src", "monorepo", "namespace", "the root is a package", "configured"],
)
def test_the_source_roots_are_found(modules: Modules, roots: tuple[str, ...]) -> None:
    assert modules.roots == roots


@pytest.mark.parametrize(
    ("modules", "path", "name"),
    [
        (PACKAGED, "app/users/service.py", "app.users.service"),
        (PACKAGED, "app/users/__init__.py", "app.users"),
        (PACKAGED, "conftest.py", "conftest"),
        (SRC, "src/shop/cart.py", "shop.cart"),
        (SRC, "tests/test_cart.py", "tests.test_cart"),
        (MONOREPO, "backend/app/api/routes.py", "app.api.routes"),
        (MONOREPO, "libs/common/src/common/log.py", "common.log"),
        (NAMESPACE, "backend/app/services/users.py", "backend.app.services.users"),
        (Modules(["__init__.py"]), "__init__.py", ""),
        (Modules(["a/b/c.py"], ["a"]), "a/b/c.py", "b.c"),
    ],
)
def test_a_module_is_named_from_its_nearest_source_root(modules: Modules, path: str, name: str) -> None:
    assert modules.name(path) == name


@pytest.mark.parametrize(
    ("modules", "module", "importer", "path"),
    [
        (PACKAGED, "app.users.service", "app/main.py", "app/users/service.py"),
        (PACKAGED, "app.users", "app/main.py", "app/users/__init__.py"),
        (PACKAGED, "app.orders", "app/main.py", None),
        (PACKAGED, "conftest", "app/main.py", "conftest.py"),
        (SRC, "shop.cart", "tests/test_cart.py", "src/shop/cart.py"),
        (SRC, "src.shop.cart", "tests/test_cart.py", "src/shop/cart.py"),
        (MONOREPO, "app.models", "backend/app/api/routes.py", "backend/app/models.py"),
        (MONOREPO, "app.models", "worker/app/jobs.py", "worker/app/models.py"),
        (MONOREPO, "common.log", "worker/app/jobs.py", "libs/common/src/common/log.py"),
        (NAMESPACE, "app.services.users", "backend/app/main.py", "backend/app/services/users.py"),
        (NAMESPACE, "services.users", "backend/app/main.py", "backend/app/services/users.py"),
        (NAMESPACE, "backend.app.core.config", "cli.py", "backend/app/core/config.py"),
        (NAMESPACE, "users", "backend/app/services/users.py", "backend/app/services/users.py"),
    ],
)
def test_an_import_means_the_nearest_file_of_that_name(
    modules: Modules, module: str, importer: str, path: str | None
) -> None:
    assert modules.find(module, importer) == path


def test_near_means_folders_in_common_not_letters() -> None:
    modules = Modules(["services/auth/app/x.py", "services/billing/app/x.py", "services/billing2/main.py"])
    assert modules.find("app.x", "services/billing/main.py") == "services/billing/app/x.py"
    assert modules.find("app.x", "services/billing2/main.py") == modules.find("app.x", "services/main.py")


def test_a_folder_inside_a_package_is_a_source_root_only_when_nothing_else_has_the_name() -> None:
    inside = "app/redis/client.py"
    modules = Modules(["app/__init__.py", "app/redis/__init__.py", inside, "app/main.py"])
    assert modules.find("redis", "app/main.py") is None
    assert modules.find("redis.client", "app/main.py") == inside
    with_a_root = Modules(
        ["app/__init__.py", "app/redis/__init__.py", inside, "app/main.py", "redis/client.py"]
    )
    assert with_a_root.find("redis.client", "app/main.py") == "redis/client.py"


def test_configured_source_roots_take_the_place_of_those_found() -> None:
    paths = ["lib/python/a/b.py", "lib/python/__init__.py", "lib/__init__.py"]
    assert Modules(paths).top_level == {"lib"}
    configured = Modules(paths, ["lib/python"])
    assert configured.top_level == {"a"}
    assert configured.find("a.b") == "lib/python/a/b.py"


@pytest.mark.parametrize(
    ("modules", "own", "foreign"),
    [
        (PACKAGED, ["app", "app.gone.generated", "conftest"], ["users", "service", "fastapi.FastAPI"]),
        (SRC, ["shop.cart", "tests.factories", "src.shop"], ["cart", "pydantic"]),
        (MONOREPO, ["app.models", "common", "backend.app"], ["models", "api", "redis.client"]),
        (NAMESPACE, ["app.gone", "services.users", "core.config", "cli"], ["sqlalchemy"]),
    ],
    ids=["package", "src", "monorepo", "namespace"],
)
def test_an_import_is_own_when_it_begins_with_a_name_below_a_source_root(
    modules: Modules, own: list[str], foreign: list[str]
) -> None:
    assert [name for name in own if not modules.is_own(name)] == []
    assert [name for name in foreign if modules.is_own(name)] == []


def test_a_name_of_the_standard_library_is_never_own() -> None:
    modules = Modules(["logging.py", "queue/__init__.py", "app/email/client.py"])
    assert modules.top_level == {"app", "client"}


@pytest.mark.parametrize(
    ("path", "written", "absolute"),
    [
        ("app/users/service.py", "app.main", "app.main"),
        ("app/users/service.py", ".models", "app.users.models"),
        ("app/users/service.py", ".", "app.users"),
        ("app/users/service.py", "..main.app", "app.main.app"),
        ("app/users/__init__.py", ".service", "app.users.service"),
        ("app/users/__init__.py", "..main", "app.main"),
        ("app/users/service.py", ".....far.away", "far.away"),
        ("conftest.py", ".x", "x"),
        ("__init__.py", ".x", "x"),
    ],
)
def test_leading_dots_are_resolved_from_the_file(path: str, written: str, absolute: str) -> None:
    assert PACKAGED.absolute(path, written) == absolute


def test_a_relative_import_in_a_namespace_folder_finds_its_file() -> None:
    path = "backend/app/services/users.py"
    assert NAMESPACE.find(NAMESPACE.absolute(path, "..core.config"), path) == "backend/app/core/config.py"


def test_a_dotted_name_is_divided_at_the_file_that_defines_it() -> None:
    name = "app.users.service.UserService.create"
    assert PACKAGED.split(name) == ("app/users/service.py", "UserService.create")
    assert PACKAGED.split("app.users.service") == ("app/users/service.py", "")
    assert PACKAGED.split("app.User") == ("app/__init__.py", "User")
    assert PACKAGED.split("fastapi.FastAPI") is None
