"""Settings, read from the environment and from .env."""

from __future__ import annotations

from functools import lru_cache

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What the application needs to know about the place where it runs."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    database_url: str
    api_key: SecretStr
    log_level: str = "INFO"
    company_name: str = "Harbour Lane Supplies"

    payment_base_url: str = "https://payments.example.com"
    payment_api_key: SecretStr

    invoice_due_days: int = 14


class MailSettings(BaseSettings):
    """Where outgoing mail is handed over."""

    model_config = SettingsConfigDict(env_file=".env", env_prefix="MAIL_", extra="ignore")

    sender: str
    host: str = "localhost"
    port: int = 25


@lru_cache
def get_settings() -> Settings:
    """The settings, read once per process."""
    return Settings()  # type: ignore[call-arg]  # the environment fills it


@lru_cache
def get_mail_settings() -> MailSettings:
    """The mail settings, read once per process."""
    return MailSettings()  # type: ignore[call-arg]  # the environment fills it
