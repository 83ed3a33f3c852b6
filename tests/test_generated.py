"""What is made from the code is fresh."""

from __future__ import annotations

import pytest

from tests.generated import GENERATED, ROOT, Generated


@pytest.mark.parametrize("generated", GENERATED, ids=lambda generated: str(generated.path.relative_to(ROOT)))
def test_a_generated_file_is_fresh(generated: Generated) -> None:
    assert generated.path.read_text(encoding="utf-8") == generated.make_text(), "run make docs"
