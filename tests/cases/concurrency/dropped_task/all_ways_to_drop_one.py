import asyncio as aio
from asyncio import create_task, ensure_future, get_running_loop


async def statements(jobs, loop, self):
    create_task(jobs.a())  # finding: QK802
    aio.create_task(jobs.b(), name="b")  # finding: QK802
    ensure_future(jobs.c())  # finding: QK802
    loop.create_task(jobs.d())  # finding: QK802
    self.bot.loop.create_task(jobs.e())  # finding: QK802
    get_running_loop().create_task(jobs.f())  # finding: QK802
    aio.create_task(jobs.g()).add_done_callback(print)  # finding: QK802
    jobs and aio.create_task(jobs.h())  # finding: QK802
    [aio.create_task(job()) for job in jobs]  # finding: QK802


async def names(jobs, loop: aio.AbstractEventLoop):
    _ = aio.create_task(jobs.a())  # finding: QK802
    task: aio.Task = aio.create_task(jobs.b())  # finding: QK802
    other = loop.create_task(jobs.c())  # finding: QK802
    other = None
    jobs.task = jobs.other


def from_a_thread(jobs, event_loop):
    return [event_loop.call_soon(start) for start in jobs]
