import logging

logger = logging.getLogger(__name__)
print = logger.info

print("x")


def load() -> None:
    print("x")
