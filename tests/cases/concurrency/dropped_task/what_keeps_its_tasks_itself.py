import asyncio

import anyio
from fastapi import BackgroundTasks

from app.background import create_task


async def groups(jobs, nursery, background: BackgroundTasks, group: asyncio.TaskGroup):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(jobs.a())
    async with anyio.create_task_group() as task_group:
        task_group.start_soon(jobs.b)
    group.create_task(jobs.c())
    nursery.start_soon(jobs.d)
    background.add_task(jobs.e)
    create_task(jobs.f())
    jobs.scheduler.create_task(jobs.g())
