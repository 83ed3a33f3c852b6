# path: app/chat/processor.py
# SG9: the client of a provider may be made in the constructor.
from anthropic import AsyncAnthropic

from app.config import settings
from app.monitoring.calls import timed


class ChatProcessor:
    def __init__(self):  # finding: QK102
        self.client = AsyncAnthropic(api_key=settings.chat_api_key)

    @timed("chat", "answer")
    async def answer_with_tools(
        self,
        question: str,
        context: dict,
        call_id: str,
    ) -> tuple[str, list[dict]]:
        ...
