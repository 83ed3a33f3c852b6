"""Who is connected, and follows which parcel."""

import logging
from uuid import uuid4

from fastapi import WebSocket

from app.parcels import ParcelNews

logger = logging.getLogger(__name__)


class ConnectionManager:
    """Holds the open websockets of this process, and tells them news of what they follow."""

    def __init__(self) -> None:
        self.connections: dict[str, WebSocket] = {}
        self.followed: dict[str, str] = {}

    async def connect(self, websocket: WebSocket, number: str) -> str:
        """Accept a websocket that follows a parcel; the name of the session."""
        await websocket.accept()
        session = uuid4().hex
        self.connections[session] = websocket
        self.followed[session] = number
        logger.info("follower came", extra={"session": session, "number": number})
        return session

    def disconnect(self, session: str) -> None:
        """Forget a session, also one that is forgotten already."""
        self.connections.pop(session, None)
        self.followed.pop(session, None)
        logger.info("follower left", extra={"session": session})

    async def tell(self, news: ParcelNews) -> None:
        """Send news to all who follow the parcel; who is gone is forgotten."""
        for session in [key for key, number in self.followed.items() if number == news.number]:
            try:
                await self.connections[session].send_json(news.model_dump(mode="json"))
            except RuntimeError as error:
                logger.warning("follower is gone", extra={"session": session, "error": str(error)})
                self.disconnect(session)
