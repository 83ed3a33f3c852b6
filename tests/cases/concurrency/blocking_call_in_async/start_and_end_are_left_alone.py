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
