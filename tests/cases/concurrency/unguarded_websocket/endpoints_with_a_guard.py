import asyncio
import contextlib

from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from starlette.endpoints import WebSocketEndpoint

app = FastAPI()


@app.websocket("/a")
async def catches_it(websocket: WebSocket, manager):
    try:
        while True:
            await websocket.send_text(await websocket.receive_text())
    except WebSocketDisconnect:
        await manager.disconnect(websocket)


@app.websocket("/b")
async def catches_all(websocket: WebSocket):
    while True:
        try:
            await websocket.receive_text()
        except Exception:
            break


@app.websocket("/c")
async def cleans_up(websocket: WebSocket, manager):
    try:
        while True:
            await websocket.receive_text()
    finally:
        manager.forget(websocket)


@app.websocket("/d")
async def suppresses(websocket: WebSocket):
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await websocket.receive_text()


@app.websocket("/e")
async def in_a_session(websocket: WebSocket, manager):
    async with manager.session(websocket):
        while True:
            await websocket.receive_text()


@app.websocket("/f")
async def iterates(websocket: WebSocket):
    async for text in websocket.iter_text():
        await websocket.send_text(text)


@app.websocket("/g")
async def no_loop(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_json({"state": "ready"})
    await websocket.close()


@app.websocket("/h")
async def leaves_it_to_a_helper(websocket: WebSocket):
    while await exchange(websocket):
        pass


async def exchange(websocket: WebSocket) -> bool:
    try:
        await websocket.receive_text()
    except WebSocketDisconnect:
        return False
    return True


@app.websocket("/i")
async def nested(websocket: WebSocket):
    async def listen():
        while True:
            await websocket.receive_text()

    try:
        await asyncio.gather(listen(), asyncio.sleep(10))
    except (WebSocketDisconnect, asyncio.CancelledError):
        pass


@app.websocket("/j")
@closes_quietly
async def decorated(websocket: WebSocket):
    while True:
        await websocket.receive_text()


class Echo(WebSocketEndpoint):
    async def on_receive(self, websocket, data):
        for part in data:
            await websocket.send_text(part)


async def no_endpoint(websocket: WebSocket):
    while True:
        await websocket.receive_text()


@app.get("/page")
async def page(websocket: str):
    for part in websocket:
        part.send(websocket)
