import asyncio
import time
from contextlib import asynccontextmanager

from fastapi import FastAPI

app = FastAPI()


@asynccontextmanager
async def app_lifespan(app):
    time.sleep(1)
    yield


@app.on_event("startup")
async def prepare():
    time.sleep(1)


async def main():
    time.sleep(1)


async def main_like():
    time.sleep(1)  # finding: QK801


if __name__ == "__main__":
    asyncio.run(main())


class Server:
    async def setup_server(self, path):
        with open(path) as file:
            self.key = file.read()

    async def setup_user(self, path):
        with open(path) as file:  # finding: QK801
            self.user = file.read()


async def connect(app):
    time.sleep(1)


async def clean(app):
    time.sleep(1)


def create(site):
    site.on_startup.append(connect)
    site.register_listener(clean, "after_server_stop")
