import asyncio
import os
import time
from pathlib import Path

import aiofiles
import anyio
import httpx
import redis.asyncio as redis
import requests
from fastapi.concurrency import run_in_threadpool
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import sessionmaker

Session = async_sessionmaker()
OldSession = sessionmaker(class_=AsyncSession)


async def awaits(url, store: redis.Redis, db: AsyncSession):
    async with httpx.AsyncClient() as client:
        await client.get(url)
    await store.get("a")
    await db.execute("select 1")
    await asyncio.sleep(1)
    async with aiofiles.open("a") as file:
        await file.read()
    await anyio.Path("a").read_text()
    async with Session() as session, OldSession() as other:
        await session.commit()
        session.add(other)


async def hands_over(url):
    await asyncio.to_thread(requests.get, url)
    await asyncio.to_thread(lambda: requests.get(url))
    await asyncio.get_running_loop().run_in_executor(None, time.sleep, 1)
    await run_in_threadpool(requests.get, url)

    def load():
        return requests.get(url)

    return await anyio.to_thread.run_sync(load)


async def small_questions(path: Path):
    if path.exists() and os.path.getsize(path):
        path.unlink()
    path.parent.mkdir()
    os.makedirs("a")


async def done_tasks(jobs):
    done, _ = await asyncio.wait(jobs)
    return [task.result() for task in done]


async def own_names(requests, open):
    requests.get("a")
    open("b")


def synchronous(url):
    time.sleep(1)
    return requests.get(url)


async def unknown_objects(client, session):
    client.get("a")
    session.execute("b")
