"""What QK201 says about a business object: class, cure and importers; and which trees it can read."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.examples import findings, reported

CLASS = "class UserService: ...\n"
SERVICE = f"{CLASS}user_service = UserService()\n"


def messages(files: Mapping[str, str]) -> list[str]:
    return [finding.message for finding in findings(files, "QK201")]


def importers(files: Mapping[str, str]) -> str:
    """What the one finding says of who imports the name."""
    (message,) = messages(files)
    return message.split("; ")[0].split(", ")[1]


def test_a_finding_names_variable_class_and_cure() -> None:
    assert messages({"app/users.py": SERVICE}) == [
        "business object `user_service` (`UserService`) built at module level, imported by no other module; "
        "build it in a cached provider (`@lru_cache def get_user_service() -> UserService`) "
        "and inject it with `Depends(get_user_service)`"
    ]


@pytest.mark.parametrize(
    ("binding", "names", "provider"),
    [
        ("OAUTH_SERVICE = UserService()", "OAUTH_SERVICE", "get_oauth_service"),
        ("users = UserService()", "users", "get_user_service"),
        ("users = the_service = UserService()", "users = the_service", "get_the_service"),
        ("users = (service := UserService())", "users = service", "get_service"),
    ],
)
def test_the_provider_is_called_like_the_variable_when_that_says_enough(
    binding: str, names: str, provider: str
) -> None:
    (message,) = messages({"app/users.py": f"{CLASS}{binding}\n"})
    assert message.startswith(f"business object `{names}` (`UserService`) ")
    assert message.endswith(f"`Depends({provider})`")


def test_a_finding_names_the_class_and_not_its_alias() -> None:
    files = {"app/users.py": CLASS, "app/main.py": "from app.users import UserService as US\nx = US()\n"}
    (message,) = messages(files)
    assert "(`UserService`)" in message


def test_a_finding_stands_at_the_name() -> None:
    code = f"{CLASS}if True:\n    users: UserService = (\n        UserService()\n    )\n"
    (finding,) = findings({"app/users.py": code}, "QK201")
    assert finding.location.place == (3, 5, 3, 10)
    assert finding.severity == "error"


def test_every_module_that_imports_the_name_counts_once() -> None:
    files = {
        "app/__init__.py": "",
        "app/users.py": SERVICE,
        "app/a.py": "from app.users import user_service\nfrom app.users import user_service as again\n",
        "app/b.py": "from .users import user_service as service\n",
        "app/c.py": "def call():\n    from app.users import user_service\n",
        "app/d.py": "from app.users import UserService\n",
        "app/e.py": "from other.users import user_service\n",
    }
    assert importers(files) == "imported by 3 modules"


def test_one_importer_is_one_module() -> None:
    files = {"app/users.py": SERVICE, "app/a.py": "from app.users import user_service\n"}
    assert importers(files) == "imported by 1 module"


def test_importers_of_a_name_that_is_exported_again_count() -> None:
    files = {
        "app/__init__.py": "",
        "app/users/__init__.py": "from .service import user_service as users\n",
        "app/users/service.py": SERVICE,
        "app/a.py": "from app.users import users\n",
        "app/b.py": "from app.users.service import *\n",
        "app/c.py": "from app.users import *\n",
        "app/d.py": "from app.users import service\n",
    }
    assert importers(files) == "imported by 4 modules"


def test_a_star_import_brings_no_private_name() -> None:
    code = f"{CLASS}_user_service = UserService()\n"
    assert (
        importers({"app/users.py": code, "app/a.py": "from app.users import *\n"})
        == "imported by no other module"
    )


def test_all_names_of_one_object_share_their_importers() -> None:
    files = {
        "app/users.py": f"{CLASS}first = second = UserService()\n",
        "app/a.py": "from app.users import first, second\n",
        "app/b.py": "from app.users import second\n",
    }
    assert importers(files) == "imported by 2 modules"


@pytest.mark.parametrize(
    "importing", ["from app.broken import UserService", "from .broken import UserService"]
)
def test_a_class_of_a_file_that_is_no_python_counts_as_own(importing: str) -> None:
    files = {"app/broken.py": "class UserService(\n", "app/main.py": f"{importing}\nx = UserService()\n"}
    assert reported(files, "QK201") == [("app/broken.py", 1, "QK000"), ("app/main.py", 2, "QK201")]


def test_a_value_behind_a_file_that_is_no_python_is_known_by_its_base() -> None:
    files = {
        "app/broken.py": "class BaseModel(\n",
        "app/main.py": "from app.broken import BaseModel\nclass Client(BaseModel): ...\nclient = Client()\n",
    }
    assert reported(files, "QK201") == [("app/broken.py", 1, "QK000")]


def test_imports_in_a_circle_lead_nowhere() -> None:
    files = {
        "app/a.py": "from app.b import UserService\nuser_service = UserService()\n",
        "app/b.py": "from app.a import UserService\n",
    }
    assert reported(files, "QK201") == []
