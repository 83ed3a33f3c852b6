# path: tests/test_jobs.py
import asyncio


async def test_jobs(jobs):
    asyncio.create_task(jobs.run())
