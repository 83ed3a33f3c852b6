import os

from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    url: str = os.getenv("URL_FROM_ENV", "x")
    documented: str = os.getenv("OTHER_NAME_OF_DOCUMENTED", "x")
    neither: str = os.environ["NEITHER_FROM_ENV"]  # finding: QK501
    certificate: str = Field(  # finding: QK501
        default_factory=lambda: os.environ.get("CERTIFICATE_FROM_ENV"),
        description="one finding for the field",
    )


OUTSIDE = os.getenv("OUTSIDE")  # finding: QK501
