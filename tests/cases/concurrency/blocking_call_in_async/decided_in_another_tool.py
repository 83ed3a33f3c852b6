import os
import time


async def memory(pid: int) -> int:
    with open("/sys/fs/cgroup/memory.current") as file:  # noqa: ASYNC230
        used = int(file.read())
    time.sleep(1)  # noqa: E501, ASYNC251
    time.sleep(1)  # noqa: E501  # finding: QK801
    os.waitpid(pid, os.WNOHANG)
    os.waitpid(pid, 0)  # finding: QK801
    return used + exit_of(pid)


def exit_of(pid: int) -> int:
    return os.waitpid(pid, os.WNOHANG)[1]
