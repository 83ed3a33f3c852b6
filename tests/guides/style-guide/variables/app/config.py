# SG22: a variable that the example does not name.
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    mail_host: str  # finding: QK501
