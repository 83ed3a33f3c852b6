# path: app/voice/sockets.py
# SG4: the holder of connections stands at module level, and the endpoint frees what it holds.
# SG8 is about all functions, so what has no types here is found.
import uuid

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

from app.voice.context import CallContext
from app.voice.handling import handle

app = FastAPI()


class ConnectionManager:
    def __init__(self):  # finding: QK102
        self.open_sockets: dict[str, WebSocket] = {}
        self.calls: dict[str, CallContext] = {}

    async def connect(self, websocket: WebSocket, client_ip: str) -> str:
        await websocket.accept()
        call_id = str(uuid.uuid4())
        self.open_sockets[call_id] = websocket
        self.calls[call_id] = CallContext(call_id, client_ip)
        await self.calls[call_id].start()
        return call_id

    async def disconnect(self, call_id: str):  # finding: QK102
        if call_id in self.open_sockets:
            del self.open_sockets[call_id]
        if call_id in self.calls:
            del self.calls[call_id]

    async def send_json(self, call_id: str, data: dict):  # finding: QK102
        if websocket := self.open_sockets.get(call_id):
            await websocket.send_json(data)


manager = ConnectionManager()


@app.websocket("/ws/calls")
async def call_endpoint(websocket: WebSocket):  # finding: QK102
    call_id = await manager.connect(websocket, websocket.client.host)

    try:
        await manager.send_json(call_id, {"type": "connected", "call_id": call_id})

        while True:
            data = await websocket.receive_json()
            await handle(call_id, data)

    except WebSocketDisconnect:
        await manager.disconnect(call_id)
