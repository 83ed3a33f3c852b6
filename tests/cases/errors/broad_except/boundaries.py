import logging

from celery import shared_task
from starlette.middleware.base import BaseHTTPMiddleware

logger = logging.getLogger(__name__)


class ErrorMiddleware(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next: Next) -> Response:
        return await self.answer(request)

    async def answer(self, request: Request) -> Response:
        try:
            return await self.app(request)
        except Exception:
            return JSONResponse(status_code=500)


@app.exception_handler(AppError)
async def on_app_error(request: Request, error: AppError) -> Response:
    try:
        return render(error)
    except Exception:
        return PlainTextResponse("error")


@app.middleware("http")
async def add_user(request: Request, call_next: Next) -> Response:
    try:
        request.state.user = await find(request)
    except Exception:
        request.state.user = None
    return await call_next(request)


@shared_task(bind=True)
def send(self: Task, user_id: int) -> bool:
    try:
        return deliver(user_id)
    except Exception:
        return False


class Consumer:
    running = True

    async def consume(self) -> None:
        while True:
            try:
                await self.handle(await self.queue.get())
            except Exception as error:
                logger.error("skipped: %s", error)

    async def poll(self) -> None:
        while self.running:
            try:
                await self.handle(await self.queue.get())
            except Exception as error:
                logger.error("skipped: %s", error)

    async def handle(self, message: Message) -> None:
        try:
            await self.act(message)
        except Exception as error:  # finding: QK701
            logger.error("skipped: %s", error)

    async def close(self) -> None:
        try:
            await self.connection.drain()
        except Exception as error:
            logger.debug("not drained: %s", error)

    def restart(self) -> None:
        try:
            self.connection.close()
            logger.info("closed")
        except Exception as error:
            logger.debug("not closed: %s", error)

    def is_ready(self) -> bool:
        try:
            self.connection.close()
        except Exception:
            return False
        finally:
            try:
                self.report()
            except Exception as error:
                logger.debug("not reported: %s", error)


def main() -> int:
    try:
        start()
    except Exception as error:
        print(error)
        return 1
    return 0


async def check_health() -> dict[str, str]:
    try:
        await ping_database()
    except Exception as error:
        return {"status": "down", "reason": str(error)}
    return {"status": "up"}


if __name__ == "__main__":
    try:
        main()
    except Exception:
        print("failed")
