import openai
from openai import OpenAI


class ChatClient: ...


class Settings: ...


class ClientFactory:
    @classmethod
    def create(cls, name: str) -> ChatClient: ...

    @staticmethod
    def undeclared():
        return ChatClient()

    @staticmethod
    def foreign() -> OpenAI: ...

    @staticmethod
    def foreign_undeclared():
        return openai.OpenAI()

    @staticmethod
    def settings() -> Settings: ...

    @staticmethod
    def name() -> str: ...

    @classmethod
    def circular(cls) -> "Circular": ...

    @classmethod
    def unreadable(cls) -> "\N{nope}": ...


class Circular:
    @classmethod
    def again(cls) -> ClientFactory: ...
