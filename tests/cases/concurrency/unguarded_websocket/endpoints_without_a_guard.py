import asyncio

from fastapi import APIRouter, FastAPI, WebSocket
from starlette.routing import WebSocketRoute

app = FastAPI()
router = APIRouter()


@app.websocket("/a")
@app.websocket("/v2/a")
async def receives(websocket: WebSocket):  # finding: QK803
    await websocket.accept()
    while True:
        data = await websocket.receive_json()
        await websocket.send_json(data)


@router.websocket("/b")
async def sends(ws):  # finding: QK803
    for number in range(100):
        await ws.send_text(str(number))


@app.websocket("/c")
async def catches_something_else(websocket: WebSocket):  # finding: QK803
    try:
        while True:
            await websocket.receive_text()
    except (ValueError, KeyError):
        await websocket.close()


@app.websocket("/d")
async def handles_too_late(websocket: WebSocket):  # finding: QK803
    try:
        await websocket.accept()
    finally:
        while True:
            await websocket.receive_text()


async def by_a_call(websocket: WebSocket):  # finding: QK803
    while True:
        await websocket.receive_text()


async def by_a_list(websocket: WebSocket):  # finding: QK803
    while True:
        await websocket.receive_bytes()


router.add_api_websocket_route("/e", by_a_call)
routes = [WebSocketRoute("/f", endpoint=by_a_list)]


@app.websocket("/g")
async def nested(websocket: WebSocket):  # finding: QK803
    async def listen():
        while True:
            await websocket.receive_text()

    await asyncio.gather(listen(), asyncio.sleep(10))
