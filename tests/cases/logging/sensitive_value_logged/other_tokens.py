import logging
from contextvars import ContextVar
from uuid import UUID

logger = logging.getLogger(__name__)
request_id: ContextVar[str] = ContextVar("request_id")


def report(usage: Usage, max_tokens: int, tokens: list[str]) -> None:
    logger.info("%d of %d", usage.total_tokens, max_tokens)
    logger.info("%d and %d", usage.prompt_tokens, usage.completion_tokens)
    logger.info("%d per token", usage.cost_per_token)
    logger.info("%s", usage.token_count)
    logger.info("%s", usage.token_type)
    logger.info("%s", usage.tokenizer)
    logger.info("%s", tokens)
    logger.info("%s", tokens[0])
    logger.info("%s", usage.next_page_token)
    logger.info("%s", usage.cancellation_token)
    for token in tokens:
        logger.debug("%s", token)
    logger.debug([token for token in tokens])


async def on_llm_token(token: str) -> None:
    logger.debug("%s", token)


class Tokenizer:
    def read(self, token: str) -> None:
        logger.debug("%s", token)


async def hold(slot: Slot) -> None:
    token = request_id.set("1")
    logger.debug("%s", token)


async def free(token: UUID) -> None:
    logger.debug("%s", token)


async def log_in(token: str | None) -> None:
    logger.debug("%s", token)  # finding: QK403


def stop(source: Source) -> None:
    token = CancellationToken(source)
    logger.debug("%s", token)


def cut(text: str) -> None:
    token = Token(text)
    logger.debug("%s", token)
