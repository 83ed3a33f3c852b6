"""The settings, read from the environment once."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator can change; every field is a variable that begins with PARCELS_."""

    model_config = SettingsConfigDict(env_file=".env", env_prefix="PARCELS_")

    carrier_url: str
    carrier_api_key: SecretStr
    carrier_timeout_seconds: float = Field(default=5.0, gt=0)
    retry_attempts: int = Field(default=3, ge=1)
    retry_backoff: float = Field(default=2.0, ge=1)
    poll_seconds: float = Field(default=30.0, gt=0)
    label_folder: Path = Path("labels")
    log_level: str = "INFO"


@lru_cache
def get_settings() -> Settings:
    """The settings of this process."""
    return Settings()
