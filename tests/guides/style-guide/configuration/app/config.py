# SG1 SG2 SG3: settings from the environment, a typed class for one domain, an accessor that is cached.
from functools import lru_cache

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    speech_api_key: str
    chat_api_key: str

    class Config:
        env_file = ".env"


class QueueConfig:
    def __init__(
        self,
        host: str = "localhost",
        port: int = 5672,
        max_channels: int = 40,
    ):
        self.host = host
        self.port = port
        self.max_channels = max_channels


@lru_cache()
def get_settings() -> Settings:
    return Settings()


settings = get_settings()
