from contextlib import suppress


class Connection:
    def close(self) -> None:
        try:
            self.send("bye")
        except Exception:
            pass

    async def __aexit__(self, *details: object) -> None:
        with suppress(Exception):
            await self.send("bye")

    def restart(self, task: Task) -> None:
        try:
            self.socket.close()
        except Exception:
            pass
        try:
            if self.file:
                os.unlink(self.file)
        except Exception:
            pass
        with suppress(Exception):
            task.cancel()
        with suppress(Exception):
            await task
        try:
            self.open()
        except OSError:
            try:
                self.report()
            except Exception:
                pass
            raise
        finally:
            try:
                self.report()
            except Exception:
                pass
        with suppress(Exception):
            logger.info("restarted")
        try:
            self.open()
        except Exception:  # finding: QK702
            pass
