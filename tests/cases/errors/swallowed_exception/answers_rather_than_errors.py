import asyncio
import queue
from contextlib import suppress

from fastapi import WebSocket, WebSocketDisconnect


async def serve(websocket: WebSocket, task: Task) -> None:
    try:
        while True:
            await websocket.receive_json()
    except WebSocketDisconnect:
        pass
    try:
        await task.run()
    except asyncio.CancelledError:
        pass
    with suppress(asyncio.CancelledError):
        await task.run()
    with suppress(KeyError, FileNotFoundError):
        forget(task)


def port_of(url: str, jobs: queue.Queue[str], users: UserTable) -> int:
    try:
        jobs.get_nowait()
    except queue.Empty:
        pass
    try:
        users.add(url)
    except users.DoesNotExist:
        pass
    try:
        users.check(url)
    except Abort:
        pass
    try:
        users.check(url)
    except _StopChecking:
        return
    try:
        users.check(url)
    except binascii.error:
        pass
    try:
        import speedups
    except (ImportError, Exception):
        pass
    try:
        users.hold(url)
    except LeaseLostError:
        pass
    try:
        users.add(IPv4Address(url))
    except ipaddress.AddressValueError:
        pass
    try:
        users.add(url)
    except users.DuplicateUserError:
        pass
    try:
        users.take(url)
    except AlreadyJoinedError:
        pass
    try:
        users.touch(url)
    except NotModifiedError:
        pass
    try:
        users.take(url)
    except ItemLookupError:
        pass
    try:
        users.take(url)
    except UnknownZoneError:
        pass
    try:
        users.take(url)
    except UnknownError:  # finding: QK702
        pass
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    try:
        asyncio.get_running_loop()
        raise StartedTwice
    except RuntimeError:
        pass
    try:
        users.move(url)
    except (FileExistsError, shutil.SameFileError):
        pass
    try:
        return int(url)
    except ValueError:
        pass
    try:
        port = users.port(url)
    except UserError:
        pass
    return port


def start(paths: list[str]) -> Driver:
    for path in paths:
        try:
            driver = Driver(path)
            break
        except Exception:
            continue
    else:
        raise RuntimeError("no driver starts")
    for path in paths:
        try:
            driver.load(path)
        except Exception:  # finding: QK702
            continue
    return driver


def read_any(text: str, formats: list[Format]) -> Settings | None:
    settings = None
    for each in formats:
        try:
            settings = each.read(text)
            break
        except FormError:
            continue
    for each in formats:
        try:
            if each.is_open:
                settings = each.read(text)
        except FormError:
            continue
    for each in formats:
        try:
            settings.show(each)
            break
        except FormError:  # finding: QK702
            continue
    return settings
