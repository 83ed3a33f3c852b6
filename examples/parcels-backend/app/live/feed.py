"""The websocket that tells what happens to a parcel."""

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from app.live.connections import ConnectionManager

router = APIRouter(tags=["live"])

manager = ConnectionManager()


@router.websocket("/ws/parcels/{number}")
async def follow_parcel(websocket: WebSocket, number: str) -> None:
    """News of one parcel, until the browser goes away; a "ping" gets a "pong"."""
    session = await manager.connect(websocket, number)
    try:
        await websocket.send_json({"type": "connected", "session": session})
        while True:
            if await websocket.receive_text() == "ping":
                await websocket.send_json({"type": "pong"})
    except WebSocketDisconnect:
        manager.disconnect(session)
