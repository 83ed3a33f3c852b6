"""A fresh database, a client that knows the API key, and a mailbox in memory."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

os.environ.update(
    DATABASE_URL="sqlite://",
    API_KEY="test-key",
    PAYMENT_API_KEY="test-payment-key",
    MAIL_SENDER="orders@example.com",
)

from app.core.database import get_session  # noqa: E402
from app.main import app  # noqa: E402
from app.models.base import Base  # noqa: E402
from app.services.order_service import order_service  # noqa: E402


class MemoryTransport:
    """Keeps what would have been sent."""

    def __init__(self) -> None:
        self.sent: list[dict[str, str]] = []

    def send(self, recipient: str, subject: str, text: str) -> None:
        self.sent.append({"to": recipient, "subject": subject, "text": text})


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine(
        "sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool
    )
    Base.metadata.create_all(engine)
    with sessionmaker(engine, expire_on_commit=False)() as session:
        yield session
    engine.dispose()


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    transport = MemoryTransport()
    monkeypatch.setattr(order_service, "_mail", transport)
    return transport.sent


@pytest.fixture
def client(session: Session) -> Iterator[TestClient]:
    app.dependency_overrides[get_session] = lambda: session
    yield TestClient(app, headers={"X-API-Key": "test-key"})
    app.dependency_overrides.clear()


@pytest.fixture
def customer_id(client: TestClient) -> int:
    data = {"name": "Blue Door Cafe", "email": "Hello@bluedoor.example", "country": "NL"}
    client.put("/api/v1/stock/CUP", json={"name": "Paper cup", "unit_cents": 12, "received": 900})
    return int(client.post("/api/v1/customers", json=data).json()["id"])
