from pydantic_settings import BaseSettings, SettingsConfigDict

from .names import prefix


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=prefix())

    rates_url: str


class ShopSettings(BaseSettings):
    shop_url: str
