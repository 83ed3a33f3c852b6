import logging
from logging.handlers import QueueHandler


class Kept(logging.Handler):
    def emit(self, record):
        print("cannot keep", record)


class Sent(QueueHandler):
    async def send(self, record):
        print("cannot send", record)


class Kind(Handler):
    def handle(self, record):
        print("cannot handle", record)  # finding: QK401
