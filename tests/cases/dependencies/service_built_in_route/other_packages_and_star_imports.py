# path: app/routes.py
from fastapi import FastAPI
from httpx import Client
from openai import OpenAIClient

from app.services import *

app = FastAPI()


class Local:
    def all(self): ...


@app.get("/foreign")
def foreign():
    OpenAIClient()
    return Client()


@app.get("/star")
def star():
    return UserService()  # finding: QK204


@app.get("/local")
def local():
    return Local().all()


@app.websocket("/ws")
async def socket(websocket):
    await ChatService(websocket).run()
    await PushService().run()  # finding: QK204
