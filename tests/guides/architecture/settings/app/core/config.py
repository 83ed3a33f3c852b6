# AR11 AR12: settings from the environment, origins one by one.
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    APP_NAME: str = "CV matching"
    DEBUG: bool = False
    API_PREFIX: str = "/api/v1"
    ACCESS_TOKEN_EXPIRE_MINUTES: int = 30
    ALLOWED_ORIGINS: list[str] = ["http://localhost:3000", "https://cv.example.com"]
    CACHE_URL: str | None = None

    model_config = {"env_file": ".env", "case_sensitive": True}


settings = Settings()
