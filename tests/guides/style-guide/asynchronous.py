# path: app/orders/remote.py
# SG19: what blocks in asynchronous code, and a task that nobody keeps.
import asyncio
import time

import requests


async def fetch(url: str) -> bytes:
    answer = requests.get(url)  # finding: QK801
    time.sleep(1)  # finding: QK801
    return answer.content


async def begin(url: str) -> None:
    asyncio.create_task(fetch(url))  # finding: QK802


async def fetch_aside(url: str) -> bytes:
    answer = await asyncio.to_thread(requests.get, url)
    await asyncio.sleep(1)
    return answer.content
