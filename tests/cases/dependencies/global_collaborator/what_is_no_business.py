import logging

from app.settings import settings

logger = logging.getLogger(__name__)
LIMIT = 3
names = dict()


class Plain: ...


plain = Plain()


class Voice:
    def find(self):
        logger.info("x")
        names.update(settings.all)
        return plain.find(LIMIT)
