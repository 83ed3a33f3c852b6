from functools import cache, lru_cache

from pydantic import BaseModel

from app.base import AppSettings


class Settings(AppSettings):
    url: str = ""


class Page(BaseModel):
    size: int = 10


def get_settings() -> Settings:  # finding: QK205
    return Settings()


def get_named_settings():  # finding: QK205
    """With a file."""
    settings = Settings(_env_file=".env")
    return settings


async def get_async_settings():  # finding: QK205
    return Settings()


def get_checked_settings() -> Settings:  # finding: QK205
    try:
        return Settings()
    except ValueError:
        raise SystemExit("the settings are not complete") from None


def get_locked_settings() -> Settings:  # finding: QK205
    with reading:
        settings = Settings()
        return settings


def get_settings_or_none() -> Settings | None:
    try:
        return Settings()
    except ValueError:
        return DEFAULTS


def fresh():  # finding: QK205
    return Settings()


@lru_cache()
def get_cached_settings():
    return Settings()


@cache
def get_other_settings():
    return Settings()


@app_wide
def get_decorated_settings():
    return Settings()


def _get_kept():
    return Settings()


get_kept = lru_cache(maxsize=1)(_get_kept)


def load_settings():
    return Settings()


def get_settings_of(path):
    return Settings(_env_file=path)


def get_page():
    return Page()


def helper():
    return Settings()


_settings = None


def get_global_settings():
    global _settings
    if _settings is None:
        _settings = Settings()
    return _settings


def get_by_condition():
    if _settings is not None:
        return _settings
    return Settings()


class Holder:
    def get_settings(self):
        return Settings()
