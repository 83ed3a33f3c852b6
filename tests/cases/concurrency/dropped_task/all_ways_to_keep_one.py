import asyncio

_tasks = set()
_beat = None


class Worker:
    def __init__(self, jobs):
        self._task = asyncio.create_task(jobs.run())
        self.by_name = {"run": asyncio.create_task(jobs.again())}


async def keep(jobs, worker, queue):
    global _beat
    _beat = asyncio.create_task(jobs.beat())
    await asyncio.create_task(jobs.a())
    _tasks.add(asyncio.create_task(jobs.b()))
    worker.task = asyncio.create_task(jobs.c())
    queue["d"] = asyncio.create_task(jobs.d())
    task = asyncio.create_task(jobs.e())
    task.add_done_callback(_tasks.discard)
    pending = [asyncio.create_task(job()) for job in jobs]
    await asyncio.wait(pending)
    first, second = asyncio.create_task(jobs.f()), asyncio.create_task(jobs.g())
    await asyncio.gather(asyncio.create_task(jobs.h()), first, second)
    asyncio.ensure_future(worker.task).add_done_callback(print)
    return asyncio.create_task(jobs.i())


async def keep_for_a_nested_function(jobs):
    task = asyncio.create_task(jobs.a())

    def stop():
        task.cancel()

    return stop


async def yields(jobs):
    yield asyncio.create_task(jobs.a())


async def decided_in_another_tool(jobs):
    asyncio.create_task(jobs.a())  # noqa: RUF006
