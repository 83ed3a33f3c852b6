from app.core.compat import BaseSettings


class BaseConfig(BaseSettings):
    """Without fields of its own."""


class WithHost(BaseConfig):
    host: str  # finding: QK501
    documented: str
