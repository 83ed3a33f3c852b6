from pydantic import BaseSettings


class Settings(BaseSettings):
    url: str = ""


def get_settings():
    return Settings()


settings = get_settings()
