# RP2 RP22: one class, a cached accessor, every variable documented.
from functools import lru_cache

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    DB_HOST: str
    DB_PASSWORD: str
    DB_POOL_SIZE: int  # finding: QK501

    class Config:
        env_file = ".env"


@lru_cache()
def get_settings() -> Settings:
    return Settings()
