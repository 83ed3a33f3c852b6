"""The layouts of the guides, as the rule about project structure reads them: the whole passes, a lack is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.examples import rules
from tests.generated import guides
from tests.in_process import check
from tests.projects import make_project

pytestmark = pytest.mark.skipif(
    "QK611" not in {entry.info.code for entry in rules()}, reason="the rule is not built yet"
)

WHOLE = {
    "style-guide": """
        app/__init__.py app/voice/__init__.py app/voice/service.py app/voice/README_voice.md
        app/voice/docs_voice/ARC_voice.md app/voice/tests_voice/test_service.py
    """,
    "clean-structure": """
        app/api/v1/endpoints/users.py app/api/v1/router.py app/core/config.py app/core/exceptions.py
        app/models/domain/user.py app/models/schemas/user.py app/services/user/user_service.py app/utils/text.py
        app/main.py tests/conftest.py tests/unit/test_utils/test_text.py tests/integration/test_api/test_users.py
        tests/e2e/test_workflows/test_sign_up.py scripts/seed.py docs/api.md docs/deployment.md docs/development.md
        docker/Dockerfile .env.example README.md Makefile
    """,
    "refactoring-plan": """
        app/__init__.py app/config/settings.py app/api/users/routes.py app/api/users/schemas.py app/core/security.py
        app/core/exceptions.py app/db/session.py app/models/user.py app/services/user.py tests/conftest.py
        tests/test_users.py alembic/versions/0001_users.py alembic/env.py .env.example requirements.txt main.py
    """,
    "best-practices": """
        main.py database.py alembic/env.py models/user.py routes/users.py services/user_service.py
        middleware/timing.py adapters/mail.py utils/text.py observability/logs.py tests/test_users.py
    """,
    "architecture": """
        app/api/v1/endpoints/cvs.py app/api/v1/router.py app/core/config.py app/models/cv.py app/schemas/cv.py
        app/services/cv_service.py app/db/database.py app/db/repositories/cv_repository.py app/main.py
    """,
}
LATER = {
    "refactoring-plan": """
        app/api/v1/endpoints/users.py app/core/config.py app/core/cache.py app/core/container.py app/core/events.py
        app/core/security.py app/models/user.py app/repositories/user.py app/schemas/user.py app/services/user.py
        alembic/env.py alembic/versions/0001_users.py tests/test_users.py .env.example requirements.txt
    """,
    "architecture": """
        app/features/cvs/endpoints/cvs.py app/features/cvs/services/cvs.py app/features/cvs/schemas/cv.py
        app/features/cvs/models/cv.py app/db/repositories/cv_repository.py app/core/config.py app/main.py
    """,
}


def told(tmp_path: Path, guide: str, paths: list[str]) -> list[str]:
    """The first path in each message."""
    files = {path: "" for path in paths} | {"quality-kit.toml": f'guide = "{guide}"\n'}
    ran = check(make_project(tmp_path, files), "--no-linters", "--select", "QK611")
    assert ran.code in (0, 1), ran.err
    return sorted(re.findall(r"`([^`]+)`", each["message"])[0] for each in ran.report["findings"])


@pytest.mark.parametrize(("guide", "paths"), [*WHOLE.items(), *LATER.items()])
def test_the_layout_that_a_guide_shows_passes(tmp_path: Path, guide: str, paths: str) -> None:
    assert told(tmp_path, guide, paths.split()) == []


def test_every_guide_has_a_layout() -> None:
    assert set(WHOLE) == {guide.name for guide in guides()}


def test_each_path_that_a_module_lacks_is_told(tmp_path: Path) -> None:
    paths = [
        "app/chat/__init__.py",
        "app/chat/service.py",
        "app/chat/tests_chat/test_service.py",
        "tests/test_all.py",
    ]
    assert told(tmp_path, "style-guide", [*WHOLE["style-guide"].split(), *paths]) == [
        "app/chat/README_chat.md",
        "app/chat/docs_chat/ARC_chat.md",
        "tests/test_all.py",
    ]


@pytest.mark.parametrize(
    ("guide", "left_out", "added", "paths"),
    [
        ("clean-structure", "docs/api.md", "app/schemas/user.py", ["app/schemas/user.py", "docs/api.md"]),
        ("clean-structure", "docker/Dockerfile", "Dockerfile", ["Dockerfile", "docker/Dockerfile"]),
        (
            "clean-structure",
            "Makefile",
            "app/services/pdf_service.py",
            ["Makefile", "app/services/pdf_service.py"],
        ),
        ("best-practices", "routes/users.py", "endpoints/users.py", ["endpoints/users.py", "routes/"]),
        ("refactoring-plan", "alembic/env.py", "app/api/deps.py", ["alembic/env.py"]),
        (
            "architecture",
            "app/db/repositories/cv_repository.py",
            "app/repositories/cv.py",
            ["app/db/repositories/ | infrastructure/repositories/", "app/repositories/cv.py"],
        ),
    ],
)
def test_what_lacks_and_what_lies_elsewhere_is_told(
    tmp_path: Path, guide: str, left_out: str, added: str, paths: list[str]
) -> None:
    there = [path for path in WHOLE[guide].split() if path != left_out]
    assert told(tmp_path, guide, [*there, added]) == paths
