from pydantic import BaseSettings, Field
from pydantic.v1 import BaseSettings as Bridge


class Old(BaseSettings):
    url: str  # finding: QK501
    documented: str
    by_env: str = Field(..., env="BY_ENV")  # finding: QK501
    by_documented_env: str = Field(..., env="DOCUMENTED")
    by_envs: str = Field("x", env=["FIRST_ENV", "DOCUMENTED"])
    by_missing_envs: str = Field("x", env=["FIRST_ENV", "SECOND_ENV"])  # finding: QK501
    by_fields: str = "x"  # finding: QK501
    by_documented_fields: str = "x"
    aliased: str = Field("x", alias="DOCUMENTED")  # finding: QK501
    untyped = 5  # finding: QK501
    helper = str

    class Config:
        env_prefix = "OLD_"
        fields = {
            "by_fields": {"env": "BY_FIELDS"},
            "by_documented_fields": {"env": ["SECOND", "DOCUMENTED"]},
        }


class Bridged(Bridge):
    bridged: str  # finding: QK501
    documented: str
