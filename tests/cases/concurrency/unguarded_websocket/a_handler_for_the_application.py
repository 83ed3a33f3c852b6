from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


@app.exception_handler(WebSocketDisconnect)
async def gone(websocket: WebSocket, error: WebSocketDisconnect):
    await forget(websocket)


@app.websocket("/a")
async def receives(websocket: WebSocket):
    while True:
        await websocket.receive_text()
