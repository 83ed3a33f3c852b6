# SG2: every call reads the environment again.
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    speech_api_key: str


def get_settings() -> Settings:  # finding: QK205
    return Settings()
