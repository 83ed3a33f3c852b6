from pydantic_settings import BaseSettings


class AppSettings(BaseSettings):
    debug: bool = False
