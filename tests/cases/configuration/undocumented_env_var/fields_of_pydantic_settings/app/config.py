from typing import Annotated, Any, ClassVar, Final, Optional

import pydantic_settings
from pydantic import AliasChoices, AliasPath, BaseModel, Field, PrivateAttr, SecretStr, computed_field
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "APP_"


class Plain(BaseSettings):
    plain_required: str  # finding: QK501
    plain_default: int = 5  # finding: QK501
    plain_optional: Optional[str] = None  # finding: QK501
    PLAIN_UPPER: SecretStr  # finding: QK501
    plain_field: str = Field(...)  # finding: QK501
    documented: str = ""

    model_config = SettingsConfigDict(env_file=".env")
    constant: ClassVar[int] = 3
    quoted: "ClassVar[int]" = 3
    final: Final[int] = 3
    _private: str = PrivateAttr("x")
    not_from_outside: int = Field(default=1, init=False)

    @computed_field
    def computed(self) -> str:
        return self.documented

    @property
    def derived(self) -> str:
        return self.documented


class Prefixed(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")

    prefixed_url: str  # finding: QK501
    documented: str
    prefixed_alias: str = Field(alias="DOCUMENTED")
    prefixed_other_alias: str = Field(alias="OTHER_ALIAS")  # finding: QK501


class ByConstant(BaseSettings):
    model_config = {"env_prefix": PREFIX}

    by_constant: str  # finding: QK501
    documented: str


SHARED = SettingsConfigDict(env_prefix="APP_", extra="ignore")


class ByName(BaseSettings):
    model_config = SHARED

    by_name: str  # finding: QK501
    documented: str


class ByConfigClass(BaseSettings):
    class Config:
        env_prefix = PREFIX

    by_config_class: str  # finding: QK501
    documented: str


class ByKeyword(pydantic_settings.BaseSettings, env_prefix="KW_"):
    by_keyword: str  # finding: QK501
    documented: str


class Aliases(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="NEVER_")

    one: str = Field(validation_alias="ALIAS_ONE")  # finding: QK501
    two: str = Field(validation_alias=AliasChoices("CHOICE_ONE", "CHOICE_TWO"))
    three: str = Field(validation_alias=AliasChoices("CHOICE_THREE", "CHOICE_FOUR"))  # finding: QK501
    four: str = Field(validation_alias=AliasPath("DOCUMENTED", 0))
    five: str = Field(validation_alias=AliasPath("PATH_FIVE", 0))  # finding: QK501
    six: Annotated[str, Field(alias="ALIAS_SIX")]  # finding: QK501
    seven: Annotated[str, Field(alias="DOCUMENTED")] = "x"
    eight: str = Field("x", alias="NOT_THIS", validation_alias="DOCUMENTED")
    nine: str = Field("x", serialization_alias="NOT_THIS_EITHER")  # finding: QK501
    ten: str = Field("x", env="AS_ENV")


class ByFieldName(BaseSettings):
    model_config = SettingsConfigDict(populate_by_name=True)

    documented: str = Field(alias="ALIAS_OF_DOCUMENTED")
    not_documented: str = Field(alias="ALIAS_OF_UNDOCUMENTED")  # finding: QK501


class Exact(BaseSettings):
    model_config = SettingsConfigDict(case_sensitive=True)

    documented_exactly: str
    Documented: str  # finding: QK501


class Server(BaseModel):
    port: int = 80


class Database(BaseModel):
    host: str


class Nested(BaseSettings):
    model_config = SettingsConfigDict(env_nested_delimiter="__")

    server: Server = Server()
    database: Database  # finding: QK501
    optional_database: Database | None = None  # finding: QK501
    extra: dict[str, str] = {}  # finding: QK501
    server__port: int = 1


class Undivided(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")

    cache: Server
    server: Server = Server()  # finding: QK501


class Generated(BaseSettings):
    model_config = SettingsConfigDict(alias_generator=str.upper, env_prefix="NEVER_")

    documented: str
    generated: str  # finding: QK501


class Deaf(BaseSettings):
    deaf: str

    @classmethod
    def settings_customise_sources(cls, settings_cls: Any, init_settings: Any, **sources: Any) -> tuple[Any, ...]:
        return (init_settings,)


class Hearing(BaseSettings):
    hearing: str  # finding: QK501

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: Any, init_settings: Any, env_settings: Any, dotenv_settings: Any, file_secret_settings: Any
    ) -> tuple[Any, ...]:
        return env_settings, init_settings


class Schema(BaseModel):
    schema_field: str


class BaseOfNothing:
    plain_attribute: str = "x"
