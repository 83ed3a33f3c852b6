# path: app/voice/sockets.py
# SG4: when the client goes, nobody notices.
from fastapi import FastAPI, WebSocket

app = FastAPI()


@app.websocket("/ws/echo")
async def echo(websocket: WebSocket) -> None:  # finding: QK803
    await websocket.accept()
    while True:
        text = await websocket.receive_text()
        await websocket.send_text(text)
