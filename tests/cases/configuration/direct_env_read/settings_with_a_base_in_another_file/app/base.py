from pydantic_settings import BaseSettings


class Base(BaseSettings):
    debug: bool = False
