# path: app/core/dependencies.py
# CS4 CS7: providers build services; a service of several parts receives them.
"""Providers."""

from services.ai.chat_service import ChatService
from services.interfaces import ChatInterface, FilesInterface


def get_chat_service() -> ChatService:
    """The service for chats."""
    return ChatService()


class InterviewService:
    """Leads through an interview."""

    def __init__(self, chat: ChatInterface, files: FilesInterface):
        self.chat = chat
        self.files = files
